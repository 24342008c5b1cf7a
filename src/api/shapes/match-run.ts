import { z } from 'zod'
import { daySchema } from '../../model/day.ts'
import { count } from './count.ts'

const MOST_WORTH = 10_000

const proposedPair = z.strictObject({
  mentor: z.string(),
  mentee: z.string(),
  worth: z.int().min(0).max(MOST_WORTH).nullable().describe('null in a pair of one’s own'),
  reason: z.string().nullable().describe('null in a pair of one’s own'),
})

/** One kept run of the match; people are named by their addresses, the waiting list in its order. */
export const matchRun = z
  .strictObject({
    run: z.int().min(1),
    pairs: z.array(proposedPair),
    mentorsOnly: z.array(z.string()).describe('applied as both and serve as mentors'),
    waitingList: z.array(z.string()).describe('in the order of priority'),
    reserve: z.array(z.string()),
    unmatched: z.array(z.strictObject({ email: z.string(), role: z.string(), reason: z.string() })),
    publishedOn: daySchema.nullable(),
    locked: count.describe('lines about oneself, which another coordinator handles'),
  })
  .meta({ title: 'MatchRun' })
