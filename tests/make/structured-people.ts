import type { Mentee, Mentor, Policy, Problem } from '../../src/matching/problem.ts'

/**
 * People as the product knows them, for a benchmark: 64 topics in 8 fields, 16 divisions, 24 zones, six levels, up to 40 years, three
 * languages; many are alike, so many pairs tie. The worth of a pair is the product's own.
 */
export const STRUCTURED: Policy = {
  otherDivision: true,
  reportingLineDistance: 1,
  overlapHours: 1,
  blocks: [],
  forbidden: [],
  pinned: [],
  past: [],
  seed: 7,
  shortage: { by: 'count' },
  worth: {
    taxonomy: Array.from({ length: 64 }, (_, at) => ({ id: `t${at}`, parents: [`f${at % 8}`], aliases: [] })),
  },
}

const DAY = 1440
const WEEKS = 24
const HOURS = Array.from({ length: 24 }, (_, zone) => [
  {
    weeks: WEEKS,
    spans: [0, 1, 2, 3, 4].map((day) => [day * DAY + zone * 60, day * DAY + zone * 60 + 480] as const),
  },
])
const TOPICS = Array.from({ length: 64 }, (_, at) => `t${at}`)
const LANGUAGES = [['en'], ['en', 'de'], ['en', 'fr'], ['en', 'de', 'fr'], ['de'], ['fr']]
const UNREVIEWED = { score: null, appliedAt: '' }
const NOBODY_ABOVE: readonly string[] = []

/** The same people for the same seed, on every machine. Mentors have 1 to `most` places. */
export function drawProblem(mentees: number, mentors: number, most: number, seed: number): Problem {
  const dice = diceOf(seed)
  const below = (count: number) => Math.floor(dice() * count)
  const person = (id: string, topics: readonly string[]): Mentee => ({
    id,
    division: `d${below(16)}`,
    lineAbove: NOBODY_ABOVE,
    topics,
    priority: UNREVIEWED,
    level: 1 + below(6),
    years: below(40),
    languages: LANGUAGES[below(LANGUAGES.length)],
    hours: HOURS[below(24)],
  })
  const some = (count: number) =>
    [...new Set(Array.from({ length: count }, () => below(64)))].map((at) => TOPICS[at] as string)
  const asMentor = (at: number): Mentor => ({
    ...person(`m${at}`, some(4 + below(6))),
    minimum: 0,
    maximum: 1 + below(most),
  })
  return {
    mentors: Array.from({ length: mentors }, (_, at) => asMentor(at)),
    mentees: Array.from({ length: mentees }, (_, at) => person(`e${at}`, some(4))),
  }
}

// Mulberry32: small, fast, the same everywhere.
function diceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
