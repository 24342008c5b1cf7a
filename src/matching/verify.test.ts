import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byId, mentor, policy, problem } from '../../tests/make/drawn-runs.ts'
import type { CaseProof, Certificate } from './certificate.ts'
import { aimsOf } from './every-answer.ts'
import { planSteps, runToEnd } from './plan-match.ts'
import type { PairIds, Policy, Problem } from './problem.ts'
import type { HowKept } from './read-run.ts'
import { verify } from './verify.ts'
import { pairWorth } from './worth.ts'

type WorthOf = (pair: PairIds) => number

const duals = fc
  .uniqueArray(mentor, { ...byId, maxLength: 7 })
  .map((mentors): Problem => ({ mentors, mentees: mentors }))
const runs = fc.tuple(fc.oneof(problem, duals), policy)

function planIn(how: HowKept, given: Problem, rules: Policy) {
  return runToEnd(planSteps(given, rules, how))
}

function certificateOf(how: HowKept, given: Problem, rules: Policy): Certificate {
  const { certificate } = planIn(how, given, rules)
  if (!certificate) throw new Error('The run is not proven.')
  return certificate
}

/** Every change of one field that changes what a certificate says. */
function mutations(good: Certificate, worthOf: WorthOf): readonly (readonly [string, Certificate])[] {
  const { totals, pairs, cases } = good
  const changed = (says: string, more: Partial<Certificate>) => [says, { ...good, ...more }] as const
  const inCase = (says: string, at: number, more: (one: CaseProof) => Partial<CaseProof>) =>
    changed(says, { cases: cases.map((one, index) => (index === at ? { ...one, ...more(one) } : one)) })
  return [
    changed('the version', { version: 2 as 1 }),
    ...(['seated', 'missing', 'worth'] as const).flatMap((name) =>
      [-1, 1].map((by) => changed(`total ${name}`, { totals: { ...totals, [name]: totals[name] + by } })),
    ),
    ...pairs.map((_, at) => changed('a pair less', { pairs: pairs.toSpliced(at, 1) })),
    ...pairs.map((pair) => changed('a pair twice', { pairs: [...pairs, pair] })),
    ...pairs.flatMap((pair, at) =>
      good.mentors
        .filter((id) => id !== pair.mentorId)
        .map((mentorId) => changed('another mentor', { pairs: pairs.with(at, { ...pair, mentorId }) })),
    ),
    ...good.mentees.map((_, at) => changed('a mentee less', { mentees: good.mentees.toSpliced(at, 1) })),
    ...good.mentors.map((_, at) => changed('a mentor less', { mentors: good.mentors.toSpliced(at, 1) })),
    ...good.pinned.map((_, at) => changed('a pin less', { pinned: good.pinned.toSpliced(at, 1) })),
    ...cases.map((_, at) => changed('a case less', { cases: cases.toSpliced(at, 1) })),
    ...cases.map((one) => changed('a case twice', { cases: [...cases, one] })),
    ...cases.flatMap((one, at) => mutationsOfCase(one, good, worthOf).map(([says, more]) => inCase(says, at, more))),
  ]
}

