import { z } from 'zod'
import { daySchema } from './day.ts'
import { key, text } from './program-parts.ts'
import { roleSchema } from './role.ts'

const asked = {
  key,
  text,
  /** Whether it must be answered before anything is sent; it may be left out where nothing is said. */
  required: z.boolean().optional(),
  /** What it measures, in a few words. */
  about: text.optional(),
  /** The publication that its idea, or its scale, comes from. */
  source: text.optional(),
}

const question = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('skills'), ...asked, options: z.array(text).min(2) }),
  z.strictObject({ kind: z.literal('yes-no'), ...asked }),
  z.strictObject({ kind: z.literal('agreement'), ...asked, points: z.int().min(3).max(7).default(5) }),
  z.strictObject({ kind: z.literal('recommend'), ...asked }),
  z.strictObject({ kind: z.literal('percent'), ...asked }),
  z.strictObject({ kind: z.literal('goal'), ...asked }),
  z.strictObject({ kind: z.literal('free-text'), ...asked }),
])
export type Question = z.infer<typeof question>

/** What became of a goal: the answers to a question of the kind `goal`. */
export const GOAL_OUTCOMES = ['reached', 'neared', 'reframed', 'not'] as const

/** When in a season, or after it, an instrument asks. */
export const INSTRUMENT_KINDS = ['pre', 'check-in', 'mid', 'end', 'later'] as const

/** By what of the directory a survey may be broken down. */
export const BREAKDOWNS = ['division', 'department', 'team'] as const
export type BrokenDownBy = (typeof BREAKDOWNS)[number]

/** One instrument: its days, and what each kind of respondent is asked. */
export const survey = z.strictObject({
  name: text,
  kind: z.enum(INSTRUMENT_KINDS).optional(),
  opens: daySchema,
  closes: daySchema,
  /** The same again, as many days open each time: on these days, or every so many windows until meetings end. */
  repeat: z
    .strictObject({ opensOn: z.array(daySchema).min(1).optional(), everyWindows: z.int().min(1).max(26).optional() })
    .optional(),
  shareOn: daySchema.optional(),
  required: z.boolean().default(false),
  /** What an answer comes before. */
  gate: z.enum(['certificate']).optional(),
  /** Whose supervisors are asked, where there are questions for them; of both roles where nothing is said. */
  supervisorsOf: z.array(roleSchema).min(1).optional(),
  summary: text.optional(),
  /** Surveys that share it are compared: what somebody answered in the first is set against their answer in the last, without their name. */
  series: key.optional(),
  /** By what figures are also shown, in groups large enough to hide in. Declared before the survey opens; the first matters most. */
  breakdowns: z.array(z.enum(BREAKDOWNS)).min(1).optional(),
  /**
   * What becomes of answers in people's own words: without it the coordinator reads them, from ten writers on, and nobody else does.
   * With it somebody says them again in other words, those are shown, and what people wrote is deleted.
   */
  words: z
    .strictObject({
      paraphrasedFor: z.enum(['team', 'organisation', 'public']),
      /** Who reads what people wrote, and paraphrases it. */
      reader: z.enum(['coordinator', 'named-contact']).optional(),
    })
    .optional(),
  questions: z.strictObject({
    mentor: z.array(question).optional(),
    mentee: z.array(question).optional(),
    /** The supervisors of people who agreed that theirs is asked: about the program, never about a person. */
    supervisor: z.array(question).optional(),
    /** People whose pair ended before meetings did, once. */
    leaver: z.array(question).optional(),
  }),
})
export type Survey = z.infer<typeof survey>
