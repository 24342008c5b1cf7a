import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byId, mentor, open, policy } from '../../tests/make/drawn-runs.ts'
import { compareAims } from './both-ways.ts'
import { aimsOf, everyAnswer } from './every-answer.ts'
import { askFillBack, joinFillBack } from './fill-back.ts'
import { readHardRules, refusalOf } from './hard-rules.ts'
import { planMatch } from './plan-match.ts'
import type { Mentor, Policy, Problem } from './problem.ts'
import { decideShortage } from './shortage.ts'
import { verify } from './verify.ts'

function people(from: number, until: number): readonly Mentor[] {
  return Array.from({ length: until - from }, (_, n) => ({
    id: `p${from + n}`,
    division: 'a',
    lineAbove: [],
    topics: [],
    minimum: 1,
    maximum: 1,
    priority: { score: null, appliedAt: '2021-05-01T00:00:00Z' },
  }))
}

describe('shortage', () => {
  it('makes every dual a mentor only when places are fewer than mentees', () => {
    expect(decideShortage({ mentors: people(0, 3), mentees: people(1, 6) })).toEqual({
      shortage: true,
      places: 3,
      mentees: 5,
      mentorOnly: ['p1', 'p2'],
    })
  })
  it('is none when places are as many as mentees, duals on both sides', () => {
    expect(decideShortage({ mentors: people(0, 5), mentees: people(1, 6) })).toEqual({
      shortage: false,
      places: 5,
      mentees: 5,
      mentorOnly: [],
    })
  })
})

const everybody = fc.uniqueArray(mentor, byId).map((mentors): Problem => ({ mentors, mentees: mentors }))
const byFeasibility = policy.map(
  (one): Policy => ({ ...one, pinned: [], shortage: { by: 'feasibility', fillBack: true } }),
)

/** The most mentees that can have a place at once, by trying all. */
function mostByHand({ mentors, mentees }: Problem, rules: Policy): number {
  const hard = readHardRules(rules)
  const seat = (at: number, left: readonly number[]): number => {
    const mentee = mentees[at]
    if (!mentee) return 0
    const seated = mentors.flatMap((one, j) =>
      (left[j] ?? 0) > 0 && !refusalOf(hard, one, mentee)
        ? [
            1 +
              seat(
                at + 1,
                left.map((places, other) => (other === j ? places - 1 : places)),
              ),
          ]
        : [],
    )
    return Math.max(seat(at + 1, left), ...seated)
  }
  return seat(
    0,
    mentors.map((one) => one.maximum),
  )
}

describe('shortage by feasibility', () => {
  it('is when the hard rules leave somebody without a place, whatever the places are', () => {
    const given = { mentors: people(0, 3), mentees: people(0, 3) }
    expect(decideShortage(given, open).shortage).toBe(false)
    expect(decideShortage(given, { ...open, shortage: { by: 'feasibility' } })).toMatchObject({
      shortage: true,
      mentorOnly: ['p0', 'p1', 'p2'],
    })
  })

  it('is what trying all says', () => {
    fc.assert(
      fc.property(everybody, byFeasibility, (given, rules) => {
        expect(decideShortage(given, rules).shortage).toBe(mostByHand(given, rules) < given.mentees.length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('fill back', () => {
  it('seats duals without a mentee as well as places left allow, and moves nobody', () => {
    fc.assert(
      fc.property(everybody, byFeasibility, fc.integer({ min: 1, max: 4 }), (all, rules, from) => {
        const duals = all.mentees.slice(from)
        const given = { mentors: all.mentors, mentees: all.mentees.slice(0, from) }
        const first = planMatch(given, rules)
        const more = askFillBack(given, first, duals)
        const serving = new Set(first.pairs.map((it) => it.mentorId))
        expect((more?.mentees ?? []).map((it) => it.id)).toEqual(
          duals.map((it) => it.id).filter((id) => !serving.has(id)),
        )
        if (!more) return
        const joined = joinFillBack(first, planMatch(more, rules))
        const back = joined.pairs.filter((it) => duals.some((one) => one.id === it.menteeId))
        expect(joined.pairs.filter((it) => !back.includes(it))).toEqual(first.pairs)
        const best = everyAnswer(more, rules, [])
          .map((pairs) => aimsOf(more, rules, pairs))
          .reduce((a, b) => (compareAims(a, b) >= 0 ? a : b))
        expect(aimsOf(more, rules, back)).toEqual(best)
        if (joined.certificateOfFillBack) expect(verify(more, rules, joined.certificateOfFillBack)).toEqual([])
        else expect(joined.proven).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
