import { randomInt } from 'node:crypto'

/** The same things in an order nobody can foresee. */
export function shuffled<T>(things: readonly T[]): T[] {
  const out = [...things]
  for (let last = out.length - 1; last > 0; last -= 1) {
    const pick = randomInt(last + 1)
    const [a, b] = [out[last], out[pick]]
    if (a !== undefined && b !== undefined) [out[last], out[pick]] = [b, a]
  }
  return out
}
