import { describe, expect, it } from 'vitest'
import type { ProgramEvent } from '../../../model/program.ts'
import { placeOfChange, readEvent } from './event-form.ts'
import { type EventGiven, giveEvent } from './event-given.ts'

const event: ProgramEvent = {
  key: 'kickoff',
  name: 'Kickoff',
  when: { weekOf: '2026-03-02', dayOpen: true },
  minutes: 25,
  sessions: [{ key: '1', on: '2026-03-04', startsAt: '09:00', places: 40 }, { key: '3' }],
  parts: [{ text: 'A panel', minutes: 25 }],
  panellists: ['Ada', 'Bea'],
  optional: false,
  countsTowardsTarget: true,
  preWork: [{ text: 'Read this', url: 'https://example.com/it' }],
  text: 'Come to any one.',
}
const session = { key: '', on: '', startsAt: '', places: '', recording: '', remove: false }
const change = (more: Partial<EventGiven>) => readEvent({ ...giveEvent(event), ...more }, event, ['kickoff'])

describe('the form of an event', () => {
  it('that was not touched gives the event back as it is', () => {
    expect(change({})).toEqual({ event, faults: [] })
  })

  it('takes new sessions under the next free number, leaves out blank rows and those to be removed', () => {
    const [first, third] = giveEvent(event).sessions
    if (!first || !third) throw new Error('no sessions')
    const sessions = [first, { ...third, remove: true }, { ...session, on: '2026-03-05' }, session]
    expect(change({ sessions }).event?.sessions).toEqual([event.sessions[0], { key: '2', on: '2026-03-05' }])
  })

  it('puts pieces where their numbers say, takes out those without words, and a new one comes last', () => {
    const pieces = [
      { place: '2', text: 'Questions', minutes: '' },
      { place: '', text: 'Goodbye', minutes: '5' },
      { place: '1', text: ' A panel ', minutes: '20' },
      { place: '3', text: '', minutes: '' },
    ]
    expect(change({ pieces }).event?.parts).toEqual([
      { text: 'A panel', minutes: 20 },
      { text: 'Questions' },
      { text: 'Goodbye', minutes: 5 },
    ])
  })

  it('leaves alone that it is called off, which the form does not show', () => {
    const calledOff = { on: '2026-03-01', because: 'The panel is ill.' }
    const off = { ...event, calledOff }
    expect(readEvent({ ...giveEvent(off), name: 'Opening' }, off, []).event).toEqual({ ...off, name: 'Opening' })
  })

  it('says at the session, the box or the name what cannot change any more', () => {
    expect(placeOfChange(event, ['events', 'kickoff', 'sessions', '3'])).toBe('on-1')
    expect(placeOfChange(event, ['events', 'kickoff', 'countsTowardsTarget'])).toBe('counts')
    expect(placeOfChange(event, ['events', 'kickoff'])).toBe('name')
  })

  it('keeps a week as a week, and takes days that were entered in its place', () => {
    expect(change({ first: '2026-03-03', last: '' }).event?.when).toEqual({ day: '2026-03-03' })
    expect(change({ first: '2026-03-03', last: '2026-03-05' }).event?.when).toEqual({
      from: '2026-03-03',
      until: '2026-03-05',
    })
    expect(change({ first: '', last: '' }).event?.when).toEqual({ toBeDecided: true })
  })

  it.each([
    [{ name: ' ' }, 'name'],
    [{ minutes: 'an hour' }, 'minutes'],
    [{ minutes: '0' }, 'minutes'],
    [{ first: 'Monday', last: '' }, 'first'],
    [{ first: '2026-03-05', last: '2026-03-03' }, 'last'],
    [{ preWork: 'Read this' }, 'preWork'],
    [{ pieces: [{ place: '1', text: '', minutes: '10' }] }, 'piece-0'],
    [{ pieces: [{ place: '1', text: 'A panel', minutes: 'long' }] }, 'pieceMinutes-0'],
    [{ pieces: [{ place: 'first', text: 'A panel', minutes: '' }] }, 'pieceAt-0'],
    [{ sessions: [] }, 'on-0'],
    [{ sessions: [{ ...session, on: '4 March' }] }, 'on-0'],
    [{ sessions: [{ ...session, startsAt: '09:00' }] }, 'on-0'],
    [
      {
        sessions: [
          { ...session, key: '1' },
          { ...session, on: '2026-03-04', startsAt: '9' },
        ],
      },
      'startsAt-1',
    ],
    [{ sessions: [{ ...session, on: '2026-03-04', places: 'many' }] }, 'places-0'],
    [{ sessions: [{ ...session, on: '2026-03-04', recording: 'on the drive' }] }, 'recording-0'],
  ] as const)('says at its field what is wrong: %j', (more, place) => {
    const { event: found, faults } = change(more)
    expect(found).toBeNull()
    expect(faults.map((it) => it.place)).toEqual([place])
    expect(faults[0]?.message).toMatch(/\.$|https:\/\/$/)
  })

  it('gives a new event a key of its own', () => {
    const given = { ...giveEvent(event), name: 'Café & Kickoff!' }
    expect(readEvent(given, null, []).event?.key).toBe('cafe-kickoff')
    expect(readEvent({ ...given, name: 'Kickoff' }, null, ['kickoff', 'kickoff-2']).event?.key).toBe('kickoff-3')
    expect(readEvent({ ...given, name: '歓迎' }, null, []).event?.key).toBe('event')
  })
})
