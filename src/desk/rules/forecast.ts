import { percent } from '../../model/percent.ts'

/** How a share stands that is not decided yet: `reached` and `missed` are settled, `open` may still go either way. Whole numbers. */
export type Standing = { readonly reached: number; readonly missed: number; readonly open: number }
export type Forecast = {
  readonly total: number
  /** The least and the most that can come of it, in percent with two decimals. */
  readonly least: number
  readonly most: number
  /** How many of the open may still miss it; below 0 it cannot be reached any more, by so many. */
  readonly mayMiss: number
  readonly state: 'reached' | 'open' | 'out-of-reach'
}

/** A target has at most so many decimals that count, as a power of ten. */
const PARTS_OF_A_PERCENT = 1_000_000

/**
 * What can still come of a share against a target in percent, 0 to 100; null where there is nobody to count. Exact: the target is
 * reached when reached / total is not below it, before any rounding. PRODUCT.md, figures; issue 6, season health.
 */
export function planForecast({ reached, missed, open }: Standing, targetPercent: number): Forecast | null {
  const total = reached + missed + open
  const most = percent(reached + open, total)
  const least = percent(reached, total)
  if (most === null || least === null) return null
  const whole = 100 * PARTS_OF_A_PERCENT
  const target = Math.round(targetPercent * PARTS_OF_A_PERCENT)
  const mayMiss = Math.floor((total * (whole - target)) / whole) - missed
  const state = mayMiss < 0 ? 'out-of-reach' : mayMiss >= open ? 'reached' : 'open'
  return { total, least, most, mayMiss, state }
}
