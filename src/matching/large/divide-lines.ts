import type { Grid } from '../grid.ts'
import { divide, type Partition } from '../partition.ts'
import { type Groups, hearRows } from './ask.ts'
import type { Candidates } from './candidates.ts'
import { askAll, type Ready } from './ready.ts'
import { seatByLists } from './seats.ts'

/** Aims 1 and 2 over all pairs without storing them: seats by candidates, and asks all pairs before anything is said to be closed. `hint` is where rows sat before. */
export function divideByLines(
  ready: Ready,
  grid: Pick<Grid, 'rows' | 'columns' | 'capacity' | 'rowClass' | 'columnClass'>,
  candidates: Candidates,
  hint: Int32Array | null = null,
): Partition {
  const { rows, columns } = grid
  const found = new Map<number, number[]>()
  const { start, end, column } = candidates
  const waysOfRow = (row: number, tell: (column: number) => boolean) => {
    for (let at = start[row] as number; at < (end[row] as number); at++) if (tell(column[at] as number)) return
    found.get(row)?.some(tell)
  }
  const seats = seatByLists({
    items: rows,
    capacity: grid.capacity,
    class: grid.rowClass,
    ways: waysOfRow,
    hint,
    more: (some, isSought) => {
      const isAsking = new Uint8Array(rows)
      for (const row of some) isAsking[row] = 1
      return findPairs(ready, isAsking, isSought, (row, column) => append(found, row, column))
    },
  })
  return divide(grid, seats, (claims, rowGroup) => {
    if (!claims.some((it) => it >= 0)) return { place: new Int32Array(columns).fill(-1), closed: [] }
    const waysOfColumns: number[][] = Array.from({ length: columns }, () => [])
    rowGroup.forEach((group, row) => {
      if (group !== 0) return
      waysOfRow(row, (it) => {
        waysOfColumns[it]?.push(row)
        return false
      })
    })
    return seatByLists({
      items: columns,
      capacity: Int32Array.from(rowGroup, (group) => (group === 0 ? 1 : 0)),
      class: claims,
      ways: (it, tell) => waysOfColumns[it]?.some(tell),
      hint: null,
      more: (some, isSought) => {
        const isWanted = new Uint8Array(columns)
        for (const column of some) isWanted[column] = 1
        return findPairs(ready, isSought, isWanted, (row, column) => waysOfColumns[column]?.push(row))
      },
    })
  })
}

function append(lists: Map<number, number[]>, key: number, it: number): void {
  const known = lists.get(key)
  if (known) known.push(it)
  else lists.set(key, [it])
}

// Tells possible pairs of some rows with some columns, up to a dozen a row; whether there are any.
function findPairs(
  ready: Ready,
  isAsking: Uint8Array,
  isWanted: Uint8Array,
  tell: (row: number, column: number) => void,
): boolean {
  const { rows, columns } = ready.sheet
  const groups: Groups = {
    rowGroup: new Int32Array(rows),
    columnGroup: Int32Array.from(isWanted, (it) => 1 - it),
    full: 0,
  }
  const flow = { price: new Float64Array(columns), gain: new Float64Array(rows).fill(-1) }
  const level = Float64Array.from(isAsking, (it) => (it === 1 ? Infinity : -Infinity))
  let found = false
  hearRows(ready, groups, flow, askAll(ready, groups, flow, level), level, (row, column) => {
    found = true
    tell(row, column)
  })
  return found
}
