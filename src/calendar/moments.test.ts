import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clockIn, instantAt, minutesLater } from './moments.ts'

it.each([
  ['2026-03-28', '10:00', 'Europe/Berlin', '2026-03-28T09:00:00Z'],
  ['2026-03-29', '10:00', 'Europe/Berlin', '2026-03-29T08:00:00Z'],
  ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
  ['2026-07-08', '09:15', 'Asia/Kathmandu', '2026-07-08T03:30:00Z'],
  ['2026-07-08', '08:00', 'Pacific/Tongatapu', '2026-07-07T19:00:00Z'],
])('%s %s in %s is %s', (day, time, zone, instant) => {
  expect(instantAt(day, time, zone)).toBe(instant)
})

it('a clock shows the time it was set to, but in the hour that a change of the clock leaves out', () => {
  const zones = fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Pacific/Tongatapu', 'Asia/Kolkata', 'Etc/UTC')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 4, max: 23 }), zones, (days, hour, zone) => {
      const day = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)
      const time = `${String(hour).padStart(2, '0')}:05`
      expect(clockIn(instantAt(day, time, zone), zone)).toEqual({ day, time })
    }),
  )
  expect(minutesLater('2026-03-29T00:30:00Z', 60)).toBe('2026-03-29T01:30:00Z')
})
