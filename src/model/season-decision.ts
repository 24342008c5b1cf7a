/** What may become of a program after a season. */
export const SEASON_DECISIONS = ['continue', 'change', 'stop'] as const

/** What was decided at the end of a season, why, and what changes in the next one's file. */
export type SeasonDecision = {
  readonly decision: (typeof SEASON_DECISIONS)[number]
  readonly reasons: string
  readonly changes: string
  readonly decidedOn: string
}
