/**
 * Whole prices from broken ones, exactly: where no row could do better by 1 / (n + m + 1) or more, the fractions of all prices and gains
 * leave a gap on the circle from 0 to 1 that is wider; cut there, everything rounded down keeps every inequality between whole values.
 * The free end (price 0) is one of the points. Source: as rounding of dual solutions of unimodular systems; the gap by pigeonhole.
 */
export function wholePrices(price: Float64Array, gain: Float64Array): Float64Array {
  const parts = new Float64Array(price.length + gain.length + 1)
  for (let j = 0; j < price.length; j++) parts[j] = fraction(price[j] as number)
  for (let i = 0; i < gain.length; i++) parts[price.length + i] = fraction(-(gain[i] as number))
  parts.sort()
  let widest = 1 - (parts[parts.length - 1] as number)
  let cut = 0
  for (let at = 1; at < parts.length; at++) {
    const gap = (parts[at] as number) - (parts[at - 1] as number)
    if (gap > widest) {
      widest = gap
      cut = parts[at] as number
    }
  }
  const zero = Math.floor(-cut)
  return price.map((it) => Math.floor(it - cut) - zero)
}

function fraction(it: number): number {
  return it - Math.floor(it)
}
