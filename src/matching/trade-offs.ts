import { NOT_POSSIBLE } from './grid.ts'
import type { Policy, Problem } from './problem.ts'
import { type Solved, solveGrid } from './solve.ts'
import { readTable } from './table.ts'

/** An answer whose worst pair is worth `worst`, and no other with a worst pair that good has more pairs, or as many by the aims and more worth. */
export type TradeOff = { readonly worst: number; readonly pairs: number; readonly worth: number }

/** What fairness may cost: the best answer, then the best in which every pair is worth more than the worst pair before, and so on; at most `most` of them. Pinned pairs and "never both ways" are left aside. Source: `reference/matching.md` 4.4. */
export function tradeOffs(problem: Problem, policy: Policy, most = 100): readonly TradeOff[] {
  const { grid: given } = readTable(problem, policy)
  const found: TradeOff[] = []
  const worth = given.worth.slice()
  const grid = { ...given, worth }
  let before: Solved | null = null
  while (found.length < most) {
    const start = before === null ? null : { mate: before.flow.mate, price: before.flow.price }
    const solved: Solved = solveGrid(grid, start)
    const worths = Array.from(solved.mentorOf).flatMap((j, i) => (j < 0 ? [] : [worth[i * grid.columns + j] ?? 0]))
    if (worths.length === 0) break
    const worst = worths.reduce((least, it) => Math.min(least, it), Infinity)
    found.push({ worst, pairs: worths.length, worth: worths.reduce((sum, it) => sum + it, 0) })
    for (let at = 0; at < worth.length; at++) if ((worth[at] as number) <= worst) worth[at] = NOT_POSSIBLE
    before = solved
  }
  return found
}
