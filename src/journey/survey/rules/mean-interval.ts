/** Of a hundred groups drawn alike, in at least this many the interval holds the mean they were drawn from. */
export const CONFIDENCE_PERCENT = 95

export type Interval = { readonly low: number; readonly high: number }

const EACH_SIDE = (100 - CONFIDENCE_PERCENT) / 200
const HALVINGS = 30
const STEPS = 240
const NEGLIGIBLE = 1e-12

/**
 * An interval for the mean of something bounded, honest for groups as small as 5: it assumes nothing of the shape, needs no dice, and
 * for shares it is the exact interval of Clopper and Pearson (1934). The upper end is the quantile of the mean of the values and one
 * more at the upper bound, weighted by uniform spacings; the lower end mirrors it. Gaffke (2005), Three test statistics for a
 * nonparametric one-sided hypothesis on the mean of a nonnegative variable; Learned-Miller and Thomas (2020), A new confidence
 * interval for the mean of a bounded random variable, arXiv:1905.06208: never wider than Anderson (1969), whose coverage is proven.
 * `values` lie in [`from`, `to`], at least one; the ends are in the same unit.
 */
export function meanInterval(values: readonly number[], from: number, to: number): Interval {
  const high = upperEnd(values, to)
  const mirrored = upperEnd(
    values.map((it) => -it),
    -from,
  )
  return { low: -mirrored, high }
}

function upperEnd(values: readonly number[], bound: number): number {
  const times = new Map<number, number>([[bound, 1]])
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  if (times.size === 1) return bound
  let [low, high] = [Math.min(...values), bound]
  for (let at = 0; at < HALVINGS; at += 1) {
    const middle = (low + high) / 2
    if (chanceAbove(times, middle) > EACH_SIDE) low = middle
    else high = middle
  }
  return high
}

/**
 * The chance that the mean of these values, weighted by uniform spacings, lies above a point. Spacings are exponentials over their
 * sum, so this is the chance that a sum of exponentials with these weights is positive: Gil-Pelaez (1951), by Simpson's rule.
 */
function chanceAbove(times: ReadonlyMap<number, number>, point: number): number {
  const weights = [...times].map(([value, many]) => [value - point, many] as const)
  const scale = Math.sqrt(weights.reduce((sum, [weight, many]) => sum + many * weight * weight, 0))
  if (scale < NEGLIGIBLE) return 0
  let sum = 0
  for (let at = 0; at <= STEPS; at += 1) {
    const part = at / STEPS
    const factor = at === 0 || at === STEPS ? 1 : at % 2 === 1 ? 4 : 2
    sum += factor * integrand(weights, scale, part)
  }
  return 0.5 + sum / (3 * STEPS) / Math.PI
}

/** What is integrated over u from 0 to infinity, with u = part / (1 - part) in units of the spread. */
function integrand(weights: readonly (readonly [number, number])[], scale: number, part: number): number {
  if (part === 1) return 0
  if (part === 0) return weights.reduce((sum, [weight, many]) => sum + (many * weight) / scale, 0)
  const u = part / (1 - part)
  let [angle, logSize] = [0, 0]
  for (const [weight, many] of weights) {
    const x = (weight / scale) * u
    angle += many * Math.atan(x)
    logSize -= (many / 2) * Math.log1p(x * x)
  }
  return (Math.sin(angle) * Math.exp(logSize)) / u / (1 - part) ** 2
}
