import { z } from 'zod'
import { daySchema } from '../../model/day.ts'
import { count } from './count.ts'

const MOST_WORTH = 10_000
export const named = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  division: z.string().nullable(),
  zone: z.string().nullable(),
})
const worth = z.int().min(0).max(MOST_WORTH)
const two = z.strictObject({ mentee: named, mentor: named })
const move = z.strictObject({ mentee: named, from: named.nullable(), to: named.nullable() })
const role = z.enum(['mentor', 'mentee'])
const points = z.int().describe('of worth, 100 to a point shown; negative where it gains')

/** What a run would have to go on. */
export const matchReady = z
  .strictObject({
    season: z.string(),
    seasonName: z.string(),
    mentees: count,
    mentors: count,
    places: count,
    minimums: count,
    most: count.describe('mentees who can have a place at once, by open rules'),
    fixed: count,
    tight: z.array(
      z.strictObject({
        mentees: count,
        places: count,
        divisions: z.array(z.strictObject({ name: z.string(), mentees: count })),
      }),
    ),
    stuck: z.array(
      z.strictObject({
        person: named,
        role,
        refused: z.array(z.strictObject({ code: z.string(), people: count })),
        like: named.nullable(),
        relax: z.string().nullable(),
      }),
    ),
    refusedPins: z.array(two.extend({ code: z.string() })),
    mentorOnly: count,
    locked: count,
  })
  .meta({ title: 'MatchReady' })

/** The runs of a season, the latest first. */
export const matchRuns = z
  .strictObject({
    season: z.string(),
    seasonName: z.string(),
    found: count,
    runs: z.array(
      z.strictObject({
        number: z.int().min(1),
        happenedOn: daySchema,
        madeBy: z.string().nullable(),
        publishedOn: daySchema.nullable(),
        publishedBy: z.string().nullable(),
        pairs: count,
        waiting: count,
        reserve: count,
        worth: count.nullable(),
        worst: worth.nullable(),
        pinned: count,
        forbidden: count,
        stands: z.boolean().nullable(),
      }),
    ),
  })
  .meta({ title: 'MatchRuns' })

/** What a change costs, before it is done. */
export const matchPrice = z
  .strictObject({
    season: z.string(),
    kind: z.enum(['pin', 'forbid', 'swap', 'lift']),
    pairs: z.array(two),
    moves: z.array(move),
    serving: z.array(named),
    reserved: z.array(named),
    pairsLost: z.int(),
    worthLost: points,
    worstBefore: worth.nullable(),
    worstAfter: worth.nullable(),
    seen: z.string().describe('given back with match set, so that nothing is done at another price'),
    locked: count,
  })
  .meta({ title: 'MatchPrice' })

export const matchRuleSet = z.strictObject({ change: z.string(), pairs: count }).meta({ title: 'MatchRuleSet' })

/** What coordinators asked of the match and did not undo. */
export const matchRules = z
  .strictObject({
    season: z.string(),
    rules: z.array(
      z.strictObject({
        changeId: z.uuid(),
        kind: z.enum(['pinned', 'forbidden']),
        pairs: z.array(two),
        setBy: z.string(),
        setOn: daySchema,
        isOwn: z.boolean(),
      }),
    ),
  })
  .meta({ title: 'MatchRules' })

/** How far the run is that is being made. */
export const runFollowed = z
  .strictObject({
    season: z.string(),
    seasonName: z.string(),
    making: z
      .strictObject({
        state: z.enum(['under-way', 'stopped']),
        step: z.enum(['seating', 'pairing', 'checking']),
        madeBy: z.string().nullable(),
        mentees: count,
        mentors: count,
        seated: count.nullable().describe('mentees who can have a place at once'),
        gap: count
          .nullable()
          .describe('hundredths of a point by which another match could be worth more; null while nothing is proven'),
        seconds: count,
        stoppedBecause: z.string().nullable(),
      })
      .nullable()
      .describe('null where no run is being made and the last one was kept'),
  })
  .meta({ title: 'RunUnderWay' })
