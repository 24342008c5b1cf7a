import { aimsByName } from './aims.ts'
import { readHardRules, refusalOf } from './hard-rules.ts'
import type { PairIds, Policy, Problem } from './problem.ts'
import { seedRank } from './seed.ts'

/** All aims of an answer as numbers, greater is better, the seed last. For tests. */
export function aimsOf(problem: Problem, policy: Policy, pairs: readonly PairIds[]): readonly number[] {
  const rank = pairs.reduce((sum, pair) => sum + seedRank(policy.seed, pair.mentorId, pair.menteeId), 0)
  return [...Object.values(aimsByName(problem, policy, pairs)).flat(), -rank]
}

/** Every set of pairs that keeps the hard rules, by trying all: at most (mentors + 1) ^ mentees sets. Pins are kept in each. For tests. */
export function everyAnswer(
  problem: Problem,
  policy: Policy,
  pinned: readonly PairIds[],
): readonly (readonly PairIds[])[] {
  const fixed = problem.fixed ?? []
  const rules = readHardRules(policy)
  const open = problem.mentees.filter((one) => ![...fixed, ...pinned].some((pair) => pair.menteeId === one.id))
  let answers: (readonly PairIds[])[] = [pinned]
  for (const mentee of open) {
    answers = answers.flatMap((pairs) => [
      pairs,
      ...problem.mentors.flatMap((mentor) => {
        const taken = [...fixed, ...pairs]
        const full = taken.filter((pair) => pair.mentorId === mentor.id).length >= mentor.maximum
        const turned = taken.some((pair) => pair.mentorId === mentee.id && pair.menteeId === mentor.id)
        return full || turned || refusalOf(rules, mentor, mentee)
          ? []
          : [[...pairs, { mentorId: mentor.id, menteeId: mentee.id }]]
      }),
    ])
  }
  return answers
}
