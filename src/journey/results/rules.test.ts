import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PairFact } from '../../model/figures.ts'
import { percent } from '../../model/percent.ts'
import { countParticipation } from './rules.ts'

const pair = (mentorId: string, menteeId: string, publishedOn: string, endedOn: string | null = null): PairFact => ({
  id: `${mentorId}-${menteeId}`,
  mentorId,
  menteeId,
  publishedOn,
  endedOn,
  pauses: [],
  excusedOn: [],
})

describe('participation', () => {
  const pairs = [pair('a', 'b', '2021-06-29'), pair('a', 'c', '2021-06-29', '2021-08-01'), pair('d', 'b', '2021-07-14')]
  const departments = [
    { personId: 'a', department: 'Sales' },
    { personId: 'b', department: 'Legal' },
    { personId: 'c', department: null },
    { personId: 'd', department: 'Sales' },
    { personId: 'outside', department: 'Finance' },
  ]

  it.each([
    ['2021-06-28', 0, 0, 0],
    ['2021-07-13', 3, 2, 0],
    ['2021-07-14', 4, 3, 0],
    ['2021-09-01', 4, 3, 1],
  ])('by %s there were %i people in %i pairs, %i of them ended', (asOf, people, count, endedPairs) => {
    const activePairs = count - endedPairs
    expect(countParticipation(pairs, departments, asOf)).toMatchObject({
      people,
      pairs: count,
      endedPairs,
      activePairs,
    })
  })

  it('departments are counted once on each side, and people without one add none', () => {
    expect(countParticipation(pairs, departments, '2021-09-01')).toMatchObject({
      mentorDepartments: 1,
      menteeDepartments: 1,
    })
  })

  it('a pair is active on its last day', () => {
    expect(countParticipation(pairs, departments, '2021-08-01')).toMatchObject({ activePairs: 3, endedPairs: 0 })
  })
})

describe('a percentage', () => {
  it.each([
    [28, 33, 84.85],
    [61, 64, 95.31],
    [1, 8, 12.5],
    [1, 800, 0.13],
    [3, 800, 0.38],
    [0, 5, 0],
    [5, 5, 100],
    [0, 0, null],
  ])('%i of %i is %s', (numerator, denominator, share) => expect(percent(numerator, denominator)).toBe(share))

  it('is half up from the exact fraction', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (numerator, denominator) => {
        const hundredths = BigInt(Math.round((percent(numerator, denominator) ?? -1) * 100))
        const rest = BigInt(numerator) * 20_000n - hundredths * 2n * BigInt(denominator)
        expect(rest >= -BigInt(denominator) && rest < BigInt(denominator)).toBe(true)
      }),
    )
  })
})