function mutationsOfCase(one: CaseProof, { mentees, mentors }: Certificate, worthOf: WorthOf) {
  const seatedAt = one.pairs.map((pair) => mentees.indexOf(pair.menteeId))
  const servingAt = [...new Set(one.pairs.map((pair) => mentors.indexOf(pair.mentorId)))]
  // A level that no pair has in the end is said for the way there; without it the proof still holds.
  const occurring = one.levels.flatMap((level, at) =>
    one.pairs.some((pair) => worthOf(pair) === level.worth) ? [at] : [],
  )
  const moved = (at: number) => one.levels.map((it, index) => (index === at ? { ...it, worth: it.worth + 1 } : it))
  const say = (says: string, more: (it: CaseProof) => Partial<CaseProof>) => [says, more] as const
  const raised = (list: readonly number[], at: number, by: number) => list.with(at, (list[at] ?? 0) + by)
  return [
    ...one.without.map((_, at) => say('a forbidden pair less', () => ({ without: one.without.toSpliced(at, 1) }))),
    ...one.pairs.map((_, at) => say('a pair of a case less', () => ({ pairs: one.pairs.toSpliced(at, 1) }))),
    ...occurring.map((at) => say('a level less', () => ({ levels: one.levels.toSpliced(at, 1) }))),
    ...occurring.map((at) => say('a level of another worth', () => ({ levels: moved(at) }))),
    ...[-1, 1].flatMap((by) => [
      ...seatedAt.map((at) =>
        say('the price of a mentee', () => ({
          prices: { ...one.prices, mentees: raised(one.prices.mentees, at, by) },
        })),
      ),
      ...servingAt.map((at) =>
        say('the price of a mentor', () => ({
          prices: { ...one.prices, mentors: raised(one.prices.mentors, at, by) },
        })),
      ),
    ]),
    ...one.levels.flatMap((level, at) =>
      level.prices.mentees
        .filter(([row]) => seatedAt.includes(row))
        .map(([row, price], index) =>
          say('the price of a mentee at a level', () => ({
            levels: one.levels.with(at, {
              ...level,
              prices: { ...level.prices, mentees: level.prices.mentees.with(index, [row, price + 1]) },
            }),
          })),
        ),
    ),
    ...(['full', 'spare'] as const).flatMap((kind) =>
      one[kind].flatMap((group, at) =>
        (['mentees', 'mentors'] as const).flatMap((who) =>
          group[who].map((_, index) =>
            say(`one of the ${who} of a ${kind} group less`, () => ({
              [kind]: one[kind].with(at, { ...group, [who]: group[who].toSpliced(index, 1) }),
            })),
          ),
        ),
      ),
    ),
  ]
}

for (const keeps of ['stored', 'priced'] as const)
  describe(`a certificate of a run whose pairs are ${keeps}`, () => {
    const how = { keeps }
    const runsOf = (many: number) => ({ numRuns: keeps === 'stored' ? many : Math.ceil(many / 3) })
    it('holds for the run it was written for, also after it was a file', () => {
      fc.assert(
        fc.property(runs, ([given, rules]) => {
          const file = JSON.parse(JSON.stringify(certificateOf(how, given, rules))) as Certificate
          expect(verify(given, rules, file, how)).toEqual([])
        }),
        runsOf(200),
      )
    })

    it('is refused after any change of what it says', () => {
      fc.assert(
        fc.property(runs, ([given, rules]) => {
          const { certificate } = planIn(how, given, rules)
          const worthOf = ({ mentorId, menteeId }: PairIds) => {
            const [one, other] = [
              given.mentors.find((it) => it.id === mentorId),
              given.mentees.find((it) => it.id === menteeId),
            ]
            return one && other ? pairWorth(one, other, rules).worth : -1
          }
          // The pairs of another case may be just as good: only the seed, which is not proven, tells them apart.
          const equal = (certificate?.cases ?? []).map((one) => JSON.stringify(one.pairs))
          for (const [says, bad] of certificate ? mutations(certificate, worthOf) : [])
            if (says !== 'another mentor' || !equal.includes(JSON.stringify(bad.pairs)))
              expect(verify(given, rules, bad, how), says).not.toEqual([])
        }),
        runsOf(150),
      )
    })

    it('is refused for a problem in which somebody could be better off', () => {
      fc.assert(
        fc.property(runs, ([given, rules]) => {
          const best = planIn(how, given, rules)
          const forbidden = best.certificate?.pairs.slice(0, 1) ?? []
          const worse = planIn(how, given, { ...rules, forbidden: [...rules.forbidden, ...forbidden] })
          // Without the ranks of the seed, which no certificate proves.
          const [aims, fewer] = [best, worse].map((it) => aimsOf(given, rules, it.pairs).slice(0, -1))
          if (worse.certificate && aims?.join() !== fewer?.join())
            expect(verify(given, rules, worse.certificate, how)).not.toEqual([])
        }),
        runsOf(150),
      )
    })

    it('is refused and not thrown at when it is no certificate', () => {
      for (const odd of [null, {}, { version: 1 }, { version: 1, pinned: [], cases: [] }])
        expect(verify({ mentors: [], mentees: [] }, {} as Policy, odd as unknown as Certificate, how)).toHaveLength(1)
    })
  })
