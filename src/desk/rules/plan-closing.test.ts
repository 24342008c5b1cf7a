import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readProgram } from '../../journey/design/load-program.ts'
import { type ClosingFacts, planClosing, planGoing } from './plan-closing.ts'

const read = readProgram(readFileSync('programs/new-managers-weekly.yaml', 'utf8'))
if (!read.ok) throw new Error('the program cannot be read')
const PROGRAM = read.value
const WELL: ClosingFacts = {
  ...{ today: '2026-05-04', windows: ['met', 'one', 'excused'], drafts: 0, undelivered: 0 },
  ...{ decision: 'continue', editions: 1, completed: 3, lines: 0 },
}
const openIn = (more: Partial<ClosingFacts>, program = PROGRAM) =>
  planClosing(program, { ...WELL, ...more }).flatMap((it) => (it.state === 'open' ? [it.kind] : []))

describe('what is still open before a season is closed', () => {
  it('nothing, where everything is done', () => expect(openIn({})).toEqual([]))

  it.each([
    ['windows of which nobody knows', { windows: ['unknown', 'met'] }, 'meetings'],
    ['windows that are remembered differently', { windows: ['disagree'] }, 'meetings'],
    ['windows that still wait for an answer', { windows: ['due'] }, 'meetings'],
    ['letters that were not released', { drafts: 2 }, 'letters'],
    ['an address that takes none', { undelivered: 1 }, 'letters'],
    ['no edition', { editions: 0 }, 'editions'],
    ['no decision', { decision: null }, 'decision'],
    ['lines on the desk', { lines: 3 }, 'lines'],
  ] as const)('%s', (_, more, kind) => expect(openIn(more)).toEqual([kind]))

  it('surveys that come later and certificates go on, and one that is over is no word', () => {
    const survey = PROGRAM.surveys.end
    const later = {
      ...PROGRAM,
      surveys: { ...PROGRAM.surveys, after: { ...survey, opens: '2026-09-01', closes: '2026-09-10' } },
    }
    const goesOn = planClosing(later as typeof PROGRAM, WELL).filter((it) => it.state === 'later')
    expect(goesOn.map((it) => it.kind)).toEqual(['survey', 'certificates'])
    const { certificate: _, ...without } = PROGRAM
    expect(planClosing(without, WELL).map((it) => it.kind)).not.toContain('certificates')
  })
})

it('kinds of data stand at the last day on which something of them goes, each once', () => {
  const going = planGoing([
    { holds: 'B', on: '2026-08-01' },
    { holds: 'A', on: '2027-05-01' },
    { holds: 'A', on: '2026-08-01' },
    { holds: 'C', on: '2026-08-01' },
  ])
  expect(going).toEqual([
    { on: '2026-08-01', holds: ['B', 'C'] },
    { on: '2027-05-01', holds: ['A'] },
  ])
})
