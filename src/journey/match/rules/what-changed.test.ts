import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { open, policy, problem } from '../../../../tests/make/drawn-runs.ts'
import type { Policy, Problem } from '../../../matching/problem.ts'
import type { Changes } from '../shapes.ts'
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
const NOTHING: Changes = {
  ...{ left: [], joined: [], differs: [], pinned: { set: [], lifted: [] }, forbidden: { set: [], lifted: [] } },
  ...{ hasOtherRules: false, isElsewhere: false },
}

describe('what has changed since a run', () => {
  const pair = { mentorId: 'x', menteeId: 'a' }
  const cases: readonly (readonly [string, ReturnType<typeof asked>, Partial<Changes>])[] = [
    ['somebody left', asked({ ...given, mentees: [] }), { left: [{ id: 'a', role: 'mentee' }] }],
    [
      'somebody came',
      asked({ ...given, mentees: [somebody('a'), somebody('b')] }),
      { joined: [{ id: 'b', role: 'mentee' }] },
    ],
    ['somebody moved', asked({ ...given, mentees: [somebody('a', 'c')] }), { differs: [{ id: 'a', role: 'mentee' }] }],
    ['a pin', asked(given, { ...open, pinned: [pair] }), { pinned: { set: [pair], lifted: [] } }],
    ['a forbidden pair', asked(given, { ...open, forbidden: [pair] }), { forbidden: { set: [pair], lifted: [] } }],
    ['a rule', asked(given, { ...open, otherDivision: false }), { hasOtherRules: true }],
    [
      'a wish, of which nobody is told',
      asked({ ...given, mentees: [{ ...somebody('a'), wishes: ['x'] }] }),
      { isElsewhere: true },
    ],
    ['a block, of which nobody is told', asked(given, { ...open, blocks: [['a', 'x']] }), { isElsewhere: true }],
  ]
  for (const [title, now, expected] of cases)
    it(`names ${title}`, () => {
      expect(whatChanged(asked(given), now)).toEqual({ ...NOTHING, ...expected })
    })

  it('names what was lifted', () => {
    const before = asked(given, { ...open, pinned: [pair] })
    expect(whatChanged(before, asked(given)).pinned).toEqual({ set: [], lifted: [pair] })
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
