import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { open, policy, problem } from '../../../../tests/make/drawn-runs.ts'
import type { Policy, Problem } from '../../../matching/problem.ts'
import { sayChanges } from '../messages/say-changes.ts'
import { describeAsked, whatChanged } from './what-changed.ts'

const asked = (given: Problem, rules: Policy = open) => describeAsked(given, rules, (text) => text)
const somebody = (id: string, division = 'a') => ({
  id,
  division,
  lineAbove: [],
  topics: [],
  priority: { score: 1, appliedAt: '2021-05-01T00:00:00Z' },
})
const mentor = (id: string) => ({ ...somebody(id, 'b'), minimum: 0, maximum: 1 })
const given: Problem = { mentors: [mentor('x')], mentees: [somebody('a')] }
const said = (before: Parameters<typeof whatChanged>[0], now: Parameters<typeof whatChanged>[0]) =>
  sayChanges(whatChanged(before, now), (id) => id.toUpperCase())

describe('what has changed since a run', () => {
  const pair = { mentorId: 'x', menteeId: 'a' }
  const cases: readonly (readonly [string, ReturnType<typeof asked>, readonly string[]])[] = [
    ['somebody left', asked({ ...given, mentees: [] }), ['No longer to be seated: A (mentee).']],
    ['somebody came', asked({ ...given, mentees: [somebody('a'), somebody('b')] }), ['New: B (mentee).']],
    [
      'somebody moved',
      asked({ ...given, mentees: [somebody('a', 'c')] }),
      ['Something is known differently of A (mentee).'],
    ],
    ['a pin', asked(given, { ...open, pinned: [pair] }), ['Pinned: A with X.']],
    ['a forbidden pair', asked(given, { ...open, forbidden: [pair] }), ['Forbidden: A with X.']],
    ['a rule', asked(given, { ...open, otherDivision: false }), ['The program’s rules of the match are different.']],
    [
      'a wish, of which nobody is told',
      asked({ ...given, mentees: [{ ...somebody('a'), wishes: ['x'] }] }),
      ['Something else the match is computed from.'],
    ],
    [
      'a block, of which nobody is told',
      asked(given, { ...open, blocks: [['a', 'x']] }),
      ['Something else the match is computed from.'],
    ],
  ]
  for (const [title, now, expected] of cases)
    it(`names ${title}`, () => {
      expect(said(asked(given), now)).toEqual(expected)
    })

  it('names what was lifted', () => {
    expect(said(asked(given, { ...open, pinned: [pair] }), asked(given))).toEqual(['Pinned no more: A with X.'])
  })

  it('holds no wish and no block, whatever they are', () => {
    fc.assert(
      fc.property(problem, policy, fc.array(fc.constantFrom('p1', 'p2'), { maxLength: 2 }), (one, rules, wishes) => {
        const wishful = { ...one, mentees: one.mentees.map((it) => ({ ...it, wishes })) }
        expect(asked(wishful, { ...rules, blocks: [['p1', 'p2']] })).toEqual(asked(one, { ...rules, blocks: [] }))
      }),
    )
  })

  it('is kept as JSON and compares as before', () => {
    fc.assert(
      fc.property(problem, policy, (one, rules) => {
        const kept = JSON.parse(JSON.stringify(asked(one, rules)))
        expect(whatChanged(kept, asked(one, rules)).isElsewhere).toBe(true)
      }),
    )
  })
})
