/** Worth of a pair that may not be. */
export const NOT_POSSIBLE = -1
/** The greatest worth of a pair. Policy: PRODUCT.md "Matching", worth. */
export const MOST_WORTH = 10_000

/**
 * One run as numbers, nothing of the people left: n rows are mentees to be seated, m columns mentors. All that the solver knows.
 * Whatever order rows and columns have, the answer depends on it only where two answers have equal ranks of the seed.
 */
export type Grid = {
  readonly rows: number
  readonly columns: number
  /** n × m, row by row: 0 to 10,000, or `NOT_POSSIBLE`. */
  readonly worth: Int16Array
  /** Places left at each mentor. */
  readonly capacity: Int32Array
  /** Units each mentor still misses to the minimum; may be more than the places. */
  readonly need: Int32Array
  /** Priority classes, 0 is the highest: of mentees, and of mentors who have a claim to serve (-1: none, or serving already). */
  readonly rowClass: Int32Array
  readonly columnClass: Int32Array
  /** Hashes of the seed with each person, for the last pass. */
  readonly rowHash: Int32Array
  readonly columnHash: Int32Array
}

/** A grid without the worth of its pairs. */
export type Numbers = Omit<Grid, 'worth'>
