import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byId, id, mentor, open, policy, problem } from '../../tests/make/drawn-runs.ts'
import { keepChoices } from './choices.ts'
import { everyAnswer } from './every-answer.ts'
import { planMatch } from './plan-match.ts'
import { comparePriority } from './priority.ts'
import type { Choice, Mentee, PairIds, Policy, Problem } from './problem.ts'
import { verify } from './verify.ts'

const choices = fc.uniqueArray(
  fc.record({ menteeId: id, mentorIds: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }) }),
  { selector: (it) => it.menteeId },
)
const same = (a: PairIds, b: PairIds) => a.mentorId === b.mentorId && a.menteeId === b.menteeId
const ids = ({ mentorId, menteeId }: PairIds): PairIds => ({ mentorId, menteeId })

/** What is to be kept, by trying all answers: in priority order the first choice with which all who have a place still have one. */
function keptByTrying(given: Problem, rules: Policy, chosen: readonly Choice[]): readonly PairIds[] {
  const before = planMatch(given, rules)
  const pins = before.pairs.filter((it) => it.pinned).map(ids)
  const seated = new Set(before.pairs.map((it) => it.menteeId))
  const answers = everyAnswer(given, rules, pins).filter(
    (all) => all.length === seated.size && all.every((it) => seated.has(it.menteeId)),
  )
  const kept: PairIds[] = []
  for (const { id: menteeId } of [...given.mentees].sort(comparePriority)) {
    if (pins.some((it) => it.menteeId === menteeId)) continue
    const wanted = chosen.find((it) => it.menteeId === menteeId)?.mentorIds ?? []
    const first = wanted.find((mentorId) =>
      answers.some((all) => [...kept, { mentorId, menteeId }].every((it) => all.some((one) => same(one, it)))),
    )
    if (first !== undefined) kept.push({ mentorId: first, menteeId })
  }
  return kept
}

function expectKept(given: Problem, rules: Policy, chosen: readonly Choice[]): void {
  const kept = keepChoices(given, { ...rules, choices: chosen })
  expect(kept).toEqual(keptByTrying(given, rules, chosen))
  const [without, answer] = [planMatch(given, rules), planMatch(given, { ...rules, choices: chosen })]
  expect(answer.pairs.filter((it) => it.chosen).map(ids)).toEqual(
    [...kept].sort((a, b) => (a.menteeId < b.menteeId ? -1 : 1)),
  )
  expect(answer.pairs.filter((it) => it.pinned).map(ids)).toEqual(without.pairs.filter((it) => it.pinned).map(ids))
  const seats = (pairs: readonly PairIds[]) =>
    given.mentees
      .filter((it) => pairs.some((pair) => pair.menteeId === it.id))
      .map((it) => JSON.stringify(it.priority))
      .sort()
  expect(seats(answer.pairs)).toEqual(seats(without.pairs))
  if (!answer.certificate) throw new Error('A proven run has a certificate.')
  expect(verify(given, { ...rules, choices: chosen }, answer.certificate)).toEqual([])
}

describe('what mentees chose', () => {
  it('is kept in priority order wherever nobody loses a place by it', () => {
    fc.assert(fc.property(problem, policy, choices, expectKept), { numRuns: 300 })
  })

  it('is kept so when everybody is a dual, and nobody both ways', () => {
    const duals = fc.uniqueArray(mentor, byId).map((mentors): Problem => ({ mentors, mentees: mentors }))
    fc.assert(
      fc.property(duals, policy, choices, (given, rules, chosen) =>
        expectKept(given, { ...rules, otherDivision: false }, chosen),
      ),
      { numRuns: 200 },
    )
  })

  it('gives nobody a better mentor for having listed anything but their true order', () => {
    const rank = (list: readonly string[], pairs: readonly PairIds[], menteeId: string) => {
      const at = list.indexOf(pairs.find((it) => it.menteeId === menteeId)?.mentorId ?? '')
      return at < 0 ? list.length : at
    }
    fc.assert(
      fc.property(problem, policy, choices, fc.nat(), (given, rules, chosen, at) => {
        const one = chosen[at % Math.max(1, chosen.length)]
        if (!one) return
        const kept = keepChoices(given, { ...rules, choices: chosen })
        const lied = chosen.map((it) => (it === one ? { ...it, mentorIds: [...it.mentorIds].reverse() } : it))
        const after = keepChoices(given, { ...rules, choices: lied })
        expect(rank(one.mentorIds, kept, one.menteeId)).toBeLessThanOrEqual(rank(one.mentorIds, after, one.menteeId))
      }),
      { numRuns: 100 },
    )
  })

  it('cannot tell a block from a forbidden pair', () => {
    fc.assert(
      fc.property(problem, policy, choices, (given, rules, chosen) => {
        const pairs = rules.blocks.flatMap(([a, b]) => [
          { mentorId: a, menteeId: b },
          { mentorId: b, menteeId: a },
        ])
        const forbidden = { ...rules, blocks: [], forbidden: [...rules.forbidden, ...pairs] }
        expect(planMatch(given, { ...rules, choices: chosen })).toEqual(
          planMatch(given, { ...forbidden, choices: chosen }),
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('two who want the same mentor', () => {
  const someone = (name: string, division: string, score: number): Mentee => ({
    id: name,
    division,
    lineAbove: [],
    topics: [],
    priority: { score, appliedAt: '2021-05-01T00:00:00Z' },
  })
  const mentors = ['m1', 'm2'].map((name) => ({ ...someone(name, 'a', 1), minimum: 1, maximum: 1 }))
  const mentees = [someone('first', 'b', 3), someone('second', 'b', 2)]
  const both = mentees.map((it) => ({ menteeId: it.id, mentorIds: ['m1'] }))

  it('the one before in priority has them, and the reason says whose choice it was', () => {
    const { pairs } = planMatch({ mentors, mentees }, { ...open, choices: both })
    expect(pairs.map((it) => [it.menteeId, it.mentorId, it.chosen ?? false])).toEqual([
      ['first', 'm1', true],
      ['second', 'm2', false],
    ])
    expect(pairs[0]?.reason).toMatch(/^m1 was chosen by first/)
    expect(pairs[0]?.pinned).toBe(false)
  })

  it('a pin of the coordinator goes before either', () => {
    const pinned = [{ mentorId: 'm1', menteeId: 'second' }]
    const { pairs } = planMatch({ mentors, mentees }, { ...open, pinned, choices: both })
    expect(pairs.map((it) => [it.menteeId, it.mentorId, it.pinned])).toEqual([
      ['first', 'm2', false],
      ['second', 'm1', true],
    ])
  })

  it('a choice that would leave somebody without a place is not kept', () => {
    const only = { ...open, forbidden: [{ mentorId: 'm2', menteeId: 'second' }] }
    const { pairs } = planMatch({ mentors, mentees }, { ...only, choices: both.slice(0, 1) })
    expect(pairs.map((it) => [it.menteeId, it.mentorId])).toEqual([
      ['first', 'm2'],
      ['second', 'm1'],
    ])
  })

  it('a certificate that leaves out a pin in favour of a choice is refused', () => {
    const pinned = [{ mentorId: 'm1', menteeId: 'second' }]
    const rules = { ...open, pinned: [], choices: both }
    const { certificate } = planMatch({ mentors, mentees }, rules)
    if (!certificate) throw new Error('A proven run has a certificate.')
    expect(verify({ mentors, mentees }, { ...rules, pinned }, certificate)).toEqual(['A pin was left out.'])
    expect(verify({ mentors, mentees }, { ...open }, certificate)).toEqual([
      'A pin was not asked for or breaks a rule.',
    ])
  })
})
