import { z } from 'zod'
import { daySchema } from '../../model/day.ts'

const MOST_WORTH = 10_000

const proposedPair = z.strictObject({
  mentor: z.string(),
  mentee: z.string(),
  worth: z.int().min(0).max(MOST_WORTH),
  reason: z.string(),
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
  })
  .meta({ title: 'MatchRun' })
