import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../calendar/days.ts'
import type { Program } from '../../../model/program.ts'
import { readProgram } from '../../design/load-program.ts'
import { daysToLookBackFrom } from '../rules.ts'
import { planLookBack, stepOf } from './look-back.ts'

function load(file: string): Program {
  const read = readProgram(readFileSync(`programs/${file}`, 'utf8'))
  if (!read.ok) throw new Error(file)
  return read.value
}
const WOMEN = load('women-2021.yaml')

describe('the slider over the days of a season', () => {
  it('has nowhere to go before there is a day to go back to', () => {
    expect(planLookBack(WOMEN, WOMEN.meetings.from)).toBeNull()
    expect(planLookBack(WOMEN, addDays(WOMEN.meetings.from, 1))?.steps).toBe(1)
  })

  it('says which surveys have closed by a day: each from the day after its close, on which its figures appear', () => {
    const plan = planLookBack(WOMEN, '2021-08-20')
    const at = daysBetween(WOMEN.meetings.from, '2021-08-17')
    expect(plan?.closed.find((it) => it.at === at)?.surveys).toContain('Half-way')
    expect(plan?.closed.filter((it) => it.at < at).flatMap((it) => it.surveys)).not.toContain('Half-way')
  })

  it('ends today: one step after the last day of the season, however long ago that was', () => {
    const [soon, late] = ['2022-06-01', '2029-06-01'].map((today) => planLookBack(WOMEN, today))
    expect(late?.steps).toBe(soon?.steps)
    expect(late && stepOf(late, '2029-06-01')).toBe(late?.steps)
    expect(late && stepOf(late, '2028-01-01')).toBe((late?.steps ?? 0) - 1)
  })

  it('stands at every day to look back from, and on every day says all surveys that have closed, and no other', () => {
    const files = ['women-2021.yaml', 'women-2022.yaml', 'new-managers-weekly.yaml'].map(load)
    const drawn = fc.tuple(fc.constantFrom(...files), fc.integer({ min: 1, max: 900 }), fc.nat(900))
    fc.assert(
      fc.property(drawn, ([program, later, any]) => {
        const today = addDays(program.meetings.from, later)
        const plan = planLookBack(program, today)
        if (!plan) throw new Error('there is no slider')
        const dayAt = (step: number) => (step === plan.steps ? today : addDays(plan.from, step))
        const steps = daysToLookBackFrom(program, today).filter((it) => it >= plan.from)
        for (const day of steps) expect(dayAt(stepOf(plan, day))).toBe(day)
        for (const step of [0, any % (plan.steps + 1), ...steps.map((it) => stepOf(plan, it))]) {
          const said = plan.closed.findLast((it) => it.at <= step)?.surveys
          const closed = Object.values(program.surveys).filter((it) => it.closes < dayAt(step))
          expect([...(said ?? [])].sort()).toEqual(closed.map((it) => it.name).sort())
        }
      }),
      { numRuns: process.env.DEPTH === 'full' ? 3000 : 300 },
    )
  })
})
