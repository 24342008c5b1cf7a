import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mentor, policy, problem } from '../../tests/make/drawn-runs.ts'
import { aimsByName } from './aims.ts'
import { alternativesFor } from './alternatives.ts'
import { compareAims } from './both-ways.ts'
import { aimsOf, everyAnswer } from './every-answer.ts'
import { fairnessByDivision } from './fairness.ts'
import { readHardRules, refusalOf } from './hard-rules.ts'
import { planMatch, planSteps, runToEnd } from './plan-match.ts'
import { priceOfPins } from './price-of-pins.ts'
import type { PairIds, Policy, Problem } from './problem.ts'
import { blockingPairs, stablePairs } from './stable-pairs.ts'
import { tradeOffs } from './trade-offs.ts'
import { pairWorth } from './worth.ts'

const same = (a: PairIds, b: PairIds) => a.mentorId === b.mentorId && a.menteeId === b.menteeId
const ids = ({ mentorId, menteeId }: PairIds) => ({ mentorId, menteeId })

function bestWith(given: Problem, rules: Policy, pinned: readonly PairIds[]) {
  const all = everyAnswer(given, rules, pinned)
  return all.reduce((a, b) => (compareAims(aimsOf(given, rules, a), aimsOf(given, rules, b)) >= 0 ? a : b))
}

function worthOf(given: Problem, rules: Policy, pairs: readonly PairIds[]): number {
  return aimsByName(given, rules, pairs).worth[0] ?? 0
}

