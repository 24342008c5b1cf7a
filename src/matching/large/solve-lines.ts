import { outsideOf, type Progress } from '../best-worth.ts'
import type { Grid } from '../grid.ts'
import type { Partition } from '../partition.ts'
import { divideByLines } from './divide-lines.ts'
import { confine, firstCandidates, stillPossible, withSeats } from './first-candidates.ts'
import { type Generated, generate } from './generate.ts'
import type { Ready } from './ready.ts'

/** A grid without the worth of its pairs. */
export type Numbers = Pick<Grid, 'rows' | 'columns' | 'capacity' | 'need' | 'rowClass' | 'columnClass'>

/** Aims 1 to 4 over all pairs, proven: the groups, and a best flow inside them. */
export type SolvedLines = { readonly partition: Partition; readonly flow: Generated }

/** Solves a run whose pairs are priced, not stored. An answer to a run that differs by a few vetoes makes it short and changes nothing. */
export function* solveLines(
  ready: Ready,
  numbers: Numbers,
  before: SolvedLines | null = null,
  gapEnough = 0,
): Generator<Progress, SolvedLines, void> {
  const known = before ? stillPossible(before.flow.candidates, ready.lines) : firstCandidates(ready)
  const partition = divideByLines(ready, numbers, known, before?.flow.mate ?? null)
  const groups = { ...partition, full: partition.full.length }
  const start = before && isAlike(before.partition, partition) ? before.flow : null
  const candidates = start
    ? withSeats(known, ready.lines, groups, partition.seat)
    : confine(known, ready.lines, groups, partition.seat)
  const seated = partition.seat.reduce((sum, column) => sum + (column < 0 ? 0 : 1), 0)
  const outside = outsideOf(numbers, partition)
  const steps = generate(ready, groups, outside, candidates, start, gapEnough)
  for (;;) {
    const next = steps.next()
    if (next.done) return { partition, flow: next.value }
    yield { ...next.value, seated }
  }
}

// Prices mean the same only while everybody stands in the same group.
function isAlike(one: Partition, other: Partition): boolean {
  const same = (a: ArrayLike<number>, b: Int32Array | Uint8Array) => b.every((it, at) => it === a[at])
  return (
    same(one.rowGroup, other.rowGroup) &&
    same(one.columnGroup, other.columnGroup) &&
    same(one.mayExit, other.mayExit) &&
    same(one.mustServe, other.mustServe)
  )
}
