import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { open, policy, problem } from '../../../../tests/make/drawn-runs.ts'
import { planMatch } from '../../../matching/plan-match.ts'
import { planAlternatives } from './plan-alternatives.ts'
import { planReadiness } from './plan-readiness.ts'

const somebody = (id: string, division: string | null) => ({
  id,
  division,
  lineAbove: [],
  topics: [],
  priority: { score: 1, appliedAt: '2021-05-01T00:00:00Z' },
})
const mentor = (id: string, division: string | null, maximum = 1) => ({
  ...somebody(id, division),
  minimum: 1,
  maximum,
})

describe('before a run', () => {
  it('counts both sides, and says which mentees share too few places', () => {
    const found = planReadiness(
      {
        mentors: [mentor('x', 'sales'), mentor('y', 'law', 2)],
        mentees: [somebody('a', 'law'), somebody('b', 'law'), somebody('c', 'sales')],
      },
      open,
    )
    expect(found).toMatchObject({ mentees: 3, mentors: 2, places: 3, minimums: 2, most: 2, stuck: [] })
    expect(found.tight).toEqual([{ mentees: 2, places: 1, divisions: [{ name: 'law', mentees: 2 }] }])
  })

  it('names who could be paired with nobody, by which rule, and like whom somebody new would be possible', () => {
    const boss = { ...mentor('x', 'sales'), maximum: 3 }
    const report = { ...somebody('a', 'law'), lineAbove: ['x'] }
    const { stuck } = planReadiness({ mentors: [boss], mentees: [report, somebody('b', null)] }, open)
    expect(stuck).toEqual([
      { id: 'a', role: 'mentee', refused: [{ code: 'reporting-line', people: 1 }], like: 'x', relax: null },
      {
        ...{ id: 'b', role: 'mentee', refused: [{ code: 'division-unknown', people: 1 }], like: null },
        relax: { kind: 'rule', relax: { otherDivision: false }, opens: 1 },
      },
      {
        id: 'x',
        role: 'mentor',
        refused: [
          { code: 'division-unknown', people: 1 },
          { code: 'reporting-line', people: 1 },
        ],
        like: null,
        relax: { kind: 'rule', relax: { reportingLineDistance: 0 }, opens: 1 },
      },
    ])
  })

  it('those who share too few places are just as many more as cannot all sit, each counted once', () => {
    fc.assert(
      fc.property(problem, policy, (given, rules) => {
        const { tight, most, mentees, fixed, stuck } = planReadiness(given, rules)
        const alone = stuck.filter((it) => it.role === 'mentee').length
        const short = tight.reduce((sum, it) => sum + it.mentees - it.places, 0)
        expect(fixed).toBe(0)
        expect(short + alone).toBe(mentees - most)
        for (const it of tight) expect(it.divisions.reduce((sum, one) => sum + one.mentees, 0)).toBe(it.mentees)
      }),
    )
  })

  it('a shortage whatever the priorities is one group, and two apart are two', () => {
    const given = (places: number) => ({
      mentors: [mentor('x', 'sales', places), mentor('y', 'law', 1)],
      mentees: ['a', 'b', 'c'].map((id, at) => ({
        ...somebody(id, 'art'),
        priority: { score: at, appliedAt: '2021-05-01T00:00:00Z' },
      })),
    })
    expect(planReadiness(given(1), open).tight).toMatchObject([{ mentees: 3, places: 2 }])
    expect(planReadiness(given(2), open).tight).toEqual([])
    const apart = {
      mentors: [mentor('x', 'sales'), mentor('y', 'law')],
      mentees: [somebody('a', 'sales'), somebody('b', 'sales'), somebody('c', 'law'), somebody('d', 'law')],
    }
    expect(planReadiness(apart, open).tight).toMatchObject([
      { mentees: 2, places: 1 },
      { mentees: 2, places: 1 },
    ])
  })

  it('no run seats more than it says, and without silent rules and pins just so many', () => {
    fc.assert(
      fc.property(problem, policy, (given, rules) => {
        const { most } = planReadiness(given, rules)
        expect(planMatch(given, { ...rules, pinned: [] }).totals.pairs).toBeLessThanOrEqual(most)
        const openly = planMatch(given, { ...rules, pinned: [], blocks: [], forbidden: [] })
        const isDual = given.mentors.some((it) => given.mentees.some((other) => other.id === it.id))
        if (!isDual) expect(openly.totals.pairs).toBe(most)
      }),
    )
  })

  it('says the same of two seasons that differ in silent rules alone', () => {
    fc.assert(
      fc.property(problem, policy, (given, rules) => {
        const openly = { ...rules, pinned: [] }
        expect(planReadiness(given, { ...openly, blocks: [], forbidden: [] })).toEqual(planReadiness(given, openly))
      }),
    )
  })

  it('whoever could be paired with nobody is in no pair', () => {
    fc.assert(
      fc.property(problem, policy, (given, rules) => {
        const { pairs } = planMatch(given, rules)
        for (const { id, role } of planReadiness(given, rules).stuck)
          expect(pairs.some((it) => (role === 'mentee' ? it.menteeId : it.mentorId) === id)).toBe(false)
      }),
    )
  })
})

describe('who else a mentee could have', () => {
  it('everybody is counted once: possible openly, refused by an open rule, or their own', () => {
    fc.assert(
      fc.property(problem, policy, fc.constantFrom('p1', 'p2', 'p3'), (given, rules, menteeId) => {
        const found = planAlternatives(given, rules, menteeId, null, 2)
        const refused = found.refused.reduce((sum, it) => sum + it.mentors, 0)
        const isThere = given.mentees.some((it) => it.id === menteeId)
        expect(found.possible + refused).toBe(isThere ? given.mentors.length : 0)
        expect(found.best.length).toBeLessThanOrEqual(2)
        expect(found.best.map((it) => it.worth)).toEqual(found.best.map((it) => it.worth).toSorted((a, b) => b - a))
      }),
    )
  })

  it('of whom a silent rule keeps away there is nothing but that they are not possible', () => {
    const given = { mentors: [mentor('x', 'sales'), mentor('y', 'sales')], mentees: [somebody('a', 'law')] }
    const kept = planAlternatives(given, { ...open, blocks: [['x', 'a']] }, 'a', null, 5)
    const free = planAlternatives(given, open, 'a', null, 5)
    expect(kept.best.map((it) => it.isPossible)).toEqual([false, true])
    expect({ ...kept, best: kept.best.map((it) => ({ ...it, isPossible: true })) }).toEqual(free)
  })
})
