import { type Shared, sharedOver } from './overlap.ts'
import type { Mentee, Mentor, Policy, Worth } from './problem.ts'
import { prepare } from './scorer.ts'

/** The worth of one pair, 0 to 10,000, with every part named; whoever has many pairs to score asks `prepare` once. Policy: PRODUCT.md "Matching", worth. */
export function pairWorth(mentor: Mentor, mentee: Mentee, policy: Policy): Worth {
  return prepare([mentee], [mentor], policy).explain(0, 0)
}

/** What the two share of their working hours over the season; null when the hours of either are not known. */
export function sharedHours(mentor: Mentor, mentee: Mentee): Shared | null {
  return sharedOver(mentor.hours, mentee.hours)
}
