import type { Mentee, Mentor, Policy, Worth } from './problem.ts'
import { experienceTerm, seniorityTerm } from './terms/ladder.ts'
import { languageTerm } from './terms/language.ts'
import { overlapTerm } from './terms/overlap.ts'
import { pastTerm } from './terms/past.ts'
import type { Asked, PreparedTerm } from './terms/prepared-term.ts'
import { topicsTerm } from './terms/topics.ts'
import { wishesTerm } from './terms/wishes.ts'
import { pointsOf, type TermName, USUAL_WEIGHTS } from './weights.ts'

/** Everybody read once, so that a pair costs a few look-ups. Rows and columns are indexes of the mentees and mentors handed in. */
export type Scorer = {
  /** The worth of a pair, an integer 0 to 10,000. */
  readonly score: (row: number, column: number) => number
  /** The same, part by part, with a phrase for people. */
  readonly explain: (row: number, column: number) => Worth
}

const PREPARE: Readonly<Record<TermName, (asked: Asked, most: number) => PreparedTerm>> = {
  topics: topicsTerm,
  wishes: wishesTerm,
  experience: experienceTerm,
  seniority: seniorityTerm,
  overlap: overlapTerm,
  language: languageTerm,
  past: pastTerm,
}

/**
 * Prepares n mentees × m mentors for scoring. A pair's worth depends on the two of them and the policy alone, never on who else
 * is in the run. What is not known scores half. Policy: PRODUCT.md "Matching", worth.
 */
export function prepare(mentees: readonly Mentee[], mentors: readonly Mentor[], policy: Policy): Scorer {
  const asked = { mentees, mentors, policy }
  const points = pointsOf(policy.worth?.weights ?? USUAL_WEIGHTS)
  const terms = [...points].map(([name, max]) => ({ name, max, ...PREPARE[name](asked, max) }))
  const score = (row: number, column: number) => {
    let sum = 0
    for (const term of terms) sum += term.points(row, column)
    return sum
  }
  const explain = (row: number, column: number) => {
    const parts = terms.map((it) => ({
      name: it.name,
      points: it.points(row, column),
      max: it.max,
      says: it.says(row, column),
    }))
    return { worth: parts.reduce((sum, it) => sum + it.points, 0), terms: parts }
  }
  return { score, explain }
}
