import { describe, expect, it } from 'vitest'
import type { PairFact } from '../../../model/figures.ts'
import { planEndedPairs } from './ended-pairs.ts'

const pair = (id: string, mentorId: string, menteeId: string, endedOn: string | null = null): PairFact => ({
  id,
  mentorId,
  menteeId,
  publishedOn: '2026-03-01',
  endedOn,
  pauses: [],
  excusedOn: [],
})
const pairs = [pair('1', 'ada', 'uma', '2026-03-10'), pair('2', 'ada', 'eli'), pair('3', 'bea', 'ivo', '2026-03-20')]
const seeks = (pairId: string, personId: string) => ({ pairId, personId })

describe('what ended pairs mean for the next run', () => {
  it('is nothing while they run: their last day has not come', () => {
    expect(planEndedPairs(pairs, [], '2026-03-09').fixed).toHaveLength(3)
  })

  it('is the end for whoever seeks no other partner, and for a mentor’s place', () => {
    const found = planEndedPairs(pairs, [], '2026-03-15')
    expect(found.fixed).toEqual([
      { mentorId: 'ada', menteeId: 'eli' },
      { mentorId: 'bea', menteeId: 'ivo' },
    ])
    expect([...found.seated].sort()).toEqual(['eli', 'ivo', 'uma'])
    expect([...found.withheld]).toEqual([['ada', 1]])
    expect(found.over).toEqual([{ mentorId: 'ada', menteeId: 'uma' }])
  })

  it('frees either of the two by themselves', () => {
    const mentee = planEndedPairs(pairs, [seeks('1', 'uma')], '2026-03-25')
    expect([...mentee.seated].sort()).toEqual(['eli', 'ivo'])
    expect([...mentee.withheld].sort()).toEqual([
      ['ada', 1],
      ['bea', 1],
    ])
    const mentor = planEndedPairs(pairs, [seeks('1', 'ada'), seeks('3', 'bea')], '2026-03-25')
    expect([...mentor.seated].sort()).toEqual(['eli', 'ivo', 'uma'])
    expect([...mentor.withheld]).toEqual([])
  })

  it('does not unseat a mentee who has another pair by now', () => {
    const later = [...pairs, pair('4', 'cid', 'uma')]
    expect(planEndedPairs(later, [seeks('1', 'uma')], '2026-03-25').seated).toContain('uma')
  })
})
