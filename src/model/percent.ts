/**
 * A share in percent with two decimals, half up from the exact fraction: `percent(28, 33)` is 84.85. Null when there is
 * nothing to divide by. Whole numbers, at least 0. PRODUCT.md, figures.
 */
export function percent(numerator: number, denominator: number): number | null {
  if (denominator <= 0) return null
  return Math.floor((numerator * 20_000 + denominator) / (2 * denominator)) / 100
}
