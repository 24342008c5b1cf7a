import { addDays, daysBetween } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import type { PairFact } from '../../../model/figures.ts'
import { isPausedOn, planPairWindows } from '../rules.ts'
import type { Rhythm } from './decide-answer.ts'

/** Days from one "still going?" to the next. Issue 4: once a month. */
const DAYS_BETWEEN = 30
/** Days on which it may still be written: a machine that stood still for longer leaves it out. */
const DAYS_TO_CATCH_UP = 6
/** Days before a pair's last meeting day from which nobody is asked any more. Own choice. */
const DAYS_BEFORE_END = 14

/**
 * Which month's "still going?" is due to a pair on a day, 1 for the first; null where none is. It is asked of pairs that are
 * neither paused nor ended, every thirty days from the pair's first window, and not in its last two weeks. Days are the season's.
 * PRODUCT.md, meet; issue 4, when it goes quiet.
 */
export function planStillGoing(rhythm: Rhythm, pair: PairFact, today: Day): number | null {
  const first = planPairWindows(rhythm, pair)[0]?.firstDay
  if (!first || pair.publishedOn > today || today > addDays(rhythm.until, -DAYS_BEFORE_END)) return null
  if ((pair.endedOn !== null && pair.endedOn <= today) || isPausedOn(pair, today)) return null
  const since = daysBetween(first, today)
  const month = Math.floor(since / DAYS_BETWEEN)
  return month >= 1 && since - month * DAYS_BETWEEN <= DAYS_TO_CATCH_UP ? month : null
}
