import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byId, id, mentor, open, policy, problem } from '../../tests/make/drawn-runs.ts'
import { planMatch } from './plan-match.ts'
import type { Mentee, Mentor, PeopleRemedy, Policy, Problem } from './problem.ts'

/** The problem after a remedy: new people like one of the run. */
function remedied(given: Problem, { kind, like, places }: PeopleRemedy): Problem {
  const one = (all: readonly (Mentor | Mentee)[]) => all.find((it) => it.id === like)
  if (kind === 'mentor')
    return { ...given, mentors: [...given.mentors, { ...(one(given.mentors) as Mentor), id: 'new', maximum: places }] }
  const added = Array.from({ length: places }, (_, at) => ({ ...(one(given.mentees) as Mentee), id: `new ${at}` }))
  return { ...given, mentees: [...given.mentees, ...added] }
}

/** One working week for ever: minutes of the Monday. */
const week = (from: number, until: number) => [{ weeks: 1, spans: [[from, until]] as [number, number][] }]

const pairText = (all: readonly { readonly mentorId: string; readonly menteeId: string }[]) =>
  all.map((it) => `${it.menteeId}<${it.mentorId}`).join()

describe('what would change it', () => {
  it('seats everybody it is said to, by running again', () => {
    const crowded = fc.record({
      mentors: fc.uniqueArray(mentor, { ...byId, maxLength: 3 }),
      mentees: fc.uniqueArray(mentor, { ...byId, maxLength: 7 }),
    })
    let tried = 0
    fc.assert(
      fc.property(fc.oneof(problem, crowded), policy, (given, rules) => {
        for (const { id: who, role, remedy } of planMatch(given, rules).unmatched) {
          if (!remedy || remedy.kind === 'rule') continue
          tried++
          const after = planMatch(remedied(given, remedy), rules)
          expect(role === 'mentee' ? after.waitingList : after.reserve).not.toContain(who)
        }
      }),
      { numRuns: 400 },
    )
    expect(tried).toBeGreaterThan(100)
  })

  it('is the fewest new places where nothing silent stands in the run', () => {
    fc.assert(
      fc.property(problem, policy, (given, rules) => {
        const plain = { ...rules, blocks: [], forbidden: [], pinned: [] }
        const single = {
          ...given,
          mentees: given.mentees.filter((it) => !given.mentors.some((one) => one.id === it.id)),
        }
        for (const { id: who, role, remedy } of planMatch(single, plain).unmatched) {
          if (role !== 'mentee' || !remedy || remedy.kind === 'rule' || remedy.places < 2) continue
          const after = planMatch(remedied(single, { ...remedy, places: remedy.places - 1 }), plain)
          if (!hasEqual(single, who)) expect(after.waitingList).toContain(who)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('opens the run to whoever nobody was possible for, as little as may be, by running again', () => {
    const shut = policy.map((it) => ({ ...it, overlapHours: it.seed % 2 ? 5 : null, pinned: [] }))
    const hours = fc.constantFrom(null, week(0, 240), week(0, 300), week(100, 500), week(2000, 2100))
    let tried = 0
    const seen = new Set<string>()
    fc.assert(
      fc.property(problem, shut, fc.array(hours, { minLength: 16, maxLength: 16 }), (drawn, rules, worked) => {
        const given = {
          mentors: drawn.mentors.map((it, at) => ({ ...it, hours: worked[at] ?? null })),
          mentees: drawn.mentees.map((it, at) => ({ ...it, hours: worked[at + 8] ?? null })),
        }
        const codeOf = (who: string, role: string, rule: Policy) =>
          planMatch(given, rule).unmatched.find((it) => it.id === who && it.role === role)?.code
        for (const { id: who, role, code, remedy } of planMatch(given, rules).unmatched) {
          if (code !== 'nobody-possible' || remedy?.kind !== 'rule') continue
          tried++
          for (const name of Object.keys(remedy.relax)) seen.add(name)
          expect(codeOf(who, role, { ...rules, ...remedy.relax })).not.toBe('nobody-possible')
          const { overlapHours, reportingLineDistance } = remedy.relax
          if (overlapHours != null)
            expect(codeOf(who, role, { ...rules, overlapHours: overlapHours + 1 / 60 })).toBe('nobody-possible')
          if (reportingLineDistance !== undefined)
            for (let more = reportingLineDistance + 1; more <= rules.reportingLineDistance; more++)
              expect(codeOf(who, role, { ...rules, reportingLineDistance: more })).toBe('nobody-possible')
        }
      }),
      { numRuns: 600 },
    )
    expect(tried).toBeGreaterThan(50)
    const often = ['levelsAhead', 'otherDivision', 'overlapHours', 'reportingLineDistance']
    expect([...seen]).toEqual(expect.arrayContaining(often))
  })

  it.each([
    [
      'Were 240 shared working minutes a day enough, 1 person would be possible.',
      { overlapHours: 6 },
      { hours: week(0, 1200) },
      { hours: week(0, 1500) },
    ],
    [
      'Were every grade allowed, 1 person would be possible.',
      { levelsAhead: { least: 2, most: null } },
      { level: 3 },
      { level: 2 },
    ],
    [
      'Might pairs of before meet again, 1 person would be possible.',
      { past: [{ mentorId: 'm', menteeId: 'e' }] },
      {},
      {},
    ],
    ['Were the reporting line no obstacle, 1 person would be possible.', {}, { lineAbove: ['e'] }, {}],
    ['Were the own division allowed, 1 person would be possible.', {}, { division: 'y' }, {}],
  ])('is said in one sentence: %s', (says, rules, mentors, mentees) => {
    const one = {
      id: 'e',
      division: 'y',
      lineAbove: [],
      topics: [],
      priority: { score: null, appliedAt: '2021-05-01' },
    }
    const m = { ...one, id: 'm', division: 'x', minimum: 0, maximum: 1, ...mentors }
    const found = planMatch({ mentors: [m], mentees: [{ ...one, ...mentees }] }, { ...open, ...rules })
    expect(found.unmatched.find((it) => it.role === 'mentor')?.reason).toBe(
      `No mentee of this run is possible for them. ${says}`,
    )
  })

  it('says nothing of a block that the pairs do not say', () => {
    fc.assert(
      fc.property(problem, policy, id, id, (given, rules, a, b) => {
        const one = planMatch(given, rules)
        for (const other of [
          planMatch(given, { ...rules, blocks: [...rules.blocks, [a, b]] }),
          planMatch(given, { ...rules, forbidden: [...rules.forbidden, { mentorId: a, menteeId: b }] }),
        ])
          if (pairText(one.pairs) === pairText(other.pairs)) {
            expect(other.pairs).toEqual(one.pairs)
            expect(other.unmatched).toEqual(one.unmatched)
          }
      }),
      { numRuns: 500 },
    )
  })

  it('is said in one sentence, and counts those before in priority', () => {
    const people = ['e1', 'e2', 'e3'].map(
      (name, at): Mentee => ({
        id: name,
        division: 'x',
        lineAbove: [],
        topics: [],
        priority: { score: 9 - at, appliedAt: '2021-05-01T00:00:00Z' },
      }),
    )
    const m: Mentor = { ...(people[0] as Mentee), id: 'm', division: 'y', minimum: 1, maximum: 1 }
    const answer = planMatch({ mentors: [m], mentees: people }, open)
    expect(answer.unmatched.map((it) => it.reason)).toEqual([
      'All places they could take went to mentees before them in priority. One more mentor like m would change it.',
      'All places they could take went to mentees before them in priority. 2 more places at mentors like m would change it.',
    ])
  })
})

function hasEqual(given: Problem, who: string): boolean {
  const own = given.mentees.find((it) => it.id === who)?.priority
  return given.mentees.some(
    (it) => it.id !== who && it.priority.score === own?.score && it.priority.appliedAt === own?.appliedAt,
  )
}
