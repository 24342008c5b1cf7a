import { z } from 'zod'
import { respondentSchema } from '../../model/respondent.ts'
import { count } from './count.ts'

/** What an attack on the published figures read, and what it could make certain. */
export const attackedResults = z
  .strictObject({
    seasons: count,
    days: count.describe('on which figures were read, of all seasons together'),
    tables: count,
    differences: count.describe('of a table and one that stood there before'),
    certain: z.array(
      z.strictObject({
        season: z.string(),
        survey: z.string(),
        role: respondentSchema,
        question: z.string(),
        option: z.string(),
        of: z.enum(['everybody who answered', 'those who were added']),
        gave: z.boolean(),
      }),
    ),
  })
  .meta({ title: 'AttackedResults' })
