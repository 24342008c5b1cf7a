import { no, type Outcome, yes } from '../../../model/outcome.ts'

/** Days ahead to which a moment may be set. Own choice: what lies further off is a year that was mistyped. */
export const FURTHEST_DAYS = 366
const DAY_MS = 86_400_000

/** Whether everyone may hear at a moment: one to come, and within a year. */
export function decideMoment(it: { at: string; now: string }): Outcome<null> {
  const ahead = Date.parse(it.at) - Date.parse(it.now)
  if (ahead <= 0) return no('moment-has-passed')
  return ahead > FURTHEST_DAYS * DAY_MS ? no('moment-too-far') : yes(null)
}
