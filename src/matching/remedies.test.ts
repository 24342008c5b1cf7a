import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byId, id, mentor, open, policy, problem } from '../../tests/make/drawn-runs.ts'
import { planMatch } from './plan-match.ts'
import type { Mentee, Mentor, Problem, Remedy } from './problem.ts'

/** The problem after a remedy: new people like one of the run. */
function remedied(given: Problem, { kind, like, places }: Remedy): Problem {
  const one = (all: readonly (Mentor | Mentee)[]) => all.find((it) => it.id === like)
  if (kind === 'mentor')
    return { ...given, mentors: [...given.mentors, { ...(one(given.mentors) as Mentor), id: 'new', maximum: places }] }
  const added = Array.from({ length: places }, (_, at) => ({ ...(one(given.mentees) as Mentee), id: `new ${at}` }))
  return { ...given, mentees: [...given.mentees, ...added] }
}

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
          if (!remedy) continue
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
          if (role !== 'mentee' || !remedy || remedy.places < 2) continue
          const after = planMatch(remedied(single, { ...remedy, places: remedy.places - 1 }), plain)
          if (!hasEqual(single, who)) expect(after.waitingList).toContain(who)
        }
      }),
      { numRuns: 300 },
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
