import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanInterval } from './mean-interval.ts'

const FULL = process.env.DEPTH === 'full'
const shares = (ones: number, all: number) => Array.from({ length: all }, (_, at) => (at < ones ? 1 : 0))

describe('the interval of a mean', () => {
  // Clopper and Pearson, 95 %, as printed in tables of the binomial.
  it.each([
    [0, 5, 0, 0.5218],
    [1, 5, 0.0051, 0.7164],
    [0, 10, 0, 0.3085],
    [5, 10, 0.1871, 0.8129],
    [9, 20, 0.2306, 0.6847],
    [30, 32, 0.7919, 0.9923],
    [20, 20, 0.8316, 1],
  ])('%i of %i is the exact one of a share', (ones, all, low, high) => {
    const found = meanInterval(shares(ones, all), 0, 1)
    expect(found.low).toBeCloseTo(low, 3)
    expect(found.high).toBeCloseTo(high, 3)
  })

  const values = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 5, maxLength: 40 })

  it('holds the mean, stays within the scale, and turns round with the values', () => {
    fc.assert(
      fc.property(values, (all) => {
        const { low, high } = meanInterval(all, -4, 4)
        const mean = all.reduce((sum, it) => sum + it, 0) / all.length
        expect(low).toBeLessThanOrEqual(mean + 1e-6)
        expect(high).toBeGreaterThanOrEqual(mean - 1e-6)
        expect(low).toBeGreaterThanOrEqual(-4 - 1e-9)
        expect(high).toBeLessThanOrEqual(4 + 1e-9)
        const turned = meanInterval(
          all.map((it) => -it),
          -4,
          4,
        )
        expect(turned.low).toBeCloseTo(-high, 5)
        expect(turned.high).toBeCloseTo(-low, 5)
      }),
      { numRuns: FULL ? 1000 : 60 },
    )
  })

  it('grows narrower with more people who answer alike, and does not ask in which order they do', () => {
    fc.assert(
      fc.property(values, (all) => {
        const once = meanInterval(all, -4, 4)
        const twice = meanInterval([...all, ...all], -4, 4)
        expect(twice.high - twice.low).toBeLessThan(once.high - once.low)
        expect(meanInterval([...all].reverse(), -4, 4).high).toBeCloseTo(once.high, 6)
      }),
      { numRuns: FULL ? 500 : 30 },
    )
  })

  it('moves with the scale on which the values are', () => {
    const all = [0, 1, 1, 2, -1, 3, 0, 1]
    const { low, high } = meanInterval(all, -4, 4)
    const wide = meanInterval(
      all.map((it) => 25 * it),
      -100,
      100,
    )
    expect(wide.low).toBeCloseTo(25 * low, 3)
    expect(wide.high).toBeCloseTo(25 * high, 3)
  })

  // What change looks like in small groups: hardly any, some, one-sided, rare and large, of shares.
  const GROUPS: readonly (readonly [what: string, chances: Readonly<Record<string, number>>])[] = [
    ['most stay as they were', { '0': 0.7, '1': 0.2, '-1': 0.1 }],
    ['most move up', { '0': 0.2, '1': 0.5, '2': 0.3 }],
    ['a few move far', { '0': 0.92, '4': 0.08 }],
    ['all over the scale', { '-4': 0.2, '-2': 0.2, '0': 0.2, '2': 0.2, '4': 0.2 }],
    ['either end', { '-4': 0.5, '4': 0.5 }],
  ]
  it.each(GROUPS.flatMap(([what, chances]) => [5, 8, 20].map((size) => [what, size, chances] as const)))(
    'where %s, of %i people, it holds the true mean at least 95 times in 100',
    (_, size, chances) => {
      const dice = diceFrom(20_211_007 + size)
      const truth = Object.entries(chances).reduce((sum, [value, chance]) => sum + Number(value) * chance, 0)
      const rounds = FULL ? 4000 : 300
      let held = 0
      const known = new Map<string, { low: number; high: number }>()
      for (let round = 0; round < rounds; round += 1) {
        const all = Array.from({ length: size }, () => drawn(chances, dice())).sort((a, b) => a - b)
        const key = all.join()
        const { low, high } = known.get(key) ?? meanInterval(all, -4, 4)
        known.set(key, { low, high })
        if (low <= truth + 1e-6 && truth - 1e-6 <= high) held += 1
      }
      // Three standard errors of a count of so many rounds.
      expect(held / rounds).toBeGreaterThanOrEqual(0.95 - 3 * Math.sqrt((0.95 * 0.05) / rounds))
    },
  )
})

function drawn(chances: Readonly<Record<string, number>>, dice: number): number {
  let left = dice
  for (const [value, chance] of Object.entries(chances)) {
    left -= chance
    if (left < 0) return Number(value)
  }
  return Number(Object.keys(chances).at(-1))
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function diceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
