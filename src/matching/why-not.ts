import { type Aims, aimsByName } from './aims.ts'
import { readHardRules, refusalOf } from './hard-rules.ts'
import { planPairs } from './plan-pairs.ts'
import type { MatchAnswer, PairIds, Policy, Problem, RefusalCode } from './problem.ts'
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
    | 'minimums'
    | 'less-worth'
    | 'worst-off'
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
  return compare(problem, policy, answer, planPairs(problem, { ...policy, pinned }).pairs)
}

// The first aim on which the two runs differ is the reason.
function compare(problem: Problem, policy: Policy, answer: MatchAnswer, forced: readonly PairIds[]): WhyNot {
  const best = aimsByName(problem, policy, answer.pairs)
  const other = aimsByName(problem, policy, forced)
  const differs = (name: keyof Aims) => best[name].some((it, at) => it !== other[name][at])
  if (differs('pairs'))
    return because('fewer-paired', `With this pair ${by(best.pairs, other.pairs)} fewer mentees would be paired.`)
  if (differs('priority'))
    return because('priority', 'With this pair somebody before others in priority would lose the place.')
  if (differs('minimums'))
    return because('minimums', 'With this pair mentors would have fewer mentees than they asked for at least.')
  if (differs('worstOff') && !differs('worth'))
    return because('worst-off', 'The pairs together would be worth the same, and a pair that is worse off would lose.')
  const worthLost = by(best.worth, other.worth)
  if (worthLost <= 0) return because('seed', 'Both answers are equally good; the seed of the run decided.')
  return {
    code: 'less-worth',
    worthLost,
    reason: `With this pair the season's pairs together would be worth ${(worthLost / 100).toFixed(2)} points less.`,
  }
}

function by(more: readonly number[], less: readonly number[]): number {
  return (more[0] ?? 0) - (less[0] ?? 0)
}

function because(code: WhyNot['code'], reason: string): WhyNot {
  return { code, reason }
}
