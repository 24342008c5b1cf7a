import { describe, expect, it } from 'vitest'
import { countEventStanding } from '../../journey/gather/rules/event-standing.ts'
import { countTraining } from '../../journey/learn/rules/count-training.ts'
import { countPairStanding } from '../../journey/meet/rules/pair-standing.ts'
import { planStrips } from '../../journey/meet/rules.ts'
import type { PairFact } from '../../model/figures.ts'
import type { ProgramEvent } from '../../model/program.ts'
import { countWindows } from './health.ts'

const rhythm = { from: '2026-03-02', until: '2026-04-12', everyDays: 14 }
const pair = (id: string, more: Partial<PairFact> = {}): PairFact => ({
  id,
  mentorId: `mentor ${id}`,
  menteeId: `mentee ${id}`,
  publishedOn: '2026-02-20',
  endedOn: null,
  pauses: [],
  excusedOn: [],
  ...more,
})
const met = (id: string, ...days: string[]) =>
  days.map((heldOn) => ({
    menteeId: `mentee ${id}`,
    mentorId: null,
    heldOn,
    confirmedBy: 'both' as const,
    deniedOn: null,
  }))
const strips = (pairs: readonly PairFact[], meetings: ReturnType<typeof met>, on: string) =>
  planStrips(rhythm, pairs, meetings, on)

describe('how pairs stand', () => {
  const pairs = [pair('a'), pair('b'), pair('c', { excusedOn: ['2026-03-03'] }), pair('d', { endedOn: '2026-02-27' })]
  const meetings = [...met('a', '2026-03-04', '2026-03-20', '2026-04-01'), ...met('c', '2026-03-20')]

  it('a pair has missed once a window of theirs is over and nobody said that they met', () => {
    expect(countPairStanding(strips(pairs, meetings, '2026-03-25'), '2026-03-25')).toEqual({
      reached: 0,
      missed: 1,
      open: 2,
    })
  })

  it('at the end everybody has either met every time or missed', () => {
    expect(countPairStanding(strips(pairs, meetings, '2026-04-20'), '2026-04-20')).toEqual({
      reached: 1,
      missed: 2,
      open: 0,
    })
  })

  it('a pair that ended in the middle of a window is decided once that window is over', () => {
    const ended = [pair('a', { endedOn: '2026-03-20' })]
    const held = met('a', '2026-03-04', '2026-03-18')
    expect(countPairStanding(strips(ended, held, '2026-03-25'), '2026-03-25')).toMatchObject({ open: 1 })
    expect(countPairStanding(strips(ended, held, '2026-04-20'), '2026-04-20')).toEqual({
      reached: 1,
      missed: 0,
      open: 0,
    })
  })

  it('an answer may still come in the two days after a window', () => {
    expect(countPairStanding(strips([pair('b')], [], '2026-03-16'), '2026-03-16')).toEqual({
      reached: 0,
      missed: 0,
      open: 1,
    })
    expect(countPairStanding(strips([pair('b')], [], '2026-03-18'), '2026-03-18')).toEqual({
      reached: 0,
      missed: 1,
      open: 0,
    })
  })

  it('each window says how many are in which state, and they add up to the pairs', () => {
    const [first, second] = countWindows(strips(pairs, meetings, '2026-03-25'))
    expect(first).toMatchObject({ number: 1, met: 1, unknown: 1, excused: 1, ended: 1 })
    expect(second).toMatchObject({ number: 2, met: 2, due: 1, ended: 1 })
    expect(countWindows([])).toEqual([])
  })
})

describe('how an event stands', () => {
  const event: ProgramEvent = {
    key: 'kickoff',
    name: 'Kickoff',
    when: { day: '2026-03-04' },
    minutes: 25,
    sessions: [{ key: '1', on: '2026-03-04' }],
    parts: [],
    panellists: [],
    optional: false,
    countsTowardsTarget: true,
  }
  const came = (personId: string) => ({ event: 'kickoff', session: '1', personId, happenedOn: '2026-03-04' })

  it.each([
    ['2026-03-01', { reached: 0, missed: 0, open: 4 }],
    ['2026-03-04', { reached: 1, missed: 0, open: 3 }],
    ['2026-03-05', { reached: 1, missed: 3, open: 0 }],
  ])('on %s: %o', (today, expected) => {
    const facts = [came('mentor a'), came('mentor a'), came('a guest')]
    expect(countEventStanding(event, [pair('a'), pair('b')], facts, today)).toEqual(expected)
  })
})

it('a training is completed by any one of its courses, and those whose pair has ended are not asked for it', () => {
  const training = [
    {
      name: 'Course or slides',
      required: true,
      roles: ['mentor' as const],
      alternatives: [
        { key: 'course', name: 'Course' },
        { key: 'slides', name: 'Slides' },
      ],
    },
  ]
  const pairs = [pair('a'), pair('b'), pair('c', { endedOn: '2026-03-01' })]
  const trained = [{ personId: 'mentor a', course: 'slides' }]
  expect(countTraining({ training }, pairs, trained, '2026-03-05')).toEqual([
    { key: 'course', name: 'Course or slides', required: true, dueOn: null, people: 2, missing: ['mentor b'] },
  ])
})
