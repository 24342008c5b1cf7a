import { solveWithoutClashes } from './both-ways.ts'
import { keepChoices, settleChoices } from './choices.ts'
import { runToEnd } from './plan-match.ts'
import type { PairIds, Policy, Problem } from './problem.ts'
import { type Run, readRun } from './read-run.ts'
import type { Solved } from './solve.ts'

/** What a run seats: its pairs, by the policy with its choices settled, on the run that was solved. */
export type PlannedPairs = {
  readonly pairs: readonly PairIds[]
  readonly policy: Policy
  readonly run: Run
  readonly solved: Solved
}

/** Who gets whom, the same as `planMatch` answers, and nothing of why, in a sixth of its time: n mentees × m mentors. Policy: PRODUCT.md "Matching", aims. */
export function planPairs(problem: Problem, asked: Policy): PlannedPairs {
  const policy = settleChoices(asked, keepChoices(problem, asked))
  const run = readRun(problem, policy)
  const { solved } = runToEnd(solveWithoutClashes(run))
  const found = run.mentees.flatMap((mentee, row) => {
    const mentor = run.mentors[solved.mentorOf[row] ?? -1]
    return mentor ? [{ mentorId: mentor.id, menteeId: mentee.id }] : []
  })
  return { pairs: [...run.pinned, ...found], policy, run, solved }
}
