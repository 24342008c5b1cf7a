import type { Forecast, Standing } from '../../../model/measure-figure.ts'
import { percent } from '../../../model/percent.ts'

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
