import fc from 'fast-check'
import type { Mentor, Policy, Problem } from '../../src/matching/problem.ts'

export const open: Policy = {
  otherDivision: true,
  reportingLineDistance: 1,
  blocks: [],
  forbidden: [],
  pinned: [],
  past: [],
  seed: 1,
  shortage: { by: 'count' },
}

const ids = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8']
export const id = fc.constantFrom(...ids)
const pair = fc.record({ mentorId: id, menteeId: id })
const person = fc.record({
  id,
  division: fc.constantFrom('a', 'b', 'c', null),
  lineAbove: fc.uniqueArray(id, { maxLength: 2 }),
  topics: fc.uniqueArray(fc.constantFrom('SQL', ' sql', 'Rust', 'Law', 'Talks'), { maxLength: 3 }),
  priority: fc.record({
    score: fc.constantFrom(null, 1, 2, 3),
    appliedAt: fc.constantFrom('2021-05-01T00:00:00Z', '2021-05-02T00:00:00Z'),
  }),
  level: fc.constantFrom(null, 1, 2, 3),
})
export const mentor = fc
  .tuple(person, fc.integer({ min: 0, max: 3 }), fc.constantFrom(0, 1, 1, 2, 4))
  .map(([one, maximum, minimum]): Mentor => ({ ...one, minimum, maximum }))
export const byId = { selector: (one: { id: string }) => one.id, maxLength: 5 }
export const problem: fc.Arbitrary<Problem> = fc.record({
  mentors: fc.uniqueArray(mentor, byId),
  mentees: fc.uniqueArray(person, byId),
})
export const policy: fc.Arbitrary<Policy> = fc.record({
  otherDivision: fc.boolean(),
  reportingLineDistance: fc.integer({ min: 0, max: 2 }),
  levelsAhead: fc.constantFrom(null, null, { least: 1, most: null }, { least: null, most: 1 }, { least: 0, most: 1 }),
  blocks: fc.array(fc.tuple(id, id), { maxLength: 2 }),
  forbidden: fc.array(pair, { maxLength: 2 }),
  pinned: fc.array(pair, { maxLength: 2 }),
  past: fc.array(pair, { maxLength: 2 }),
  seed: fc.integer(),
  shortage: fc.constant({ by: 'count' } as const),
})
