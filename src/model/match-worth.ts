import { z } from 'zod'

const weight = z.int().min(0).max(1000)

/** How much each part of a pair's worth counts beside the others; what is not named counts nothing. */
export const matchWeights = z.strictObject({
  topics: weight.optional(),
  wishes: weight.optional(),
  experience: weight.optional(),
  seniority: weight.optional(),
  overlap: weight.optional(),
  language: weight.optional(),
  past: weight.optional(),
})
export type MatchWeights = z.infer<typeof matchWeights>

/** What counts where a program says nothing. Wishes are asked for in every form, so they count. */
export const USUAL_MATCH_WEIGHTS: MatchWeights = {
  topics: 6,
  wishes: 1,
  experience: 1,
  seniority: 1,
  overlap: 1,
  language: 1,
}
