import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { proposeTimes } from './shared-times.ts'
import { usualHours } from './working-hours.ts'

const free = (zone: string, holidays: readonly string[] = []) => ({
  hours: usualHours(zone),
  holidays: new Set(holidays),
})
const asked = { from: '2026-03-02T12:00:00.000Z', days: 14, minutes: 30, most: 3 }

describe('times that suit both', () => {
  it.each([
    [
      'in one zone, the middle of the day',
      'Etc/UTC',
      'Etc/UTC',
      ['2026-03-02T14:00:00.000Z', '2026-03-03T12:30:00.000Z', '2026-03-04T12:30:00.000Z'],
    ],
    [
      'over an ocean, what they share',
      'Europe/Berlin',
      'America/New_York',
      ['2026-03-02T14:30:00.000Z', '2026-03-03T14:30:00.000Z', '2026-03-04T14:30:00.000Z'],
    ],
    ['where they share nothing, none', 'Europe/Berlin', 'Pacific/Honolulu', []],
  ])('%s', (_, first, second, times) => {
    expect(proposeTimes(free(first), free(second), asked)).toEqual(times)
  })

  it('a holiday of either is left out', () => {
    expect(proposeTimes(free('Etc/UTC', ['2026-03-03']), free('Etc/UTC', ['2026-03-04']), asked)).toEqual([
      '2026-03-02T14:00:00.000Z',
      '2026-03-05T12:30:00.000Z',
      '2026-03-06T12:30:00.000Z',
    ])
  })

  it('in any two zones, at any time of year, each lies wholly inside both working days, and never in the past', () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    fc.assert(
      fc.property(
        zone,
        zone,
        fc.integer({ min: 0, max: 35_000 }),
        fc.constantFrom(15, 30, 60, 90),
        (a, b, quarters, minutes) => {
          const from = new Date(Date.UTC(2026, 0, 1) + quarters * 900_000).toISOString()
          for (const start of proposeTimes(free(a), free(b), { ...asked, from, minutes })) {
            expect(start >= from).toBe(true)
            for (const place of [a, b]) {
              const at = Temporal.Instant.from(start).toZonedDateTimeISO(place)
              const end = at.add({ minutes })
              expect(at.dayOfWeek).toBeLessThan(6)
              expect(at.hour >= 9 && end.toPlainTime().toString() <= '17:00:00').toBe(true)
            }
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})
