import { askFillBack, joinFillBack } from '../../../matching/fill-back.ts'
import type { MatchAnswer, Policy, Problem } from '../../../matching/problem.ts'
import type { ToCheck } from '../check-apart.ts'
import type { Asked } from '../read-problem.ts'
import { planWithoutWaiting } from '../solve-apart.ts'

export type Solve = typeof planWithoutWaiting

/** The run, and where places are left and the program says so, the duals without a mentee after it. */
export async function solveWhole(asked: Asked, policy: Policy, solve?: Solve): Promise<MatchAnswer> {
  return (await solveBoth(asked, policy, solve)).answer
}

/** The same with what a checker takes to prove it: one certificate, two where duals were seated after. */
export async function solveBoth(
  { problem: { problem }, duals }: Asked,
  policy: Policy,
  solve: Solve = planWithoutWaiting,
): Promise<{ readonly answer: MatchAnswer; readonly toCheck: readonly (ToCheck | null)[] }> {
  const answer = await solve(problem, policy)
  const first = toCheck(problem, policy, answer)
  const more = askFillBack(problem, answer, duals)
  if (!more) return { answer, toCheck: [first] }
  const after = { ...policy, pinned: [] }
  const back = await solve(more, after)
  return { answer: joinFillBack(answer, back), toCheck: [first, toCheck(more, after, back)] }
}

function toCheck(problem: Problem, policy: Policy, { certificate }: MatchAnswer): ToCheck | null {
  return certificate && { problem, policy, certificate }
}
