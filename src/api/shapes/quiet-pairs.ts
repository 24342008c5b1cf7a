import { z } from 'zod'
import { daySchema } from '../../model/day.ts'

export const quietPairs = z
  .strictObject({
    season: z.string(),
    program: z.string(),
    asOf: daySchema,
    everyDays: z.int(),
    pairs: z.array(
      z.strictObject({
        mentor: z.string(),
        mentee: z.string(),
        state: z.enum(['quiet', 'disagree']).describe('nothing is known, or the two say different things'),
        firstDay: daySchema,
        lastDay: daySchema,
        windows: z.int().describe('windows in a row, the last one included, of which nobody says that they met'),
      }),
    ),
    own: z.int().describe('pairs that are about whoever asks: another coordinator has them'),
  })
  .meta({ title: 'QuietPairs' })
