import { Temporal } from 'temporal-polyfill'
import { type Day, isDay } from '../model/day.ts'
import { faulty, type Read, read } from './cell.ts'

export type DateOrder = 'iso' | 'dmy' | 'mdy'

const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/
const CLOCK = /^(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?$/
const DAY_REMEDY = 'write the day as YYYY-MM-DD, such as 2021-07-08'

/** A day from a cell; an ISO day is read under every order. */
export function readDay(text: string, order: DateOrder): Read<Day> {
  if (isDay(text)) return read(text)
  const found = SLASHED.exec(text)
  if (!found) return faulty('not-a-date', 'is not a date', DAY_REMEDY)
  const dmy = isoDay(found[3], found[2], found[1])
  const mdy = isoDay(found[3], found[1], found[2])
  if (order === 'iso') return withoutOrder(dmy, mdy)
  const day = order === 'dmy' ? dmy : mdy
  return day ? read(day) : faulty('not-a-date', `is not a date when read with --dates ${order}`, DAY_REMEDY)
}

/** An instant from a cell, as ISO 8601 in UTC; a time without offset is read in `zone` when one is given. */
export function readInstant(text: string, order: DateOrder, zone: string | undefined): Read<string> {
  const [, dayText = '', clock = '00:00', offset] =
    /^(\S+?)(?:[T ]+(\d[\d:.]*?))?\s*(Z|[+-]\d\d:?\d\d)?$/i.exec(text) ?? []
  const day = readDay(dayText, order)
  if (!day.ok) return day
  if (!CLOCK.test(clock)) return faulty('not-a-time', 'is not a date and time', 'write it as 2021-05-20T08:12:22Z')
  const local = `${day.value}T${clock.padStart(clock.indexOf(':') === 1 ? clock.length + 1 : 0, '0')}`
  if (offset) return instantOf(() => Temporal.Instant.from(`${local}${offset.toUpperCase()}`))
  if (zone === undefined)
    return faulty('no-time-zone', 'does not say its time zone', 'add Z or an offset, such as 2021-05-20T08:12:22+02:00')
  return instantOf(() => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant())
}

function instantOf(make: () => Temporal.Instant): Read<string> {
  try {
    return read(new Date(make().epochMilliseconds).toISOString())
  } catch {
    return faulty('not-a-time', 'is not a date and time', 'write it as 2021-05-20T08:12:22Z')
  }
}

function withoutOrder(dmy: Day | null, mdy: Day | null): Read<Day> {
  if (dmy && mdy && dmy !== mdy) {
    const both = `may be ${dmy} (day first) or ${mdy} (month first)`
    return faulty(
      'ambiguous-date',
      both,
      'import again with --dates dmy or --dates mdy, or write the day as YYYY-MM-DD',
    )
  }
  if (!dmy && !mdy) return faulty('not-a-date', 'is not a date', DAY_REMEDY)
  const order = dmy ? 'dmy' : 'mdy'
  return faulty(
    'not-a-date',
    'is not a date as YYYY-MM-DD',
    `import again with --dates ${order}, which reads it as ${dmy ?? mdy}`,
  )
}

function isoDay(year = '', month = '', day = ''): Day | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? iso : null
}
