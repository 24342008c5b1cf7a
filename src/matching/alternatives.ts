import { NOT_POSSIBLE } from './grid.ts'
import { readOpenView } from './open-view.ts'
import type { MatchAnswer, Policy, Problem } from './problem.ts'
import { type WhyNot, whyNot } from './why-not.ts'

/** Another mentor for a mentee: the worth of that pair and why the run did not choose it, with the exact loss of all pairs together. */
export type Alternative = WhyNot & { readonly mentorId: string; readonly worth: number }

/** The k mentors who are openly possible for a mentee and worth most to them, other than their own, each with the exact regret: what all pairs together would lose, by running again with the pair forced. Where something silent stands in the way it says "not possible" and no number. Policy: PRODUCT.md "Matching", alternatives. */
export function alternativesFor(
  problem: Problem,
  policy: Policy,
  answer: MatchAnswer,
  menteeId: string,
  k: number,
): readonly Alternative[] {
  const { mentees, mentors, worthOf } = readOpenView(problem, policy)
  const row = mentees.findIndex((one) => one.id === menteeId)
  if (row < 0) return []
  const taken = [...answer.pairs, ...(problem.fixed ?? [])]
  return mentors
    .map((mentor, column) => ({ mentorId: mentor.id, worth: worthOf(row, column) }))
    .filter((it) => it.worth !== NOT_POSSIBLE)
    .sort((a, b) => b.worth - a.worth || (a.mentorId < b.mentorId ? -1 : 1))
    .filter((it) => !taken.some((pair) => pair.menteeId === menteeId && pair.mentorId === it.mentorId))
    .slice(0, k)
    .map((it) => ({ ...it, ...whyNot(problem, policy, answer, menteeId, it.mentorId) }))
}
