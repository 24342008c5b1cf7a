import type { PairIds } from './problem.ts'

/**
 * What proves a run to somebody who does not trust the solver: mentees and mentors by id, integer prices beside them.
 * Read by `verify`; the model in formulas stands in README.md. Source: Kőnig 1931 (seats), linear programming duality (minimums, worth, levels).
 */
export type Certificate = {
  readonly version: 1
  /** Mentees (n rows) and mentors (m columns) of the proof, each in order of id; the prices below follow this order. Who is settled by a fixed or pinned pair is no row. */
  readonly mentees: readonly string[]
  readonly mentors: readonly string[]
  /** Pins that were kept. */
  readonly pinned: readonly PairIds[]
  /** Pairs of the run without pinned and fixed ones, by mentee id. */
  readonly pairs: readonly PairIds[]
  readonly totals: CertifiedTotals
  /** One case, unless "A mentors B" and "B mentors A" had to be told apart: then every answer falls into one of them. */
  readonly cases: readonly CaseProof[]
}

/** Mentees seated by pairs of the proof, units missing to mentors' minimums, and the worth of those pairs together. */
export type CertifiedTotals = { readonly seated: number; readonly missing: number; readonly worth: number }

/** The best answer of one case, which may be the run's or one that is not better than it. */
export type CaseProof = {
  /** Pairs this case does without, in the order they were forbidden. */
  readonly without: readonly PairIds[]
  readonly pairs: readonly PairIds[]
  /** Aim 2: mentees who can sit nowhere but at these full mentors, in order; those left out are the last of them in priority. */
  readonly full: readonly ClosedGroup[]
  /** Aim 2: mentors who can take nobody but these mentees, one each, in order; those in reserve are the last of them in priority. */
  readonly spare: readonly ClosedGroup[]
  /** Aims 3 and 4: rows and columns at these prices leave no pair worth more than it costs. */
  readonly prices: Prices
  /** Aim 5: for every worth that occurs, from the lowest, that no answer as good so far has fewer pairs of it. A level of worth -1 comes first: it takes away pairs that no answer as good has. */
  readonly levels: readonly { readonly worth: number; readonly prices: SparsePrices }[]
}

/** Indexes into `mentees` and `mentors`. */
export type ClosedGroup = { readonly mentees: readonly number[]; readonly mentors: readonly number[] }
/** Integers: what each of n mentees gains, and what each of m mentors costs. */
export type Prices = { readonly mentees: readonly number[]; readonly mentors: readonly number[] }
/** The same, only those that are not 0, as index and price. */
export type SparsePrices = {
  readonly mentees: readonly (readonly [number, number])[]
  readonly mentors: readonly (readonly [number, number])[]
}
