import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePlans, countStrong, type Plan, worstOf } from './compare-plans.ts'

const plan = (pairs: readonly (readonly [string, string, number])[], reserve: readonly string[] = []): Plan => ({
  pairs: pairs.map(([menteeId, mentorId, worth]) => ({ menteeId, mentorId, worth })),
  waitingList: [],
  reserve,
})

describe('two runs side by side', () => {
  it('say who has another mentor, who has none, and what it comes to', () => {
    const before = plan([
      ['ana', 'eli', 8000],
      ['bo', 'uma', 6000],
    ])
    const after = plan(
      [
        ['ana', 'uma', 7000],
        ['cy', 'eli', 5600],
      ],
      ['mo'],
    )
    expect(comparePlans(before, after)).toEqual({
      moves: [
        { menteeId: 'ana', from: 'eli', to: 'uma' },
        { menteeId: 'bo', from: 'uma', to: null },
        { menteeId: 'cy', from: null, to: 'eli' },
      ],
      pairsLost: 0,
      worthLost: 1400,
      worst: { before: 6000, after: 5600 },
      serving: [],
      reserved: ['mo'],
    })
  })

  const drawn = fc
    .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('x', 'y', 'z'), fc.nat(10_000)), {
      selector: ([mentee]) => mentee,
    })
    .map((pairs) => plan(pairs))

  it('the way back is the way there, turned', () => {
    fc.assert(
      fc.property(drawn, drawn, (one, other) => {
        const [there, back] = [comparePlans(one, other), comparePlans(other, one)]
        expect(back.worthLost).toBe(0 - there.worthLost)
        expect(back.pairsLost).toBe(0 - there.pairsLost)
        expect(back.moves).toEqual(there.moves.map((it) => ({ ...it, from: it.to, to: it.from })))
      }),
    )
  })

  it('nothing differs from itself, and without pairs nobody is worst off', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        expect(comparePlans(one, one).moves).toEqual([])
      }),
    )
    expect(worstOf(plan([]))).toBeNull()
  })

  it('count in how many pairs a part is strong, more than half of its points', () => {
    const term = (name: string, points: number) => ({ name, points, max: 100, says: '' })
    const one = { menteeId: 'a', mentorId: 'x', worth: 1, terms: [term('topics', 51), term('overlap', 50)] }
    const other = { menteeId: 'b', mentorId: 'y', worth: 1, terms: [term('topics', 100), term('overlap', 0)] }
    expect([...countStrong({ ...plan([]), pairs: [one, other] })]).toEqual([
      ['topics', 2],
      ['overlap', 0],
    ])
  })
})
