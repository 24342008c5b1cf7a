import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../calendar/days.ts'
import type { MeetingFact, PairFact } from '../../../model/figures.ts'
import { decideMeeting, planStrip } from '../rules.ts'
import { type Answer, decideAnswer, lastDayToAnswer } from './decide-answer.ts'
import { joinViews, type MeetingView } from './join-views.ts'

const window = { index: 0, firstDay: '2021-07-08', lastDay: '2021-07-21' }
const view = (side: 'mentor' | 'mentee', heldOn: string | null, saidOn = '2021-07-22'): MeetingView => ({
  side,
  window: window.firstDay,
  says: 'met',
  heldOn,
  saidOn,
})
const denial = (side: 'mentor' | 'mentee', saidOn = '2021-07-22'): MeetingView => ({
  side,
  window: window.firstDay,
  says: 'not-met',
  heldOn: null,
  saidOn,
})

describe('what both sides say, joined', () => {
  it.each<[string, readonly MeetingView[], readonly string[]]>([
    ['nobody says anything', [], []],
    ['both say the same day', [view('mentor', '2021-07-12'), view('mentee', '2021-07-12')], ['2021-07-12 both']],
    ['one says a day', [view('mentor', '2021-07-12')], ['2021-07-12 mentor']],
    ['each remembers another day', [view('mentor', '2021-07-12'), view('mentee', '2021-07-13')], ['2021-07-13 both']],
    ['one does not remember the day', [view('mentor', '2021-07-12'), view('mentee', null)], ['2021-07-12 both']],
    ['nobody remembers the day', [view('mentor', null), view('mentee', null)], ['2021-07-21 both']],
    [
      'one says so and the other denies it',
      [view('mentee', '2021-07-12'), denial('mentor')],
      ['2021-07-12 mentee denied'],
    ],
    ['both say that they did not', [denial('mentee'), denial('mentor')], []],
    [
      'one says a second day',
      [view('mentor', '2021-07-12'), view('mentee', '2021-07-12'), view('mentee', '2021-07-19')],
      ['2021-07-12 both', '2021-07-19 mentee'],
    ],
  ])('%s', (_, views, joined) => {
    const found = joinViews(window, views)
    expect(found.map((it) => `${it.heldOn} ${it.confirmedBy}${it.deniedOn ? ' denied' : ''}`)).toEqual(joined)
  })

  it('the other has five working days from when they could hear of it, not from the day of the meeting', () => {
    const fact = (deniedOn: string): MeetingFact => ({
      menteeId: 'e',
      mentorId: 'm',
      heldOn: '2021-07-08',
      confirmedBy: 'mentee',
      saidOn: '2021-07-22',
      deniedOn,
    })
    expect(decideMeeting(fact('2021-07-29'), '2021-08-10')).toBe('disagree')
    expect(decideMeeting(fact('2021-07-30'), '2021-08-10')).toBe('one')
    expect(decideMeeting({ ...fact('2021-07-29'), saidOn: null }, '2021-08-10')).toBe('one')
  })
})

const rhythm = { from: '2021-07-08', until: '2021-10-07', everyDays: 14 }
const season = { rhythm, endsOn: '2021-10-07', today: '2021-07-22' }
const pair: PairFact = {
  id: 'p',
  mentorId: 'm',
  menteeId: 'e',
  publishedOn: '2021-07-05',
  endedOn: null,
  pauses: [],
  excusedOn: [],
}
const met = (on: string | null): Answer => ({ says: 'met', on, window: window.firstDay })

describe('what somebody may say, and when', () => {
  it.each<[string, Answer, Partial<typeof season>, Partial<PairFact>, string]>([
    ['a day to come', met('2021-07-23'), {}, {}, 'meeting-in-the-future'],
    ['a day before the meetings began', met('2021-07-06'), {}, {}, 'before-the-first-window'],
    ['a day before the pair', met('2021-07-04'), {}, {}, 'before-the-pair'],
    ['a day after the pair’s last', met('2021-07-20'), {}, { endedOn: '2021-07-15' }, 'pair-ended'],
    ['an answer after the close', met('2021-07-20'), { today: '2021-10-15' }, {}, 'answers-closed'],
  ])('%s is refused', (_, answer, more, change, code) => {
    const found = decideAnswer({ ...season, ...more }, { ...pair, ...change }, 'mentor', [], answer)
    expect(found.ok ? 'taken' : found.code).toBe(code)
  })

  it('the last day to answer is five working days after the season', () => {
    expect(lastDayToAnswer('2021-10-07')).toBe('2021-10-14')
    expect(decideAnswer({ ...season, today: '2021-10-14' }, pair, 'mentor', [], met('2021-10-06')).ok).toBe(true)
  })

  const day = fc.integer({ min: 0, max: 13 }).map((n) => addDays(window.firstDay, n))
  const answer: fc.Arbitrary<Answer> = fc.oneof(
    day.map((on) => met(on)),
    fc.constant(met(null)),
    fc.constant<Answer>({ says: 'not-met', window: window.firstDay }),
    day.map((on): Answer => ({ says: 'not-on', on })),
  )
  const said = fc.array(fc.tuple(fc.constantFrom('mentor' as const, 'mentee' as const), answer), { maxLength: 12 })
  const after = (all: readonly (readonly ['mentor' | 'mentee', Answer])[]) =>
    all.reduce<readonly MeetingView[]>((views, [side, one]) => {
      const decided = decideAnswer(season, pair, side, views, one)
      if (!decided.ok) throw new Error(decided.code)
      return [...views.filter((it) => it.side !== side), ...decided.value.views]
    }, [])
  const state = (views: readonly MeetingView[], asOf = '2021-09-01') => {
    const facts = joinViews(window, views).map((it) => ({ ...it, menteeId: 'e', mentorId: 'm' }))
    return planStrip(rhythm, pair, facts, asOf)[0]?.state
  }

  it('whatever is said and taken back, the last word of each side stands, and saying it twice is saying it once', () => {
    fc.assert(
      fc.property(said, (all) => {
        const views = after(all)
        expect(after([...all, ...all.slice(-1)])).toEqual(views)
        for (const side of ['mentor', 'mentee'] as const) {
          const own = views.filter((it) => it.side === side)
          // Nobody says at once that they met and that they did not.
          expect(new Set(own.map((it) => it.says)).size).toBeLessThanOrEqual(1)
          expect(new Set(own.map((it) => it.heldOn)).size).toBe(own.length)
        }
      }),
    )
  })

  it('the window is met where both say so, one-sided or disputed where one does, and unknown where neither does', () => {
    fc.assert(
      fc.property(said, (all) => {
        const views = after(all)
        const says = (side: string, what: string) => views.some((it) => it.side === side && it.says === what)
        const [mentor, mentee] = [says('mentor', 'met'), says('mentee', 'met')]
        const denied = says('mentor', 'not-met') || says('mentee', 'not-met')
        const expected = mentor && mentee ? 'met' : mentor || mentee ? (denied ? 'disagree' : 'one') : 'unknown'
        expect(state(views)).toBe(expected)
        for (const it of joinViews(window, views))
          expect(it.heldOn >= window.firstDay && it.heldOn <= window.lastDay).toBe(true)
        const days = joinViews(window, views).map((it) => it.heldOn)
        expect(new Set(days).size).toBe(days.length)
      }),
    )
  })
})
