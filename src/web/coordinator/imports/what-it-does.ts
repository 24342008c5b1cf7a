import type { SheetName } from '../../../model/sheet-name.ts'
import { countOf } from '../../../texts/en/results.ts'
import type { Look } from '../../sheet-look.ts'
import { SHEET_WORDS } from './sheet-words.ts'

type Does = { readonly added: number; readonly changed: number; readonly removed: number }

/** What a file adds, changes and removes; of survey answers only how many, since nobody is shown who gave them. */
function doesOf({ preview }: Look): Does {
  const lines = preview?.lines ?? []
  const count = (what: string) => lines.filter((it) => it.what === what).length
  const added = lines.length === 0 ? (preview?.report?.accepted ?? 0) : count('new')
  return { added, changed: count('changed'), removed: count('removed') }
}

export function headingOf(sheet: SheetName, look: Look): string {
  const [one, many] = SHEET_WORDS[sheet].row
  if (!look.preview) return look.faults.length > 0 ? 'Some rows cannot be read yet' : 'Which header holds what?'
  const { added, changed, removed } = doesOf(look)
  const all = added + changed + removed
  if (all === 0) return 'This file would change nothing'
  if (sheet === 'clearance') return `${countOf(all, one, many)} would be given`
  if (changed + removed === 0) return `${countOf(added, one, many)} would be added`
  return `${countOf(all, one, many)} would be added or changed`
}

export function factsOf(sheet: SheetName, look: Look) {
  const faulty = new Set(look.faults.map((it) => it.row)).size
  if (sheet === 'clearance') {
    const says = (to: string) => look.preview?.lines.filter((it) => it.changes[0]?.to === to).length ?? 0
    return [
      { term: 'Would be not cleared', value: says('false') },
      { term: 'Would be cleared', value: says('true') },
      { term: 'Rows in the file', value: look.rowCount },
    ]
  }
  const { added, changed, removed } = doesOf(look)
  return [
    { term: 'New', value: added },
    removed > 0 ? { term: 'Changed, removed', value: `${changed}, ${removed}` } : { term: 'Changed', value: changed },
    { term: 'Unchanged', value: look.preview?.report?.unchanged ?? 0 },
    { term: 'Cannot be read', value: faulty },
  ]
}
