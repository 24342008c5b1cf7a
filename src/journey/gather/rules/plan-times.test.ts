import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { usualHours, worksThrough } from '../../../calendar/working-hours.ts'
import { planTimes, type TimesAsked } from './plan-times.ts'

const person = (
  id: string,
  zone: string,
  more: Partial<ReturnType<typeof usualHours>> = {},
  holidays: string[] = [],
) => ({
  id,
  hours: { ...usualHours(zone), ...more },
  holidays: new Set(holidays),
})
const asked = (people: TimesAsked['people'], more: Partial<TimesAsked> = {}): TimesAsked => ({
  people,
  from: '2026-03-02',
  until: '2026-03-02',
  zone: 'Etc/UTC',
  minutes: 30,
  sessions: 2,
  ...more,
})
const times = (it: TimesAsked) => planTimes(it).times.map(({ at }) => at)
const day = 24 * 60 * 60_000

describe('the times of an event', () => {
  it('lie in the middle of what the same people share', () => {
    expect(times(asked([person('a', 'Etc/UTC')]))).toEqual(['2026-03-02T12:30:00.000Z'])
  })

  it('are as many as are needed, and say how many each reaches and who is left without', () => {
    const it = asked([
      person('berlin', 'Europe/Berlin'),
      person('lagos', 'Africa/Lagos'),
      person('tokyo', 'Asia/Tokyo'),
      person('san diego', 'America/Los_Angeles'),
    ])
    const two = planTimes(it)
    expect(two.covered).toBe(3)
    expect(two.times.map(({ reaches }) => reaches).sort()).toEqual([1, 2])
    expect(two.left).toEqual(['san diego'])
    expect(two.nextBest?.covered).toBe(3)
    expect(planTimes({ ...it, sessions: 4 })).toMatchObject({ covered: 4, left: [] })
  })

  it('follow a clock that changes within the days asked for', () => {
    const people = [person('berlin', 'Europe/Berlin', { until: '09:30' })]
    expect(times(asked(people, { from: '2026-03-27', until: '2026-03-27' }))).toEqual(['2026-03-27T08:00:00.000Z'])
    expect(times(asked(people, { from: '2026-03-30', until: '2026-03-30' }))).toEqual(['2026-03-30T07:00:00.000Z'])
  })

  it('keep out of holidays and days off, and a night shift counts where it began', () => {
    const off = person('off', 'Etc/UTC', {}, ['2026-03-02'])
    expect(planTimes(asked([off]))).toMatchObject({ times: [], covered: 0, left: ['off'], nextBest: null })
    expect(times(asked([off], { until: '2026-03-03' }))).toEqual(['2026-03-03T12:30:00.000Z'])
    expect(times(asked([person('a', 'Etc/UTC')], { from: '2026-03-07', until: '2026-03-08' }))).toEqual([])
    const night = person('night', 'Etc/UTC', { from: '23:30', until: '00:30', weekdays: [1] })
    expect(times(asked([night], { until: '2026-03-03', minutes: 60 }))).toEqual(['2026-03-02T23:30:00.000Z'])
    expect(times(asked([night], { from: '2026-03-03', until: '2026-03-03' }))).toEqual(['2026-03-03T00:00:00.000Z'])
  })

  it('equal the best of all half hours, for anybody anywhere around any change of clocks', () => {
    const zones = ['America/New_York', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Chatham']
    const someone = fc
      .tuple(fc.constantFrom(...zones), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 9 }))
      .map(([zone, from, long]) => ({
        hours: { zone, from: clock(from), until: clock((from + long) % 24), weekdays: [1, 2, 3, 4, 5, 6, 7] },
        holidays: new Set<string>(),
      }))
    const around = fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-05', '2026-06-10', '2026-10-25', '2026-11-01')
    fc.assert(
      fc.property(
        fc.array(someone, { maxLength: 6 }),
        around,
        fc.constantFrom('Etc/UTC', 'Asia/Kathmandu'),
        (all, on, zone) => {
          const people = all.map((it, at) => ({ ...it, id: `p${at}` }))
          const found = planTimes(asked(people, { from: on, until: on, zone, minutes: 60, sessions: 2 }))
          const reach = (at: string) => people.filter(({ hours }) => worksThrough(hours, at, 60)).map(({ id }) => id)
          const first = Date.parse(`${on}T00:00:00Z`) - (zone === 'Etc/UTC' ? 0 : 5.75 * 60 * 60_000)
          const every = Array.from({ length: 48 }, (_, at) => reach(new Date(first + (at * day) / 48).toISOString()))
          const best = Math.max(0, ...every.flatMap((a) => every.map((b) => new Set([...a, ...b]).size)))
          expect(found.covered).toBe(best)
          const came = new Set(found.times.flatMap(({ at }) => reach(at)))
          expect(people.filter(({ id }) => !came.has(id)).map(({ id }) => id)).toEqual(found.left)
          for (const { at, reaches } of found.times) expect(reach(at)).toHaveLength(reaches)
        },
      ),
      { numRuns: 60 },
    )
  })
})

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}
