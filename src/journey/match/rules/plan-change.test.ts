import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { id, policy, problem } from '../../../../tests/make/drawn-runs.ts'
import { aimsByName } from '../../../matching/aims.ts'
import { planMatch } from '../../../matching/plan-match.ts'
import { verify } from '../../../matching/verify.ts'
import { whyNot } from '../../../matching/why-not.ts'
import { comparePlans } from './compare-plans.ts'
import { type Change, decideChange, type InForce, policyAfter, refusalOfPin } from './plan-change.ts'

const pair = (menteeId: string, mentorId: string) => ({ menteeId, mentorId })
const pinned = (menteeId: string, mentorId: string): InForce => ({ kind: 'pinned', ...pair(menteeId, mentorId) })

describe('what a coordinator asks of the match', () => {
  const cases: readonly (readonly [string, Change, readonly InForce[], unknown])[] = [
    ['a pin', { kind: 'pin', ...pair('a', 'x') }, [], [pinned('a', 'x')]],
    ['a forbidden pair', { kind: 'forbid', ...pair('a', 'x') }, [], [{ kind: 'forbidden', ...pair('a', 'x') }]],
    [
      'a swap as two pins',
      { kind: 'swap', one: pair('a', 'x'), other: pair('b', 'y') },
      [],
      [pinned('a', 'y'), pinned('b', 'x')],
    ],
    ['the same pin again', { kind: 'pin', ...pair('a', 'x') }, [pinned('a', 'x')], 'pair-is-pinned'],
    ['to forbid what is pinned', { kind: 'forbid', ...pair('a', 'x') }, [pinned('a', 'x')], 'pair-is-pinned'],
    [
      'to pin what is forbidden',
      { kind: 'pin', ...pair('a', 'x') },
      [{ kind: 'forbidden', ...pair('a', 'x') }],
      'pair-is-forbidden',
    ],
    ['a second mentor', { kind: 'pin', ...pair('a', 'y') }, [pinned('a', 'x')], 'mentee-is-pinned'],
    [
      'a swap of who is pinned',
      { kind: 'swap', one: pair('a', 'x'), other: pair('b', 'y') },
      [pinned('b', 'y')],
      'mentee-is-pinned',
    ],
    ['another mentee of the same mentor', { kind: 'pin', ...pair('b', 'x') }, [pinned('a', 'x')], [pinned('b', 'x')]],
    ['an undo', { kind: 'lift', pairs: [pair('a', 'x')] }, [pinned('a', 'x')], []],
  ]
  for (const [title, change, inForce, expected] of cases)
    it(`answers ${title}`, () => {
      const decided = decideChange(change, inForce)
      expect(decided.ok ? decided.value : decided.code).toEqual(expected)
    })

  it('refuses just the pins that a run would leave out', () => {
    fc.assert(
      fc.property(problem, policy, id, id, (given, { pinned: _, ...rules }, menteeId, mentorId) => {
        const pin = pair(menteeId, mentorId)
        const asked = { ...rules, pinned: [pin] }
        const refused = planMatch(given, asked).refusedPins.map((it) => it.code)
        expect(refused).toEqual([refusalOfPin(given, asked, pin) ?? []].flat())
      }),
    )
  })
})

describe('the price of a change', () => {
  const drawn = fc.record({ given: problem, rules: policy, menteeId: id, mentorId: id })

  it('of a pin is what two runs differ by, without and with it, and what the engine says it loses', () => {
    fc.assert(
      fc.property(drawn, ({ given, rules, menteeId, mentorId }) => {
        const free = { ...rules, pinned: [] }
        const pin = { kind: 'pinned', menteeId, mentorId } as const
        if (refusalOfPin(given, free, pin) !== null) return
        const [without, withIt] = [
          planMatch(given, free),
          planMatch(given, policyAfter(free, { kind: 'pin', menteeId, mentorId }, [pin])),
        ]
        const price = comparePlans(without, withIt)
        expect(price.worthLost).toBe(without.totals.worth - withIt.totals.worth)
        expect(price.pairsLost).toBe(without.totals.pairs - withIt.totals.pairs)
        expect(price.pairsLost).toBeGreaterThanOrEqual(0)
        const why = whyNot(given, free, without, menteeId, mentorId)
        if (why.worthLost !== undefined) expect(price.worthLost).toBe(why.worthLost)
        if (why.code === 'is-a-pair') expect(price.moves).toEqual([])
      }),
    )
  })

  it('of forbidding what a run did not choose is nothing, and of lifting it again too', () => {
    fc.assert(
      fc.property(drawn, ({ given, rules, menteeId, mentorId }) => {
        const free = { ...rules, pinned: [], forbidden: [] }
        const before = planMatch(given, free)
        const wanted = pair(menteeId, mentorId)
        const after = policyAfter(free, { kind: 'forbid', ...wanted }, [{ kind: 'forbidden', ...wanted }])
        const forbidden = planMatch(given, after)
        const isChosen = before.pairs.some((it) => it.menteeId === menteeId && it.mentorId === mentorId)
        if (!isChosen) expect(comparePlans(before, forbidden)).toMatchObject({ moves: [], worthLost: 0, pairsLost: 0 })
        const lifted = policyAfter(after, { kind: 'lift', pairs: [wanted] }, [])
        expect(comparePlans(before, planMatch(given, lifted)).moves).toEqual([])
        if (forbidden.certificate) expect(verify(given, after, forbidden.certificate)).toEqual([])
      }),
    )
  })

  it('never says that a change gains by the aims: the free run is best', () => {
    fc.assert(
      fc.property(drawn, ({ given, rules, menteeId, mentorId }) => {
        const free = { ...rules, pinned: [] }
        const pin = { kind: 'pinned', menteeId, mentorId } as const
        if (refusalOfPin(given, free, pin) !== null) return
        const [without, withIt] = [planMatch(given, free), planMatch(given, { ...free, pinned: [pin] })]
        if (!without.proven || !withIt.proven) return
        const [a, b] = [without, withIt].map((it) => Object.values(aimsByName(given, free, it.pairs)).flat())
        const at = (a ?? []).findIndex((it, index) => it !== b?.[index])
        if (at >= 0) expect(a?.[at] ?? 0).toBeGreaterThan(b?.[at] ?? 0)
      }),
    )
  })
})
