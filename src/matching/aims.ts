import { comparePriority } from './priority.ts'
import type { Mentee, PairIds, Policy, Problem } from './problem.ts'
import { prepare } from './scorer.ts'

/** The aims of some pairs by name, in strict order, greater is better; classes of equal priority from the highest. Written from PRODUCT.md "Matching", without the solver. */
export type Aims = {
  readonly pairs: readonly number[]
  readonly priority: readonly number[]
  readonly minimums: readonly number[]
  readonly worth: readonly number[]
  readonly worstOff: readonly number[]
}

/** Aims 1 to 5 of any set of pairs: how many, who sits and which mentors with a score serve by class, units missing to minimums, worth of all, worths from the lowest. */
export function aimsByName(problem: Problem, policy: Policy, pairs: readonly PairIds[]): Aims {
  const serving = [...pairs, ...(problem.fixed ?? [])]
  const seated = new Set(pairs.map((pair) => pair.menteeId))
  const load = new Map<string, number>()
  for (const { mentorId } of serving) load.set(mentorId, (load.get(mentorId) ?? 0) + 1)
  const missing = problem.mentors.reduce((sum, it) => sum + Math.max(0, it.minimum - (load.get(it.id) ?? 0)), 0)
  const { score } = prepare(problem.mentees, problem.mentors, policy)
  const rowOf = new Map(problem.mentees.map((one, row) => [one.id, row]))
  const columnOf = new Map(problem.mentors.map((one, column) => [one.id, column]))
  const worths = pairs.map((pair) => score(rowOf.get(pair.menteeId) ?? 0, columnOf.get(pair.mentorId) ?? 0))
  const scored = problem.mentors.filter((one) => one.priority.score !== null)
  return {
    pairs: [pairs.length],
    priority: [...countClasses(problem.mentees, (id) => seated.has(id)), ...countClasses(scored, (id) => load.has(id))],
    minimums: [0 - missing],
    worth: [worths.reduce((sum, points) => sum + points, 0)],
    worstOff: worths.sort((a, b) => a - b),
  }
}

function countClasses(all: readonly Mentee[], isIn: (id: string) => boolean): readonly number[] {
  const counts: number[] = []
  let before: Mentee['priority'] | null = null
  for (const { id, priority } of [...all].sort(comparePriority)) {
    const isNew = before?.score !== priority.score || before.appliedAt !== priority.appliedAt
    if (isNew) counts.push(0)
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + (isIn(id) ? 1 : 0)
    before = priority
  }
  return counts
}
