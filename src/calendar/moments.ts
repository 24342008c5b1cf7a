import { Temporal } from 'temporal-polyfill'
import type { Day } from '../model/day.ts'

/** The instant, ISO 8601 with Z, at which a clock in an IANA zone shows `HH:MM` on a day; in a gap of the clock the time after it. Policy: a season's times are in its zone. */
export function instantAt(day: Day, time: string, zone: string): string {
  const at = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone)
  return at.toInstant().toString({ smallestUnit: 'second' })
}

/** What a clock in an IANA zone shows at an instant: the day and `HH:MM`. Policy: people read times in their own zone. */
export function clockIn(instantIso: string, zone: string): { readonly day: Day; readonly time: string } {
  const at = Temporal.Instant.from(instantIso).toZonedDateTimeISO(zone)
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' })
  return { day: at.toPlainDate().toString(), time }
}

/** The instant so many minutes later, ISO 8601 with Z. Policy: a meeting lasts its minutes, whatever the clock does. */
export function minutesLater(instantIso: string, minutes: number): string {
  return Temporal.Instant.from(instantIso).add({ minutes }).toString({ smallestUnit: 'second' })
}
