import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../calendar/days.ts'
import type { MeetingFact, PairFact } from '../../model/figures.ts'
import {
  countCadence,
  decideEnd,
  decideExcuse,
  decideLogging,
  decideMeeting,
  decidePause,
  meetingsOfPair,
  planStrip,
} from './rules.ts'

const rhythm = { from: '2021-07-08', until: '2021-10-07', everyDays: 14 }
const pair: PairFact = {
  id: 'p1',
  mentorId: 'm1',
  menteeId: 'e1',
  publishedOn: '2021-06-29',
  endedOn: null,
  pauses: [],
  excusedOn: [],
}
const met = (heldOn: string, change: Partial<MeetingFact> = {}): MeetingFact => ({
  menteeId: 'e1',
  mentorId: null,
  heldOn,
  confirmedBy: 'both',
  deniedOn: null,
  ...change,
})
const everyWindow = [0, 1, 2, 3, 4, 5].map((n) => met(addDays('2021-07-10', n * 14)))
const cadence = (change: Partial<PairFact>, meetings = everyWindow, asOf = '2021-10-07') =>
  countCadence(rhythm, 95, [{ ...pair, ...change }], meetings, asOf)

describe('what one meeting is worth', () => {
  it.each([
    ['both', null, '2021-07-08', 'met'],
    ['mentee', null, '2021-07-15', 'open'],
    ['mentee', null, '2021-07-16', 'one'],
    ['mentor', '2021-07-15', '2021-07-30', 'disagree'],
    ['mentor', '2021-07-15', '2021-07-14', 'open'],
    ['mentor', '2021-07-16', '2021-07-30', 'one'],
    ['denied', '2021-07-08', '2021-07-30', 'disagree'],
    ['unknown', null, '2021-07-30', 'unknown'],
  ] as const)('confirmed by %s, denied on %s, seen on %s: %s', (confirmedBy, deniedOn, asOf, worth) => {
    expect(decideMeeting(met('2021-07-08', { confirmedBy, deniedOn }), asOf)).toBe(worth)
  })
})

describe('cadence', () => {
  it('a pair that met in six of six windows met in every window', () => {
    expect(cadence({})).toMatchObject({ pairsEveryWindow: 1, pairs: 1, percent: 100, windowsMet: 6, windowsDue: 6 })
  })

  it('windows of a pair begin on the later of the first meeting day and its publication', () => {
    expect(cadence({ publishedOn: '2021-07-14' })).toMatchObject({ windowsDue: 6 })
    expect(cadence({ publishedOn: '2021-07-21' })).toMatchObject({ windowsDue: 5 })
  })

  it('excused and paused windows leave the denominator and are printed', () => {
    const excused = cadence({ excusedOn: ['2021-07-22'], pauses: [{ from: '2021-08-10', until: '2021-08-11' }] }, [])
    expect(excused).toMatchObject({ windowsDue: 4, windowsExcused: 2, pairsEveryWindow: 0, percent: 0 })
  })

  it('an ended pair counts the windows it completed', () => {
    expect(cadence({ endedOn: '2021-08-04' })).toMatchObject({ windowsDue: 2, windowsMet: 2, pairsEveryWindow: 1 })
  })

  it('before any window is due there is nothing to divide by', () => {
    expect(cadence({}, everyWindow, '2021-07-21')).toMatchObject({ pairs: 0, percent: null, windowsDue: 0 })
  })

  it('a coffee chat before the first window never counts', () => {
    expect(cadence({}, [met('2021-07-07')]).windowsMet).toBe(0)
  })

  it('never more windows met than due, whatever was logged', () => {
    const meeting = fc
      .tuple(fc.integer({ min: -20, max: 110 }), fc.constantFrom('both', 'mentor', 'mentee', 'denied', 'unknown'))
      .map(([n, confirmedBy]) =>
        met(addDays('2021-07-08', n), { confirmedBy: confirmedBy as MeetingFact['confirmedBy'] }),
      )
    fc.assert(
      fc.property(fc.array(meeting), fc.integer({ min: -5, max: 120 }), (meetings, n) => {
        const asOf = addDays('2021-07-08', n)
        const counted = cadence({}, meetings, asOf)
        expect(counted.windowsMet).toBeLessThanOrEqual(counted.windowsDue)
        expect(counted.windowsDue).toBeLessThanOrEqual(6)
        expect(counted.pairsEveryWindow === 1).toBe(counted.windowsDue > 0 && counted.windowsMet === counted.windowsDue)
        expect(cadence({}, [...meetings, ...meetings], asOf)).toEqual(counted)
      }),
    )
  })
})

describe('a meeting finds its pair by date', () => {
  const second = { ...pair, id: 'p2', mentorId: 'm2' }
  it('with two mentors it needs the mentor', () => {
    expect(meetingsOfPair(pair, [pair, second], [met('2021-07-10')])).toEqual([])
    expect(meetingsOfPair(second, [pair, second], [met('2021-07-10', { mentorId: 'm2' })])).toHaveLength(1)
  })

  it('after another match it belongs to the pair of that day', () => {
    const [before, after] = [
      { ...pair, endedOn: '2021-08-01' },
      { ...second, publishedOn: '2021-08-02' },
    ]
    const meetings = [met('2021-08-01'), met('2021-08-02')]
    expect(meetingsOfPair(before, [before, after], meetings)).toEqual([meetings[0]])
    expect(meetingsOfPair(after, [before, after], meetings)).toEqual([meetings[1]])
  })
})

describe('a strip', () => {
  it('shows each window as it stands on the day', () => {
    const meetings = [
      met('2021-07-10'),
      met('2021-07-25', { confirmedBy: 'mentor' }),
      met('2021-08-06', { confirmedBy: 'denied' }),
    ]
    const strip = planStrip(rhythm, { ...pair, excusedOn: ['2021-08-19'] }, meetings, '2021-09-15')
    expect(strip.map((cell) => cell.state)).toEqual(['met', 'one', 'disagree', 'excused', 'due', 'coming'])
  })

  it('silence is unknown two working days after the end, and windows after an end are ended', () => {
    const strip = planStrip(rhythm, { ...pair, endedOn: '2021-08-04' }, [], '2021-09-15')
    expect(strip.map((cell) => cell.state)).toEqual(['unknown', 'unknown', 'ended', 'ended', 'ended', 'ended'])
  })
})

describe('what a pair may change', () => {
  it('a mentee cannot log a meeting that has not happened yet', () => {
    expect(decideLogging('2021-07-09', '2021-07-08')).toMatchObject({ ok: false, code: 'meeting-in-the-future' })
    expect(decideLogging('2021-07-08', '2021-07-08').ok).toBe(true)
  })

  it('a pair ends once, and not before it began', () => {
    expect(decideEnd(pair, '2021-07-09').ok).toBe(true)
    expect(decideEnd(pair, '2021-06-28')).toMatchObject({ code: 'before-the-pair' })
    expect(decideEnd({ ...pair, endedOn: '2021-07-09' }, '2021-07-09')).toMatchObject({ code: 'pair-ended' })
  })

  it('a pause does not end before it begins, and an excuse is on a day of the pair', () => {
    expect(decidePause(pair, '2021-07-09', null).ok).toBe(true)
    expect(decidePause(pair, '2021-07-09', '2021-07-08')).toMatchObject({ code: 'pause-ends-before-it-begins' })
    expect(decideExcuse({ ...pair, endedOn: '2021-07-09' }, '2021-07-10')).toMatchObject({ code: 'pair-ended' })
  })
})
