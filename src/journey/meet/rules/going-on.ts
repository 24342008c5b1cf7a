import { addDays } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import type { PairFact } from '../../../model/figures.ts'
import { no, type Outcome, yes } from '../../../model/outcome.ts'
import { decidePause } from '../rules.ts'

/** Days after the season's end until which a pair may agree to go on: a year, as its texts are kept. */
export const LONGEST_EXTENSION_DAYS = 365

type Extension = {
  readonly id: string
  readonly askedBy: string
  readonly untilOn: Day | null
  readonly agreedBy: string | null
}

/** A pair goes on until a day after the season's end that both agree to; figures stop at that end. PRODUCT.md, meet. */
export function decideExtension(
  pair: Pick<PairFact, 'endedOn'>,
  seasonEndsOn: Day,
  until: Day,
  today: Day,
): Outcome<Day> {
  const after = seasonEndsOn > today ? seasonEndsOn : today
  const latest = addDays(seasonEndsOn, LONGEST_EXTENSION_DAYS)
  if (pair.endedOn !== null) return no('pair-ended', { endedOn: pair.endedOn })
  if (until <= after) return no('extension-too-early', { after })
  return until > latest ? no('extension-too-long', { latest }) : yes(until)
}

/** Until when both agreed to go on, and what the other one proposes beyond that; of several the latest counts. */
export function planExtension(
  requests: readonly Extension[],
  me: string,
  today: Day,
): { readonly agreedUntil: Day | null; readonly theirs: Extension | null; readonly mine: Extension | null } {
  const agreed = requests.filter((it) => it.agreedBy !== null && it.untilOn !== null)
  const agreedUntil = agreed[0]?.untilOn ?? null
  const newer = requests.slice(0, agreed[0] ? requests.indexOf(agreed[0]) : requests.length)
  const open = newer.filter((it) => it.untilOn !== null && it.untilOn > today && it.untilOn !== agreedUntil)
  return {
    agreedUntil,
    theirs: open.find((it) => it.askedBy !== me) ?? null,
    mine: open.find((it) => it.askedBy === me) ?? null,
  }
}

/** The pause that holds on a day, if one does. */
export function pauseOn(pair: Pick<PairFact, 'pauses'>, day: Day): PairFact['pauses'][number] | null {
  return pair.pauses.find((it) => it.from <= day && (it.until === null || it.until >= day)) ?? null
}

/** Either pauses their pair from today; one that holds already is not laid over. The same pause again is the same request. */
export function decideOwnPause(pair: PairFact, today: Day, until: Day | null): Outcome<'begins' | 'holds'> {
  const holds = pauseOn(pair, today)
  if (holds) return holds.until === until ? yes('holds') : no('paused-already', { until: holds.until })
  const decided = decidePause(pair, today, until)
  if (!decided.ok) return decided
  return pair.endedOn === null ? yes('begins') : no('pair-ended', { endedOn: pair.endedOn })
}
