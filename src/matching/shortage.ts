import { compareText } from './priority.ts'
import type { Mentee, Mentor } from './problem.ts'

/** The outcome of counting: `mentorOnly` are the duals who then serve as mentors only, by id. */
export type Shortage = {
  readonly shortage: boolean
  readonly places: number
  readonly mentees: number
  readonly mentorOnly: readonly string[]
}

/** Aim 0: if the places of eligible, on-time mentors are fewer than mentees, duals on both sides, every dual serves as mentor only. Policy: PRODUCT.md "Matching", shortage by count. */
export function decideShortage(applied: {
  readonly mentors: readonly Mentor[]
  readonly mentees: readonly Mentee[]
}): Shortage {
  const places = applied.mentors.reduce((sum, mentor) => sum + mentor.maximum, 0)
  const shortage = places < applied.mentees.length
  const mentorIds = new Set(applied.mentors.map((mentor) => mentor.id))
  const duals = applied.mentees.map((mentee) => mentee.id).filter((id) => mentorIds.has(id))
  return { shortage, places, mentees: applied.mentees.length, mentorOnly: shortage ? duals.sort(compareText) : [] }
}
