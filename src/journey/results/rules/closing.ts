import { addDays, addWorkingDays } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import { no, type Outcome, yes } from '../../../model/outcome.ts'
import type { Program } from '../../../model/program.ts'
import { DAYS_TO_DENY } from '../../meet/rules.ts'

/** Days after the close in which it can be taken back. */
export const DAYS_TO_REOPEN = 14

/** From when nothing is open any more that only time closes: the last meeting can be denied no longer. */
export function closableOn({ endsOn }: Pick<Program, 'endsOn'>): Day {
  return addDays(addWorkingDays(endsOn, DAYS_TO_DENY), 1)
}

/** A season is closed when it is over, with whatever is still open: the page says what. Issue 7, closing. */
export function decideClosing({ endsOn }: Pick<Program, 'endsOn'>, today: Day): Outcome<Day> {
  return today > endsOn ? yes(today) : no('season-runs', { endsOn })
}

/** The close is taken back for some days, for whoever pressed too early. */
export function decideReopening(closedOn: Day | null, today: Day): Outcome<Day> {
  if (closedOn === null) return no('season-not-closed')
  const until = addDays(closedOn, DAYS_TO_REOPEN)
  return today <= until ? yes(today) : no('closed-for-good', { until })
}
