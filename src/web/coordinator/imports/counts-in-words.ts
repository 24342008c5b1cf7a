import type { ImportLine } from '../../../office/screens/imports.ts'
import { countOf } from '../../../texts/en/results.ts'
import { SHEET_WORDS } from './sheet-words.ts'

/** "12 meetings added, 3 changed"; nothing of a count that only named people may know. */
export function countsInWords({ sheet, added, changed, removed }: ImportLine): string {
  if (added === null || changed === null || removed === null) return 'taken'
  const [one, many] = SHEET_WORDS[sheet].row
  const parts = [
    ...(added > 0 ? [`${countOf(added, one, many)} added`] : []),
    ...(changed > 0 ? [`${added > 0 ? changed : countOf(changed, one, many)} changed`] : []),
    ...(removed > 0 ? [`${added + changed > 0 ? removed : countOf(removed, one, many)} removed`] : []),
  ]
  return parts.join(', ')
}
