import type { Edges } from '../edges.ts'
import type { Best } from '../field.ts'
import { NOT_POSSIBLE } from '../grid.ts'
import { foundIn, type Groups, hasFoundAll } from './ask.ts'
import { rowReader, worthIn } from './lines.ts'
import { askAll, type Ready } from './ready.ts'

/** Tight pairs that are kept at most. */
const MOST_TIGHT = 2 ** 24

/**
 * All pairs inside the groups that cost just what they are worth, at prices that prove a best flow: one pass finds those of most rows,
 * and rows that have more than a pass tells are looked through. Null where they are too many to be kept.
 */
export function tightPairs(ready: Ready, { partition, flow }: Pick<Best, 'partition' | 'flow'>): Edges | null {
  const { sheet, lines } = ready
  const { rows, columns } = sheet
  const groups: Groups = { ...partition, full: partition.full.length }
  const { price, gain } = flow
  const asked = askAll(ready, groups, { price, gain: gain.map((it) => it - 1) }, new Float64Array(rows).fill(Infinity))
  const start = new Int32Array(rows + 1)
  const column: number[] = []
  const worth: number[] = []
  const worthsOf = rowReader(lines)
  const take = (row: number, it: number, points: number) => {
    const isInside = partition.columnGroup[it] === partition.rowGroup[row]
    if (!isInside || points === NOT_POSSIBLE || points - (price[it] as number) !== gain[row]) return
    column.push(it)
    worth.push(points)
  }
  for (let row = 0; row < rows; row++) {
    if (hasFoundAll(sheet, asked, row)) {
      const known = new Set(foundIn(sheet, row))
      // A pair may be worth more than its lines say: then the pass does not see it.
      const { start: first, column: own } = lines.exceptions
      for (let at = first[row] as number; at < (first[row + 1] as number); at++) known.add(own[at] as number)
      for (const it of [...known].sort((a, b) => a - b)) take(row, it, worthIn(lines, row, it))
    } else {
      const all = worthsOf(row)
      for (let it = 0; it < columns; it++) take(row, it, all[it] as number)
    }
    start[row + 1] = column.length
    if (column.length > MOST_TIGHT) return null
  }
  return { start, column: Int32Array.from(column), worth: Int32Array.from(worth) }
}
