import { NOT_POSSIBLE } from './grid.ts'
import { type HardRules, readHardRules, refusalOf } from './hard-rules.ts'
import { compareText } from './priority.ts'
import type { Mentee, Mentor, PairIds, Policy, Problem } from './problem.ts'
import { prepare } from './scorer.ts'

/**
 * A problem as everybody may know it: by id, without blocks, forbidden pairs and clearance. What people are told of ranks and remedies
 * is computed from this and from the pairs alone, so that no text says more of a silent rule than the pairs do.
 * Policy: PRODUCT.md "Matching", blocks are computed for nobody but who set them.
 */
export type OpenView = {
  readonly mentees: readonly Mentee[]
  readonly mentors: readonly Mentor[]
  readonly rules: HardRules
  /** n × m, row by row; `NOT_POSSIBLE` where an open rule stands in the way. */
  readonly worth: Int16Array
}

/** Reads all of a problem's people, settled or not; fixed pairs keep "never both ways". */
export function readOpenView(problem: Problem, policy: Policy): OpenView {
  const mentees = [...problem.mentees].sort((a, b) => compareText(a.id, b.id))
  const mentors = [...problem.mentors].sort((a, b) => compareText(a.id, b.id))
  const rules = readHardRules({ ...policy, blocks: [], forbidden: [] }, problem.fixed)
  const { score } = prepare(mentees, mentors, policy)
  const worth = new Int16Array(mentees.length * mentors.length).fill(NOT_POSSIBLE)
  mentees.forEach((mentee, row) => {
    mentors.forEach((mentor, column) => {
      if (refusalOf(rules, mentor, mentee) === null) worth[row * mentors.length + column] = score(row, column)
    })
  })
  return { mentees, mentors, rules, worth }
}

/** How good each is for the other, 1 is best: one more than the openly possible partners worth more. */
export type Ranks = { readonly forMentee: number; readonly forMentor: number }

/** Ranks of the two of a pair on both sides. */
export function ranksIn({ mentees, mentors, worth }: OpenView): (pair: PairIds) => Ranks {
  const m = mentors.length
  const rowOf = new Map(mentees.map((one, row) => [one.id, row]))
  const columnOf = new Map(mentors.map((one, column) => [one.id, column]))
  return ({ mentorId, menteeId }) => {
    const row = rowOf.get(menteeId) ?? 0
    const column = columnOf.get(mentorId) ?? 0
    const own = worth[row * m + column] ?? 0
    let forMentee = 1
    let forMentor = 1
    for (let j = 0; j < m; j++) if ((worth[row * m + j] as number) > own) forMentee++
    for (let i = 0; i < mentees.length; i++) if ((worth[i * m + column] as number) > own) forMentor++
    return { forMentee, forMentor }
  }
}
