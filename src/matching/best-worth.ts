import { allEdges, type Edges, edgesFrom } from './edges.ts'
import { bestFlow } from './flow/best-flow.ts'
import type { Flow, Network, Start } from './flow/network.ts'
import { type Grid, MOST_WORTH, NOT_POSSIBLE } from './grid.ts'
import type { Partition } from './partition.ts'

/** Pairs up to which all are handed to the core at once; above, candidates and rounds. Measured: bench/matching.ts. */
const DENSE_PAIRS = 4_000
/** Candidates a row starts with, and gets at most in a round. */
const FIRST_CANDIDATES = 16
const MORE_CANDIDATES = 12

/** The part of a grid that says how many there are and what each needs. */
type Numbered = Pick<Grid, 'rows' | 'columns' | 'need'>

/** How far a solve is: `seated` mentees can have a place at once, and no answer is better than the one at hand by more than `gap` points of worth (all pairs together; Infinity while nothing is proven, in round 0). */
export type Progress = {
  readonly round: number
  readonly candidates: number
  readonly gap: number
  readonly seated: number
}

/** Weights that keep aims 3 and 4 in order: one unit missing to a minimum outweighs all worth together, one mentor without anybody all of those. Whole numbers, below 2^53 in every sum. */
export function weightsOf(grid: Numbered, partition: Partition): { readonly unit: number; readonly serve: number } {
  const unit = grid.rows * MOST_WORTH + 1
  let needed = 0
  for (let j = 0; j < grid.columns; j++) needed += Math.min(grid.need[j] as number, partition.capacity[j] as number)
  // Where nobody must serve its weight outweighs nothing, and larger runs can be counted.
  const serve = partition.mustServe.includes(1) ? (needed + 1) * unit : unit
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
  const seated = partition.seat.reduce((sum, column) => sum + (column < 0 ? 0 : 1), 0)
  yield { round: 0, candidates: 0, gap: Number.POSITIVE_INFINITY, seated }
  const lists = firstCandidates(grid, partition, start)
  let from = start
  for (let round = 1; ; round++) {
    const edges = edgesFrom(grid, lists)
    const flow = bestFlow(networkOf(grid, outside, edges), from)
    const gap = addBetter(grid, partition, flow, lists)
    yield { round, candidates: edges.column.length, gap, seated }
    if (gap <= gapEnough) return { ...flow, gap }
    from = flow
  }
}

/** What is outside of the pairs: exits, places, and what a place gains; `unit` is what going without costs. */
export type Outside = Pick<Network, 'exit' | 'capacity' | 'steps'> & { readonly unit: number }

/** Exits and steps of a partition: see `weightsOf`. A row that must sit loses twice what a row that may go loses, so it goes last. */
export function outsideOf(grid: Numbered, partition: Partition): Outside {
  const { unit, serve } = weightsOf(grid, partition)
  const exit = Float64Array.from(partition.mayExit, (may) => (may ? -unit : -2 * unit))
  const high = Int32Array.from(partition.mustServe)
  const low = partition.capacity.map((room, j) => Math.min(room, grid.need[j] as number))
  return { unit, exit, capacity: partition.capacity, steps: { high, highGain: serve, low, lowGain: unit } }
}

function networkOf(grid: Grid, { exit, capacity, steps }: Outside, { start, column, worth }: Edges): Network {
  const { rows, columns } = grid
  return { rows, columns, start, end: start.subarray(1), column, value: worth, exit, capacity, steps }
}

// The best mentors of each row (at the prices of a start), with the seats that are known to be possible and what a start had.
function firstCandidates(grid: Grid, partition: Partition, start: Start | null): number[][] {
  const { rowGroup, columnGroup, seat } = partition
  const scan = scanOf(grid, columnGroup, start?.price ?? new Float64Array(grid.columns), FIRST_CANDIDATES)
  return Array.from({ length: grid.rows }, (_, row) => {
    const count = scan.best(row, rowGroup[row] as number, Number.NEGATIVE_INFINITY)
    const list: number[] = []
    for (let at = 0; at < count; at++) list.push(scan.found[at] as number)
    for (const known of [seat[row] as number, start?.mate[row] ?? -1]) {
      const isOpen = known >= 0 && grid.worth[row * grid.columns + known] !== NOT_POSSIBLE
      if (isOpen && columnGroup[known] === rowGroup[row] && !list.includes(known)) list.push(known)
    }
    return list
  })
}

// Asks every pair inside the groups whether it beats the prices; adds those that do most. Answers what they could gain together at most.
function addBetter(grid: Grid, { rowGroup, columnGroup }: Partition, { gain, price }: Flow, lists: number[][]): number {
  const scan = scanOf(grid, columnGroup, price, MORE_CANDIDATES)
  let gap = 0
  for (let row = 0; row < grid.rows; row++) {
    const mine = gain[row] as number
    const count = scan.best(row, rowGroup[row] as number, mine)
    if (count === 0) continue
    gap += (scan.over[0] as number) - mine
    for (let at = 0; at < count; at++) lists[row]?.push(scan.found[at] as number)
  }
  return gap
}

type Scan = {
  readonly found: Int32Array
  readonly over: Float64Array
  /** Fills `found` with the columns that leave a row more than `least` at the prices, best first; answers how many. */
  readonly best: (row: number, group: number, least: number) => number
}

function scanOf({ columns, worth }: Grid, columnGroup: Int32Array, price: Float64Array, most: number): Scan {
  const found = new Int32Array(most)
  const over = new Float64Array(most)
  let count = 0
  let limit = 0
  const part = (from: number, first: number, until: number, group: number) => {
    for (let j = first; j < until; j++) {
      const value = worth[from + j] as number
      const left = value - (price[j] as number)
      if (left <= limit || value === NOT_POSSIBLE || columnGroup[j] !== group) continue
      let at = count < most ? count++ : most - 1
      while (at > 0 && (over[at - 1] as number) < left) {
        over[at] = over[at - 1] as number
        found[at] = found[at - 1] as number
        at--
      }
      over[at] = left
      found[at] = j
      if (count === most) limit = over[most - 1] as number
    }
  }
  const best = (row: number, group: number, least: number) => {
    count = 0
    limit = least
    // Begins elsewhere for every row, so that equals are not all the same for everybody.
    const turn = (row * 7919) % Math.max(1, columns)
    part(row * columns, turn, columns, group)
    part(row * columns, 0, turn, group)
    return count
  }
  return { found, over, best }
}
