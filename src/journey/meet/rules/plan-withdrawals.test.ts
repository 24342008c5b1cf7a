import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayIn } from '../../../calendar/days.ts'
import { planWithdrawal } from './plan-withdrawals.ts'
import { startsOf } from './planned-starts.ts'

const NOW = '2026-03-04T12:00:00.000Z'
const once = (startsAt: string) => ({ startsAt, everyDays: null, untilOn: null, zone: 'Etc/UTC' })
const series = { startsAt: '2026-03-05T10:00:00.000Z', everyDays: 14, untilOn: '2026-05-31', zone: 'Etc/UTC' }
const runs = { endedOn: null, pauses: [] }
const ended = (endedOn: string) => ({ endedOn, pauses: [] })
const paused = (from: string, until: string | null) => ({ endedOn: null, pauses: [{ from, until }] })
const decide = (
  planned: typeof series | ReturnType<typeof once>,
  pair: typeof runs | ReturnType<typeof paused>,
  gone = false,
) => planWithdrawal(planned, pair as never, gone, 'Etc/UTC', NOW)

describe('what becomes of a planned meeting', () => {
  it.each([
    ['of a running pair stays', decide(once('2026-03-10T10:00:00.000Z'), runs), { does: 'stays' }],
    [
      'of an ended pair goes',
      decide(once('2026-03-10T10:00:00.000Z'), ended('2026-03-04') as never),
      { does: 'withdrawn' },
    ],
    [
      'later on the last day goes too',
      decide(once('2026-03-04T15:00:00.000Z'), ended('2026-03-04') as never),
      { does: 'withdrawn' },
    ],
    ['that is over stays', decide(once('2026-03-03T10:00:00.000Z'), ended('2026-03-04') as never), { does: 'stays' }],
    [
      'before a last day to come stays',
      decide(once('2026-03-10T10:00:00.000Z'), ended('2026-03-12') as never),
      { does: 'stays' },
    ],
    ['where one has left goes', decide(once('2026-03-10T10:00:00.000Z'), runs, true), { does: 'withdrawn' }],
    [
      'in a pause goes',
      decide(once('2026-03-10T10:00:00.000Z'), paused('2026-03-09', '2026-03-20')),
      { does: 'withdrawn' },
    ],
    [
      'after a pause stays',
      decide(once('2026-03-25T10:00:00.000Z'), paused('2026-03-09', '2026-03-20')),
      { does: 'stays' },
    ],
    [
      'a series that goes on after a pause stays',
      decide(series, paused('2026-03-18', '2026-03-25')),
      { does: 'stays' },
    ],
    [
      'a series ends before a pause without an end',
      decide(series, paused('2026-03-18', null)),
      { does: 'ends-on', on: '2026-03-05' },
    ],
    [
      'a series ends with its pair',
      decide(series, ended('2026-04-10') as never),
      { does: 'ends-on', on: '2026-04-02' },
    ],
    ['a series of an ended pair goes', decide(series, ended('2026-03-04') as never), { does: 'withdrawn' }],
  ])('one %s', (_, found, expected) => {
    expect(found).toEqual(expected)
  })

  it('of any series, nothing to come is left on a day after the pair’s last, and what is decided once is decided', () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: -40, max: 90 }),
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 0, max: 95 }),
        (place, end, every, quarter) => {
          const startsAt = new Date(Date.parse('2026-03-01T00:00:00Z') + quarter * 900_000).toISOString()
          const planned = { startsAt, everyDays: every, untilOn: '2026-05-31', zone: place }
          const pair = { endedOn: addDays('2026-03-04', end), pauses: [] }
          const first = planWithdrawal(planned, pair, false, place, NOW)
          if (first.does === 'withdrawn') return
          const after = first.does === 'ends-on' ? { ...planned, untilOn: first.on } : planned
          expect(planWithdrawal(after, pair, false, place, NOW)).toEqual({ does: 'stays' })
          for (const at of startsOf(after).filter((it) => it > NOW)) expect(dayIn(at, place) <= pair.endedOn).toBe(true)
        },
      ),
    )
  })
})
