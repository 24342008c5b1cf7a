import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CRITERIA } from '../../../model/shared-text.ts'
import { planSharpening } from './goal.ts'

describe('what a goal could still be sharpened by', () => {
  it('is everything nobody said of it', () => {
    expect(planSharpening({ holds: [], byOn: null })).toEqual(CRITERIA)
    expect(planSharpening({ holds: ['personal', 'certain'], byOn: '2026-11-27' })).toEqual([
      'specific',
      'positive',
      'measurable',
    ])
    expect(planSharpening({ holds: [...CRITERIA], byOn: null })).toEqual([])
  })

  it('each criterion is either said or still asked for, and none twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...CRITERIA)), (holds) => {
        const left = planSharpening({ holds, byOn: null })
        expect([...holds, ...left].sort()).toEqual([...CRITERIA].sort())
      }),
    )
  })
})
