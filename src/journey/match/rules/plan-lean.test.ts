import fc from 'fast-check'
import { expect, it } from 'vitest'
import { policy, problem } from '../../../../tests/make/drawn-runs.ts'
import { planMatch } from '../../../matching/plan-match.ts'
import { comparePlans } from './compare-plans.ts'
import { planLean } from './plan-lean.ts'

it('a price is of the very pairs that a run would make', () => {
  fc.assert(
    fc.property(problem, policy, (given, rules) => {
      const [lean, whole] = [planLean(given, rules), planMatch(given, rules)]
      expect(comparePlans(lean, whole)).toMatchObject({ moves: [], worthLost: 0, serving: [], reserved: [] })
      expect([lean.waitingList, lean.reserve]).toEqual([whole.waitingList, whole.reserve])
    }),
  )
})

it('and of those, too, where mentees chose', () => {
  const someone = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6')
  const choice = fc.record({ menteeId: someone, mentorIds: fc.uniqueArray(someone, { minLength: 1, maxLength: 3 }) })
  const choices = fc.uniqueArray(choice, { selector: (it) => it.menteeId })
  fc.assert(
    fc.property(problem, policy, choices, (given, rules, chosen) => {
      const asked = { ...rules, choices: chosen }
      expect(comparePlans(planLean(given, asked), planMatch(given, asked))).toMatchObject({ moves: [], worthLost: 0 })
    }),
  )
})
