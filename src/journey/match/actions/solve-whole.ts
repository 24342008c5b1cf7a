import { askFillBack, joinFillBack } from '../../../matching/fill-back.ts'
import type { MatchAnswer, Policy, Problem } from '../../../matching/problem.ts'
import { plansWithoutWaiting, type ToCheck } from '../board-apart.ts'
import type { Asked } from '../read-problem.ts'
import type { Plan } from '../rules/compare-plans.ts'
import { planWithoutWaiting } from '../solve-apart.ts'

export type Solve = typeof planWithoutWaiting

/** Who would get whom under each of these policies. Where duals may be seated after the others, it takes whole runs. */
export function planEach(asked: Asked, policies: readonly Policy[]): Promise<readonly Plan[]> {
  if (asked.duals.length === 0) return plansWithoutWaiting({ problem: asked.problem.problem, policies })
  return Promise.all(policies.map(async (policy) => (await solveBoth(asked, policy)).answer))
}

/**
 * The run, and where places are left and the program says so, the duals without a mentee after it; with what a checker takes to prove
 * it, one certificate or two.
 */
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
