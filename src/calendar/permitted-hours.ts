import { Temporal } from 'temporal-polyfill'
import type { Day } from '../model/day.ts'
import { weekdayOf } from './days.ts'

/** When a person may be written to: an IANA zone, the ISO weekdays 1 to 7 they work on, those they want quiet, and their holidays. */
export type QuietRules = {
  readonly zone: string
  readonly weekdays: readonly number[]
  readonly holidays: ReadonlySet<Day>
  /** Days of the week on which they want no letter; where no day they work on would be left, they count for nothing. */
  readonly quietDays?: readonly number[]
}

/** The hours of the day, in the person's zone, from which and until which a letter may leave. PRODUCT.md, nothing in the night. */
export const LETTERS_FROM_HOUR = 8
export const LETTERS_UNTIL_HOUR = 20
/** Monday to Friday, for somebody whose directory row names no day. */
const USUAL_WEEKDAYS = [1, 2, 3, 4, 5]
/** Days looked ahead: longer than any row of holidays. */
const MOST_DAYS_AHEAD = 400

/**
 * The first instant, from the given one on, at which a letter may reach a person: between 08:00 and 20:00 in their zone, on a day
 * they work that is no holiday of theirs. ISO 8601 with milliseconds and Z. Null where none is within 400 days. Source: issue 4, quiet hours.
 */
export function nextPermittedInstant(fromIso: string, rules: QuietRules): string | null {
  const from = Temporal.Instant.from(fromIso)
  const first = from.toZonedDateTimeISO(rules.zone).toPlainDate()
  for (let ahead = 0; ahead <= MOST_DAYS_AHEAD; ahead += 1) {
    const day = first.add({ days: ahead })
    if (!isPermittedDay(day.toString(), rules)) continue
    const opens = instantAt(day, LETTERS_FROM_HOUR, rules.zone)
    const closes = instantAt(day, LETTERS_UNTIL_HOUR, rules.zone)
    const at = Temporal.Instant.compare(from, opens) > 0 ? from : opens
    const isThatDay = at.toZonedDateTimeISO(rules.zone).toPlainDate().equals(day)
    // A zone that moves across the date line leaves a whole day out.
    if (isThatDay && Temporal.Instant.compare(at, closes) < 0) return at.toString({ smallestUnit: 'millisecond' })
  }
  return null
}

/** Whether a letter may reach a person at just this instant. Source: issue 4, quiet hours. */
export function isPermittedAt(atIso: string, rules: QuietRules): boolean {
  const next = nextPermittedInstant(atIso, rules)
  return next !== null && Temporal.Instant.compare(Temporal.Instant.from(next), Temporal.Instant.from(atIso)) <= 0
}

function isPermittedDay(day: Day, rules: QuietRules): boolean {
  return openWeekdays(rules).includes(weekdayOf(day)) && !rules.holidays.has(day)
}

/** The ISO weekdays on which a letter may reach a person; never none. Source: issue 4, each person chooses quiet days. */
export function openWeekdays({
  weekdays,
  quietDays = [],
}: Pick<QuietRules, 'weekdays' | 'quietDays'>): readonly number[] {
  const working = weekdays.length > 0 ? weekdays : USUAL_WEEKDAYS
  const open = working.filter((day) => !quietDays.includes(day))
  return open.length > 0 ? open : working
}

function instantAt(day: Temporal.PlainDate, hour: number, zone: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).toInstant()
}
