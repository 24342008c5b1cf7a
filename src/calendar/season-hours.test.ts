import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { type HoursRun, seasonHours } from './season-hours.ts'
import { usualHours, type WorkingHours } from './working-hours.ts'

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'America/St_Johns',
  'Africa/Casablanca',
]
const WEEK = 10_080

/** Every minute of the weeks, one by one: whether it is within a shift by the wall clock. */
function minuteByMinute(hours: WorkingHours, monday: string, weeks: number): boolean[] {
  const [begins, ends] = [minutesOf(hours.from), minutesOf(hours.until)]
  const start = Temporal.PlainDate.from(monday).toZonedDateTime('UTC')
  const step = 30
  // All zones here are whole halves of an hour from UTC, so half an hour is like each of its minutes.
  return Array.from({ length: (weeks * WEEK) / step }, (_, at) => {
    const here = start.add({ minutes: at * step }).withTimeZone(hours.zone)
    const clock = here.hour * 60 + here.minute
    const today = hours.weekdays.includes(here.dayOfWeek)
    const yesterday = hours.weekdays.includes(((here.dayOfWeek + 5) % 7) + 1)
    if (begins < ends) return today && clock >= begins && clock < ends
    return (today && clock >= begins) || (yesterday && clock < ends)
  }).flatMap((works) => Array<boolean>(step).fill(works))
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

function spelledOut(runs: readonly HoursRun[]): boolean[] {
  return runs.flatMap(({ weeks, spans }) => {
    const week = Array<boolean>(WEEK).fill(false)
    for (const [from, until] of spans) week.fill(true, from, until)
    return Array.from({ length: weeks }, () => week).flat()
  })
}

describe('the hours of a season in UTC', () => {
  it.each(ZONES)(
    '%s: every minute is counted, over both clock changes',
    (zone) => {
      for (const [from, until] of [
        ['2026-03-04', '2026-04-10'],
        ['2026-09-24', '2026-11-05'],
      ] as const) {
        const runs = seasonHours(usualHours(zone), from, until)
        const weeks = runs.reduce((sum, run) => sum + run.weeks, 0)
        const monday = from === '2026-03-04' ? '2026-03-02' : '2026-09-21'
        expect(spelledOut(runs)).toEqual(minuteByMinute(usualHours(zone), monday, weeks))
      }
    },
    30_000,
  )

  it('a night shift at the end of the week is cut at its end and loses nothing', () => {
    const hours = { zone: 'Europe/Berlin', from: '22:00', until: '06:00', weekdays: [7] }
    const runs = seasonHours(hours, '2026-03-09', '2026-04-05')
    expect(spelledOut(runs)).toEqual(minuteByMinute(hours, '2026-03-09', 4))
  })

  it('weeks alike are one run, and a clock change begins another', () => {
    const runs = seasonHours(usualHours('Europe/Berlin'), '2026-03-02', '2026-04-12')
    expect(runs.map((run) => run.weeks)).toEqual([4, 2])
    expect(runs.map((run) => run.spans[0])).toEqual([
      [480, 960],
      [420, 900],
    ])
    expect(seasonHours(usualHours('Asia/Kolkata'), '2026-01-01', '2026-12-31').map((run) => run.weeks)).toEqual([53])
  })
})
