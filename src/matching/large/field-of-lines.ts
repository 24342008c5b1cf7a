import { outsideOf, type Progress } from '../best-worth.ts'
import { type Before, type Best, type Field, pricesNow } from '../field.ts'
import type { Numbers } from '../grid.ts'
import type { Partition } from '../partition.ts'
import type { Candidates } from './candidates.ts'
import { divideByLines } from './divide-lines.ts'
import { withVeto } from './exceptions.ts'
import { candidatesNear, confine, firstCandidates, stillPossible, withSeats } from './first-candidates.ts'
import { generate, type Known } from './generate.ts'
import { worthIn } from './lines.ts'
import type { Ready } from './ready.ts'
import { tightPairs } from './tight-pairs.ts'

/** A run whose pairs are priced and not stored. */
export function fieldOfLines(ready: Ready, numbers: Numbers): Field {
  const { lines } = ready
  const { columns } = numbers
  return {
    numbers,
    worthOf: (row, column) => worthIn(lines, row, column),
    without: (pairs) => {
      const exceptions = pairs.reduce(
        (all, pair) => withVeto(all, Math.floor(pair / columns), pair % columns),
        lines.exceptions,
      )
      return fieldOfLines({ ...ready, lines: { ...lines, exceptions } }, numbers)
    },
    best: (before, gapEnough) => bestOnLines(ready, numbers, before, gapEnough),
    tight: (best) => tightPairs(ready, best),
  }
}

function* bestOnLines(
  ready: Ready,
  numbers: Numbers,
  before: Before | null,
  gapEnough: number,
): Generator<Progress, Best, void> {
  const { lines } = ready
  const { candidates, level } = knownFrom(ready, before)
  const partition = divideByLines(ready, numbers, candidates, before?.flow.mate ?? null)
  const groups = { ...partition, full: partition.full.length }
  const isAlike = level !== null && areAlike(before?.partition, partition)
  const outside = outsideOf(numbers, partition)
  const levels = isAlike ? levelsNow(level, partition, outside.unit - (before?.unit ?? outside.unit)) : null
  const inside = levels
    ? withSeats(candidates, lines, groups, partition.seat, levels)
    : confine(candidates, lines, groups, partition.seat)
  const seated = partition.seat.reduce((sum, column) => sum + (column < 0 ? 0 : 1), 0)
  const start = before && {
    flow: { mate: before.flow.mate, price: pricesNow(before, partition, outside.unit) },
    level: levels,
  }
  const steps = generate(ready, groups, outside, inside, start, gapEnough)
  for (;;) {
    const next = steps.next()
    if (next.done) return { partition, ...next.value }
    yield { ...next.value, seated }
  }
}

function knownFrom(ready: Ready, before: Before | null): Known | { candidates: Candidates; level: null } {
  if (before?.known) return { ...before.known, candidates: stillPossible(before.known.candidates, ready.lines) }
  const { flow, partition } = before ?? {}
  if (!flow?.gain || !partition) return { candidates: firstCandidates(ready), level: null }
  return candidatesNear(ready, { ...partition, full: partition.full.length }, { ...flow, gain: flow.gain })
}

// Prices mean the same only while everybody stands in the same group.
function areAlike(one: Before['partition'], other: Partition): boolean {
  const parts = ['rowGroup', 'columnGroup', 'mayExit', 'mustServe'] as const
  return parts.every((part) => {
    const known = one?.[part]
    return known === undefined ? one !== undefined : other[part].every((it, at) => it === known[at])
  })
}

// Where all prices of a group are higher, all its pairs leave so much less.
function levelsNow(level: Float64Array, { rowGroup, full }: Partition, higher: number): Float64Array {
  return level.map((it, row) =>
    (rowGroup[row] as number) >= 1 && (rowGroup[row] as number) <= full.length ? it - higher : it,
  )
}
