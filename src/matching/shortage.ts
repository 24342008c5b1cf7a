import { partitionGrid } from './partition.ts'
import { compareText } from './priority.ts'
import type { Mentee, Mentor, Policy, Problem } from './problem.ts'
import { readTable } from './table.ts'

/** The outcome of counting: `mentorOnly` are the duals who then serve as mentors only, by id. */
export type Shortage = {
  readonly shortage: boolean
  readonly places: number
  readonly mentees: number
  readonly mentorOnly: readonly string[]
}

/**
 * Aim 0: in a shortage, counted with duals on both sides, every dual serves as mentor only. By count: the places of eligible,
 * on-time mentors are fewer than mentees. By feasibility: not every mentee could have a place that the hard rules allow, whoever
 * else sits where, be the places as many as they may. Policy: PRODUCT.md "Matching", shortage.
 */
export function decideShortage(
  applied: { readonly mentors: readonly Mentor[]; readonly mentees: readonly Mentee[] },
  policy: Policy | null = null,
): Shortage {
  const places = applied.mentors.reduce((sum, mentor) => sum + mentor.maximum, 0)
  const seats = policy?.shortage.by === 'feasibility' ? mostSeated(applied, policy) : places
  const shortage = seats < applied.mentees.length
  const mentorIds = new Set(applied.mentors.map((mentor) => mentor.id))
  const duals = applied.mentees.map((mentee) => mentee.id).filter((id) => mentorIds.has(id))
  return { shortage, places, mentees: applied.mentees.length, mentorOnly: shortage ? duals.sort(compareText) : [] }
}

// That no two may mentor each other is left out: it binds duals to duals, and would make this a search.
function mostSeated(problem: Problem, policy: Policy): number {
  const { grid } = readTable(problem, policy)
  return problem.mentees.length - partitionGrid(grid).seat.filter((column) => column < 0).length
}
