import { z } from 'zod'
import { key, text } from './program-parts.ts'

/** A figure that the program names, and what it aims at. */
export const measure = z.strictObject({
  key,
  text,
  /** The definition it uses, from the catalogue of `results`. */
  definition: z.enum(['cadence', 'attendance', 'engagement', 'feedback', 'training', 'completion']),
  targetPercent: z.number().min(0).max(100).optional(),
})
