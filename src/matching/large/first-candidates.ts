import { type Groups, hearRows } from './ask.ts'
import { addCandidate, type Candidates, columnsOf, emptyCandidates, hasCandidate } from './candidates.ts'
import { type Lines, raisedPairs, worthIn } from './lines.ts'
import { askAll, type Ready } from './ready.ts'
import { tilesOf } from './sheet.ts'

/** Tiles each row looks at before anything is known. */
const FIRST_TILES = 2

/** Pairs that lines say too little of, and the best of a window that differs from row to row. */
export function firstCandidates(ready: Ready): Candidates {
  const { rows, columns } = ready.sheet
  const raised = Array.from({ length: rows }, (_, row) =>
    raisedPairs(ready.lines, row).filter((column) => worthIn(ready.lines, row, column) >= 0),
  )
  const most = raised.reduce((max, it) => Math.max(max, it.length), 0)
  const all = emptyCandidates(rows, most + 1)
  raised.forEach((list, row) => {
    for (const column of list) addCandidate(all, row, column, worthIn(ready.lines, row, column))
    all.kept[row] = list.length
  })
  const groups: Groups = { rowGroup: new Int32Array(rows), columnGroup: new Int32Array(columns), full: 0 }
  const nothing = { price: new Float64Array(columns), gain: new Float64Array(rows).fill(-1) }
  const level = new Float64Array(rows).fill(Infinity)
  const asked = askAll(ready, groups, nothing, level, Math.min(tilesOf(ready.sheet), FIRST_TILES))
  hearRows(ready, groups, nothing, asked, level, (row, column, worth) => {
    if (!hasCandidate(all, row, column)) addCandidate(all, row, column, worth)
  })
  return all
}

/** The candidates that lie inside the groups and are still possible, each row's seat and raised pairs first, never to be given up. */
export function confine(before: Candidates, lines: Lines, groups: Groups, seats: Int32Array): Candidates {
  const confined: Candidates = {
    width: before.width,
    count: new Int32Array(lines.rows),
    kept: new Int32Array(lines.rows),
    column: new Int32Array(lines.rows * before.width),
    worth: new Int16Array(lines.rows * before.width),
  }
  for (let row = 0; row < lines.rows; row++) {
    const known = columnsOf(before, row)
    const kept = new Set([seats[row] as number, ...known.subarray(0, before.kept[row])])
    const isIn = (it: number) => it >= 0 && groups.columnGroup[it] === groups.rowGroup[row]
    const take = (list: Iterable<number>) => {
      for (const it of list) {
        const points = isIn(it) ? worthIn(lines, row, it) : -1
        if (points >= 0 && !hasCandidate(confined, row, it)) addCandidate(confined, row, it, points)
      }
    }
    take(kept)
    confined.kept[row] = confined.count[row] as number
    take(known.subarray(0, before.width - 1))
  }
  return confined
}

/** Candidates of an earlier run, without pairs that an exception has ruled out since. */
export function stillPossible(before: Candidates, lines: Lines): Candidates {
  const { width, count, kept, column, worth } = before
  const all: Candidates = {
    width,
    count: count.slice(),
    kept: kept.slice(),
    column: column.slice(),
    worth: worth.slice(),
  }
  const { start } = lines.exceptions
  for (let row = 0; row < count.length; row++) {
    if (start[row] === start[row + 1]) continue
    const had = Array.from(columnsOf(before, row))
    const points = had.map((it) => worthIn(lines, row, it))
    all.count[row] = 0
    all.kept[row] = points.slice(0, kept[row]).filter((it) => it >= 0).length
    had.forEach((it, at) => {
      if ((points[at] as number) >= 0) addCandidate(all, row, it, points[at] as number)
    })
  }
  return all
}

/** The same with a seat that is possible for everybody who has one. */
export function withSeats(all: Candidates, lines: Lines, seats: Int32Array): Candidates {
  seats.forEach((seat, row) => {
    const isFull = (all.count[row] as number) >= all.width
    if (seat >= 0 && !isFull && !hasCandidate(all, row, seat)) addCandidate(all, row, seat, worthIn(lines, row, seat))
  })
  return all
}
