import { paragraphsOf } from '../../../model/filled-text.ts'

/** A paragraph of a text beside another: in both, only in this one, or only in the other. */
export type Compared = { readonly text: string; readonly is: 'same' | 'new' | 'left-out' }

/** What somebody made of a text, paragraph by paragraph: the longest run of paragraphs that both have, in order, is the same. */
export function compareTexts(before: string, after: string): readonly Compared[] {
  const [old, now] = [paragraphsOf(before), paragraphsOf(after)]
  const common = commonTo(old, now)
  const found: Compared[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]]
    if (was !== undefined && was === is) {
      found.push({ text: was, is: 'same' })
      i += 1
      j += 1
    } else if (was !== undefined && (is === undefined || at(common, i + 1, j) >= at(common, i, j + 1))) {
      found.push({ text: was, is: 'left-out' })
      i += 1
    } else if (is !== undefined) {
      found.push({ text: is, is: 'new' })
      j += 1
    }
  }
  return found
}

/** Lengths of the longest common run of what begins at `i` of one and at `j` of the other. */
function commonTo(old: readonly string[], now: readonly string[]): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0))
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = rows[i]
      if (row)
        row[j] = old[i] === now[j] ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1))
    }
  return rows
}

function at(rows: readonly (readonly number[])[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0
}
