import { planMatch } from './plan-match.ts'
import type { MatchAnswer, PairIds, Policy, Problem } from './problem.ts'

/** What a run loses by a pin: mentees paired and worth of all pairs, both negative where the pin gains (it may cost priority, which goes first). */
export type PinPrice = PairIds & {
  readonly pairsLost: number
  readonly worthLost: number
  readonly waitingChanges: boolean
}

/** The price of every kept pin, by running without it. Policy: PRODUCT.md "Matching", pins. */
export function priceOfPins(problem: Problem, policy: Policy, answer: MatchAnswer): readonly PinPrice[] {
  const kept = answer.pairs.filter((pair) => pair.pinned)
  return kept.map(({ mentorId, menteeId }) => {
    const pinned = policy.pinned.filter((it) => it.mentorId !== mentorId || it.menteeId !== menteeId)
    const free = planMatch(problem, { ...policy, pinned })
    return {
      mentorId,
      menteeId,
      pairsLost: free.totals.pairs - answer.totals.pairs,
      worthLost: free.totals.worth - answer.totals.worth,
      waitingChanges: free.waitingList.join('\n') !== answer.waitingList.join('\n'),
    }
  })
}
