import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { APPLICANT_GROUPS, type Applicant, planApplicants } from './plan-applicants.ts'

const applicant = (personId: string, more: Partial<Applicant> = {}): Applicant => ({
  ...{ personId, role: 'mentee', reached: true, waits: false },
  ...more,
})
const ALL = [
  applicant('ada', { role: 'mentor' }),
  applicant('bea'),
  applicant('cleo', { waits: true }),
  applicant('dora', { reached: false }),
  applicant('ada', { waits: true }),
]

describe('who is in a group of applicants', () => {
  it.each([
    ['applied', 'both', null, ['ada', 'bea', 'cleo'], ['dora']],
    ['applied', 'mentors', null, ['ada'], []],
    ['applied', 'mentees', null, ['bea', 'cleo', 'ada'], ['dora']],
    ['unplaced', 'both', null, [], []],
    ['waiting', 'both', null, [], []],
    ['applied', 'both', ['bea', 'cleo', 'dora'], [], []],
    ['unplaced', 'both', ['bea', 'cleo', 'dora'], ['bea', 'cleo', 'dora'], []],
    ['unplaced', 'mentors', ['bea', 'cleo', 'dora'], [], []],
    ['waiting', 'both', ['bea', 'cleo', 'dora'], ['cleo'], []],
  ] as const)('%s, %s, told %j: %j, and unnamed %j', (to, who, told, named, unnamed) => {
    expect(planApplicants(to, who, ALL, told && new Set(told))).toEqual({ named, unnamed })
  })

  it('whether somebody reached the coordinator changes nothing for themselves before everybody has heard', () => {
    const one = fc.record({
      personId: fc.constantFrom('a', 'b', 'c', 'd'),
      role: fc.constantFrom('mentor' as const, 'mentee' as const),
      reached: fc.boolean(),
      waits: fc.boolean(),
    })
    const side = fc.constantFrom('both' as const, 'mentors' as const, 'mentees' as const)
    fc.assert(
      fc.property(fc.array(one), side, fc.constantFrom(...APPLICANT_GROUPS), (all, who, to) => {
        const gets = (of: readonly Applicant[]) => {
          const { named, unnamed } = planApplicants(to, who, of, null)
          expect(new Set([...named, ...unnamed]).size).toBe(named.length + unnamed.length)
          return [...named, ...unnamed].toSorted()
        }
        expect(gets(all)).toEqual(gets(all.map((it) => ({ ...it, reached: false, waits: false }))))
      }),
    )
  })

  it('nobody who has a place, or has not heard, is in a group of those without one', () => {
    for (const to of ['unplaced', 'waiting'] as const)
      expect(planApplicants(to, 'both', ALL, new Set()).named).toEqual([])
  })
})
