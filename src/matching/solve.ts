import { type Progress, weightsOf } from './best-worth.ts'
import { type Face, faceOf, networkOn } from './face.ts'
import { type Before, type Best, type Field, fieldOf } from './field.ts'
import { bestFlow } from './flow/best-flow.ts'
import type { Start } from './flow/network.ts'
import type { Grid, Numbers } from './grid.ts'
import { type Level, worstOffFirst } from './leximin.ts'
import { mixRanks } from './seed.ts'

/** A solved grid: the column of every row (-1 without), the aims in order as numbers to compare, greater is better, and what proves them. */
export type Solved = Best & {
  readonly mentorOf: Int32Array
  readonly aims: readonly number[]
  /** None where the worst off could not be looked at: while something is unproven, or among too many answers. */
  readonly levels: readonly Level[]
}

/** Aims 1 to 6 of one run, each exactly and in order, leaving "never A with B and B with A" aside. Yields progress; an answer to a similar run makes it faster and changes nothing. Policy: PRODUCT.md "Matching", aims. */
export function* solveSteps(
  field: Field,
  before: Before | null = null,
  gapEnough = 0,
): Generator<Progress, Solved, void> {
  const { numbers } = field
  const best = yield* field.best(before, gapEnough)
  const { partition, flow, gap } = best
  const edges = gap > 0 ? null : field.tight(best)
  if (!edges) return { ...best, mentorOf: flow.mate, aims: aimsOn(field, flow.mate), levels: [] }
  const { unit, serve } = weightsOf(numbers, partition)
  const low = partition.capacity.map((room, j) => Math.min(room, numbers.need[j] as number))
  const steps = { high: Int32Array.from(partition.mustServe), highGain: serve, low, lowGain: unit }
  const net = { rows: numbers.rows, columns: numbers.columns, capacity: partition.capacity }
  const { face, levels } = worstOffFirst(faceOf(edges, net, steps, partition.mayExit, -unit, flow))
  const mentorOf = firstBySeed(numbers, face)
  return { ...best, mentorOf, aims: aimsOn(field, mentorOf), levels }
}

/** The same without stops, on a run whose pairs are stored. */
export function solveGrid(grid: Grid, start: Start | null = null): Solved {
  const steps = solveSteps(fieldOf(grid), start && { flow: start })
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}

const ABOVE_ANY_RANK = 2 ** 30

// Aim 6: among answers equal in everything else the one of the smallest sum of ranks.
function firstBySeed(numbers: Numbers, face: Face): Int32Array {
  const value = new Int32Array(face.column.length)
  for (let row = 0; row < face.rows; row++)
    for (let e = face.start[row] as number; e < (face.start[row + 1] as number); e++)
      value[e] = -rankOf(numbers, row, face.column[e] as number)
  const net = networkOn(face, value, (face.rows + 1) * ABOVE_ANY_RANK)
  return bestFlow(net, { mate: face.mate, price: new Float64Array(face.columns) }).mate
}

function rankOf({ columnHash, rowHash }: Numbers, row: number, column: number): number {
  return mixRanks(columnHash[column] as number, rowHash[row] as number)
}

/** The aims of any answer in numbers, greater is better: seated, seated and serving by class, units missing, total, worths from the lowest, ranks. */
export function aimsOn(
  { numbers, worthOf }: Pick<Field, 'numbers' | 'worthOf'>,
  mentorOf: Int32Array,
): readonly number[] {
  const load = new Int32Array(numbers.columns)
  const worths: number[] = []
  let ranks = 0
  let worth = 0
  const seated: number[] = []
  mentorOf.forEach((column, row) => {
    if (column < 0) return
    load[column] = (load[column] as number) + 1
    const points = worthOf(row, column)
    worths.push(points)
    worth += points
    ranks += rankOf(numbers, row, column)
    const at = numbers.rowClass[row] as number
    seated[at] = (seated[at] ?? 0) + 1
  })
  const serving: number[] = []
  let missing = 0
  load.forEach((units, column) => {
    missing += Math.max(0, (numbers.need[column] as number) - units)
    const at = numbers.columnClass[column] as number
    if (at >= 0 && units > 0) serving[at] = (serving[at] ?? 0) + 1
  })
  const classes = (counts: readonly number[], of: Int32Array) =>
    Array.from({ length: of.reduce((most, it) => Math.max(most, it), -1) + 1 }, (_, at) => counts[at] ?? 0)
  return [
    worths.length,
    ...classes(seated, numbers.rowClass),
    ...classes(serving, numbers.columnClass),
    -missing,
    worth,
    ...worths.sort((a, b) => a - b),
    -ranks,
  ]
}
