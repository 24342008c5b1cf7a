import type { Day } from '../../model/day.ts'
import type { When } from '../../model/program.ts'

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const QUARTERS = ['first', 'second', 'third', 'fourth']

/** "Thursday 8 July 2021"; the year is left out when it is the one given. */
export function longDay(day: Day, knownYear?: string): string {
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
  return `${weekday} ${shortDay(day, knownYear)}`
}

/** "8 July 2021"; the year is left out when it is the one given. */
export function shortDay(day: Day, knownYear?: string): string {
  return withYear(dayAndMonth(day), day, knownYear)
}

/** "20 May to 7 June 2021", "7 to 23 June 2021", or both years when they differ. */
export function dayRange(from: Day, until: Day, knownYear?: string): string {
  if (from === until) return shortDay(from, knownYear)
  return `${beforeDay(from, until, knownYear)} to ${shortDay(until, knownYear)}`
}

/** "7 and 8 July 2021", "7, 8 and 30 July 2021". */
export function dayList(days: readonly Day[], knownYear?: string): string {
  const last = days[days.length - 1]
  if (last === undefined) return ''
  const before = days.slice(0, -1).map((day) => beforeDay(day, last, knownYear))
  return before.length === 0 ? shortDay(last, knownYear) : `${before.join(', ')} and ${shortDay(last, knownYear)}`
}

/** When a milestone happens, in words that open a line. */
export function whenInWords(when: When, knownYear?: string): string {
  if ('day' in when) return longDay(when.day, knownYear)
  if ('days' in when) return dayList(when.days, knownYear)
  if ('from' in when) return dayRange(when.from, when.until, knownYear)
  if ('weekOf' in when) return `Week of ${shortDay(when.weekOf, knownYear)}${when.dayOpen ? ', day to be decided' : ''}`
  if ('month' in when) return withYear(monthName(when.month), when.month, knownYear)
  if ('quarter' in when) return `${quarterName(when.quarter)} of ${when.quarter.slice(0, 4)}`
  if ('by' in when) return `By ${longDay(when.by, knownYear)}`
  if ('relative' in when) return when.relative
  return 'To be decided'
}

/** "week", "two weeks" or "10 days": what follows "every". */
export function lengthInWords(everyDays: number): string {
  if (everyDays === 1) return 'day'
  if (everyDays === 7) return 'week'
  return everyDays === 14 ? 'two weeks' : `${everyDays} days`
}

/** The name of one cadence window: "week", "two-week window", "10-day window". */
export function windowName(everyDays: number): string {
  if (everyDays === 1) return 'day'
  if (everyDays === 7) return 'week'
  return everyDays === 14 ? 'two-week window' : `${everyDays}-day window`
}

/** An instant in UTC: "Thursday 8 July 2021, 09:05 UTC". */
export function instantInWords(instant: string): string {
  return `${longDay(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC`
}

function dayAndMonth(day: Day): string {
  return `${Number(day.slice(8, 10))} ${monthName(day)}`
}

/** "July", of a day or a month. */
export function monthName(day: string): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] ?? ''
}

function quarterName(quarter: string): string {
  const ordinal = QUARTERS[Number(quarter.slice(6)) - 1] ?? ''
  return `${ordinal.charAt(0).toUpperCase()}${ordinal.slice(1)} quarter`
}

function withYear(text: string, day: string, knownYear?: string): string {
  return day.slice(0, 4) === knownYear ? text : `${text} ${day.slice(0, 4)}`
}

/** A day said before another: month and year are left to the later one where they are the same. */
function beforeDay(day: Day, later: Day, knownYear?: string): string {
  if (day.slice(0, 7) === later.slice(0, 7)) return String(Number(day.slice(8, 10)))
  return day.slice(0, 4) === later.slice(0, 4) ? dayAndMonth(day) : shortDay(day, knownYear)
}
