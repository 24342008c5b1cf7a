import type { Priority } from './problem.ts'

type Ranked = { readonly id: string; readonly priority: Priority }

/** Priority order, first is highest: score down, unreviewed last, earlier application, then id. Policy: PRODUCT.md "Matching", priority. */
export function comparePriority(a: Ranked, b: Ranked): number {
  const scores = (b.priority.score ?? -Infinity) - (a.priority.score ?? -Infinity)
  if (scores !== 0 && !Number.isNaN(scores)) return scores
  return compareText(a.priority.appliedAt, b.priority.appliedAt) || compareText(a.id, b.id)
}

/** Orders texts by code unit, the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