describe('what a run answers beside its pairs', () => {
  it('regrets of alternatives are what the best of all answers with that pair would lose', () => {
    let tried = 0
    fc.assert(
      fc.property(problem, policy, (given, rules) => {
        const answer = planMatch(given, rules)
        const kept = answer.pairs.filter((pair) => pair.pinned).map(ids)
        for (const { id } of given.mentees)
          for (const { code, mentorId, worthLost } of alternativesFor(given, rules, answer, id, 3)) {
            if (worthLost === undefined) continue
            tried++
            const forced = bestWith(given, rules, [...kept, { mentorId, menteeId: id }])
            expect(code).toBe('less-worth')
            expect(worthOf(given, rules, answer.pairs) - worthOf(given, rules, forced)).toBe(worthLost)
          }
      }),
      { numRuns: 240 },
    )
    expect(tried).toBeGreaterThan(10)
  })

  it('the price of a pin is what the best answer without it has more', () => {
    fc.assert(
      fc.property(problem, policy, (given, rules) => {
        const answer = planMatch(given, rules)
        for (const price of priceOfPins(given, rules, answer)) {
          const free = planMatch(given, { ...rules, pinned: rules.pinned.filter((it) => !same(it, price)) })
          const best = bestWith(given, rules, free.pairs.filter((it) => it.pinned).map(ids))
          expect(price.pairsLost).toBe(best.length - answer.pairs.length)
          expect(price.worthLost).toBe(worthOf(given, rules, best) - worthOf(given, rules, answer.pairs))
        }
      }),
      { numRuns: 100 },
    )
  })

  it('blocking pairs are those of the double loop, and stable pairs have none', () => {
    fc.assert(
      fc.property(problem, policy, (given, free) => {
        const rules = { ...free, pinned: [] }
        const single = {
          ...given,
          mentees: given.mentees.filter((it) => !given.mentors.some((one) => one.id === it.id)),
        }
        const answer = planMatch(single, rules)
        const stable = stablePairs(single, rules, answer)
        const asAnswer = {
          ...answer,
          pairs: stable.pairs.map((it) => ({ ...answer.pairs[0], ...it })) as typeof answer.pairs,
        }
        expect(blockingPairs(single, rules, asAnswer)).toEqual([])
        expect(stable.worthLost).toBe(answer.totals.worth - worthOf(single, rules, stable.pairs))
        expect(blockingPairs(single, rules, answer).map(ids)).toEqual(doubleLoop(single, rules, answer.pairs))
      }),
      { numRuns: 200 },
    )
  })

  it('trade-offs rise in the worst pair, and each is the best with no pair below', () => {
    fc.assert(
      fc.property(problem, policy, (given, free) => {
        const rules = { ...free, pinned: [] }
        const single = {
          ...given,
          mentees: given.mentees.filter((it) => !given.mentors.some((one) => one.id === it.id)),
        }
        const list = tradeOffs(single, rules)
        const all = everyAnswer(single, rules, [])
        for (const { worst, pairs, worth } of list) {
          const fair = all.filter((it) => (aimsByName(single, rules, it).worstOff[0] ?? Infinity) >= worst)
          const best = fair.reduce((a, b) =>
            compareAims(aimsOf(single, rules, a), aimsOf(single, rules, b)) >= 0 ? a : b,
          )
          expect([pairs, worth]).toEqual([best.length, worthOf(single, rules, best)])
        }
        for (const [at, it] of list.entries()) expect(it.worst).toBeGreaterThan(list[at - 1]?.worst ?? -1)
      }),
      { numRuns: 60 },
    )
  })

  it('fairness counts everybody once on each side', () => {
    fc.assert(
      fc.property(problem, policy, (given, rules) => {
        const answer = planMatch(given, rules)
        const { mentees, mentors } = fairnessByDivision(given, answer)
        expect(mentees.reduce((sum, it) => sum + it.people, 0)).toBe(given.mentees.length)
        expect(mentees.reduce((sum, it) => sum + it.paired, 0)).toBe(answer.pairs.length)
        expect(mentors.reduce((sum, it) => sum + it.paired, 0)).toBe(
          new Set(answer.pairs.map((it) => it.mentorId)).size,
        )
      }),
      { numRuns: 60 },
    )
  })

  it('a mentor more (minimum 0, no priorities) never lowers the pairs, nor the worth of as many', () => {
    fc.assert(
      fc.property(problem, policy, mentor, (given, free, more) => {
        const priority = { score: null, appliedAt: '2021-05-01T00:00:00Z' }
        const plain = {
          mentors: given.mentors.map((it) => ({ ...it, minimum: 0, priority })),
          mentees: given.mentees.map((it) => ({ ...it, priority })),
        }
        const rules = { ...free, pinned: [] }
        const one = planMatch(plain, rules).totals
        const other = planMatch(
          { ...plain, mentors: [...plain.mentors, { ...more, id: 'new', minimum: 0, priority }] },
          rules,
        ).totals
        expect(other.pairs).toBeGreaterThanOrEqual(one.pairs)
        if (other.pairs === one.pairs) expect(other.worth).toBeGreaterThanOrEqual(one.worth)
      }),
      { numRuns: 300 },
    )
  })

  it('an earlier answer to begin from changes nothing', () => {
    fc.assert(
      fc.property(problem, policy, (given, rules) => {
        const before = planMatch(given, { ...rules, forbidden: [] }).pairs
        const { certificate: _, ...warm } = runToEnd(planSteps(given, rules, { before }))
        const { certificate: __, ...cold } = planMatch(given, rules)
        expect(warm).toEqual(cold)
      }),
      { numRuns: 150 },
    )
  })

  it('answers empty runs, and refuses what cannot be counted', () => {
    const rules = {
      otherDivision: false,
      reportingLineDistance: 0,
      blocks: [],
      forbidden: [],
      pinned: [],
      past: [],
      seed: 1,
      shortage: { by: 'count' },
    } as Policy
    expect(planMatch({ mentors: [], mentees: [] }, rules).pairs).toEqual([])
    const one = {
      division: null,
      lineAbove: [],
      topics: [],
      priority: { score: null, appliedAt: '2021-05-01T00:00:00Z' },
    }
    const odd = planMatch(
      { mentors: [{ ...one, id: 'm', minimum: 3, maximum: 1 }], mentees: [{ ...one, id: 'e' }] },
      rules,
    )
    expect(odd.certificate?.totals).toMatchObject({ seated: 1, missing: 2 })
    const crowd = (role: string) =>
      Array.from({ length: 9000 }, (_, at) => ({ ...one, id: `${role}${at}`, minimum: 0, maximum: 1 }))
    const all = { mentors: crowd('m'), mentees: crowd('e') }
    expect(() => runToEnd(planSteps(all, rules, { keeps: 'stored' }))).toThrow(/too large/)
  })
})

function doubleLoop(given: Problem, rules: Policy, pairs: readonly PairIds[]): readonly PairIds[] {
  const hard = readHardRules(rules)
  const byId = <T extends { id: string }>(all: readonly T[]) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1))
  const worth = (menteeId: string, mentorId: string) => {
    const [e, m] = [given.mentees.find((it) => it.id === menteeId), given.mentors.find((it) => it.id === mentorId)]
    return e && m ? pairWorth(m, e, rules).worth : -1
  }
  return byId(given.mentees).flatMap((e) =>
    byId(given.mentors).flatMap((m) => {
      if (refusalOf(hard, m, e) !== null) return []
      const own = pairs.find((it) => it.menteeId === e.id)
      const theirs = pairs.filter((it) => it.mentorId === m.id).map((it) => worth(it.menteeId, m.id))
      const better = !own || worth(e.id, m.id) > worth(e.id, own.mentorId)
      const open = theirs.length < m.maximum || theirs.some((it) => it < worth(e.id, m.id))
      return better && open ? [{ mentorId: m.id, menteeId: e.id }] : []
    }),
  )
}
