import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planMostCovered } from './most-covered.ts'

const PEOPLE = 40
const choices = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: PEOPLE - 1 }), { maxLength: 14 }), { maxLength: 9 })

const reached = (all: readonly (readonly number[])[], chosen: readonly number[]) =>
  new Set(chosen.flatMap((at) => all[at] ?? [])).size

/** Every way to take at most so many of the first n choices. */
function subsets(n: number, most: number): readonly (readonly number[])[] {
  if (n === 0) return [[]]
  const before = subsets(n - 1, most)
  return [...before, ...before.filter((it) => it.length < most).map((it) => [...it, n - 1])]
}

function greedy(all: readonly (readonly number[])[], most: number): number {
  const chosen: number[] = []
  for (let round = 0; round < most; round += 1) {
    const [next] = all.map((_, at) => at).sort((a, b) => reached(all, [...chosen, b]) - reached(all, [...chosen, a]))
    if (next !== undefined) chosen.push(next)
  }
  return reached(all, chosen)
}

describe('the times that reach most people', () => {
  it('reach as many as the best of all ways to choose', () => {
    fc.assert(
      fc.property(choices, fc.integer({ min: 0, max: 4 }), (all, most) => {
        const { chosen, covered } = planMostCovered(all, PEOPLE, most)
        const best = Math.max(...subsets(all.length, most).map((it) => reached(all, it)))
        expect(covered).toBe(best)
        expect(reached(all, chosen)).toBe(best)
        expect(chosen.length).toBeLessThanOrEqual(most)
      }),
      { numRuns: 300 },
    )
  })

  it('without some of them are the best of those that reach others', () => {
    fc.assert(
      fc.property(choices, fc.nat(8), (all, banned) => {
        const key = (at: number) => String([...(all[at] ?? [])].sort((a, b) => a - b))
        const open = all.flatMap((it, at) => (banned < all.length && key(at) === key(banned) ? [] : [it]))
        const best = Math.max(...subsets(open.length, 2).map((it) => reached(open, it)))
        expect(planMostCovered(all, PEOPLE, 2, banned < all.length ? [banned] : []).covered).toBe(best)
      }),
    )
  })

  it('are found where taking the best time first leads astray', () => {
    const all = [
      [0, 1, 2, 3],
      [0, 1, 4, 6],
      [2, 3, 5, 7],
      [3, 7, 1],
    ]
    expect(greedy([[0, 1, 2, 3, 4, 5], ...all.slice(1)], 2)).toBe(7)
    expect(planMostCovered([[0, 1, 2, 3, 4, 5], ...all.slice(1)], 8, 2)).toEqual({ chosen: [1, 2], covered: 8 })
  })

  it('are none where nobody works', () => {
    expect(planMostCovered([[], []], 3, 2)).toEqual({ chosen: [], covered: 0 })
    expect(planMostCovered([], 0, 2)).toEqual({ chosen: [], covered: 0 })
  })
})
