import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPolicy, crowds } from '../../../tests/make/drawn-crowds.ts'
import { drawProblem, STRUCTURED } from '../../../tests/make/structured-people.ts'
import { type HowToRun, planMatch, planSteps, runToEnd } from '../plan-match.ts'
import type { Mentee, Mentor, Policy, Problem } from '../problem.ts'
import { verify } from '../verify.ts'

const DEEP = process.env.DEPTH === 'full' ? 20 : 1
const PRICED = { keeps: 'priced' } as const
const pins = fc.array(
  fc.record({ mentorId: fc.constantFrom('p0', 'p1', 'p2'), menteeId: fc.constantFrom('p3', 'p4', 'p5') }),
  { maxLength: 2 },
)
const choices = fc.uniqueArray(
  fc.record({ menteeId: fc.constantFrom('p3', 'p4', 'p5', 'p6'), mentorIds: fc.constant(['p0', 'p1']) }),
  { selector: (it) => it.menteeId, maxLength: 2 },
)

/** All that a run says but for its proof, which may be another one as good. */
function answered(problem: Problem, policy: Policy, how: HowToRun) {
  const { certificate, ...rest } = runToEnd(planSteps(problem, policy, how))
  return { certificate, rest }
}

function expectSame(problem: Problem, policy: Policy, how: HowToRun = {}): void {
  const stored = answered(problem, policy, { keeps: 'stored' })
  const priced = answered(problem, policy, { ...how, ...PRICED })
  expect(priced.rest).toEqual(stored.rest)
  for (const { certificate } of [stored, priced])
    for (const keeps of ['stored', 'priced'] as const)
      if (certificate) expect(verify(problem, policy, certificate, { keeps })).toEqual([])
}

/** So many people, each made of one of a few. */
function alike(many: number, of: readonly Mentee[], name: string, places: (at: number) => number): readonly Mentor[] {
  return Array.from({ length: many }, (_, at) => ({
    ...(of[at % of.length] as Mentee),
    id: `${name}${at}`,
    minimum: 0,
    maximum: places(at),
  }))
}

