import { planPairs } from '../../../matching/plan-pairs.ts'
import type { Policy, Problem } from '../../../matching/problem.ts'
import { prepare } from '../../../matching/scorer.ts'
import type { Plan } from './compare-plans.ts'

/**
 * Who gets whom, and nothing of why: the pairs, the waiting list and the reserve that `planMatch` answers, in a sixth of its time. A
 * price asks for no reason and no proof of its own.
 */
export function planLean(problem: Problem, asked: Policy): Plan {
  const { pairs: seated, policy, run, solved } = planPairs(problem, asked)
  const { score } = prepare(problem.mentees, problem.mentors, policy)
  const rows = new Map(problem.mentees.map((one, row) => [one.id, row]))
  const columns = new Map(problem.mentors.map((one, column) => [one.id, column]))
  const pairs = seated.map(({ mentorId, menteeId }) => ({
    mentorId,
    menteeId,
    worth: score(rows.get(menteeId) ?? 0, columns.get(mentorId) ?? 0),
  }))
  const busy = new Set([...pairs, ...(problem.fixed ?? [])].map((it) => it.mentorId))
  return {
    pairs,
    waitingList: run.menteeOrder
      .filter((row) => (solved.mentorOf[row] ?? -1) < 0)
      .map((row) => run.mentees[row]?.id ?? ''),
    reserve: run.mentorOrder.map((column) => run.mentors[column]?.id ?? '').filter((id) => !busy.has(id)),
  }
}
