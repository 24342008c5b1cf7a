import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, mondayOf, weekdayOf } from './days.ts'
import { overlapMinutes, overlapMinutesBetween, usualHours } from './working-hours.ts'

const day = fc.integer({ min: 0, max: 9000 }).map((n) => addDays('2010-01-01', n))
const zone = fc.constantFrom(
  'UTC',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'America/New_York',
)

describe('working hours', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin', '2021-07-08', 480],
    ['America/New_York', 'America/Los_Angeles', '2021-07-08', 300],
    ['Europe/Berlin', 'America/New_York', '2021-07-08', 120],
    ['Europe/Berlin', 'America/New_York', '2021-03-15', 180],
    ['Europe/Berlin', 'America/Los_Angeles', '2021-07-08', 0],
    ['Europe/Berlin', 'Europe/Berlin', '2021-07-10', 0],
    ['America/Los_Angeles', 'Pacific/Auckland', '2021-07-08', 180],
    ['America/Los_Angeles', 'Pacific/Auckland', '2021-07-09', 0],
  ])('%s and %s share on %s %i minutes', (a, b, on, minutes) => {
    expect(overlapMinutes(usualHours(a), usualHours(b), on)).toBe(minutes)
  })

  it('a shift past midnight meets the next morning', () => {
    const night = { ...usualHours('UTC'), from: '22:00', until: '06:00' }
    const early = { ...usualHours('UTC'), from: '04:00', until: '12:00' }
    expect(overlapMinutes(night, early, '2021-07-08')).toBe(120)
  })

  it('people in one zone share eight hours on a working day and none at the weekend', () => {
    fc.assert(
      fc.property(day, zone, (on, place) => {
        expect(overlapMinutes(usualHours(place), usualHours(place), on)).toBe(weekdayOf(on) < 6 ? 480 : 0)
      }),
    )
  })

  it('over whole weeks both sides count the same, and a range is the sum of its days', () => {
    fc.assert(
      fc.property(day, zone, zone, (on, a, b) => {
        const monday = mondayOf(on)
        const from = addDays(monday, -1)
        const until = addDays(monday, 5)
        const there = overlapMinutesBetween(usualHours(a), usualHours(b), from, until)
        expect(there).toBe(overlapMinutesBetween(usualHours(b), usualHours(a), from, until))
        const days = Array.from({ length: 7 }, (_, n) => overlapMinutes(usualHours(a), usualHours(b), addDays(from, n)))
        expect(days.reduce((x, y) => x + y, 0)).toBe(there)
      }),
      { numRuns: 40 },
    )
  })
})
