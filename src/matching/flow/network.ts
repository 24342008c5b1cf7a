/**
 * A transportation problem in numbers: n rows bring one unit each, m columns take up to `capacity` of them, every row may leave by its
 * own exit. Edges lie row by row: those of row i from `start[i]` to `end[i]`. Values are whole and below 2^53 in every sum.
 * Source: Hitchcock 1941; exits and steps after `reference/matching.md` 4.2.
 */
export type Network = {
  readonly rows: number
  readonly columns: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly column: Int32Array
  readonly value: Values
  /** What a row gains by taking no column. */
  readonly exit: Float64Array
  readonly capacity: Int32Array
  readonly steps: Steps
}

/** Values of edges; of 16 bits where there are very many. */
export type Values = Int32Array | Int16Array

/** What a column gains by each unit, falling: its first `high` units `highGain`, those up to `low` units `lowGain`, then 0. */
export type Steps = {
  readonly high: Int32Array
  readonly highGain: number
  readonly low: Int32Array
  readonly lowGain: number
}

/** A best flow with its prices: `gain[i] + price[j] >= value` on every edge, equal on those used. `mate` is -1 for a row on its exit. */
export type Flow = { readonly mate: Int32Array; readonly price: Float64Array; readonly gain: Float64Array }

/** A flow to start from; it may belong to another network of the same rows and columns. `mate` -2 is a row without a place yet. */
export type Start = { readonly mate: Int32Array; readonly price: Float64Array }

/** Marks of `mate`. */
export const ON_EXIT = -1
export const FREE = -2

/** What a column gains by its unit number `unit`, counted from 0. */
export function stepGain(steps: Steps, column: number, unit: number): number {
  if (unit < (steps.high[column] as number)) return steps.highGain
  return unit < (steps.low[column] as number) ? steps.lowGain : 0
}
