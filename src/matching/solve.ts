import { bestWorth, type Progress, weightsOf } from './best-worth.ts'
import { type Edges, tightEdges } from './edges.ts'
import { type Face, faceOf, networkOn } from './face.ts'
import { bestFlow } from './flow/best-flow.ts'
import type { Flow, Start } from './flow/network.ts'
import type { Grid } from './grid.ts'
import { type Level, worstOffFirst } from './leximin.ts'
import { type Partition, partitionGrid } from './partition.ts'
import { mixRanks } from './seed.ts'

/** A solved grid: the column of every row (-1 without), the aims in order as numbers to compare, greater is better, and what proves them. */
export type Solved = {
  readonly mentorOf: Int32Array
  readonly aims: readonly number[]
  readonly partition: Partition
  readonly flow: Flow
  readonly levels: readonly Level[]
  /** Points of worth by which another answer could still be better; 0 unless the solve was stopped early. */
  readonly gap: number
}

/** Aims 1 to 6 on one grid, each exactly and in order, leaving "never A with B and B with A" aside. Yields progress; a start (mates and prices of an answer to a similar grid) makes it faster and changes nothing. Policy: PRODUCT.md "Matching", aims. */
export function* solveSteps(grid: Grid, start: Start | null = null, gapEnough = 0): Generator<Progress, Solved, void> {
  const partition = partitionGrid(grid, start?.mate ?? null)
  const { gap, ...flow } = yield* bestWorth(grid, partition, start, gapEnough)
  if (gap > 0) return { mentorOf: flow.mate, aims: aimsOn(grid, flow.mate), partition, flow, levels: [], gap }
  const { unit, serve } = weightsOf(grid, partition)
  const edges: Edges = tightEdges(grid, partition, flow)
  const low = partition.capacity.map((room, j) => Math.min(room, grid.need[j] as number))
  const steps = { high: Int32Array.from(partition.mustServe), highGain: serve, low, lowGain: unit }
  const net = { rows: grid.rows, columns: grid.columns, capacity: partition.capacity }
  const { face, levels } = worstOffFirst(faceOf(edges, net, steps, partition.mayExit, -unit, flow))
  const mentorOf = firstBySeed(grid, face)
  return { mentorOf, aims: aimsOn(grid, mentorOf), partition, flow, levels, gap: 0 }
}

/** The same without stops. */
export function solveGrid(grid: Grid, start: Start | null = null): Solved {
  const steps = solveSteps(grid, start)
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}

const ABOVE_ANY_RANK = 2 ** 30

// Aim 6: among answers equal in everything else the one of the smallest sum of ranks.
function firstBySeed(grid: Grid, face: Face): Int32Array {
  const value = new Int32Array(face.column.length)
  for (let row = 0; row < face.rows; row++)
    for (let e = face.start[row] as number; e < (face.start[row + 1] as number); e++)
      value[e] = -rankOf(grid, row, face.column[e] as number)
  const net = networkOn(face, value, (face.rows + 1) * ABOVE_ANY_RANK)
  return bestFlow(net, { mate: face.mate, price: new Float64Array(face.columns) }).mate
}

function rankOf(grid: Grid, row: number, column: number): number {
  return mixRanks(grid.columnHash[column] as number, grid.rowHash[row] as number)
}

/** The aims of any answer in numbers, greater is better: seated, seated and serving by class, units missing, total, worths from the lowest, ranks. */
export function aimsOn(grid: Grid, mentorOf: Int32Array): readonly number[] {
  const load = new Int32Array(grid.columns)
  const worths: number[] = []
  let ranks = 0
  let worth = 0
  const seated: number[] = []
  mentorOf.forEach((column, row) => {
    if (column < 0) return
    load[column] = (load[column] as number) + 1
    const points = grid.worth[row * grid.columns + column] as number
    worths.push(points)
    worth += points
    ranks += rankOf(grid, row, column)
    const at = grid.rowClass[row] as number
    seated[at] = (seated[at] ?? 0) + 1
  })
  const serving: number[] = []
  let missing = 0
  load.forEach((units, column) => {
    missing += Math.max(0, (grid.need[column] as number) - units)
    const at = grid.columnClass[column] as number
    if (at >= 0 && units > 0) serving[at] = (serving[at] ?? 0) + 1
  })
  const classes = (counts: readonly number[], of: Int32Array) =>
    Array.from({ length: of.reduce((most, it) => Math.max(most, it), -1) + 1 }, (_, at) => counts[at] ?? 0)
  return [
    worths.length,
    ...classes(seated, grid.rowClass),
    ...classes(serving, grid.columnClass),
    -missing,
    worth,
    ...worths.sort((a, b) => a - b),
    -ranks,
  ]
}
