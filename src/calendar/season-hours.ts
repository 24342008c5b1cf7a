import { Temporal } from 'temporal-polyfill'
import type { Day } from '../model/day.ts'
import { addDays, weekdayOf } from './days.ts'
import type { WorkingHours } from './working-hours.ts'

/** Weeks with the same working hours in UTC: `spans` are minutes after the week's Monday 00:00 UTC, 0 to 10,080, ascending and apart. */
export type HoursRun = { readonly weeks: number; readonly spans: readonly (readonly [number, number])[] }

const MS_PER_MINUTE = 60_000
const WEEK_MINUTES = 10_080
const DAYS_A_WEEK = 7

/** Somebody's working hours in UTC over all weeks that the days from `from` to `until` touch, Monday to Sunday. Clock changes count as they happen. */
export function seasonHours(hours: WorkingHours, from: Day, until: Day): readonly HoursRun[] {
  const first = addDays(from, 1 - weekdayOf(from))
  const start = Temporal.PlainDate.from(first).toZonedDateTime('UTC').epochMilliseconds
  const weeks = Math.floor(daysBetween(first, until) / DAYS_A_WEEK) + 1
  // A zone may be most of a day away from UTC and a shift may pass midnight: two days either side see everything.
  const spans = joined(
    Array.from({ length: weeks * DAYS_A_WEEK + 4 }, (_, at) => spanOn(hours, addDays(first, at - 2), start)).flatMap(
      (span) => (span ? [span] : []),
    ),
  )
  const byWeek: [number, number][][] = Array.from({ length: weeks }, () => [])
  for (const [begins, ends] of spans)
    for (let week = Math.floor(begins / WEEK_MINUTES); week * WEEK_MINUTES < ends; week++) {
      const at = week * WEEK_MINUTES
      byWeek[week]?.push([Math.max(0, begins - at), Math.min(WEEK_MINUTES, ends - at)])
    }
  return inRuns(byWeek)
}

function daysBetween(from: Day, until: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), { largestUnit: 'day' }).days
}

/** Minutes after `start`; none on a day off. An `until` at or before `from` is on the next day. */
function spanOn(hours: WorkingHours, day: Day, start: number): [number, number] | null {
  if (!hours.weekdays.includes(weekdayOf(day))) return null
  const last = hours.until <= hours.from ? addDays(day, 1) : day
  const minutes = (on: Day, time: string) =>
    Math.round(
      (Temporal.PlainDateTime.from(`${on}T${time}`).toZonedDateTime(hours.zone).epochMilliseconds - start) /
        MS_PER_MINUTE,
    )
  const span: [number, number] = [minutes(day, hours.from), minutes(last, hours.until)]
  return span[0] < span[1] ? span : null
}

/** Shifts that follow or overlap each other become one. */
function joined(spans: readonly [number, number][]): [number, number][] {
  const out: [number, number][] = []
  for (const span of [...spans].sort((a, b) => a[0] - b[0])) {
    const before = out.at(-1)
    if (before && span[0] <= before[1]) before[1] = Math.max(before[1], span[1])
    else out.push([...span])
  }
  return out
}

function inRuns(byWeek: readonly [number, number][][]): HoursRun[] {
  const runs: { weeks: number; spans: [number, number][]; key: string }[] = []
  for (const spans of byWeek) {
    const key = JSON.stringify(spans)
    const before = runs.at(-1)
    if (before?.key === key) before.weeks += 1
    else runs.push({ weeks: 1, spans, key })
  }
  return runs.map(({ weeks, spans }) => ({ weeks, spans }))
}
