import { readHardRules, refusalOf } from './hard-rules.ts'
import { comparePriority } from './priority.ts'
import type { PairIds, Policy, Problem } from './problem.ts'
import { seedRank } from './seed.ts'
import { pairWorth } from './worth.ts'

/** The aims of an answer as numbers, greater is better: mentees seated, which of them in priority order, which mentors serve, worth, seed. For tests: written from PRODUCT.md, without the solver. */
export function aimsOf(problem: Problem, policy: Policy, pairs: readonly PairIds[]): readonly number[] {
  const mentees = [...problem.mentees]
    .sort(comparePriority)
    .map((one) => (pairs.some((pair) => pair.menteeId === one.id) ? 1 : 0))
  const serving = [...pairs, ...(problem.fixed ?? [])]
  const mentors = [...problem.mentors]
    .sort(comparePriority)
    .map((one) => (serving.some((pair) => pair.mentorId === one.id) ? 1 : 0))
  let worth = 0
  let rank = 0
  for (const pair of pairs) {
    const mentor = problem.mentors.find((one) => one.id === pair.mentorId)
    const mentee = problem.mentees.find((one) => one.id === pair.menteeId)
    if (mentor && mentee) worth += pairWorth(mentor, mentee, policy).worth
    rank += seedRank(policy.seed, pair.mentorId, pair.menteeId)
  }
  return [pairs.length, ...mentees, ...mentors, worth, -rank]
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
