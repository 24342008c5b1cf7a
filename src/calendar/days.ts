import { Temporal } from 'temporal-polyfill'
import type { Day } from '../model/day.ts'

const WEEKEND = 6

/** The day n calendar days later; earlier when n is negative. Policy: calendar days, never 24-hour steps. */
export function addDays(day: Day, n: number): Day {
  return Temporal.PlainDate.from(day).add({ days: n }).toString()
}

/** Whole calendar days from one day to another, 0 for the same day, negative when `until` is earlier. Policy: calendar days. */
export function daysBetween(from: Day, until: Day): number {
  return Temporal.PlainDate.from(from).until(until, { largestUnit: 'day' }).days
}

/** The day n calendar months later, clamped to the month's end: 31 January and one month is 28 or 29 February. Policy: tenure in months. */
export function addMonths(day: Day, n: number): Day {
  return Temporal.PlainDate.from(day).add({ months: n }, { overflow: 'constrain' }).toString()
}

/** The day it is in an IANA zone at an instant (ISO 8601 with offset or Z). Policy: a season's days are in its zone. */
export function dayIn(instantIso: string, zone: string): Day {
  return Temporal.Instant.from(instantIso).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The last millisecond of a day in an IANA zone, as an instant `...T..:..:..999Z`. Policy: a call that closes on a day takes all of that day. */
export function endOfDay(day: Day, zone: string): string {
  return startOfDay(addDays(day, 1), zone, -1)
}

/** The first instant of a day in an IANA zone, as ISO 8601 with milliseconds and Z; `plusMs` milliseconds later. Source: Temporal `startOfDay`, which knows days without a midnight. */
export function startOfDay(day: Day, zone: string, plusMs = 0): string {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(zone)
  return start.toInstant().add({ milliseconds: plusMs }).toString({ smallestUnit: 'millisecond' })
}

/** ISO 8601 day of the week, 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

/** Whether a day is Monday to Friday; public holidays are not known here. Policy: working days are Monday to Friday. */
export function isWorkingDay(day: Day): boolean {
  return weekdayOf(day) < WEEKEND
}

/** The first Monday to Friday after a day, never the day itself. Policy: working days are Monday to Friday. */
export function nextWorkingDay(day: Day): Day {
  return addWorkingDays(day, 1)
}

/** The n-th working day after a day, before it when n is negative; 0 is the day itself, even on a weekend. Policy: working days are Monday to Friday. */
export function addWorkingDays(day: Day, n: number): Day {
  const step = n < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(n); left > 0; ) {
    at = addDays(at, step)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}

/** The Monday of a day's ISO week (Monday to Sunday). Policy: "week of" is Monday to Friday. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

/** The Friday of a day's ISO week; for a weekend day that is the Friday before it. Policy: "week of" is Monday to Friday. */
export function fridayOf(day: Day): Day {
  return addDays(day, 5 - weekdayOf(day))
}
