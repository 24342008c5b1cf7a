import { dayIn } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import type { PairFact } from '../../../model/figures.ts'
import { type Planned, startsOf } from './planned-starts.ts'

/** What becomes of a planned meeting or series: it stays, it is withdrawn, or a series ends on an earlier day. */
export type Withdrawal =
  | { readonly does: 'stays' }
  | { readonly does: 'withdrawn' }
  | { readonly does: 'ends-on'; readonly on: Day }

const STAYS = { does: 'stays' } as const
const WITHDRAWN = { does: 'withdrawn' } as const

/**
 * What becomes of a pair's planned meeting at an instant, now that the pair ends or pauses or somebody of it is gone. A meeting to
 * come goes with the pair: from a pair that has ended at once, from one that will end after its last day. A pause takes what lies in
 * it; a series that goes on after a pause stays, and one that would reach past the pair's last day ends there. What is over stays.
 * Days are in the season's zone. Issue 4, real invitations.
 */
export function planWithdrawal(
  planned: Planned,
  pair: Pick<PairFact, 'endedOn' | 'pauses'>,
  isAnybodyGone: boolean,
  zone: string,
  now: string,
): Withdrawal {
  const today = dayIn(now, zone)
  const coming = startsOf(planned).filter((at) => at > now)
  if (coming.length === 0) return STAYS
  if (isAnybodyGone || (pair.endedOn !== null && pair.endedOn <= today)) return WITHDRAWN
  const days = coming.map((at) => dayIn(at, zone))
  const left = days.filter((day) => !isAfterEnd(pair, day) && !isPaused(pair, day))
  if (left.length === 0) return WITHDRAWN
  const last = left.at(-1) ?? ''
  // What lies after the last that is left is taken off the end; what lies between stays with its series.
  return planned.untilOn !== null && days.some((day) => day > last) ? { does: 'ends-on', on: last } : STAYS
}

function isAfterEnd({ endedOn }: Pick<PairFact, 'endedOn'>, day: Day): boolean {
  return endedOn !== null && day > endedOn
}

function isPaused({ pauses }: Pick<PairFact, 'pauses'>, day: Day): boolean {
  return pauses.some((pause) => pause.from <= day && (pause.until === null || pause.until >= day))
}
