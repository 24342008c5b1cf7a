import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Decidable, planByHand, seenOf } from './plan-by-hand.ts'

const one = (id: string, more: Partial<Decidable> = {}): Decidable => ({
  id,
  role: 'mentee',
  division: 'Sales',
  outcome: 'pool',
  stepId: null,
  releasedOn: null,
  isPaired: false,
  ...more,
})
const outcome = fc.constantFrom('pool', 'reserve', 'declined' as const)
const applications = fc
  .array(
    fc.record({
      role: fc.constantFrom('mentor', 'mentee' as const),
      division: fc.constantFrom('Sales', 'Finance', null),
      outcome: fc.option(outcome),
      releasedOn: fc.constantFrom(null, null, '2021-06-29'),
      isPaired: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((all) => all.map((it, at) => one(String(at), it)))
const chosen = fc.uniqueArray(fc.integer({ min: 0, max: 35 }).map(String)).map((ids) => new Set(ids))

describe('deciding by hand', () => {
  it('changes those that are decided otherwise, and says how many are so already', () => {
    const plan = planByHand(
      [one('a'), one('b', { outcome: 'reserve' }), one('c', { outcome: null })],
      new Set(['a', 'b', 'c']),
      'pool',
    )
    expect(plan.changes.map((it) => it.id)).toEqual(['b', 'c'])
    expect(plan.same).toBe(1)
  })

  it('leaves who has a pair, and who has heard', () => {
    const all = [
      one('a', { isPaired: true }),
      one('b', { releasedOn: '2021-06-29' }),
      one('c', { releasedOn: '2021-06-29', isPaired: true }),
    ]
    const plan = planByHand(all, new Set(['a', 'b', 'c']), 'declined')
    expect(plan).toMatchObject({ changes: [], paired: 1, heard: 2 })
  })

  it('says how the divisions would stand', () => {
    const all = [one('a'), one('b', { division: null }), one('c', { role: 'mentor' })]
    expect(planByHand(all, new Set(['a', 'c']), 'declined').balance).toEqual([
      { division: '', mentors: { before: 0, after: 0 }, mentees: { before: 1, after: 1 } },
      { division: 'Sales', mentors: { before: 1, after: 0 }, mentees: { before: 1, after: 0 } },
    ])
  })

  it('every chosen application is counted once, and doing it twice changes nothing', () => {
    fc.assert(
      fc.property(applications, chosen, outcome, (all, ids, to) => {
        const plan = planByHand(all, ids, to)
        const known = all.filter((it) => ids.has(it.id)).length
        expect(plan.changes.length + plan.same + plan.paired + plan.heard).toBe(known)
        const changed = new Set(plan.changes.map((it) => it.id))
        const after = all.map((it) => (changed.has(it.id) ? { ...it, outcome: to } : it))
        const again = planByHand(after, ids, to)
        expect(again.changes).toEqual([])
        for (const [at, division] of again.balance.entries()) {
          expect(division.mentors.before).toBe(plan.balance[at]?.mentors.after)
          expect(division.mentees.before).toBe(plan.balance[at]?.mentees.after)
        }
      }),
    )
  })

  it('what was seen differs where any decision does, and not by the order', () => {
    fc.assert(
      fc.property(applications, (all) => {
        expect(seenOf(all.toReversed())).toBe(seenOf(all))
        const [first, ...rest] = all
        if (first) expect(seenOf([{ ...first, stepId: 'another' }, ...rest])).not.toBe(seenOf(all))
        if (first) expect(seenOf(rest)).not.toBe(seenOf(all))
      }),
    )
  })
})
