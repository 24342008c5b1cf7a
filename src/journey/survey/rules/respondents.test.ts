import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../calendar/days.ts'
import type { PairFact, SupervisorFact } from '../../../model/figures.ts'
import { RESPONDENTS } from '../../../model/respondent.ts'
import type { Survey } from '../../../model/surveys.ts'
import { planAgreed, planAsked, planLeavers, respondentsOf } from './respondents.ts'

const pair = (mentorId: string, menteeId: string, endedOn: string | null = null): PairFact => ({
  id: `${mentorId}${menteeId}`,
  mentorId,
  menteeId,
  publishedOn: '2026-02-01',
  endedOn,
  pauses: [],
  excusedOn: [],
})
const ASKED = [{ kind: 'yes-no' as const, key: 'a', text: 'A?' }]
const survey = (closes: string, questions: Survey['questions'], more: Partial<Survey> = {}): Survey => ({
  name: 'A survey',
  opens: '2026-03-02',
  closes,
  required: false,
  questions,
  ...more,
})
const meetings = { from: '2026-02-01', until: '2026-06-30', everyDays: 14, minutes: 30 }
const agreed = (personId: string, supervisorId: string, of = 'mid'): SupervisorFact => ({
  survey: of,
  personId,
  supervisorId,
})
const who = (ids: ReadonlySet<string>) => [...ids].sort()

describe('whom a survey asks', () => {
  const all = survey('2026-03-13', { mentor: ASKED, mentee: ASKED, supervisor: ASKED, leaver: ASKED })
  const program = { surveys: { mid: all }, meetings }

  it('as mentors and mentees the people in pairs, as supervisors those whose people agreed, as leavers those whose pair ended early', () => {
    const pairs = [pair('m', 'one'), pair('n', 'two', '2026-03-05'), pair('o', 'three', '2026-02-20')]
    const supervisors = [
      agreed('one', 'boss'),
      agreed('m', 'boss'),
      agreed('three', 'other'),
      agreed('one', 'x', 'end'),
    ]
    const asked = (it: (typeof RESPONDENTS)[number]) => who(planAsked(program, 'mid', it, { pairs, supervisors }))
    expect(asked('mentor')).toEqual(['m', 'n'])
    expect(asked('mentee')).toEqual(['one', 'two'])
    expect(asked('supervisor')).toEqual(['boss'])
    expect(asked('leaver')).toEqual(['n', 'o', 'three', 'two'])
  })

  it('nobody as whom it has no questions, and nobody at all where there is no such survey', () => {
    const only = { surveys: { mid: survey('2026-03-13', { mentee: ASKED, mentor: [] }) }, meetings }
    expect(respondentsOf(only.surveys.mid)).toEqual(['mentee'])
    for (const it of RESPONDENTS) {
      const around = { pairs: [pair('m', 'one')], supervisors: [agreed('one', 'boss')] }
      expect(planAsked(only, 'mid', it, around).size, it).toBe(it === 'mentee' ? 1 : 0)
      expect(planAsked(only, 'none', it, around).size).toBe(0)
    }
  })

  it('only supervisors of the roles it names', () => {
    const ofMentees = { surveys: { mid: { ...all, supervisorsOf: ['mentee' as const] } }, meetings }
    const around = { pairs: [pair('m', 'one')], supervisors: [agreed('one', 'boss'), agreed('m', 'chief')] }
    expect(who(planAsked(ofMentees, 'mid', 'supervisor', around))).toEqual(['boss'])
    expect(planAgreed(ofMentees, 'mid', around)).toEqual([agreed('one', 'boss')])
  })

  it('a pair that ends with the last meetings, or goes on, has left nobody early', () => {
    expect(planLeavers(program, 'mid', [pair('m', 'one', '2026-06-30'), pair('n', 'two')]).size).toBe(0)
  })

  it('whoever left is asked by the first survey that closes after it, and by no other; a second ending asks nobody twice', () => {
    const leaver = { leaver: ASKED }
    const surveys = {
      late: survey('2026-06-30', leaver),
      early: survey('2026-03-13', leaver),
      mid: survey('2026-04-01', {}),
    }
    const pairs = [pair('m', 'one', '2026-03-13'), pair('n', 'one', '2026-05-01'), pair('o', 'two', '2026-03-14')]
    const asked = (key: string) => who(new Set(planLeavers({ surveys, meetings }, key, pairs).keys()))
    expect(asked('early')).toEqual(['m', 'one'])
    expect(asked('late')).toEqual(['n', 'o', 'two'])
    expect(asked('mid')).toEqual([])
  })

  it('whatever pairs end when, everybody who left is asked by at most one survey, and on or before its close they had left', () => {
    const day = fc.integer({ min: 0, max: 200 }).map((n) => addDays('2026-02-01', n))
    const person = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const pairs = fc.array(
      fc.tuple(person, person, fc.option(day)).map(([m, n, ended]) => pair(m, n, ended)),
      { maxLength: 8 },
    )
    const closes = fc.uniqueArray(day, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(pairs, closes, (ended, days) => {
        const surveys = Object.fromEntries(days.map((it, at) => [`s${at}`, survey(it, { leaver: ASKED })]))
        const all = Object.keys(surveys).map((key) => planLeavers({ surveys, meetings }, key, ended))
        const asked = all.flatMap((it) => [...it.keys()])
        expect(new Set(asked).size).toBe(asked.length)
        for (const [at, it] of all.entries())
          for (const left of it.values()) expect(left <= (days[at] ?? '')).toBe(true)
      }),
    )
  })
})
