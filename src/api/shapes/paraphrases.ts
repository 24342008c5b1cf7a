import { z } from 'zod'
import { daySchema } from '../../model/day.ts'
import { resultsAudience } from '../../model/program.ts'
import { signedSchema } from '../../model/quote.ts'
import { respondentSchema } from '../../model/respondent.ts'
import { roleSchema } from '../../model/role.ts'
import { count } from './count.ts'

const version = z.int().min(1)
const publishedOn = daySchema.nullable().describe('null where it is not published')

const paraphrase = z.strictObject({
  survey: z.string(),
  role: respondentSchema,
  question: z.string(),
  text: z.string(),
  version,
  base: count.nullable().describe('how many wrote something; null before it is published'),
  publishedOn,
})

const question = z.strictObject({
  survey: z.string(),
  surveyName: z.string(),
  role: respondentSchema,
  question: z.string(),
  text: z.string().describe('as it was asked'),
  standing: z
    .enum(['coming', 'few', 'readable', 'published'])
    .describe('before the close; fewer than ten wrote something; to be read on a page; paraphrased and deleted'),
  reader: z.enum(['coordinator', 'named-contact']),
  paraphrasedFor: resultsAudience.nullable().describe('null where it is not paraphrased'),
  paraphrase: paraphrase.nullable().describe('before it is published, only to whom the program lets read'),
})

const quote = z.strictObject({
  id: z.string(),
  role: roleSchema,
  text: z.string(),
  signed: signedSchema,
  name: z.string().nullable().describe('only where its author signed with it'),
  version,
  publishedOn,
})

/** How far people's own words are paraphrased; what they wrote is read by a person on a page, and never here. */
export const paraphrases = z
  .strictObject({
    season: z.string(),
    questions: z.array(question),
    quotes: z.strictObject({ quotes: z.array(quote), found: count, page: z.int().min(1) }),
  })
  .meta({ title: 'Paraphrases' })
