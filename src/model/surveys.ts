import { z } from 'zod'
import { daySchema } from './day.ts'
import { key, text } from './program-parts.ts'

const question = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('skills'), key, text, options: z.array(text).min(2) }),
  z.strictObject({ kind: z.literal('yes-no'), key, text }),
  z.strictObject({ kind: z.literal('agreement'), key, text, points: z.int().min(3).max(7).default(5) }),
  z.strictObject({ kind: z.literal('recommend'), key, text }),
  z.strictObject({ kind: z.literal('percent'), key, text }),
  z.strictObject({ kind: z.literal('free-text'), key, text }),
])
export type Question = z.infer<typeof question>

/** One instrument: its days, and what each role is asked. */
export const survey = z.strictObject({
  name: text,
  opens: daySchema,
  closes: daySchema,
  shareOn: daySchema.optional(),
  required: z.boolean().default(false),
  summary: text.optional(),
  questions: z.strictObject({ mentor: z.array(question).optional(), mentee: z.array(question).optional() }),
})
export type Survey = z.infer<typeof survey>
