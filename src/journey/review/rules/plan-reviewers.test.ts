import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Nearness, standsTooNear } from './conflicts.ts'
import { countReviews } from './count-reviews.ts'
import { planReviewers, type ToReview } from './plan-reviewers.ts'

const REVIEWERS = ['ann', 'ben', 'cem', 'dia']
const NOBODY: ReadonlySet<string> = new Set()
const many = (count: number): readonly ToReview[] =>
  Array.from({ length: count }, (_, at) => ({ id: `a${at}`, given: [], excluded: NOBODY }))
const toReview = (most: number) =>
  fc
    .array(fc.record({ given: fc.subarray(REVIEWERS, { maxLength: 2 }), excluded: fc.subarray(REVIEWERS) }), {
      maxLength: most,
    })
    .map((all) =>
      all.map((it, at): ToReview => {
        const excluded = new Set(it.excluded)
        return { id: `a${at}`, given: it.given.filter((one) => !excluded.has(one)), excluded }
      }),
    )
const squares = (loads: ReadonlyMap<string, number>) => [...loads.values()].reduce((sum, it) => sum + it * it, 0)

describe('giving out reviews', () => {
  it.each([
    [7, 2, 4],
    [5, 1, 2],
    [9, 3, 4],
    [1, 2, 3],
  ])(
    'without conflicts %i applications with %i reviewers each are as even as can be among %i',
    (count, each, people) => {
      const { loads, short } = planReviewers(REVIEWERS.slice(0, people), many(count), each)
      const all = [...loads.values()]
      expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1)
      expect(all.reduce((sum, it) => sum + it, 0)).toBe(count * each)
      expect(short).toBe(0)
    },
  )

  it('loads differ by at most one wherever nobody stands too near', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 4 }), (count, each) => {
        const loads = [...planReviewers(REVIEWERS, many(count), each).loads.values()]
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('nobody gets what they stand too near to, nothing twice, and every application as many as may have it', () => {
    fc.assert(
      fc.property(toReview(25), fc.integer({ min: 1, max: 3 }), (all, each) => {
        const { added, short, loads } = planReviewers(REVIEWERS, all, each)
        for (const it of all) {
          const mine = added.filter((one) => one.applicationId === it.id).map((one) => one.reviewerId)
          expect(mine.some((one) => it.excluded.has(one) || it.given.includes(one))).toBe(false)
          expect(new Set(mine).size).toBe(mine.length)
          const may = REVIEWERS.filter((one) => !it.excluded.has(one) && !it.given.includes(one)).length
          expect(mine.length).toBe(Math.max(0, Math.min(each - it.given.length, may)))
        }
        const have = (it: ToReview) => it.given.length + added.filter((one) => one.applicationId === it.id).length
        expect(short).toBe(all.filter((it) => have(it) < each).length)
        const sum = all.reduce((so, it) => so + have(it), 0)
        expect([...loads.values()].reduce((so, it) => so + it, 0)).toBe(sum)
      }),
    )
  })

  it('is as even as the best of all ways to give them out, found by trying every one', () => {
    fc.assert(
      fc.property(toReview(5), fc.integer({ min: 1, max: 2 }), (all, each) => {
        const { loads, added } = planReviewers(REVIEWERS, all, each)
        expect(squares(loads)).toBe(leastSquares(all, added))
      }),
      { numRuns: 60 },
    )
  })

  it('the same people and applications give the same plan in any order', () => {
    fc.assert(
      fc.property(toReview(15), fc.integer({ min: 1, max: 3 }), (all, each) => {
        const key = (it: { applicationId: string; reviewerId: string }) => `${it.applicationId} ${it.reviewerId}`
        const plan = (people: readonly string[], of: readonly ToReview[]) =>
          planReviewers(people, of, each).added.map(key).toSorted()
        expect(plan(REVIEWERS.toReversed(), all.toReversed())).toEqual(plan(REVIEWERS, all))
      }),
    )
  })
})

/** The smallest sum of squares over every way to give each application as many reviewers as the plan gave it. */
function leastSquares(all: readonly ToReview[], added: readonly { readonly applicationId: string }[]): number {
  const given = new Map(REVIEWERS.map((it) => [it, all.filter((one) => one.given.includes(it)).length]))
  const tryFrom = (at: number, loads: ReadonlyMap<string, number>): number => {
    const it = all[at]
    if (!it) return squares(loads)
    const count = added.filter((one) => one.applicationId === it.id).length
    const may = REVIEWERS.filter((one) => !it.excluded.has(one) && !it.given.includes(one))
    const ways = subsets(may, count)
    return Math.min(
      ...ways.map((way) =>
        tryFrom(at + 1, new Map([...loads].map(([one, so]) => [one, so + (way.includes(one) ? 1 : 0)]))),
      ),
    )
  }
  return tryFrom(0, given)
}

function subsets(of: readonly string[], count: number): readonly (readonly string[])[] {
  if (count === 0) return [[]]
  return of.flatMap((it, at) => subsets(of.slice(at + 1), count - 1).map((rest) => [it, ...rest]))
}

describe('who stands too near', () => {
  const near: Nearness = {
    managers: new Map([
      ['ann', 'ben'],
      ['ben', 'cem'],
      ['cem', 'ann'],
      ['eva', 'dia'],
    ]),
    partners: new Map([['dia', new Set(['fay'])]]),
    applied: new Map([['gil', new Set(['mentee' as const])]]),
  }
  it.each([
    ['oneself', 'hal', 'hal', true],
    ['the manager', 'dia', 'eva', true],
    ['somebody in the line below', 'eva', 'dia', true],
    ['a manager’s manager, in a line that goes round', 'cem', 'ann', true],
    ['a partner of another season', 'dia', 'fay', true],
    ['who applied for the same role', 'gil', 'hal', true],
    ['a stranger', 'dia', 'hal', false],
  ])('%s: %s for %s', (_, reviewer, personId, is) => {
    expect(standsTooNear(reviewer, { personId, role: 'mentee' }, near)).toBe(is)
  })

  it('who applied for the other role may review', () => {
    expect(standsTooNear('gil', { personId: 'hal', role: 'mentor' }, near)).toBe(false)
  })
})

describe('the spread of reviews', () => {
  const given = [{ scores: { track: 2, performance: 4 } }, { scores: { track: 5, performance: 5 } }]
  it('is shown once every review is in', () => {
    expect(countReviews(given, ['track', 'performance'], 0)).toEqual({
      sent: 2,
      waiting: 0,
      mean: 4,
      lowest: 3,
      highest: 5,
    })
  })
  it('says nothing but counts while one is out, and no spread of one', () => {
    expect(countReviews(given, ['track'], 1)).toEqual({ sent: 2, waiting: 1, mean: null, lowest: null, highest: null })
    expect(countReviews(given.slice(0, 1), ['track'], 0)).toMatchObject({ mean: 2, lowest: null, highest: null })
  })
})
