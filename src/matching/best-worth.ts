import { allEdges, type Edges, edgesFrom } from './edges.ts'
import { bestFlow } from './flow/best-flow.ts'
import type { Flow, Network, Start, Steps } from './flow/network.ts'
import { type Grid, MOST_WORTH, NOT_POSSIBLE } from './grid.ts'
import type { Partition } from './partition.ts'

/** Pairs up to which all are handed to the core at once; above, candidates and rounds. Measured: bench/matching.ts. */
const DENSE_PAIRS = 160_000
/** Candidates a row starts with, and gets at most in a round. */
const FIRST_CANDIDATES = 16
const MORE_CANDIDATES = 12

/** How far a solve is: no answer is better than the one at hand by more than `gap` points of worth (all pairs together; Infinity while nothing is proven). */
export type Progress = { readonly round: number; readonly candidates: number; readonly gap: number }

/** Weights that keep aims 3 and 4 in order: one unit missing to a minimum outweighs all worth together, one mentor without anybody all of those. Whole numbers, below 2^53 in every sum. */
export function weightsOf(grid: Grid, partition: Partition): { readonly unit: number; readonly serve: number } {
  const unit = grid.rows * MOST_WORTH + 1
  let needed = 0
  for (let j = 0; j < grid.columns; j++) needed += Math.min(grid.need[j] as number, partition.capacity[j] as number)
  const serve = (needed + 1) * unit
  if (!(serve * (grid.columns + 4) < Number.MAX_SAFE_INTEGER))
    throw new RangeError(
      `A run of ${grid.rows} mentees and ${grid.columns} mentors is too large to be counted exactly.`,
    )
  return { unit, serve }
}

/** Aims 3 and 4 inside the groups of a partition, exactly: yields how far it is before every round, answers the best flow. With `gapEnough` (points of worth) it may stop before 0 is proven. Source: column generation, Ford and Fulkerson 1958; `reference/matching.md` 4.3. */
export function* bestWorth(
  grid: Grid,
  partition: Partition,
  start: Start | null,
  gapEnough = 0,
): Generator<Progress, Flow & { readonly gap: number }, void> {
  const outside = outsideOf(grid, partition)
  if (grid.rows * grid.columns <= DENSE_PAIRS) {
    const flow = bestFlow(networkOf(grid, outside, allEdges(grid, partition)), start)
    return { ...flow, gap: 0 }
  }
  const lists = firstCandidates(grid, partition, start)
  let from = start
  for (let round = 1; ; round++) {
    const edges = edgesFrom(grid, lists)
    const flow = bestFlow(networkOf(grid, outside, edges), from)
    const gap = addBetter(grid, partition, flow, lists)
    yield { round, candidates: edges.column.length, gap }
    if (gap <= gapEnough) return { ...flow, gap }
    from = flow
  }
}

type Outside = { readonly exit: Float64Array; readonly capacity: Int32Array; readonly steps: Steps }

/** Exits and steps of a partition: see `weightsOf`. A row that must sit loses twice what a row that may go loses, so it goes last. */
function outsideOf(grid: Grid, partition: Partition): Outside {
  const { unit, serve } = weightsOf(grid, partition)
  const exit = Float64Array.from(partition.mayExit, (may) => (may ? -unit : -2 * unit))
  const high = Int32Array.from(partition.mustServe)
  const low = partition.capacity.map((room, j) => Math.min(room, grid.need[j] as number))
  return { exit, capacity: partition.capacity, steps: { high, highGain: serve, low, lowGain: unit } }
}

function networkOf(grid: Grid, outside: Outside, { start, column, worth }: Edges): Network {
  return { rows: grid.rows, columns: grid.columns, start, column, value: worth, ...outside }
}

// The best mentors of each row, with the seats that are known to be possible and what a start had.
function firstCandidates(grid: Grid, partition: Partition, start: Start | null): number[][] {
  const { rowGroup, columnGroup, seat } = partition
  const { columns, worth } = grid
  return Array.from({ length: grid.rows }, (_, row) => {
    const from = row * columns
    const group = rowGroup[row]
    const list: number[] = []
    let least = NOT_POSSIBLE
    const turn = (row * 7919) % columns
    for (let step = 0; step < columns; step++) {
      const j = step + turn < columns ? step + turn : step + turn - columns
      const value = worth[from + j] as number
      if (value <= least || columnGroup[j] !== group) continue
      let at = list.length < FIRST_CANDIDATES ? list.length : FIRST_CANDIDATES - 1
      while (at > 0 && (worth[from + (list[at - 1] as number)] as number) < value) {
        list[at] = list[at - 1] as number
        at--
      }
      list[at] = j
      if (list.length === FIRST_CANDIDATES) least = worth[from + (list[FIRST_CANDIDATES - 1] as number)] as number
    }
    for (const known of [seat[row] as number, start?.mate[row] ?? -1])
      if (known >= 0 && !list.includes(known) && columnGroup[known] === group && worth[from + known] !== NOT_POSSIBLE)
        list.push(known)
    return list
  })
}

// Asks every pair inside the groups whether it beats the prices; adds those that do most. Answers what they could gain together at most.
function addBetter(grid: Grid, { rowGroup, columnGroup }: Partition, { gain, price }: Flow, lists: number[][]): number {
  const { columns, worth } = grid
  const found = new Int32Array(MORE_CANDIDATES)
  const over = new Float64Array(MORE_CANDIDATES)
  let gap = 0
  for (let row = 0; row < grid.rows; row++) {
    const from = row * columns
    const group = rowGroup[row]
    const mine = gain[row] as number
    let count = 0
    let least = 0
    const turn = (row * 7919) % columns
    for (let step = 0; step < columns; step++) {
      const j = step + turn < columns ? step + turn : step + turn - columns
      const value = worth[from + j] as number
      const more = value - (price[j] as number) - mine
      if (more <= least || value === NOT_POSSIBLE || columnGroup[j] !== group) continue
      let at = count < MORE_CANDIDATES ? count++ : MORE_CANDIDATES - 1
      while (at > 0 && (over[at - 1] as number) < more) {
        over[at] = over[at - 1] as number
        found[at] = found[at - 1] as number
        at--
      }
      over[at] = more
      found[at] = j
      if (count === MORE_CANDIDATES) least = over[MORE_CANDIDATES - 1] as number
    }
    if (count === 0) continue
    gap += over[0] as number
    for (let at = 0; at < count; at++) lists[row]?.push(found[at] as number)
  }
  return gap
}
