import { Temporal } from 'temporal-polyfill'
import type { Day } from '../model/day.ts'
import { addDays, dayIn } from './days.ts'
import { type Span, type WorkingHours, workingSpan } from './working-hours.ts'

/** Somebody whose time is asked for: their working hours and their holidays. */
export type Available = { readonly hours: WorkingHours; readonly holidays: ReadonlySet<Day> }

/** Meetings begin on the half hour. Own choice, minutes. */
export const STEP_MINUTES = 30
/** The middle of the shared time first: nobody begins or ends the day with it. */
const MS_PER_MINUTE = 60_000

/**
 * Up to `most` starts of a meeting of `minutes` that lies wholly inside both people's working hours, on different days of the
 * first person's zone, from an instant on for `days` days: of each day the time nearest the middle of what they share. ISO 8601
 * with milliseconds and Z. Clock changes count as they happen. Source: issue 4, meetings; PRODUCT.md, meet.
 */
export function proposeTimes(
  first: Available,
  second: Available,
  it: { readonly from: string; readonly days: number; readonly minutes: number; readonly most: number },
): readonly string[] {
  const found: string[] = []
  const from = Temporal.Instant.from(it.from).epochMilliseconds
  const today = dayIn(it.from, first.hours.zone)
  for (let ahead = 0; ahead < it.days && found.length < it.most; ahead += 1) {
    const day = addDays(today, ahead)
    const own = spanOf(first, day)
    if (!own) continue
    // Zones reach from UTC-12 to UTC+14 and a shift may pass midnight: two days either side see everything.
    const shared = [-2, -1, 0, 1, 2].flatMap((n) => {
      const other = spanOf(second, addDays(day, n))
      return other ? [{ from: Math.max(own.from, other.from, from), until: Math.min(own.until, other.until) }] : []
    })
    const starts = shared.flatMap((span) => middleOf(span, it.minutes))
    const start = starts[0]
    if (start !== undefined)
      found.push(Temporal.Instant.fromEpochMilliseconds(start).toString({ smallestUnit: 'millisecond' }))
  }
  return found
}

/** The start on the half hour nearest the middle of a span that holds the meeting; none if the span is too short. */
function middleOf({ from, until }: Span, minutes: number): readonly number[] {
  const step = STEP_MINUTES * MS_PER_MINUTE
  const earliest = Math.ceil(from / step) * step
  const latest = Math.floor((until - minutes * MS_PER_MINUTE) / step) * step
  if (earliest > latest) return []
  return [earliest + Math.floor((latest - earliest) / 2 / step) * step]
}

/** A holiday is a day off. */
function spanOf({ hours, holidays }: Available, day: Day): Span | null {
  return holidays.has(day) ? null : workingSpan(hours, day)
}
