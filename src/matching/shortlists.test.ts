import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { open, policy, problem } from '../../tests/make/drawn-runs.ts'
import { readHardRules, refusalOf } from './hard-rules.ts'
import type { Mentee, Policy, Problem } from './problem.ts'
import { type Shortlist, shortlists } from './shortlists.ts'

const size = fc.integer({ min: 1, max: 4 })
const onLists = (lists: readonly Shortlist[], mentorId: string) =>
  lists.filter((it) => it.mentors.some((one) => one.mentorId === mentorId)).length

function possibleFor(given: Problem, rules: Policy, mentee: Mentee): number {
  const hard = readHardRules(rules)
  return given.mentors.filter((it) => it.maximum > 0 && refusalOf(hard, it, mentee) === null).length
}

function someone(id: string, division: string): Mentee {
  return { id, division, lineAbove: [], topics: [], priority: { score: 1, appliedAt: '2021-05-01T00:00:00Z' } }
}

describe('shortlists', () => {
  it('are empty only where nobody is possible, and hold only mentors who are', () => {
    fc.assert(
      fc.property(problem, policy, size, (given, drawn, k) => {
        const rules = { ...drawn, pinned: [] }
        const hard = readHardRules(rules)
        const lists = shortlists(given, rules, k)
        expect(lists.map((it) => it.menteeId)).toEqual(given.mentees.map((it) => it.id).sort())
        for (const { menteeId, mentors } of lists) {
          const mentee = given.mentees.find((it) => it.id === menteeId)
          if (!mentee) throw new Error('A list is somebody’s.')
          const possible = possibleFor(given, rules, mentee)
          expect(mentors.length > 0).toBe(possible > 0)
          // Shorter than it could be only where the others stand on all lists but one.
          const often = lists.length - 1
          const isFull = mentors.length >= Math.min(k, possible)
          const full = given.mentors.filter((it) => onLists(lists, it.id) >= often).length
          expect(isFull || full >= possible - mentors.length).toBe(true)
          expect(mentors.length).toBeLessThanOrEqual(k)
          expect(new Set(mentors.map((it) => it.mentorId)).size).toBe(mentors.length)
          for (const { mentorId } of mentors) {
            const mentor = given.mentors.find((it) => it.id === mentorId)
            expect(mentor && refusalOf(hard, mentor, mentee)).toBe(null)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('give nobody to everybody, unless a list were empty otherwise', () => {
    fc.assert(
      fc.property(problem, policy, size, (given, drawn, k) => {
        const rules = { ...drawn, pinned: [] }
        const lists = shortlists(given, rules, k)
        if (given.mentees.length < 2) return
        for (const { id } of given.mentors)
          if (onLists(lists, id) === given.mentees.length)
            expect(
              given.mentees.some(
                (it) => possibleFor({ ...given, mentors: given.mentors.filter((m) => m.id !== id) }, rules, it) === 0,
              ) || lists.length <= 1,
            ).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('are the same whatever makes a pair impossible, and whatever the order of the input', () => {
    fc.assert(
      fc.property(problem, policy, size, (given, rules, k) => {
        const pairs = rules.blocks.flatMap(([a, b]) => [
          { mentorId: a, menteeId: b },
          { mentorId: b, menteeId: a },
        ])
        const forbidden = { ...rules, blocks: [], forbidden: [...rules.forbidden, ...pairs] }
        const turned = { mentors: [...given.mentors].reverse(), mentees: [...given.mentees].reverse() }
        expect(shortlists(given, forbidden, k)).toEqual(shortlists(given, rules, k))
        expect(shortlists(turned, rules, k)).toEqual(shortlists(given, rules, k))
      }),
      { numRuns: 100 },
    )
  })

  it('hold k mentors for everybody though places are few, and offer each as often as the others', () => {
    const mentors = Array.from({ length: 10 }, (_, at) => ({ ...someone(`m${at}`, 'a'), minimum: 1, maximum: 1 }))
    const mentees = Array.from({ length: 30 }, (_, at) => someone(`q${at}`, 'b'))
    const lists = shortlists({ mentors, mentees }, open, 3)
    expect(lists.every((it) => it.mentors.length === 3)).toBe(true)
    expect(mentors.map((it) => onLists(lists, it.id))).toEqual(mentors.map(() => 9))
  })

  it('offer nobody two times oftener than another where everybody is possible for everybody', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 12 }), size, (m, n, k) => {
        const mentors = Array.from({ length: m }, (_, at) => ({
          ...someone(`m${at}`, 'a'),
          minimum: 1,
          maximum: 1,
          topics: at % 3 === 0 ? ['Law'] : [],
        }))
        const mentees = Array.from({ length: n }, (_, at) => ({ ...someone(`q${at}`, 'b'), topics: ['Law'] }))
        const lists = shortlists({ mentors, mentees }, open, k)
        const often = mentors.map((it) => onLists(lists, it.id))
        expect(Math.max(...often) - Math.min(...often)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 60 },
    )
  })

  it('offer a mentor of two places twice as often, and one whom all want no oftener', () => {
    const mentors = Array.from({ length: 5 }, (_, at) => ({
      ...someone(`m${at}`, 'a'),
      minimum: 1,
      maximum: at === 0 ? 2 : 1,
      topics: at === 1 ? ['Law'] : [],
    }))
    const mentees = Array.from({ length: 6 }, (_, at) => ({ ...someone(`q${at}`, 'b'), topics: ['Law'] }))
    const lists = shortlists({ mentors, mentees }, open, 2)
    expect(mentors.map((it) => onLists(lists, it.id))).toEqual([4, 2, 2, 2, 2])
  })
})
