import { Temporal } from 'temporal-polyfill'
import type { Day } from '../model/day.ts'
import { addDays, weekdayOf } from './days.ts'

/** When a person works: wall-clock times `HH:MM` in an IANA zone, on ISO weekdays 1 Monday to 7 Sunday; `until` at or before `from` is on the next day. */
export type WorkingHours = {
  readonly zone: string
  readonly from: string
  readonly until: string
  readonly weekdays: readonly number[]
}

/** From when until when, in milliseconds of the epoch. */
export type Span = { readonly from: number; readonly until: number }
const MS_PER_MINUTE = 60_000

/** Working hours of somebody who gave only a zone: 09:00 to 17:00, Monday to Friday. Policy: the directory's default. */
export function usualHours(zone: string): WorkingHours {
  return { zone, from: '09:00', until: '17:00', weekdays: [1, 2, 3, 4, 5] }
}

/** Minutes, 0 to 1,500, that both work during the first person's working day which begins on `day` in the first person's zone. Clock changes count as they happen. */
export function overlapMinutes(first: WorkingHours, second: WorkingHours, day: Day): number {
  const own = workingSpan(first, day)
  if (!own) return 0
  // Zones reach from UTC-12 to UTC+14 and a shift may pass midnight: two days either side see everything.
  const spans = [-2, -1, 0, 1, 2].map((n) => workingSpan(second, addDays(day, n)))
  const shared = spans.reduce((sum, span) => sum + (span ? sharedMs(own, span) : 0), 0)
  return Math.floor(shared / MS_PER_MINUTE)
}

/** Whether somebody works from an instant (ISO 8601 with Z) for so many minutes without a break. Policy: an event has a session inside everybody's hours. */
export function worksThrough(hours: WorkingHours, fromIso: string, minutes: number): boolean {
  const from = Temporal.Instant.from(fromIso).epochMilliseconds
  const day = Temporal.Instant.from(fromIso).toZonedDateTimeISO(hours.zone).toPlainDate().toString()
  // A shift that passes midnight began on the day before.
  const spans = [addDays(day, -1), day].map((it) => workingSpan(hours, it))
  return spans.some((span) => span && span.from <= from && from + minutes * MS_PER_MINUTE <= span.until)
}

/** Minutes both work over the first person's working days from `from` to `until`, both inclusive. */
export function overlapMinutesBetween(first: WorkingHours, second: WorkingHours, from: Day, until: Day): number {
  let minutes = 0
  for (let day = from; day <= until; day = addDays(day, 1)) minutes += overlapMinutes(first, second, day)
  return minutes
}

/** The working day of somebody that begins on `day` in their zone; null on a day off. Clock changes count as they happen. Policy: the directory's hours. */
export function workingSpan(hours: WorkingHours, day: Day): Span | null {
  if (!hours.weekdays.includes(weekdayOf(day))) return null
  const last = hours.until <= hours.from ? addDays(day, 1) : day
  return { from: instantMs(day, hours.from, hours.zone), until: instantMs(last, hours.until, hours.zone) }
}

function instantMs(day: Day, time: string, zone: string): number {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds
}

function sharedMs(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.until, b.until) - Math.max(a.from, b.from))
}
