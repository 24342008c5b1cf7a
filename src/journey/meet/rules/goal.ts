import { CRITERIA, type Criterion, type Goal } from '../../../model/shared-text.ts'

/** The criteria that nobody has said of a goal yet, in their order; a day named makes it time-bound. PRODUCT.md, meet. */
export function planSharpening(goal: Pick<Goal, 'holds' | 'byOn'>): readonly Criterion[] {
  return CRITERIA.filter((it) => !goal.holds.includes(it) && !(it === 'time-bound' && goal.byOn !== null))
}
