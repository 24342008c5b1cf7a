import { z } from 'zod'
import { daySchema } from '../../model/day.ts'
import { DEFINITIONS } from '../../model/measures.ts'
import { defined, measure } from './season-results.ts'

const season = z.strictObject({ key: z.string(), name: z.string(), asOf: daySchema })

const row = z.strictObject({
  definition: z.enum(DEFINITIONS),
  of: z.array(z.string()).describe('what it is about, by keys of the program files'),
  figure: z.string().describe('what it is about, in words'),
  figures: z.array(measure.nullable()).describe('in the order of the seasons; null where a season has none such'),
  differs: z.array(z.string()).describe('what the same definition takes differently in each season'),
})

/** Seasons side by side, counted by the same definitions. */
export const comparedSeasons = z
  .strictObject({
    seasons: z.array(season),
    rows: z.array(row),
    choices: z.array(z.strictObject({ key: z.string(), name: z.string() })).describe('other seasons to set beside it'),
    definitions: z.partialRecord(z.enum(DEFINITIONS), defined).describe('what each figure is made of'),
    rounding: z.string(),
  })
  .meta({ title: 'ComparedSeasons' })
