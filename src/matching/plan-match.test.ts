import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byId, mentor, open, policy, problem } from '../../tests/make/drawn-runs.ts'
import { compareAims } from './both-ways.ts'
import { aimsOf, everyAnswer } from './every-answer.ts'
import { planMatch } from './plan-match.ts'
import type { Mentee, Mentor, Policy, Problem } from './problem.ts'
import { verify } from './verify.ts'
import { whyNot } from './why-not.ts'

function expectBest(given: Problem, rules: Policy): void {
  const answer = planMatch(given, rules)
  const pinned = answer.pairs.filter((one) => one.pinned).map(({ mentorId, menteeId }) => ({ mentorId, menteeId }))
  const all = everyAnswer(given, rules, pinned).map((pairs) => aimsOf(given, rules, pairs))
  const best = all.reduce((a, b) => (compareAims(a, b) >= 0 ? a : b))
  expect(answer.proven).toBe(true)
  expect(aimsOf(given, rules, answer.pairs)).toEqual(best)
  const seen = everyAnswer(given, rules, pinned).some((pairs) => sameIds(pairs) === sameIds(answer.pairs))
  expect(seen).toBe(true)
  if (!answer.certificate) throw new Error('A proven run has a certificate.')
  expect(verify(given, rules, answer.certificate)).toEqual([])
}

function sameIds(pairs: readonly { readonly mentorId: string; readonly menteeId: string }[]): string {
  return pairs
    .map((one) => `${one.menteeId}<${one.mentorId}`)
    .sort()
    .join()
}

describe('a run', () => {
  it('finds the best of all answers, aim by aim', () => {
    fc.assert(fc.property(problem, policy, expectBest), { numRuns: 600 })
  })

  it('finds the best answer when everybody is a dual', () => {
    const duals = fc.uniqueArray(mentor, byId).map((mentors): Problem => ({ mentors, mentees: mentors }))
    fc.assert(
      fc.property(duals, policy, (given, rules) => expectBest(given, { ...rules, otherDivision: false })),
      { numRuns: 300 },
    )
  })

  it('lets the seed decide between equals, and only between equals', () => {
    const equal = fc.uniqueArray(mentor, byId).map(
      (mentors): Problem => ({
        mentors: mentors.map((one) => ({ ...one, topics: [], level: null })),
        mentees: [mentee('q1'), mentee('q2'), mentee('q3')],
      }),
    )
    fc.assert(fc.property(equal, policy, expectBest), { numRuns: 200 })
  })

  it('keeps published pairs and seats only who is given', () => {
    fc.assert(
      fc.property(problem, policy, (given, rules) => {
        const first = planMatch(given, { ...rules, pinned: [] })
        const fixed = first.pairs.slice(0, 2).map(({ mentorId, menteeId }) => ({ mentorId, menteeId }))
        expectBest({ ...given, fixed }, { ...rules, pinned: [] })
      }),
      { numRuns: 200 },
    )
  })

  it('gives the same answer whatever the order of the input', () => {
    fc.assert(
      fc.property(problem, policy, (given, rules) => {
        const turned = { mentors: [...given.mentors].reverse(), mentees: [...given.mentees].reverse() }
        const other = {
          ...rules,
          pinned: [...rules.pinned].reverse(),
          blocks: [...rules.blocks].reverse(),
          forbidden: [...rules.forbidden].reverse(),
        }
        expect(planMatch(turned, other)).toEqual(planMatch(given, rules))
        expect(planMatch(given, rules)).toEqual(planMatch(given, rules))
      }),
    )
  })

  it('accounts for everybody, and has a reason for every pair that is not', () => {
    fc.assert(
      fc.property(problem, policy, (given, rules) => {
        const answer = planMatch(given, rules)
        expect(answer.pairs.length + answer.waitingList.length).toBe(given.mentees.length)
        for (const one of answer.pairs) expect(one.terms.reduce((sum, term) => sum + term.points, 0)).toBe(one.worth)
        for (const m of given.mentors)
          for (const e of given.mentees) {
            const why = whyNot(given, rules, answer, e.id, m.id)
            expect(why.reason).toMatch(/\.$/)
            expect(why.code === 'is-a-pair').toBe(
              answer.pairs.some((one) => one.mentorId === m.id && one.menteeId === e.id),
            )
            expect(why.worthLost ?? 1).toBeGreaterThan(0)
          }
      }),
      { numRuns: 60 },
    )
  })
})

function mentee(name: string, more: Partial<Mentee> = {}): Mentee {
  return {
    id: name,
    division: 'x',
    lineAbove: [],
    topics: [],
    priority: { score: 1, appliedAt: '2021-05-01T00:00:00Z' },
    ...more,
  }
}
function mentorOf(name: string, more: Partial<Mentor> = {}): Mentor {
  return { ...mentee(name), division: 'y', minimum: 1, maximum: 1, ...more }
}

describe('hard rules', () => {
  const sql = { topics: ['SQL'] }
  it.each([
    ['own-division', mentorOf('m', { division: 'x' }), open],
    ['reporting-line', mentorOf('m'), { ...open, reportingLineDistance: 1 }],
    ['past-pair', mentorOf('n'), { ...open, past: [{ mentorId: 'n', menteeId: 'e' }] }],
    ['not-possible', mentorOf('n'), { ...open, blocks: [['e', 'n']] as const }],
    ['not-possible', mentorOf('n'), { ...open, forbidden: [{ mentorId: 'n', menteeId: 'e' }] }],
    ['own-self', mentorOf('e'), open],
  ])('%s keeps two people apart and is the reason given', (code, one, rules) => {
    const given = { mentors: [one], mentees: [mentee('e', { ...sql, lineAbove: ['m'] })] }
    const answer = planMatch(given, rules)
    expect(answer.pairs).toEqual([])
    expect(whyNot(given, rules, answer, 'e', one.id).code).toBe(code)
  })

  it('a reviewed mentee sits before an unreviewed one, and the earlier of two equals first', () => {
    const early = mentee('e3', { priority: { score: 2, appliedAt: '2021-04-01T00:00:00Z' } })
    const late = mentee('e1', { priority: { score: 2, appliedAt: '2021-04-02T00:00:00Z' } })
    const unread = mentee('e2', { priority: { score: null, appliedAt: '2021-03-01T00:00:00Z' } })
    const answer = planMatch({ mentors: [mentorOf('m')], mentees: [unread, late, early] }, open)
    expect(answer.pairs.map((one) => one.menteeId)).toEqual(['e3'])
    expect(answer.waitingList).toEqual(['e1', 'e2'])
  })

  it('a pin that breaks a rule is left out and said', () => {
    const answer = planMatch(
      { mentors: [mentorOf('m', { division: 'x' })], mentees: [mentee('e')] },
      { ...open, pinned: [{ mentorId: 'm', menteeId: 'e' }] },
    )
    expect(answer.refusedPins).toEqual([{ mentorId: 'm', menteeId: 'e', code: 'own-division' }])
  })
})