describe('a run whose pairs are priced', () => {
  it('answers all that one answers whose pairs are stored: pairs, worst off, seed, reasons, ranks, remedies', () => {
    fc.assert(
      fc.property(crowds(16), anyPolicy, pins, choices, (problem, rules, pinned, chosen) => {
        expectSame(problem, { ...rules, pinned, choices: chosen })
      }),
      { numRuns: 120 * DEEP },
    )
  })

  it('does so for everybody in both roles, where who mentors each other must be told apart', () => {
    fc.assert(
      fc.property(crowds(9), anyPolicy, (drawn, policy) => {
        expectSame({ ...drawn, mentees: drawn.mentors }, policy)
      }),
      { numRuns: 60 * DEEP },
    )
  })

  const someone = drawProblem(4, 4, 1, 5).mentees
  const families: readonly (readonly [string, Problem])[] = [
    [
      'cliques of people who are nearly the same',
      {
        mentees: alike(90, someone, 'e', () => 1),
        mentors: alike(80, someone.toReversed(), 'm', (at) => 1 + (at % 2)),
      },
    ],
    [
      'all the same',
      { mentees: alike(70, someone.slice(0, 1), 'e', () => 1), mentors: alike(75, someone.slice(1, 2), 'm', () => 1) },
    ],
    [
      'few who may be mentors of anybody',
      {
        mentees: drawProblem(120, 1, 1, 3).mentees,
        mentors: drawProblem(1, 100, 2, 3).mentors.map((one, at) => (at % 9 === 0 ? one : { ...one, hours: [] })),
      },
    ],
    ['too few places', drawProblem(130, 30, 3, 8)],
    ['more places than people', drawProblem(60, 130, 3, 8)],
  ]
  for (const [name, problem] of families)
    it(`does so where there are ${name}`, () => {
      expectSame(problem, { ...STRUCTURED, otherDivision: name === 'all the same' ? false : STRUCTURED.otherDivision })
    })

  it('finds from the proof of before what it finds from nothing, whoever has come, gone or been forbidden since', () => {
    fc.assert(
      fc.property(crowds(18), anyPolicy, fc.nat(), fc.nat(), fc.nat(), (after, policy, one, other, pair) => {
        const less = <One>(all: readonly One[], at: number) => all.filter((_, index) => index !== at % (all.length + 2))
        const before = { mentors: less(after.mentors, one), mentees: less(after.mentees, other) }
        const changes: readonly (readonly [Problem, Problem])[] = [
          [before, after],
          [after, before],
        ]
        for (const [then, now] of changes)
          for (const keeps of ['stored', 'priced'] as const) {
            const { certificate, pairs } = runToEnd(planSteps(then, policy, { keeps }))
            const veto = pairs[pair % Math.max(1, pairs.length)]
            const rules = { ...policy, forbidden: veto ? [...policy.forbidden, veto] : policy.forbidden }
            const fresh = answered(now, rules, { keeps })
            expect(answered(now, rules, { keeps, before: certificate ?? pairs }).rest).toEqual(fresh.rest)
          }
      }),
      { numRuns: 50 * DEEP },
    )
  })

  it('serves a mentor who asks for somebody, however many others are free', () => {
    const [mentee] = alike(1, someone, 'e', () => 1)
    const mentors = alike(9, someone.slice(1), 'm', () => 1).map((one, at) => ({ ...one, minimum: at === 6 ? 1 : 0 }))
    const policy = { ...STRUCTURED, otherDivision: false, overlapHours: null, worth: { weights: {} } }
    expectSame({ mentees: mentee ? [mentee] : [], mentors }, policy)
    expect(planMatch({ mentees: mentee ? [mentee] : [], mentors }, policy).pairs[0]?.mentorId).toBe('m6')
  })

  it('begins anew from its proof with a few rounds, in a shortage too', () => {
    for (const [mentees, mentors] of [
      [400, 450],
      [500, 300],
    ] as const) {
      const problem = drawProblem(mentees, mentors, 1, 4)
      const rounds = (given: Problem, how: HowToRun) => {
        const steps = planSteps(given, STRUCTURED, { ...how, ...PRICED })
        for (let count = 0; ; count++) {
          const next = steps.next()
          if (next.done) return { count, ...next.value }
        }
      }
      const { certificate, count } = rounds(problem, {})
      if (!certificate) throw new Error('There is no proof.')
      const gone = { ...problem, mentors: problem.mentors.slice(1), mentees: problem.mentees.slice(1) }
      const again = rounds(gone, { before: certificate })
      expect(again.totals).toEqual(planMatch(gone, STRUCTURED).totals)
      expect(again.count).toBeLessThanOrEqual(2)
      expect(count).toBeGreaterThan(2)
    }
  })

  it('a wish that makes a pair worth more than its lines say is never overlooked', () => {
    const drawn = drawProblem(40, 60, 1, 9)
    const policy = { ...STRUCTURED, worth: { weights: { language: 1, wishes: 9 } } }
    const mentees = drawn.mentees.map((one, at) => ({ ...one, wishes: [`m${(at * 7) % 60}`] }))
    expectSame({ ...drawn, mentees }, policy)
  })

  it('seats 9,000 who are all the same and proves their worth, though nobody counts the worst off among so many answers', () => {
    const same = (role: string) => alike(9_000, someone.slice(0, 1), role, () => 1)
    const policy = { ...STRUCTURED, otherDivision: false }
    const answer = planMatch({ mentees: same('e'), mentors: same('m') }, policy)
    expect([answer.totals.pairs, answer.proven, answer.certificate]).toEqual([9_000, false, null])
    expect(answer.totals.worth).toBe(9_000 * (answer.pairs[0]?.worth ?? 0))
  })
})
