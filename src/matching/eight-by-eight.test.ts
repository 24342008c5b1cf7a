import fc from 'fast-check'
import { expect, it } from 'vitest'
import { open } from '../../tests/make/drawn-runs.ts'
import { readHardRules, refusalOf } from './hard-rules.ts'
import { planMatch } from './plan-match.ts'
import type { Mentee, Policy, Problem } from './problem.ts'
import { prepare } from './scorer.ts'

/** Worths of the pairs, lowest first. */
type Found = readonly number[]

const person = fc.record({
  division: fc.constantFrom('a', 'b', 'c', 'd'),
  topics: fc.uniqueArray(fc.constantFrom('SQL', 'Rust', 'Law', 'Talks', 'Sales'), { maxLength: 3 }),
  level: fc.constantFrom(null, 1, 2, 3),
})
const side = (letter: string) =>
  fc.array(person, { maxLength: 8 }).map((all) =>
    all.map(
      (one, at): Mentee => ({
        ...one,
        id: `${letter}${at}`,
        lineAbove: [],
        priority: { score: null, appliedAt: '' },
      }),
    ),
  )

/** Most pairs, then most worth, then the worst off as well off as can be. */
function compareFound(a: Found, b: Found): number {
  const sum = (found: Found) => found.reduce((all, one) => all + one, 0)
  const at = a.findIndex((one, index) => one !== b[index])
  return a.length - b.length || sum(a) - sum(b) || (at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0))
}

/** All sets of taken mentors, mentee by mentee: exact, as adding one pair to two answers keeps their order. */
function bestBySets({ mentors, mentees }: Problem, policy: Policy): Found {
  const rules = readHardRules(policy)
  const { score } = prepare(mentees, mentors, policy)
  let best = new Map<number, Found>([[0, []]])
  mentees.forEach((mentee, row) => {
    const next = new Map(best)
    const offer = (taken: number, found: Found) => {
      const known = next.get(taken)
      if (!known || compareFound(found, known) > 0) next.set(taken, found)
    }
    for (const [taken, found] of best)
      mentors.forEach((mentor, column) => {
        if ((taken >> column) % 2 === 1 || refusalOf(rules, mentor, mentee)) return
        const more = [...found, score(row, column)].sort((a, b) => a - b)
        offer(taken + 2 ** column, more)
      })
    best = next
  })
  return [...best.values()].reduce((a, b) => (compareFound(a, b) >= 0 ? a : b))
}

it('one place each: up to eight by eight is as good as the best of all sets, in pairs, worth and the worst off', () => {
  fc.assert(
    fc.property(side('m'), side('e'), fc.integer(), (offering, mentees, seed) => {
      const given: Problem = { mentors: offering.map((one) => ({ ...one, minimum: 0, maximum: 1 })), mentees }
      const policy = { ...open, seed }
      const found = planMatch(given, policy).pairs.map((it) => it.worth)
      expect(found.sort((a, b) => a - b)).toEqual(bestBySets(given, policy))
    }),
    { numRuns: 300 },
  )
})
