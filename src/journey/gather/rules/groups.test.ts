import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GroupMember, LARGEST_GROUP, planGroups, SMALLEST_GROUP, type TwoOfAPair } from './groups.ts'

const DIVISIONS = ['Sales', 'Finance', 'Legal', null] as const
const people = (min: number, max: number) =>
  fc
    .array(fc.constantFrom(...DIVISIONS), { minLength: min, maxLength: max })
    .map((divisions) => divisions.map((division, at) => ({ id: `p${at}`, division })))
const size = fc.integer({ min: SMALLEST_GROUP, max: LARGEST_GROUP })
const seed = fc.integer()
const spread = (counts: readonly number[]) => Math.max(0, ...counts) - Math.min(...counts, Number.POSITIVE_INFINITY)
const neighbours = (all: readonly GroupMember[]): readonly TwoOfAPair[] =>
  all.flatMap(({ id }, at) => (at % 2 === 1 ? [[`p${at - 1}`, id] as const] : []))
const drawn = (it: ReturnType<typeof planGroups>) => (it.ok ? it.value : [])

describe('small groups', () => {
  it('hold everybody once, three to five in each, and sizes and divisions that differ by one at most', () => {
    fc.assert(
      fc.property(people(3, 60), size, seed, (all, of, dice) => {
        const groups = drawn(planGroups(all, [], of, dice))
        expect(groups.flat().sort()).toEqual(all.map((it) => it.id).sort())
        const sizes = groups.map((it) => it.length)
        expect(spread(sizes)).toBeLessThanOrEqual(1)
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(SMALLEST_GROUP)
        expect(Math.max(...sizes)).toBeLessThanOrEqual(LARGEST_GROUP)
        for (const division of DIVISIONS) {
          const theirs = all.filter((it) => it.division === division).map((it) => it.id)
          expect(spread(groups.map((it) => it.filter((id) => theirs.includes(id)).length))).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('never put the two of a pair together, from six people on', () => {
    fc.assert(
      fc.property(people(6, 60), size, seed, (all, of, dice) => {
        const groups = drawn(planGroups(all, neighbours(all), of, dice))
        expect(groups.flat().sort()).toEqual(all.map((it) => it.id).sort())
        for (const [a, b] of neighbours(all)) expect(groups.some((it) => it.includes(a) && it.includes(b))).toBe(false)
        for (const it of groups) expect([3, 4, 5]).toContain(it.length)
      }),
    )
  })

  it('keep a mentor apart from each of three mentees', () => {
    fc.assert(
      fc.property(people(12, 48), size, seed, (all, of, dice) => {
        const pairs = all.flatMap(({ id }, at) => (at % 4 === 0 ? [] : [[`p${at - (at % 4)}`, id] as const]))
        const groups = drawn(planGroups(all, pairs, of, dice))
        expect(groups.flat()).toHaveLength(all.length)
        for (const [a, b] of pairs) expect(groups.some((it) => it.includes(a) && it.includes(b))).toBe(false)
      }),
    )
  })

  it.each([
    [0, 'too-few-for-groups'],
    [2, 'too-few-for-groups'],
    [4, 'pairs-meet'],
    [5, 'pairs-meet'],
  ])('of %i people in pairs cannot be drawn: %s', (many, code) => {
    const all = Array.from({ length: many }, (_, at) => ({ id: `p${at}`, division: null }))
    expect(planGroups(all, neighbours(all), 5, 1)).toMatchObject({ ok: false, code })
  })

  it('are the same for the same people and seed, in whatever order they come, and others for another seed', () => {
    fc.assert(
      fc.property(people(3, 40), size, seed, (all, of, dice) => {
        const again = planGroups([...all].reverse(), [...neighbours(all)].reverse(), of, dice)
        expect(again).toEqual(planGroups(all, neighbours(all), of, dice))
      }),
    )
    const many = Array.from({ length: 30 }, (_, at) => ({ id: `p${at}`, division: null }))
    expect(planGroups(many, [], 5, 1)).not.toEqual(planGroups(many, [], 5, 2))
  })
})
