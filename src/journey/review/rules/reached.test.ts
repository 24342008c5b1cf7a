import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '../../../calendar/days.ts'
import type { Program } from '../../../model/program.ts'
import { countFunnel } from './count-funnel.ts'
import { hasReached, isCleared, keepReached, latestStart, planEvidence, type Weighed } from './reached.ts'

const rules = [
  { kind: 'tenure', months: 3, text: 'Three months' },
  { kind: 'commitment', text: 'Commits' },
  { kind: 'standing', text: 'Standing' },
] as const
const program = { roles: { mentor: { requirements: [] }, mentee: { requirements: rules } } } as unknown as Program
const one = (more: Partial<Weighed> = {}): Weighed => ({
  role: 'mentee',
  submittedOn: '2021-06-10',
  startedOn: '2021-03-10',
  cleared: true,
  commits: true,
  trainings: null,
  identity: null,
  certificate: null,
  ...more,
})

describe('what reaches a coordinator', () => {
  it.each([
    ['cleared and eligible', {}, true],
    ['not cleared', { cleared: false }, false],
    ['not answered yet by the people team', { cleared: null }, false],
    ['here too short a time', { startedOn: '2021-03-11' }, false],
    ['for a role that asks nothing', { role: 'mentor' as const, cleared: null, startedOn: null }, true],
  ])('an application that is %s: %s', (_, more, is) => {
    expect(hasReached(program, one(more))).toBe(is)
  })

  it('each rule comes with the fact it was weighed by', () => {
    expect(planEvidence(program, one({ commits: false }))).toEqual([
      {
        kind: 'tenure',
        text: 'Three months',
        isMet: true,
        startedOn: '2021-03-10',
        neededBy: '2021-03-10',
        said: null,
      },
      { kind: 'commitment', text: 'Commits', isMet: false, startedOn: null, neededBy: null, said: false },
      { kind: 'standing', text: 'Standing', isMet: true, startedOn: null, neededBy: null, said: null },
    ])
  })

  it.each([
    ['2021-06-10', 3, '2021-03-10'],
    ['2021-02-28', 3, '2020-11-30'],
    ['2021-05-31', 0, '2021-05-31'],
  ])('the last day to start for an application of %s after %i months is %s', (day, months, start) => {
    expect(latestStart(day, months)).toBe(start)
  })

  it('whoever started by the day that is named meets the rule, and nobody later', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((many) => addDays('2019-01-01', many))
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 24 }), (submittedOn, months) => {
        const last = latestStart(submittedOn, months)
        expect(addMonths(last, months) <= submittedOn).toBe(true)
        expect(addMonths(addDays(last, 1), months) <= submittedOn).toBe(false)
      }),
    )
  })

  it('one’s own application stands in no list', () => {
    const all = ['me', 'other'].map((personId) => ({ ...one(), personId }))
    expect(keepReached(program, all, { but: 'me', mentorOnly: null }).map((it) => it.personId)).toEqual(['other'])
  })

  it('a dual who serves as mentor only does not wait as a mentee', () => {
    const all = ['dual', 'other'].map((personId) => ({ ...one(), personId }))
    const kept = keepReached(program, all, { but: 'me', mentorOnly: ['dual'] })
    expect(kept.map((it) => it.mayWait)).toEqual([false, true])
  })

  it('not cleared, not eligible and taken back count the same, in every role and division', () => {
    const cause = fc.constantFrom('not cleared', 'not eligible', 'taken back' as const)
    const people = fc.array(fc.tuple(fc.constantFrom('Sales', 'Finance', null), fc.option(cause)), { maxLength: 20 })
    const funnelOf = (of: readonly (readonly [string | null, string | null])[]) => {
      const inForce = of.filter(([, why]) => why !== 'taken back')
      const lines = inForce.map(([division, why]) => {
        const line = one(why === 'not cleared' ? { cleared: false } : why === 'not eligible' ? { commits: false } : {})
        return { ...line, division, outcome: null, isPaired: false, isReached: hasReached(program, line) }
      })
      const back = of.filter(([, why]) => why === 'taken back')
      return countFunnel(
        lines,
        back.map(([division]) => ({ role: 'mentee' as const, division, people: 1 })),
        [],
      )
    }
    fc.assert(
      fc.property(people, cause, (all, other) => {
        const swapped = all.map(([division, why]) => [division, why === null ? null : other] as const)
        expect(funnelOf(swapped)).toEqual(funnelOf(all))
      }),
    )
  })

  it('who is cleared and not eligible is cleared', () => {
    expect(isCleared(program, one({ commits: false }))).toBe(true)
    expect(isCleared(program, one({ cleared: false }))).toBe(false)
  })
})
