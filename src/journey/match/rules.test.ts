import { expect, it } from 'vitest'
import { readCandidates } from './rules.ts'

const entry = {
  division: 'Research',
  manager_id: 'b',
  time_zone: 'Europe/Berlin',
  works_from: null,
  works_until: null,
  works_on: null,
}
const applied = {
  person_id: 'a',
  role: 'mentee' as const,
  topics: ['Selling'],
  asynchronous: null,
  priority: 3,
  submitted_at: '2026-08-01T00:00:00.000Z',
  answers: { speaks: ['English', 'Czech'], grade: '7', since: 'long ago' },
}
const meetings = { from: '2026-10-19', until: '2026-11-01', everyDays: 14, minutes: 30 }
const matching = { worth: { questions: { languages: 'speaks', level: 'grade', years: 'since' } } }
const wishes = { mentor: new Map([['a', ['x']]]), mentee: new Map([['a', ['y']]]) }

type Given = Parameters<typeof readCandidates>
const program = { matching, meetings } as unknown as Given[0]

it('an application and the directory say who somebody is to the match, with the hours of both sides of a clock change', () => {
  const people = new Map([
    ['a', entry],
    ['b', { ...entry, manager_id: 'a' }],
  ])
  expect(readCandidates(program, people, wishes)(applied)).toEqual({
    id: 'a',
    division: 'Research',
    // A circle in the directory ends the climb.
    lineAbove: ['b'],
    topics: ['Selling'],
    asynchronous: false,
    priority: { score: 3, appliedAt: '2026-08-01T00:00:00.000Z' },
    level: 7,
    years: null,
    languages: ['English', 'Czech'],
    hours: [420, 480].map((from) => ({ weeks: 1, spans: [0, 1, 2, 3, 4].map((day) => weekday(from, day)) })),
    wishes: ['y'],
  })
})

it('a shift is read as the directory has it, and nothing is made up where it says nothing', () => {
  const nights = { ...entry, works_from: '22:00', works_until: '06:00', works_on: [7] }
  const read = readCandidates(program, new Map([['a', nights]]), wishes)
  expect(read({ ...applied, answers: { speaks: 'English, Czech ;' } })).toMatchObject({
    languages: ['English', 'Czech'],
    level: null,
    hours: [
      {
        weeks: 1,
        spans: [
          [0, 240],
          [9900, 10_080],
        ],
      },
      {
        weeks: 1,
        spans: [
          [0, 300],
          [9900, 10_080],
        ],
      },
    ],
  })
  expect(readCandidates(program, new Map(), wishes)(applied)).toMatchObject({
    hours: null,
    division: null,
    lineAbove: [],
  })
})

function weekday(from: number, day: number): [number, number] {
  return [from + day * 1440, from + day * 1440 + 480]
}
