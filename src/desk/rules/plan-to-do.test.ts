import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readProgram } from '../../journey/design/load-program.ts'
import type { OwnDeeds } from './plan-rail.ts'
import { planToDo } from './plan-to-do.ts'

const read = readProgram(readFileSync('programs/women-2021.yaml', 'utf8'))
if (!read.ok) throw new Error('the program file')
const program = {
  ...read.value,
  events: read.value.events.map((it) =>
    it.key === 'kickoff'
      ? { ...it, sessions: ['2021-07-07', '2021-07-08'].map((on, n) => ({ key: String(n + 1), on })) }
      : it,
  ),
  training: read.value.training.map((it) => (it.required ? { ...it, dueOn: '2021-07-07' } : it)),
}
const NOTHING: OwnDeeds = { courses: [], events: [], signedUp: [], answered: [] }

describe('what a season still asks of somebody', () => {
  const cases: readonly (readonly [string, 'mentor' | 'mentee', Partial<OwnDeeds>, string, readonly string[]])[] = [
    ['a mentor before the kickoff', 'mentor', {}, '2021-07-01', ['survey', 'event', 'training']],
    ['a mentee, of whom no training is required', 'mentee', {}, '2021-07-01', ['survey', 'event']],
    ['whoever has answered', 'mentee', { answered: [{ survey: 'pre', role: 'mentee' }] }, '2021-07-01', ['event']],
    ['whoever has signed up', 'mentee', { signedUp: ['kickoff'] }, '2021-07-01', ['survey']],
    ['whoever came without signing up', 'mentee', { events: ['kickoff'] }, '2021-07-07', ['survey']],
    ['on the last day of an event', 'mentee', {}, '2021-07-08', ['event']],
    ['after the last day of an event, while of the next ones no day is known', 'mentee', {}, '2021-07-09', []],
  ]
  for (const [says, role, deeds, today, kinds] of cases)
    it(says, () => {
      expect(planToDo(program, [role], { ...NOTHING, ...deeds }, today).map((it) => it.kind)).toEqual(kinds)
    })

  it('nothing of whoever is in no running pair, and everything has its last day and its page', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((it) => `2021-07-${String(it).padStart(2, '0')}`)
    const roles = fc.uniqueArray(fc.constantFrom('mentor' as const, 'mentee' as const))
    fc.assert(
      fc.property(day, roles, (today, held) => {
        const all = planToDo(program, held, NOTHING, today)
        if (held.length === 0) expect(all).toEqual([])
        for (const it of all.filter((one) => one.kind !== 'training')) expect(it.by >= today).toBe(true)
        for (const it of all) expect(it.href).toMatch(/^\/seasons\/women-2021\//)
      }),
    )
  })
})
