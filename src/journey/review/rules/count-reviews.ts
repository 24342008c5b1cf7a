import { countPriority } from '../rules.ts'

/** What the reviews of one application come to; everything but the counts is null while somebody is still to send theirs. */
export type ReviewsCount = {
  readonly sent: number
  readonly waiting: number
  readonly mean: number | null
  /** The lowest and the highest mean of one reviewer, from two on. */
  readonly lowest: number | null
  readonly highest: number | null
}
type Scores = Readonly<Record<string, number>>

/**
 * The mean and the spread of the reviews of one application over its criteria, once all are in: a score is shown to nobody beside a
 * review that is not sent yet. `waiting` counts those who have it to review. PRODUCT.md, who sees what: the coordinator sees the mean.
 */
export function countReviews(
  given: readonly { readonly scores: Scores }[],
  criteria: readonly string[],
  waiting: number,
): ReviewsCount {
  const isOpen = waiting > 0
  const means = given.flatMap((one) => countPriority([one], criteria) ?? [])
  const hasSpread = !isOpen && means.length > 1
  return {
    sent: given.length,
    waiting,
    mean: isOpen ? null : countPriority(given, criteria),
    lowest: hasSpread ? Math.min(...means) : null,
    highest: hasSpread ? Math.max(...means) : null,
  }
}
