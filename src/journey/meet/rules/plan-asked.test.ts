import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OwnCell } from './own-strip.ts'
import { planAsked } from './plan-asked.ts'

const TODAY = '2026-03-20'
const cell = (number: number, firstDay: string, lastDay: string, more: Partial<OwnCell> = {}): OwnCell => ({
  number,
  firstDay,
  lastDay,
  state: 'due',
  saidBy: null,
  awaits: null,
  isNow: firstDay <= TODAY && TODAY <= lastDay,
  heldOn: [],
  ...more,
})
const LAST = cell(1, '2026-03-02', '2026-03-15')
const NOW = cell(2, '2026-03-16', '2026-03-29')
const NEXT = cell(3, '2026-03-30', '2026-04-12', { state: 'coming' })
const ask = (
  cells: readonly OwnCell[],
  { theirs = null as string | null, said = [] as string[], planned = [] as string[] } = {},
) => {
  const questions = theirs ? [{ heldOn: theirs, lastDayToAnswer: '2026-03-25' }] : []
  const asked = planAsked({ cells, questions }, new Set(said), planned, TODAY)
  return asked && [asked.firstDay, asked.on]
}

describe('the one question to one of a pair', () => {
  it.each<readonly [string, ReturnType<typeof ask>, ReturnType<typeof ask>]>([
    ['is about the window that has just ended', ask([LAST, NOW, NEXT]), ['2026-03-02', null]],
    ['is none while nothing is over and nothing was planned', ask([NOW, NEXT]), null],
    [
      'is about the running one once what was planned is over',
      ask([NOW], { planned: ['2026-03-19'] }),
      ['2026-03-16', '2026-03-19'],
    ],
    ['then before the last one', ask([LAST, NOW], { planned: ['2026-03-19'] }), ['2026-03-16', '2026-03-19']],
    [
      'names the day that was planned',
      ask([LAST], { planned: ['2026-03-03', '2026-03-10'] }),
      ['2026-03-02', '2026-03-10'],
    ],
    ['is first about what the partner says', ask([LAST, NOW], { theirs: '2026-03-18' }), ['2026-03-16', '2026-03-18']],
    ['is none of a window of which one has said something', ask([LAST], { said: ['2026-03-02'] }), null],
    ['is none of a window that is met', ask([{ ...LAST, state: 'met' }]), null],
    ['is none of a window that is excused', ask([{ ...LAST, state: 'excused' }]), null],
  ])('%s', (_, asked, expected) => {
    expect(asked).toEqual(expected)
  })

  it('is never about days to come, nor about what was said', () => {
    const state = fc.constantFrom<OwnCell['state'][]>(
      'met',
      'one',
      'disagree',
      'unknown',
      'due',
      'excused',
      'coming',
      'ended',
    )
    const days = fc.subarray(['2026-03-03', '2026-03-17', '2026-03-31'])
    fc.assert(
      fc.property(state, state, days, fc.subarray([LAST.firstDay, NOW.firstDay]), (first, second, planned, said) => {
        const cells = [{ ...LAST, state: first }, { ...NOW, state: second }, NEXT]
        const asked = planAsked({ cells, questions: [] }, new Set(said), planned, TODAY)
        if (!asked) return
        expect(asked.firstDay <= TODAY && !said.includes(asked.firstDay)).toBe(true)
        expect(['due', 'unknown', 'disagree']).toContain(asked.state)
      }),
    )
  })
})
