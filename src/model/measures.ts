import { z } from 'zod'
import { key, text } from './program-parts.ts'
import { respondentSchema } from './respondent.ts'

/** Every figure that a program can name; the catalogue of `results` counts each in one place. PRODUCT.md, results. */
export const DEFINITIONS = [
  'participation',
  'departments',
  'divisions',
  'retention',
  'attendance',
  'engagement',
  'training',
  'cadence',
  'completion',
  'goals',
  'skills',
  'agreement',
  'recommend',
  'change',
  'feedback',
  'staying',
  'promotion',
  'transfer',
] as const
export type Definition = (typeof DEFINITIONS)[number]

/** Figures that count people or things and divide by nothing, so that no target in percent can be set. */
export const COUNTS: readonly Definition[] = ['participation', 'departments', 'divisions', 'change']

/** Figures of the answers to one kind of question. */
export const OF_ANSWERS: readonly Definition[] = ['goals', 'skills', 'agreement', 'recommend']

/** Figures that the directory tells after the season. */
export const AFTERWARDS: readonly Definition[] = ['staying', 'promotion', 'transfer']

const MOST_MONTHS_AFTER = 60

/** A figure that the program names, and what it aims at. */
export const measure = z.strictObject({
  key,
  text,
  /** The definition it uses, from the catalogue of `results`. */
  definition: z.enum(DEFINITIONS),
  targetPercent: z.number().min(0).max(100).optional(),
  /** Of answers and response: the survey, who is asked, the question and the choice it is about; all of them where nothing is said. */
  survey: key.optional(),
  role: respondentSchema.optional(),
  question: key.optional(),
  option: text.optional(),
  /** Of training: the key of one of its courses; every training where nothing is said. */
  training: key.optional(),
  /** After the season: how many months after its end people are counted; the day shown where nothing is said. */
  monthsAfter: z.int().min(1).max(MOST_MONTHS_AFTER).optional(),
})
export type Measure = z.infer<typeof measure>
