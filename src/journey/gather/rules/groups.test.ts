import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planGroups } from './groups.ts'

const people = fc
  .array(fc.constantFrom('Sales', 'Finance', 'Legal', null), { maxLength: 60 })
  .map((divisions) => divisions.map((division, at) => ({ id: `p${at}`, division })))
const size = fc.integer({ min: 2, max: 12 })
const seed = fc.integer()
const spread = (counts: readonly number[]) => Math.max(0, ...counts) - Math.min(...counts, Number.POSITIVE_INFINITY)

describe('small groups', () => {
  it('hold everybody once, in groups whose sizes and divisions differ by one at most', () => {
    fc.assert(
      fc.property(people, size, seed, (all, of, drawn) => {
        const groups = planGroups(all, of, drawn)
        expect(groups.flat().sort()).toEqual(all.map((it) => it.id).sort())
        if (groups.length === 0) return
        expect(spread(groups.map((it) => it.length))).toBeLessThanOrEqual(1)
        for (const division of ['Sales', 'Finance', 'Legal', null]) {
          const theirs = all.filter((it) => it.division === division).map((it) => it.id)
          expect(spread(groups.map((it) => it.filter((id) => theirs.includes(id)).length))).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('are the same for the same people and seed, in whatever order they come, and others for another seed', () => {
    fc.assert(
      fc.property(people, size, seed, (all, of, drawn) => {
        expect(planGroups([...all].reverse(), of, drawn)).toEqual(planGroups(all, of, drawn))
      }),
    )
    const many = Array.from({ length: 30 }, (_, at) => ({ id: `p${at}`, division: null }))
    expect(planGroups(many, 5, 1)).not.toEqual(planGroups(many, 5, 2))
  })
})
