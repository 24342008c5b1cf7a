import type { Flow } from '../flow/network.ts'
import { type Groups, hearRows } from './ask.ts'
import { addCandidate, type Candidates, emptyCandidates, hasCandidate, keepCandidates, makeRoom } from './candidates.ts'
import type { Known } from './generate.ts'
import { type Lines, raisedPairs, worthIn } from './lines.ts'
import { askAll, type Ready } from './ready.ts'
import { tilesOf } from './sheet.ts'

/** Tiles each row looks at before anything is known. */
const FIRST_TILES = 2

/** Pairs that lines say too little of, and the best of a window that differs from row to row. */
export function firstCandidates(ready: Ready): Candidates {
  const { rows, columns } = ready.sheet
  const groups: Groups = { rowGroup: new Int32Array(rows), columnGroup: new Int32Array(columns), full: 0 }
  const nothing = { price: new Float64Array(columns), gain: new Float64Array(rows).fill(-1) }
  const level = new Float64Array(rows).fill(Infinity)
  return collect(ready, groups, nothing, level, Math.min(tilesOf(ready.sheet), FIRST_TILES))
}

function collect(
  ready: Ready,
  groups: Groups,
  flow: Pick<Flow, 'price' | 'gain'>,
  level: Float64Array,
  tiles: number,
): Candidates {
  const { rows } = ready.sheet
  const all = emptyCandidates(raisedPairs(ready.lines))
  for (let row = 0; row < rows; row++)
    for (let at = all.raised.start[row] as number; at < (all.raised.start[row + 1] as number); at++) {
      const column = all.raised.column[at] as number
      addCandidate(all, row, column, worthIn(ready.lines, row, column))
    }
  hearRows(ready, groups, flow, askAll(ready, groups, flow, level, tiles), level, (row, column, worth) => {
    if (!hasCandidate(all, row, column)) addCandidate(all, row, column, worth)
  })
  return all
}

/** How much less than its gain a pair leaves a row to be looked at again, where prices of an earlier run are known. */
const NEAR = 3_000

/** Pairs that lines say too little of, those that prices of an earlier run make good, and who sat where; and what all others leave. */
export function candidatesNear(ready: Ready, groups: Groups, { mate, price, gain }: Flow): Known {
  const level = new Float64Array(ready.sheet.rows).fill(Infinity)
  const lower = gain.map((it) => it - NEAR)
  const all = collect(ready, groups, { price, gain: lower }, level, tilesOf(ready.sheet))
  mate.forEach((it, row) => {
    if (it >= 0 && !hasCandidate(all, row, it) && worthIn(ready.lines, row, it) >= 0)
      addCandidate(all, row, it, worthIn(ready.lines, row, it))
  })
  return { candidates: all, level }
}

/** Gives up the candidates that lie outside of the groups, and takes each row's seat. */
export function confine(all: Candidates, lines: Lines, groups: Groups, seats: Int32Array): Candidates {
  for (let row = 0; row < lines.rows; row++)
    keepCandidates(all, row, (it) => groups.columnGroup[it] === groups.rowGroup[row])
  return withSeats(all, lines, groups, seats, null)
}

/** Candidates of an earlier run, without pairs that an exception has ruled out since. */
export function stillPossible(before: Candidates, lines: Lines): Candidates {
  const [end, column, value] = [before.end.slice(), before.column.slice(), before.value.slice()]
  const all: Candidates = { ...before, end, column, value }
  const { start } = lines.exceptions
  for (let row = 0; row < end.length; row++)
    if (start[row] !== start[row + 1]) keepCandidates(all, row, (it) => worthIn(lines, row, it) >= 0)
  return all
}

/** The same with a seat that is possible for everybody who has one inside of their group. Where pairs are given up for it, nothing is known any more of what the others leave: `level`. */
export function withSeats(
  before: Candidates,
  lines: Lines,
  groups: Groups,
  seats: Int32Array,
  level: Float64Array | null,
): Candidates {
  const seat = seats.map((it, row) => (it >= 0 && groups.columnGroup[it] === groups.rowGroup[row] ? it : -1))
  const all = { ...before, seat }
  const nothing = new Float64Array(lines.columns)
  seat.forEach((it, row) => {
    if (it < 0 || hasCandidate(all, row, it)) return
    const given = makeRoom(all, row, nothing, it)
    if (level && given > -Infinity) level[row] = Infinity
    addCandidate(all, row, it, worthIn(lines, row, it))
  })
  return all
}
