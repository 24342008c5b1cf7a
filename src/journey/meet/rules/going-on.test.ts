import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../calendar/days.ts'
import type { PairFact } from '../../../model/figures.ts'
import { decideExtension, decideOwnPause, LONGEST_EXTENSION_DAYS, pauseOn, planExtension } from './going-on.ts'

const END = '2026-12-04'
const PAIR: PairFact = {
  id: 'p',
  mentorId: 'mentor',
  menteeId: 'mentee',
  publishedOn: '2026-08-25',
  endedOn: null,
  pauses: [],
  excusedOn: [],
}
const ask = (id: string, askedBy: string, untilOn: string, agreedBy: string | null = null) => ({
  id,
  askedBy,
  untilOn,
  agreedBy,
})

describe('going on after the season', () => {
  it.each([
    ['a day after the end', null, '2027-01-15', '2026-11-20', 'yes'],
    ['the last day itself', null, END, '2026-11-20', 'extension-too-early'],
    ['a day that has passed, after the end', null, '2026-12-20', '2026-12-20', 'extension-too-early'],
    ['the last day there may be', null, addDays(END, LONGEST_EXTENSION_DAYS), '2026-11-20', 'yes'],
    ['one day more', null, addDays(END, LONGEST_EXTENSION_DAYS + 1), '2026-11-20', 'extension-too-long'],
    ['a pair that has ended', '2026-10-01', '2027-01-15', '2026-11-20', 'pair-ended'],
  ])('%s', (_, endedOn, until, today, says) => {
    const decided = decideExtension({ endedOn }, END, until, today)
    expect(decided.ok ? 'yes' : decided.code).toBe(says)
  })

  it('is agreed only by the other one, and the latest agreement counts', () => {
    const none = { agreedUntil: null, theirs: null, mine: null }
    expect(planExtension([], 'mentee', '2026-11-20')).toEqual(none)
    const asked = [ask('b', 'mentor', '2027-02-01'), ask('a', 'mentee', '2027-01-01')]
    const plan = planExtension(asked, 'mentee', '2026-11-20')
    expect([plan.agreedUntil, plan.theirs?.id, plan.mine?.id]).toEqual([null, 'b', 'a'])
    const agreed = [ask('b', 'mentor', '2027-02-01', 'mentee'), ask('a', 'mentee', '2027-01-01')]
    expect(planExtension(agreed, 'mentor', '2026-11-20')).toEqual({ ...none, agreedUntil: '2027-02-01' })
    expect(planExtension([ask('a', 'mentor', '2027-01-01')], 'mentee', '2027-01-01')).toEqual(none)
  })
})

describe('a pause of one’s own pair', () => {
  it.each([
    ['begins today, open', PAIR, null, 'begins'],
    ['begins today, until a day', PAIR, '2026-10-30', 'begins'],
    ['does not end before it begins', PAIR, '2026-10-11', 'pause-ends-before-it-begins'],
    ['is the same when asked again', { ...PAIR, pauses: [{ from: '2026-10-10', until: null }] }, null, 'holds'],
    [
      'is not laid over another',
      { ...PAIR, pauses: [{ from: '2026-10-10', until: null }] },
      '2026-11-01',
      'paused-already',
    ],
    ['is not of a pair that has ended', { ...PAIR, endedOn: '2026-10-12' }, null, 'pair-ended'],
  ] as const)('%s', (_, pair, until, says) => {
    const decided = decideOwnPause(pair, '2026-10-12', until)
    expect(decided.ok ? decided.value : decided.code).toBe(says)
  })

  it('holds on each of its days and on no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 10 }), (from, days) => {
        const pause = { from: addDays('2026-10-12', from), until: addDays('2026-10-12', from + days) }
        const holds = pauseOn({ pauses: [pause] }, '2026-10-12') !== null
        expect(holds).toBe(from <= 0 && from + days >= 0)
      }),
    )
  })
})
