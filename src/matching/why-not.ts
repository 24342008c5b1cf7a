import { readHardRules, refusalOf } from './hard-rules.ts'
import { planMatch } from './plan-match.ts'
import type { MatchAnswer, Policy, Problem, RefusalCode } from './problem.ts'
import { refusalReason } from './reasons.ts'

/** Why two people are not a pair. `worthLost` (0 or more) is set only where everything before worth is equal. */
export type WhyNot = {
  readonly code:
    | RefusalCode
    | 'is-a-pair'
    | 'not-in-this-run'
    | 'already-paired'
    | 'mentor-full'
    | 'fewer-paired'
    | 'priority'
    | 'less-worth'
    | 'seed'
  readonly reason: string
  readonly worthLost?: number
}

/** The reason a mentee did not get a mentor in an answer: a hard rule, or what the run would lose, found by running again with the pair pinned. Policy: PRODUCT.md "Matching", "why not this mentor". */
export function whyNot(
  problem: Problem,
  policy: Policy,
  answer: MatchAnswer,
  menteeId: string,
  mentorId: string,
): WhyNot {
  const fixed = problem.fixed ?? []
  if ([...answer.pairs, ...fixed].some((pair) => pair.menteeId === menteeId && pair.mentorId === mentorId))
    return because('is-a-pair', 'They are a pair.')
  const mentor = problem.mentors.find((one) => one.id === mentorId)
  const mentee = problem.mentees.find((one) => one.id === menteeId)
  if (!mentor || !mentee) return because('not-in-this-run', 'One of them is not part of this run.')
  const refusal = refusalOf(
    readHardRules(policy, [...fixed, ...answer.pairs.filter((pair) => pair.pinned)]),
    mentor,
    mentee,
  )
  if (refusal) return because(refusal, refusalReason(refusal))
  if (fixed.some((pair) => pair.menteeId === menteeId))
    return because('already-paired', 'The mentee has a published pair already.')
  const kept = answer.pairs.filter((pair) => pair.pinned)
  if (kept.some((pair) => pair.menteeId === menteeId))
    return because('already-paired', 'The coordinator pinned another mentor for this mentee.')
  const taken = [...fixed, ...kept].filter((pair) => pair.mentorId === mentorId).length
  if (taken >= mentor.maximum)
    return because('mentor-full', 'Published or pinned pairs take all places of this mentor.')
  const pinned = [...kept, { mentorId, menteeId }]
  return compare(answer, planMatch(problem, { ...policy, pinned }), problem)
}

function compare(answer: MatchAnswer, forced: MatchAnswer, problem: Problem): WhyNot {
  const fewer = answer.totals.pairs - forced.totals.pairs
  if (fewer > 0) return because('fewer-paired', `With this pair ${fewer} fewer mentees would be paired.`)
  if (answer.waitingList.join('\n') !== forced.waitingList.join('\n'))
    return because('priority', 'With this pair a mentee before others in priority would lose the place.')
  const served = servingOf(answer, problem)
  if (served !== servingOf(forced, problem))
    return because('priority', 'With this pair a mentor before others in priority would stay in reserve.')
  const worthLost = answer.totals.worth - forced.totals.worth
  if (worthLost <= 0) return because('seed', 'Both answers are equally good; the seed of the run decided.')
  return {
    code: 'less-worth',
    worthLost,
    reason: `With this pair the season's pairs together would be worth ${(worthLost / 100).toFixed(2)} points less.`,
  }
}

function servingOf(answer: MatchAnswer, problem: Problem): string {
  const ids = new Set([...answer.pairs, ...(problem.fixed ?? [])].map((pair) => pair.mentorId))
  return [...ids].sort().join('\n')
}

function because(code: WhyNot['code'], reason: string): WhyNot {
  return { code, reason }
}
