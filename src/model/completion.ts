import { z } from 'zod'

/** In how many of how many windows somebody meets to have completed the season. */
export const completion = z.strictObject({ meetings: z.int().positive(), of: z.int().positive() })

/**
 * The certificate of completion: what it asks for beside the meetings of `completion` and an answer to each survey whose `gate` it
 * is, and when it is there.
 */
export const certificate = z.strictObject({
  /** Whether the required training of one’s role must be completed. */
  training: z.boolean().optional(),
  /** From the day after the season’s end, or as soon as everything is there; the former where nothing is said. */
  ready: z.enum(['after-the-season', 'at-once']).optional(),
})

/** What may stand on a certificate of completion; its holder chooses. */
export const CERTIFICATE_LINES = ['name', 'role', 'season', 'days', 'hours'] as const
export type CertificateLine = (typeof CERTIFICATE_LINES)[number]

/** Days after the season’s end in which a late answer about a meeting still completes it. Rows that say who answered a survey are kept for 90. */
export const DAYS_TO_COMPLETE = 60
