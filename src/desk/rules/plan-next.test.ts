import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Facts, type Next, type PairFacts, planNext, type ToDo } from './plan-next.ts'

const NEAR = '2026-10-26'
const PAIR: PairFacts = {
  pairId: 'one',
  partner: 'Wanjiru Kamau',
  role: 'mentee',
  isOver: false,
  isPaused: false,
  questions: [],
  unsaid: null,
  proposedUntil: null,
  hasAgreement: true,
  hasGoal: true,
  now: { lastDay: '2026-10-20', isMet: true },
  timesBy: null,
  planned: null,
}
const pair = (more: Partial<PairFacts>): PairFacts => ({ ...PAIR, ...more })
const facts = (more: Partial<Facts>): Facts => ({ pairs: [], toDo: [], waiting: [], coming: null, ...more })
const asked = (heldOn: string, lastDayToAnswer: string) => [{ heldOn, lastDayToAnswer }]
const survey: ToDo = { kind: 'survey', name: 'Half-way', by: '2026-10-21', season: 'Across', href: '/survey' }
const training: ToDo = { kind: 'training', name: 'Certificate', by: '2026-11-30', season: 'Across', href: '/training' }
const planned = (day: string) => ({ at: `${day}T10:00:00.000Z`, day })
const unmet = { lastDay: '2026-10-20', isMet: false }

describe('the one thing to do next', () => {
  const cases: readonly (readonly [says: string, known: Facts, code: Next['code'], pairId?: string])[] = [
    ['somebody without anything begins', facts({}), 'begin'],
    [
      'whoever applied waits for the day',
      facts({ waiting: [{ season: 'Across', role: 'mentee', hearsOn: '2026-10-25' }] }),
      'wait',
    ],
    ['a pair that needs nothing leaves nothing', facts({ pairs: [PAIR] }), 'nothing'],
    ['a pair that is over leaves nothing', facts({ pairs: [pair({ isOver: true, hasGoal: false })] }), 'nothing'],
    ['a pair that pauses asks for nothing', facts({ pairs: [pair({ isPaused: true, now: unmet })] }), 'nothing'],
    ['a window without a meeting asks for one', facts({ pairs: [pair({ now: unmet })] }), 'meet', 'one'],
    ['without a goal that comes first', facts({ pairs: [pair({ now: unmet, hasGoal: false })] }), 'set-goal', 'one'],
    [
      'without an agreement that comes before',
      facts({ pairs: [pair({ hasAgreement: false, hasGoal: false })] }),
      'agree',
      'one',
    ],
    [
      'a survey that closes soon comes before',
      facts({ pairs: [pair({ hasAgreement: false })], toDo: [survey] }),
      'do-by',
    ],
    [
      'a training that is due later comes after the meeting',
      facts({ pairs: [pair({ now: unmet })], toDo: [training] }),
      'meet',
    ],
    ['and before doing nothing', facts({ pairs: [PAIR], toDo: [training] }), 'do-by'],
    [
      'a proposal to go on comes before a survey',
      facts({ pairs: [pair({ proposedUntil: '2027-01-15' })], toDo: [survey] }),
      'answer-extension',
    ],
    [
      'a question about a meeting comes first of all, the one with the least time left',
      facts({
        toDo: [survey],
        pairs: [
          pair({ questions: asked('2026-10-05', '2026-10-12') }),
          pair({ pairId: 'two', questions: asked('2026-10-01', '2026-10-08') }),
        ],
      }),
      'answer-meeting',
      'two',
    ],
    [
      'also of a pair that has ended since',
      facts({ pairs: [pair({ isOver: true, questions: asked('2026-10-05', '2026-10-12') })] }),
      'answer-meeting',
      'one',
    ],
    [
      'days of which nothing is said come before times that the partner proposes',
      facts({
        pairs: [pair({ timesBy: 'partner', unsaid: { firstDay: '2026-10-01', lastDay: '2026-10-14', on: null } })],
      }),
      'say',
    ],
    [
      'times that the partner proposes come before what has a last day',
      facts({ pairs: [pair({ timesBy: 'partner' })], toDo: [survey] }),
      'choose-time',
    ],
    ['times of one’s own wait for the other', facts({ pairs: [pair({ now: unmet, timesBy: 'me' })] }), 'meet'],
    [
      'a meeting that is planned in this window is not asked for again',
      facts({ pairs: [pair({ now: unmet, planned: planned('2026-10-20') })] }),
      'planned',
      'one',
    ],
    [
      'one that is planned after it is',
      facts({ pairs: [pair({ now: unmet, planned: planned('2026-10-21') })] }),
      'meet',
    ],
    [
      'one that is planned comes after a training that is due later',
      facts({ pairs: [pair({ planned: planned('2026-10-20') })], toDo: [training] }),
      'do-by',
    ],
    [
      'of two windows the one that ends first',
      facts({ pairs: [pair({ now: { ...unmet, lastDay: '2026-10-23' } }), pair({ pairId: 'two', now: unmet })] }),
      'meet',
      'two',
    ],
  ]
  for (const [says, known, code, pairId] of cases)
    it(says, () => {
      const next = planNext(known, NEAR)
      expect(next.code).toBe(code)
      if (pairId) expect('pair' in next && next.pair.pairId).toBe(pairId)
    })

  const day = fc.integer({ min: 10, max: 28 }).map((it) => `2026-10-${it}`)
  const anyPair = fc.record({
    pairId: fc.uuid(),
    partner: fc.string(),
    role: fc.constantFrom('mentor' as const, 'mentee' as const),
    isOver: fc.boolean(),
    isPaused: fc.boolean(),
    questions: fc.array(fc.record({ heldOn: day, lastDayToAnswer: day }), { maxLength: 2 }),
    proposedUntil: fc.option(day),
    hasAgreement: fc.boolean(),
    hasGoal: fc.boolean(),
    now: fc.option(fc.record({ lastDay: day, isMet: fc.boolean() })),
    unsaid: fc.option(fc.record({ firstDay: day, lastDay: day, on: fc.option(day) })),
    timesBy: fc.constantFrom('me' as const, 'partner' as const, null),
    planned: fc.option(day.map(planned)),
  })

  it('there is always one, and nobody is asked for a thing of a pair that is over or pauses', () => {
    fc.assert(
      fc.property(fc.array(anyPair, { maxLength: 5 }), fc.option(day), (pairs, by) => {
        const next = planNext(facts({ pairs, toDo: by ? [{ ...survey, by }] : [] }), NEAR)
        if (['agree', 'set-goal', 'meet', 'choose-time', 'planned', 'say'].includes(next.code))
          expect('pair' in next && !next.pair.isOver && !next.pair.isPaused).toBe(true)
        if (next.code === 'answer-extension') expect(next.pair.isOver).toBe(false)
        if (next.code === 'begin') expect(pairs).toEqual([])
      }),
    )
  })

  it('while somebody waits for an answer about a meeting, that is what is next', () => {
    fc.assert(
      fc.property(fc.array(anyPair, { maxLength: 5 }), (pairs) => {
        const isAsked = pairs.some((it) => it.questions.length > 0)
        expect(planNext(facts({ pairs, toDo: [survey] }), NEAR).code === 'answer-meeting').toBe(isAsked)
      }),
    )
  })
})
