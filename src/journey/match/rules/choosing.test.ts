import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Choosing, choosingOn, decideChoice, decideMaking, decidePublishing, isReminded } from './choosing.ts'

const matching = { shortlist: { size: 3, chooseBy: '2026-03-10' } } as never
const NONE = {} as never
const codeOf = (it: { ok: boolean; code?: string }) => (it.ok ? 'may' : it.code)

describe('how far choosing is', () => {
  it.each<[string, string | null, string, Choosing]>([
    ['nothing was sent and there is time', null, '2026-03-10', 'to-send'],
    ['nothing was sent and the day has passed', null, '2026-03-11', 'missed'],
    ['lists were sent, on the last day', '2026-03-01', '2026-03-10', 'open'],
    ['lists were sent, on the day after', '2026-03-01', '2026-03-11', 'over'],
  ])('%s', (_, sentOn, today, expected) => {
    expect(choosingOn({ matching }, sentOn, today)).toBe(expected)
  })

  it('a program without shortlists has none, whatever was sent before it was changed', () => {
    expect(choosingOn({ matching: NONE }, '2026-03-01', '2026-03-05')).toBe('none')
  })
})

describe('what may be done', () => {
  it.each<[Choosing, boolean, string, string]>([
    ['none', true, 'may', 'no-shortlists'],
    ['to-send', true, 'shortlists-not-sent', 'may'],
    ['missed', true, 'shortlists-not-sent', 'choosing-day-passed'],
    ['open', true, 'mentees-still-choose', 'shortlists-sent'],
    ['over', true, 'may', 'shortlists-sent'],
    // A later run asks nobody again.
    ['to-send', false, 'may', 'shortlists-sent'],
    ['missed', false, 'may', 'shortlists-sent'],
    ['open', false, 'may', 'shortlists-sent'],
  ])('while it is %s, first run %s: publish %s, make %s', (choosing, isFirst, publish, make) => {
    expect(codeOf(decidePublishing(choosing, isFirst))).toBe(publish)
    expect(codeOf(decideMaking(choosing, isFirst))).toBe(make)
  })
})

describe('what a mentee gives', () => {
  const offered = [
    { personId: 'a', isIn: true },
    { personId: 'b', isIn: true },
    { personId: 'gone', isIn: false },
  ]

  it.each([
    [
      'an order',
      [
        ['b', 1],
        ['a', 2],
      ],
      ['b', 'a'],
    ],
    ['one of them', [['a', 1]], ['a']],
    [
      'gaps, which close',
      [
        ['a', 9],
        ['b', 4],
      ],
      ['b', 'a'],
    ],
    ['nobody', [], []],
  ] as const)('%s', (_, given, order) => {
    const decided = decideChoice(
      offered,
      given.map(([mentorId, place]) => ({ mentorId, place })),
    )
    expect(decided.ok && decided.value).toEqual(order)
  })

  it.each([
    [
      'two at one place',
      [
        ['a', 1],
        ['b', 1],
      ],
      [{ mentorId: 'b', code: 'same-place' }],
    ],
    ['somebody who is not there any more', [['gone', 1]], [{ mentorId: 'gone', code: 'not-there' }]],
    ['somebody of another list', [['stranger', 1]], [{ mentorId: 'stranger', code: 'not-there' }]],
  ] as const)('%s is to be looked at again', (_, given, faults) => {
    const decided = decideChoice(
      offered,
      given.map(([mentorId, place]) => ({ mentorId, place })),
    )
    expect(decided.ok ? null : decided.facts.faults).toEqual(faults)
  })

  it('whatever is given, the order is of people who are there, each once', () => {
    const given = fc.array(fc.record({ mentorId: fc.constantFrom('a', 'b', 'gone', 'x'), place: fc.nat(4) }), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(given, (it) => {
        const once = [...new Map(it.map((one) => [one.mentorId, one])).values()]
        const decided = decideChoice(offered, once)
        if (!decided.ok) return
        expect(decided.value.every((id) => id === 'a' || id === 'b')).toBe(true)
        expect(new Set(decided.value).size).toBe(once.length)
      }),
    )
  })
})

describe('the reminder', () => {
  it.each([
    ['three days before the last', '2026-03-01', '2026-03-07', false],
    ['two days before the last', '2026-03-01', '2026-03-08', true],
    ['on the last day', '2026-03-01', '2026-03-10', true],
    ['after it', '2026-03-01', '2026-03-11', false],
    ['not of a list that came yesterday', '2026-03-08', '2026-03-09', false],
    ['of one that came two days ago', '2026-03-08', '2026-03-10', true],
  ])('%s', (_, sentOn, today, expected) => {
    expect(isReminded('2026-03-10', sentOn, today)).toBe(expected)
  })
})
