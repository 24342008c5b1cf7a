import { NOT_POSSIBLE } from './grid.ts'
import type { MatchAnswer, PairIds, Policy, Problem } from './problem.ts'
import { mixRanks } from './seed.ts'
import { readTable } from './table.ts'

/** Two people who would both rather have each other: `worth` is theirs, more than either has now. */
export type BlockingPair = PairIds & { readonly worth: number }

/** All blocking pairs of an answer: the mentee's pair is worth less (or there is none), and the mentor has room or a mentee worth less. Pinned and fixed pairs stay. Source: Gale and Shapley 1962, with the worth of a pair as both sides' preference. */
export function blockingPairs(problem: Problem, policy: Policy, answer: MatchAnswer): readonly BlockingPair[] {
  const { grid, mentees, mentors } = readTable(problem, policy)
  const columnOf = new Map(mentors.map((one, column) => [one.id, column]))
  const mateOf = new Map(answer.pairs.map((pair) => [pair.menteeId, columnOf.get(pair.mentorId)]))
  const has = mentees.map((one, row) => {
    const column = mateOf.get(one.id)
    return column === undefined ? NOT_POSSIBLE : (grid.worth[row * grid.columns + column] ?? NOT_POSSIBLE)
  })
  const least = Array.from({ length: grid.columns }, () => Infinity)
  const load = new Int32Array(grid.columns)
  mentees.forEach((one, row) => {
    const column = mateOf.get(one.id)
    if (column === undefined) return
    load[column] = (load[column] ?? 0) + 1
    least[column] = Math.min(least[column] ?? Infinity, has[row] ?? 0)
  })
  const found: BlockingPair[] = []
  mentees.forEach((mentee, row) => {
    mentors.forEach((mentor, column) => {
      const worth = grid.worth[row * grid.columns + column] as number
      if (worth <= (has[row] ?? 0) && has[row] !== NOT_POSSIBLE) return
      const isOpen = (load[column] ?? 0) < (grid.capacity[column] ?? 0) || worth > (least[column] ?? Infinity)
      if (worth !== NOT_POSSIBLE && isOpen) found.push({ mentorId: mentor.id, menteeId: mentee.id, worth })
    })
  })
  return found
}

/** Stable pairs instead of the best ones, and what stability costs: pairs and worth less than the answer (negative: more worth, by fewer aims kept). */
export type StablePairs = {
  readonly pairs: readonly PairIds[]
  readonly worth: number
  readonly pairsLost: number
  readonly worthLost: number
}

/** The answer in which nobody would rather have each other, priorities and minimums aside: deferred acceptance with capacities; since both sides see one worth (the seed between equals), taking pairs from the greatest down ends in the same answer. Source: Gale and Shapley 1962. */
export function stablePairs(problem: Problem, policy: Policy, answer: MatchAnswer): StablePairs {
  const { grid, mentees, mentors, pinned } = readTable(problem, policy)
  const m = grid.columns
  const edges = Array.from(grid.worth.keys()).filter((edge) => grid.worth[edge] !== NOT_POSSIBLE)
  const rank = (edge: number) => mixRanks(grid.columnHash[edge % m] ?? 0, grid.rowHash[Math.floor(edge / m)] ?? 0)
  edges.sort((a, b) => (grid.worth[b] ?? 0) - (grid.worth[a] ?? 0) || rank(a) - rank(b) || a - b)
  const room = grid.capacity.slice()
  const pairs: PairIds[] = [...pinned]
  let worth = answer.pairs.filter((it) => it.pinned).reduce((sum, it) => sum + it.worth, 0)
  const seated = new Set<number>()
  for (const edge of edges) {
    const [row, column] = [Math.floor(edge / m), edge % m]
    const [mentorId, menteeId] = [mentors[column]?.id ?? '', mentees[row]?.id ?? '']
    const isTurned = pairs.some((it) => it.mentorId === menteeId && it.menteeId === mentorId)
    if (seated.has(row) || (room[column] ?? 0) < 1 || isTurned) continue
    seated.add(row)
    room[column] = (room[column] ?? 0) - 1
    pairs.push({ mentorId, menteeId })
    worth += grid.worth[edge] ?? 0
  }
  const { totals } = answer
  return { pairs, worth, pairsLost: totals.pairs - pairs.length, worthLost: totals.worth - worth }
}
