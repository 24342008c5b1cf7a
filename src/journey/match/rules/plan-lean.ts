import { solveWithoutClashes } from '../../../matching/both-ways.ts'
import { keepChoices, settleChoices } from '../../../matching/choices.ts'
import { runToEnd } from '../../../matching/plan-match.ts'
import type { Policy, Problem } from '../../../matching/problem.ts'
import { prepare } from '../../../matching/scorer.ts'
import { readTable } from '../../../matching/table.ts'
import type { Plan } from './compare-plans.ts'

/**
 * Who gets whom, and nothing of why: the pairs, the waiting list and the reserve that `planMatch` answers, in a sixth of its time. A
 * price asks for no reason and no proof of its own.
 */
export function planLean(problem: Problem, asked: Policy): Plan {
  const policy = settleChoices(asked, keepChoices(problem, asked))
  const table = readTable(problem, policy)
  const { solved } = runToEnd(solveWithoutClashes(table))
  const found = table.mentees.flatMap((mentee, row) => {
    const mentor = table.mentors[solved.mentorOf[row] ?? -1]
    return mentor ? [{ mentorId: mentor.id, menteeId: mentee.id }] : []
  })
  const { score } = prepare(problem.mentees, problem.mentors, policy)
  const rows = new Map(problem.mentees.map((one, row) => [one.id, row]))
  const columns = new Map(problem.mentors.map((one, column) => [one.id, column]))
  const pairs = [...table.pinned, ...found].map(({ mentorId, menteeId }) => ({
    mentorId,
    menteeId,
    worth: score(rows.get(menteeId) ?? 0, columns.get(mentorId) ?? 0),
  }))
  const busy = new Set([...pairs, ...(problem.fixed ?? [])].map((it) => it.mentorId))
  return {
    pairs,
    waitingList: table.menteeOrder
      .filter((row) => (solved.mentorOf[row] ?? -1) < 0)
      .map((row) => table.mentees[row]?.id ?? ''),
    reserve: table.mentorOrder.map((column) => table.mentors[column]?.id ?? '').filter((id) => !busy.has(id)),
  }
}
