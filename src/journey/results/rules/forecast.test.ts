import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planForecast } from './forecast.ts'

describe('what may still be missed', () => {
  it.each([
    ['32 pairs, nobody missed yet: one may', [0, 0, 32], 95, { mayMiss: 1, state: 'open', least: 0, most: 100 }],
    ['one missed already: none may', [10, 1, 21], 95, { mayMiss: 0, state: 'open', most: 96.88 }],
    ['two missed: out of reach by one', [10, 2, 20], 95, { mayMiss: -1, state: 'out-of-reach', most: 93.75 }],
    ['all is settled and enough', [19, 1, 0], 95, { mayMiss: 0, state: 'reached', least: 95, most: 95 }],
    ['all is settled and one too few', [18, 2, 0], 95, { mayMiss: -1, state: 'out-of-reach' }],
    ['the rest may stay away', [96, 0, 4], 95, { mayMiss: 5, state: 'reached' }],
    ['of twenty, exactly one', [0, 0, 20], 95, { mayMiss: 1, state: 'open' }],
    ['of nineteen, none', [0, 0, 19], 95, { mayMiss: 0, state: 'open' }],
    ['94.995 % is not 95 %, though it is written so', [18_999, 1_001, 0], 95, { least: 95, state: 'out-of-reach' }],
    ['a target with decimals', [0, 0, 200], 99.5, { mayMiss: 1 }],
    ['everybody', [0, 0, 7], 100, { mayMiss: 0 }],
    ['nobody need', [0, 3, 7], 0, { mayMiss: 7, state: 'reached' }],
  ])('%s', (_, [reached = 0, missed = 0, open = 0], target, expected) => {
    expect(planForecast({ reached, missed, open }, target)).toMatchObject(expected)
  })

  it('is nothing where nobody is counted', () => {
    expect(planForecast({ reached: 0, missed: 0, open: 0 }, 95)).toBeNull()
  })

  it('is the most that leaves the exact share at the target or above, and lies between the bounds', () => {
    const some = fc.integer({ min: 0, max: 300 })
    fc.assert(
      fc.property(some, some, some, fc.integer({ min: 0, max: 10_000 }), (reached, missed, open, hundredths) => {
        const found = planForecast({ reached, missed, open }, hundredths / 100)
        const total = BigInt(reached + missed + open)
        if (found === null) return expect(total).toBe(0n)
        const holds = (miss: number) => BigInt(reached + open - miss) * 10_000n >= BigInt(hundredths) * total
        const fits = Array.from({ length: open + 1 }, (_, miss) => miss).filter(holds)
        expect(Math.min(open, found.mayMiss)).toBe(fits.length === 0 ? found.mayMiss : fits.at(-1))
        expect(found.state).toBe(fits.length === 0 ? 'out-of-reach' : fits.length > open ? 'reached' : 'open')
        if (fits.length === 0) expect(found.mayMiss).toBeLessThan(0)
        expect(found.least).toBeLessThanOrEqual(found.most)
      }),
    )
  })
})
