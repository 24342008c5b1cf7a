import fc from 'fast-check'
import type { Mentee, Mentor, PairIds, Policy, Problem } from '../../src/matching/problem.ts'

const DAY = 1440
const hours = (start: number, length: number) => [
  { weeks: 20, spans: [0, 1, 2, 3, 4].map((day) => [day * DAY + start, day * DAY + start + length] as const) },
]
const ids = Array.from({ length: 60 }, (_, at) => `p${at}`)
const someone = fc.constantFrom(...ids)
const pair: fc.Arbitrary<PairIds> = fc.record({ mentorId: someone, menteeId: someone })
const person = fc.record({
  division: fc.constantFrom('a', 'b', 'c', 'd', null),
  lineAbove: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.uniqueArray(someone, { maxLength: 2 })),
  topics: fc.uniqueArray(fc.constantFrom('sql', 'Rust', 'law', 'talks', 'sales', 'go', 'leading', 'leads people'), {
    maxLength: 7,
  }),
  priority: fc.record({
    score: fc.constantFrom(null, null, 1, 2),
    appliedAt: fc.constantFrom('2021-05-01', '2021-05-02'),
  }),
  level: fc.constantFrom(null, undefined, 1, 2, 3),
  years: fc.constantFrom(null, 0, 1.5, 3, 8, 30),
  languages: fc.constantFrom([], ['en'], ['EN ', 'de'], ['fr'], ['de', 'fr']),
  hours: fc.constantFrom(null, hours(480, 480), hours(600, 480), hours(0, 420), hours(900, 300)),
  wishes: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.uniqueArray(someone, { maxLength: 3 })),
  asynchronous: fc.boolean(),
})
const mentor = fc.record({
  ...{ one: person, maximum: fc.integer({ min: 0, max: 3 }) },
  minimum: fc.constantFrom(0, 0, 1, 2),
})

/** Up to so many people on each side, with every field the worth of a pair may look at; some are in both roles. */
export function crowds(most: number): fc.Arbitrary<Problem> {
  return fc
    .tuple(fc.array(mentor, { maxLength: most }), fc.array(person, { maxLength: most }), fc.nat({ max: most }))
    .map(([offering, wanting, shared]) => ({
      mentors: offering.map(({ one, ...places }, at): Mentor => ({ ...one, ...places, id: ids[at] ?? '' })),
      mentees: wanting.map(
        (one, at): Mentee => ({ ...one, id: ids[Math.min(shared, offering.length) + at] ?? `e${at}` }),
      ),
    }))
}

/** Policies with any rules and weights. */
export const anyPolicy: fc.Arbitrary<Policy> = fc.record({
  otherDivision: fc.boolean(),
  reportingLineDistance: fc.integer({ min: 0, max: 2 }),
  overlapHours: fc.constantFrom(null, 1, 4),
  levelsAhead: fc.constantFrom(null, { least: 1, most: null }, { least: 0, most: 1 }),
  blocks: fc.array(fc.tuple(someone, someone), { maxLength: 3 }),
  forbidden: fc.array(pair, { maxLength: 3 }),
  pinned: fc.constant([]),
  past: fc.array(pair, { maxLength: 4 }),
  pastPairs: fc.constantFrom('never' as const, 'worth' as const),
  seed: fc.integer(),
  shortage: fc.constant({ by: 'count' as const }),
  worth: fc.record({
    weights: fc.record(
      {
        ...{ topics: fc.nat({ max: 9 }), wishes: fc.nat({ max: 3 }), experience: fc.nat({ max: 3 }) },
        ...{
          seniority: fc.nat({ max: 3 }),
          overlap: fc.nat({ max: 3 }),
          language: fc.nat({ max: 3 }),
          past: fc.nat({ max: 3 }),
        },
      },
      { requiredKeys: [] },
    ),
    taxonomy: fc.constantFrom(
      [],
      [
        { id: 'code', parents: [], aliases: [] },
        { id: 'sql', parents: ['code'], aliases: [] },
        { id: 'rust', parents: ['code'], aliases: [] },
        { id: 'leading', parents: [], aliases: ['leads people'] },
      ],
    ),
    similarWords: fc.boolean(),
  }),
})
