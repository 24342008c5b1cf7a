import { z } from 'zod'
import { respondentSchema } from '../../model/respondent.ts'
import { count } from './count.ts'

const where = { season: z.string(), survey: z.string(), role: respondentSchema, question: z.string() }
const whom = z.enum([
  'everybody who answered',
  'those who were added',
  'a group, or those left by groups',
  'everybody who answered both times',
  'those who answered once',
])

/** What an attack on the published figures read, and what it could make certain. */
export const attackedResults = z
  .strictObject({
    seasons: count,
    days: count.describe('on which figures were read, of all seasons together'),
    tables: count,
    differences: count.describe('of a table and one that stood there before'),
    groups: count.describe('of breakdowns, each against the whole, the others and those left'),
    changes: count.describe('of series, each against the tables of its surveys'),
    small: z
      .array(z.strictObject({ ...where, of: whom, people: count }))
      .describe('people too few to be shown of whom a figure can be worked out'),
    certain: z.array(z.strictObject({ ...where, option: z.string(), of: whom, gave: z.boolean() })),
  })
  .meta({ title: 'AttackedResults' })
