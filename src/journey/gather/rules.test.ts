import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../calendar/days.ts'
import type { AttendanceFact, PairFact } from '../../model/figures.ts'
import type { ProgramEvent, When } from '../../model/program.ts'
import { countEventStanding } from './rules/event-standing.ts'
import { countAttendance, dayOfSession, eventDays, planRoster } from './rules.ts'

const eventOn = (when: When, sessions: ProgramEvent['sessions'] = [{ key: '1' }, { key: '2' }]): ProgramEvent => ({
  key: 'kickoff',
  name: 'Kickoff',
  when,
  minutes: 25,
  sessions,
  parts: [],
  panellists: [],
  optional: false,
  countsTowardsTarget: true,
})
const kickoff = eventOn({ days: ['2021-07-07', '2021-07-08'] })
const pair = (n: number, publishedOn = '2021-06-29', endedOn: string | null = null): PairFact => ({
  id: `p${n}`,
  mentorId: `m${n}`,
  menteeId: `e${n}`,
  publishedOn,
  endedOn,
  pauses: [],
  excusedOn: [],
})
const came = (session: string, personId: string): AttendanceFact => ({
  event: 'kickoff',
  session,
  personId,
  happenedOn: '2021-07-08',
})

describe('the days of an event', () => {
  it.each([
    [{ day: '2021-07-08' }, '2021-07-08', '2021-07-08'],
    [{ days: ['2021-07-08', '2021-07-07'] }, '2021-07-07', '2021-07-08'],
    [{ weekOf: '2021-08-18' }, '2021-08-16', '2021-08-20'],
    [{ month: '2024-02' }, '2024-02-01', '2024-02-29'],
    [{ quarter: '2021-Q4' }, '2021-10-01', '2021-12-31'],
  ] as const)('%j runs from %s to %s', (when, first, last) => {
    expect(eventDays(eventOn(when as When))).toEqual({ first, last })
  })

  it('a session counts on its own day, else on the last its event may have, and has none while nothing is decided', () => {
    const event = eventOn({ days: ['2021-07-07', '2021-07-08'] }, [{ key: '1', on: '2021-07-07' }, { key: '2' }])
    expect(dayOfSession(event, '1')).toBe('2021-07-07')
    expect(dayOfSession(event, '2')).toBe('2021-07-08')
    expect(dayOfSession(eventOn({ toBeDecided: true }), '1')).toBeNull()
  })
})

describe('attendance', () => {
  it('the roster is who was in a pair on any of the days', () => {
    const pairs = [
      pair(1),
      pair(2, '2021-07-08'),
      pair(3, '2021-07-09'),
      pair(4, '2021-06-29', '2021-07-07'),
      pair(5, '2021-06-29', '2021-07-06'),
    ]
    expect([...planRoster(kickoff, pairs)].sort()).toEqual(['e1', 'e2', 'e4', 'm1', 'm2', 'm4'])
  })

  it('who came to two sessions counts once, and guests are apart', () => {
    const facts = [came('1', 'm1'), came('2', 'm1'), came('2', 'e1'), came('2', 'guest')]
    const counted = countAttendance(kickoff, [pair(1), pair(2)], facts, '2021-07-08', 95)
    expect(counted).toMatchObject({ sessions: [1, 2], people: 2, roster: 4, percent: 50, guests: 1, target: 95 })
    expect(countAttendance(kickoff, [pair(1)], facts, '2021-07-07', 95).people).toBe(0)
  })

  const by: When = { by: '2021-07-08' }
  it.each([
    { title: 'on its first day', event: kickoff, on: '2021-07-07', people: 1 },
    { title: 'on its last day', event: kickoff, on: '2021-07-08', people: 1 },
    { title: 'after it', event: kickoff, on: '2021-07-20', people: 1 },
    { title: 'the day before it', event: kickoff, on: '2021-07-06', people: 0 },
    { title: 'a year before it', event: kickoff, on: '2020-07-07', people: 0 },
    { title: 'before the week it is in', event: eventOn({ weekOf: '2021-07-08' }), on: '2021-07-04', people: 0 },
    {
      title: 'on the first of the week it is in',
      event: eventOn({ weekOf: '2021-07-08' }),
      on: '2021-07-05',
      people: 1,
    },
    { title: 'on any day up to the one by which it is', event: eventOn(by), on: '2021-07-01', people: 1 },
    {
      title: 'before its sessions have begun',
      event: eventOn(by, [{ key: '1', on: '2021-07-07' }]),
      on: '2021-07-06',
      people: 0,
    },
  ])('somebody marked as there $title counts: $people', ({ event, on, people }) => {
    const facts = [{ ...came('1', 'm1'), happenedOn: on }]
    const counted = countAttendance(event, [pair(1)], facts, '2021-12-31', 95)
    expect([counted.people, counted.sessions[0], counted.guests]).toEqual([people, people, 0])
    expect(countEventStanding(event, [pair(1)], facts, '2021-12-31')).toMatchObject({ reached: people })
  })

  it('a mark from before an event takes nothing from another of the same person', () => {
    const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays('2021-07-07', days))
    fc.assert(
      fc.property(fc.array(day), (days) => {
        const facts = days.map((happenedOn) => ({ ...came('1', 'm1'), happenedOn }))
        const counted = countAttendance(kickoff, [pair(1)], facts, '2021-12-31', 95)
        expect(counted.people).toBe(days.some((it) => it >= '2021-07-07') ? 1 : 0)
      }),
    )
  })

  it('one that is called off has no share and no aim from that day on, and who came before stays counted', () => {
    const off = { ...kickoff, calledOff: { on: '2021-07-08', because: 'The panel is ill.' } }
    const facts = [{ ...came('1', 'm1'), happenedOn: '2021-07-07' }]
    const before = countAttendance(off, [pair(1)], facts, '2021-07-07', 95)
    expect(before).toMatchObject({ people: 1, roster: 2, percent: 50, target: 95 })
    expect(before).not.toHaveProperty('calledOff')
    expect(countAttendance(off, [pair(1)], facts, '2021-07-08', 95)).toMatchObject({
      ...{ people: 1, sessions: [1, 0], percent: null, target: null, calledOff: true },
    })
  })

  it('nobody is counted twice, and rows said twice change nothing', () => {
    const person = fc.constantFrom('m1', 'e1', 'm2', 'e2', 'g1', 'g2')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('1', '2'), person)), (rows) => {
        const facts = rows.map(([session, who]) => came(session, who))
        const counted = countAttendance(kickoff, [pair(1), pair(2)], facts, '2021-07-08', null)
        expect(counted.people + counted.guests).toBe(new Set(rows.map(([, who]) => who)).size)
        expect(counted.people).toBeLessThanOrEqual(counted.roster)
        expect(countAttendance(kickoff, [pair(1), pair(2)], [...facts, ...facts], '2021-07-08', null)).toEqual(counted)
      }),
    )
  })
})
