import { Temporal } from 'temporal-polyfill'
import type { Day } from '../model/day.ts'
import { addDays, dayIn, endOfDay, startOfDay } from './days.ts'
import { type Available, STEP_MINUTES } from './shared-times.ts'
import { workingSpan } from './working-hours.ts'

const MS_PER_MINUTE = 60_000
const STEP_MS = STEP_MINUTES * MS_PER_MINUTE

/** Every start on the half hour of the clock of a zone, in milliseconds of the epoch, from a day to another, both inclusive. Policy: an event begins on the half hour. */
export function halfHours(from: Day, until: Day, zone: string): readonly number[] {
  const first = Temporal.Instant.from(startOfDay(from, zone)).epochMilliseconds
  const last = Temporal.Instant.from(endOfDay(until, zone)).epochMilliseconds
  return Array.from({ length: Math.max(0, Math.ceil((last - first) / STEP_MS)) }, (_, at) => first + at * STEP_MS)
}

/**
 * Places in `starts`, which `halfHours` made, at which something of `minutes` can begin and lie wholly inside one working day of
 * somebody. Ascending. Clock changes count as they happen. Policy: an event has a session inside everybody's hours.
 */
export function startsInside(who: Available, starts: readonly number[], minutes: number): readonly number[] {
  const [first, last] = [starts[0], starts.at(-1)]
  if (first === undefined || last === undefined) return []
  const dayOf = (at: number) => dayIn(Temporal.Instant.fromEpochMilliseconds(at).toString(), who.hours.zone)
  const found = new Set<number>()
  // A shift that passes midnight began on the day before.
  for (let day = addDays(dayOf(first), -1); day <= dayOf(last); day = addDays(day, 1)) {
    const span = who.holidays.has(day) ? null : workingSpan(who.hours, day)
    if (!span) continue
    const from = Math.max(0, Math.ceil((span.from - first) / STEP_MS))
    const until = Math.min(starts.length - 1, Math.floor((span.until - minutes * MS_PER_MINUTE - first) / STEP_MS))
    for (let at = from; at <= until; at += 1) found.add(at)
  }
  return [...found].sort((a, b) => a - b)
}
