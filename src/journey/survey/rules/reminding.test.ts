import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../calendar/days.ts'
import type { PairFact } from '../../../model/figures.ts'
import { planReminders, type Reminder, type Reminding } from './reminding.ts'

const pair = (mentorId: string, menteeId: string, more: Partial<PairFact> = {}): PairFact => ({
  id: `${mentorId}${menteeId}`,
  mentorId,
  menteeId,
  publishedOn: '2026-02-01',
  endedOn: null,
  pauses: [],
  excusedOn: [],
  ...more,
})
const survey = (opens: string, closes: string) => ({
  name: 'Half-way',
  opens,
  closes,
  required: false,
  questions: { mentee: [{ kind: 'yes-no' as const, key: 'a', text: 'A?' }] },
})
const meetings = { from: '2026-02-01', until: '2026-04-30', everyDays: 14, minutes: 30 }
const of = (today: string, more: Partial<Reminding> = {}): Reminding => ({
  program: { surveys: { mid: survey('2026-03-02', '2026-03-13') }, meetings },
  pairs: [pair('m', 'one'), pair('m', 'two')],
  hasAnswered: () => false,
  wasTold: () => false,
  isHere: () => true,
  today,
  loadedOn: '2026-01-01',
  ...more,
})
const said = (it: Reminding) => planReminders(it).map(({ kind, personId }) => `${kind} ${personId}`)

describe('reminders of a survey', () => {
  it.each([
    ['2026-03-01', []],
    ['2026-03-02', ['survey-opens one', 'survey-opens two']],
    ['2026-03-09', ['survey-opens one', 'survey-opens two']],
    ['2026-03-10', ['survey-closes one', 'survey-closes two']],
    ['2026-03-13', ['survey-closes one', 'survey-closes two']],
    ['2026-03-14', []],
  ])('on %s: %j', (today, letters) => {
    expect(said(of(today))).toEqual(letters)
  })

  it('stop when somebody has answered, and never reach whoever left or whose pair ended before it opened', () => {
    expect(said(of('2026-03-10', { hasAnswered: (_, __, who) => who === 'one' }))).toEqual(['survey-closes two'])
    expect(said(of('2026-03-02', { isHere: (who) => who === 'one' }))).toEqual(['survey-opens one'])
    const ended = [pair('m', 'one', { endedOn: '2026-03-01' }), pair('m', 'two', { endedOn: '2026-03-02' })]
    expect(said(of('2026-03-02', { pairs: ended }))).toEqual(['survey-opens two'])
  })

  it('a survey of few days has one letter, and one due before the season was loaded has none', () => {
    const short = { mid: survey('2026-03-02', '2026-03-05') }
    expect(said(of('2026-03-04', { program: { surveys: short, meetings } }))).toEqual([
      'survey-opens one',
      'survey-opens two',
    ])
    expect(said(of('2026-03-04', { loadedOn: '2026-03-03' }))).toEqual([])
    expect(said(of('2026-03-10', { loadedOn: '2026-03-03' }))).toHaveLength(2)
  })

  it('supervisors whose people agreed get both letters; whoever left early gets one, from the day after, and is never reminded', () => {
    const asks = { supervisor: [{ kind: 'yes-no' as const, key: 'a', text: 'A?' }] }
    const mid = { ...survey('2026-03-02', '2026-03-13'), questions: { ...asks, leaver: asks.supervisor } }
    const pairs = [pair('m', 'one'), pair('n', 'two', { endedOn: '2026-03-09' })]
    const supervisors = [{ survey: 'mid', personId: 'one', supervisorId: 'boss' }]
    const on = (today: string, more: Partial<Reminding> = {}) =>
      said(of(today, { program: { surveys: { mid }, meetings }, pairs, supervisors, ...more }))
    expect(on('2026-03-02')).toEqual(['survey-opens boss'])
    expect(on('2026-03-09')).toEqual(['survey-opens boss'])
    expect(on('2026-03-10')).toEqual(['survey-closes boss', 'survey-opens n', 'survey-opens two'])
    const wasTold: Reminding['wasTold'] = (it) => it.kind === 'survey-opens'
    expect(on('2026-03-11', { wasTold })).toEqual(['survey-closes boss'])
    expect(on('2026-03-11', { loadedOn: '2026-03-10' })).toEqual([
      'survey-closes boss',
      'survey-opens n',
      'survey-opens two',
    ])
    expect(on('2026-03-11', { loadedOn: '2026-03-11' })).toEqual([])
  })

  it('whatever days it is asked on, however often, nobody has more than one letter of each kind, and none after an answer', () => {
    const days = fc.array(fc.integer({ min: -3, max: 15 }), { maxLength: 30 })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 20 }), (asked, answeredAfter) => {
        const told: string[] = []
        const word = (it: Reminder) => `${it.kind} ${it.personId}`
        for (const day of asked.sort((a, b) => a - b)) {
          const due = planReminders(
            of(addDays('2026-03-02', day), {
              hasAnswered: (_, __, who) => who === 'one' && day >= answeredAfter,
              wasTold: (it) => told.includes(word(it)),
            }),
          )
          if (day >= answeredAfter) expect(due.map((it) => it.personId)).not.toContain('one')
          told.push(...due.map(word))
        }
        expect(new Set(told).size).toBe(told.length)
        expect(told.length).toBeLessThanOrEqual(4)
      }),
    )
  })
})
