import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays } from './days.ts'
import { isPermittedAt, nextPermittedInstant } from './permitted-hours.ts'

const ZONES = Intl.supportedValuesOf('timeZone')
const WEEK = [1, 2, 3, 4, 5]
const none: ReadonlySet<string> = new Set()

describe('when a letter may reach a person', () => {
  it.each([
    ['in the working day, at once', '2026-03-04T10:00:00.000Z', 'Etc/UTC', '2026-03-04T10:00:00.000Z'],
    ['in the night, at eight', '2026-03-04T02:00:00.000Z', 'Etc/UTC', '2026-03-04T08:00:00.000Z'],
    ['at eight in the evening, the next morning', '2026-03-04T20:00:00.000Z', 'Etc/UTC', '2026-03-05T08:00:00.000Z'],
    ['on Friday evening, on Monday', '2026-03-06T21:00:00.000Z', 'Etc/UTC', '2026-03-09T08:00:00.000Z'],
    [
      'over a clock change, at eight by the new clock',
      '2026-03-27T21:00:00.000Z',
      'Europe/Berlin',
      '2026-03-30T06:00:00.000Z',
    ],
    [
      'where the date line was crossed, on a day that was',
      '2011-12-30T07:00:00.000Z',
      'Pacific/Apia',
      '2012-01-01T18:00:00.000Z',
    ],
  ])('%s', (_, from, zone, at) => {
    expect(nextPermittedInstant(from, { zone, weekdays: WEEK, holidays: none })).toBe(at)
  })

  it('a holiday is left out, and somebody who works on Sundays is written to on one', () => {
    const holidays = new Set(['2026-03-09'])
    const at = '2026-03-07T10:00:00.000Z'
    expect(nextPermittedInstant(at, { zone: 'Etc/UTC', weekdays: WEEK, holidays })).toBe('2026-03-10T08:00:00.000Z')
    expect(nextPermittedInstant(at, { zone: 'Etc/UTC', weekdays: [7, 1, 2, 3, 4], holidays: none })).toBe(
      '2026-03-08T08:00:00.000Z',
    )
    expect(nextPermittedInstant(at, { zone: 'Etc/UTC', weekdays: [], holidays: none })).toBe('2026-03-09T08:00:00.000Z')
  })

  it('in every zone there is, around both clock changes of any year, never in the night, on a day off or on a holiday', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 40 * 366 * 96 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 6 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
        (zone, quarters, weekdays, off, quietDays) => {
          const from = new Date(Date.UTC(2005, 0, 1) + quarters * 900_000).toISOString()
          const holidays = new Set(off.map((n) => addDays(from.slice(0, 10), n)))
          const rules = { zone, weekdays, holidays, quietDays }
          const found = nextPermittedInstant(from, rules)
          expect(found).not.toBeNull()
          const at = Temporal.Instant.from(found ?? '').toZonedDateTimeISO(zone)
          expect(at.hour >= 8 && at.hour < 20).toBe(true)
          expect(weekdays).toContain(at.dayOfWeek)
          if (weekdays.some((day) => !quietDays.includes(day))) expect(quietDays).not.toContain(at.dayOfWeek)
          expect(holidays.has(at.toPlainDate().toString())).toBe(false)
          expect((found ?? '') >= from).toBe(true)
          expect(isPermittedAt(found ?? '', rules)).toBe(true)
          expect(nextPermittedInstant(found ?? '', rules)).toBe(found)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('each zone there is has its eight o’clock on each Monday of a year, whatever its clocks do', () => {
    for (const zone of ZONES)
      for (let sunday = '2026-01-04'; sunday < '2027-01-01'; sunday = addDays(sunday, 7)) {
        const rules = { zone, weekdays: WEEK, holidays: none }
        const found = nextPermittedInstant(`${sunday}T12:00:00Z`, rules) ?? ''
        const local = Temporal.Instant.from(found).toZonedDateTimeISO(zone)
        expect(`${zone} ${local.toPlainDateTime()}`).toBe(`${zone} ${addDays(sunday, 1)}T08:00:00`)
      }
  })
})
