import { readHardRules, refusalOf } from './hard-rules.ts'
import { comparePriority } from './priority.ts'
import type { Mentee, PairIds, Policy, Problem } from './problem.ts'
import { seedRank } from './seed.ts'
import { pairWorth } from './worth.ts'

/** The aims of an answer as numbers, greater is better: mentees seated, which of them by priority, which mentors with a score serve, units missing to minimums, worth, the worths from the lowest, seed. For tests: written from PRODUCT.md, without the solver. */
export function aimsOf(problem: Problem, policy: Policy, pairs: readonly PairIds[]): readonly number[] {
  const serving = [...pairs, ...(problem.fixed ?? [])]
  const seated = problem.mentees.filter((one) => pairs.some((pair) => pair.menteeId === one.id))
  const serves = problem.mentors.filter((one) => serving.some((pair) => pair.mentorId === one.id))
  const missing = problem.mentors.reduce(
    (sum, one) => sum + Math.max(0, one.minimum - serving.filter((pair) => pair.mentorId === one.id).length),
    0,
  )
  const worths: number[] = []
  let rank = 0
  for (const pair of pairs) {
    const mentor = problem.mentors.find((one) => one.id === pair.mentorId)
    const mentee = problem.mentees.find((one) => one.id === pair.menteeId)
    if (mentor && mentee) worths.push(pairWorth(mentor, mentee, policy).worth)
    rank += seedRank(policy.seed, pair.mentorId, pair.menteeId)
  }
  const scored = problem.mentors.filter((one) => one.priority.score !== null)
  const worth = worths.reduce((sum, points) => sum + points, 0)
  const lowestFirst = worths.sort((a, b) => a - b)
  const byPriority = [...countClasses(problem.mentees, seated), ...countClasses(scored, serves)]
  return [pairs.length, ...byPriority, -missing, worth, ...lowestFirst, -rank]
}

/** How many of some people there are in each class of equal priority, highest first. */
function countClasses(all: readonly Mentee[], some: readonly Mentee[]): readonly number[] {
  const classOf = (one: Mentee) => `${one.priority.score} ${one.priority.appliedAt}`
  const classes = new Set([...all].sort(comparePriority).map(classOf))
  return [...classes].map((it) => some.filter((one) => classOf(one) === it).length)
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
