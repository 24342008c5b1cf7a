import type { Mentee, Mentor, Policy } from '../problem.ts'

/** n mentees (rows) and m mentors (columns) whose pairs are to be scored. */
export type Asked = {
  readonly mentees: readonly Mentee[]
  readonly mentors: readonly Mentor[]
  readonly policy: Policy
}

/** One part of the worth, read once a person: `points` are 0 to the part's most, `says` is for people and may take its time. */
export type PreparedTerm = {
  readonly points: (row: number, column: number) => number
  readonly says: (row: number, column: number) => string
}

/** Points for a share 0 to 1 of the most there is; beyond both ends counts as the end. */
export function pointsFor(share: number, most: number): number {
  return Math.round(most * Math.min(1, Math.max(0, share)))
}

/** Points where something is not known: it neither helps nor hurts, and is never a reason for a pair, so an odd half is rounded down. */
export function neutral(most: number): number {
  return Math.floor(most / 2)
}
