import { solveWithoutClashes } from './both-ways.ts'
import { keepChoices, settleChoices } from './choices.ts'
import { runToEnd } from './plan-match.ts'
import type { PairIds, Policy, Problem } from './problem.ts'
import type { Solved } from './solve.ts'
import { readTable, type Table } from './table.ts'

/** What a run seats: its pairs, by the policy with its choices settled, on the table it was solved on. */
export type PlannedPairs = {
  readonly pairs: readonly PairIds[]
  readonly policy: Policy
  readonly table: Table
  readonly solved: Solved
}

/** Who gets whom, the same as `planMatch` answers, and nothing of why, in a sixth of its time: n mentees × m mentors. Policy: PRODUCT.md "Matching", aims. */
export function planPairs(problem: Problem, asked: Policy): PlannedPairs {
  const policy = settleChoices(asked, keepChoices(problem, asked))
  const table = readTable(problem, policy)
  const { solved } = runToEnd(solveWithoutClashes(table))
  const found = table.mentees.flatMap((mentee, row) => {
    const mentor = table.mentors[solved.mentorOf[row] ?? -1]
    return mentor ? [{ mentorId: mentor.id, menteeId: mentee.id }] : []
  })
  return { pairs: [...table.pinned, ...found], policy, table, solved }
}
