import { Temporal } from 'temporal-polyfill'
import type { Day } from '../model/day.ts'
import { addDays, dayIn } from './days.ts'

/**
 * The starts of a series that keeps its wall-clock time in a zone over every clock change: the first instant and one each
 * `everyDays` days until a last day, at most `most`. ISO 8601 with milliseconds and Z. A time that a change leaves out is the one
 * after the gap, and of a time that comes twice the first. Source: issue 4, meetings; Temporal, "compatible".
 */
export function seriesStarts(
  firstIso: string,
  zone: string,
  everyDays: number,
  untilDay: Day,
  most: number,
): readonly string[] {
  const time = Temporal.Instant.from(firstIso).toZonedDateTimeISO(zone).toPlainTime()
  const first = dayIn(firstIso, zone)
  const starts: string[] = []
  for (let day = first; day <= untilDay && starts.length < most; day = addDays(day, everyDays)) {
    const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time })
    starts.push(at.toInstant().toString({ smallestUnit: 'millisecond' }))
  }
  return starts
}
