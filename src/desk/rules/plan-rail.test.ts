import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readProgram } from '../../journey/design/load-program.ts'
import type { When } from '../../model/program.ts'
import { planRail, spanOf } from './plan-rail.ts'

const read = readProgram(readFileSync('programs/women-2021.yaml', 'utf8'))
if (!read.ok) throw new Error('the program does not load')
const program = read.value
const NOTHING = { courses: [], events: [], signedUp: [], answered: [] }

describe('the season as one of its people sees it', () => {
  it.each<readonly [When, readonly [string, string] | null]>([
    [{ day: '2021-05-05' }, ['2021-05-05', '2021-05-05']],
    [{ days: ['2021-07-07', '2021-07-08'] }, ['2021-07-07', '2021-07-08']],
    [{ from: '2021-05-20', until: '2021-06-07' }, ['2021-05-20', '2021-06-07']],
    [{ weekOf: '2021-08-18' }, ['2021-08-16', '2021-08-20']],
    [{ month: '2021-02' }, ['2021-02-01', '2021-02-28']],
    [{ quarter: '2021-Q4' }, ['2021-10-01', '2021-12-31']],
    [{ by: '2021-05-05' }, ['2021-05-05', '2021-05-05']],
    [{ relative: '3 weeks before start' }, null],
    [{ toBeDecided: true }, null],
  ])('%j lasts %j', (when, span) => {
    expect(spanOf(when)).toEqual(span)
  })

  it('is in the order of its days, each line past, now or to come', () => {
    const rail = planRail(program, ['mentee'], NOTHING, '2021-07-07')
    const days = rail.map((it) => it.firstDay ?? '9999')
    expect(days).toEqual([...days].sort())
    expect(rail.filter((it) => it.place === 'now').map((it) => it.text)).toEqual([
      'Coffee chat of mentor and mentee before the program begins',
      'Survey: Before the program',
      'Kickoff',
    ])
    expect(rail.map((it) => it.text)).toContain('Survey: End of the program')
  })

  it('says an event once, and that somebody was there, answered or is trained', () => {
    const done = {
      courses: ['course'],
      events: ['kickoff'],
      signedUp: [],
      answered: [{ survey: 'pre', role: 'mentee' as const }],
    }
    const rail = planRail(program, ['mentee'], done, '2021-07-20')
    expect(rail.filter((it) => it.text === 'Kickoff')).toMatchObject([{ own: 'done', place: 'past' }])
    expect(rail.find((it) => it.text === 'Survey: Before the program')?.own).toBe('done')
    expect(rail.find((it) => it.text === 'Survey: Half-way')?.own).toBe('open')
    const dual = planRail(program, ['mentor', 'mentee'], done, '2021-07-20')
    expect(dual.find((it) => it.text === 'Survey: Before the program')?.own).toBe('open')
  })
})
