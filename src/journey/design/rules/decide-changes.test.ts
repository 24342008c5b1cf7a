import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Program } from '../../../model/program.ts'
import { readProgram } from '../load-program.ts'
import { comparePrograms } from './compare-programs.ts'
import { decideChanges, type Lock } from './decide-changes.ts'
import { editText, type TextEdit } from './edit-text.ts'
import type { SeasonFacts } from './season-facts.ts'

const GOOD = readFileSync('programs/women-2021.yaml', 'utf8')
const EMPTY: SeasonFacts = {
  today: '2021-05-01',
  applied: { mentor: 0, mentee: 0 },
  released: false,
  listsSent: false,
  pairs: 0,
  inPairs: 0,
  meetings: 0,
  came: [],
  signedUp: [],
  courses: [],
  answered: [],
}
const RUNNING: SeasonFacts = {
  today: '2021-08-20',
  applied: { mentor: 33, mentee: 52 },
  released: true,
  listsSent: true,
  pairs: 32,
  inPairs: 64,
  meetings: 80,
  came: [{ event: 'kickoff', session: '1', people: 30 }],
  signedUp: [{ event: 'mid-program', session: '1', people: 9 }],
  courses: [{ course: 'slides', people: 20 }],
  answered: ['pre', 'mid'],
}

function read(text: string): Program {
  const found = readProgram(text)
  if (!found.ok) throw new Error(JSON.stringify(found.faults))
  return found.value
}
const BEFORE = read(GOOD)
const changesOf = (edits: readonly TextEdit[], facts: SeasonFacts) =>
  decideChanges(BEFORE, read(editText(GOOD, edits) ?? ''), facts)
const set = (path: TextEdit['path'], value: unknown): TextEdit => ({ do: 'set', path, value })

describe('what cannot change any more, and why', () => {
  const CASES: readonly (readonly [what: string, edit: TextEdit, lock: Lock | null])[] = [
    ['a text', set(['lede'], 'Other words.'), null],
    ['the short name', set(['key'], 'women-2023'), 'names-the-season'],
    ['the time zone after applications', set(['zone'], 'Europe/Dublin'), 'days-were-counted'],
    ['when a call opened', set(['roles', 'mentor', 'call', 'opens'], '2021-05-21'), 'day-has-passed'],
    [
      'when a call closed, after everybody heard',
      set(['roles', 'mentor', 'call', 'closes'], '2021-06-08'),
      'people-were-told',
    ],
    [
      'a question that was answered',
      set(['roles', 'mentee', 'questions', 2, 'text'], 'What else?'),
      'people-applied-by-it',
    ],
    ['a question that goes', { do: 'remove', path: ['roles', 'mentee', 'questions', 2] }, 'people-applied-by-it'],
    [
      'a question more',
      {
        do: 'insert',
        path: ['roles', 'mentee', 'questions'],
        at: 3,
        value: { key: 'more', kind: 'text', text: 'More?', readBy: 'the coordinator', why: 'to know' },
      },
      null,
    ],
    ['the day everybody heard', set(['announcement', 'on'], '2021-06-30'), 'people-were-told'],
    ['the rhythm', set(['meetings', 'everyDays'], 7), 'windows-are-counted'],
    ['the length of a meeting', set(['meetings', 'minutes'], 45), null],
    ['a later end of the meetings', set(['meetings', 'until'], '2021-10-06'), null],
    ['an event somebody came to', { do: 'remove', path: ['events', 0] }, 'people-came'],
    ['an event somebody signed up for', { do: 'remove', path: ['events', 1] }, 'people-signed-up'],
    ['an event nobody signed up for', { do: 'remove', path: ['events', 2] }, null],
    ['a session somebody came to', { do: 'remove', path: ['events', 0, 'sessions', 0] }, 'people-came'],
    ['a session somebody signed up for', { do: 'remove', path: ['events', 1, 'sessions', 0] }, 'people-signed-up'],
    ['a session nobody signed up for', { do: 'remove', path: ['events', 1, 'sessions', 1] }, null],
    ['the recording of a session', { do: 'remove', path: ['events', 0, 'sessions', 0, 'recording'] }, null],
    [
      'an event that is called off past those who signed up',
      set(['events', 1, 'calledOff'], { on: '2021-08-20', because: 'ill' }),
      'people-signed-up',
    ],
    ['an event that is called off', set(['events', 0, 'calledOff'], { on: '2021-08-20', because: 'ill' }), null],
    [
      'a survey that was answered',
      set(['surveys', 'mid', 'questions', 'mentor', 0, 'text'], 'Is it good?'),
      'people-answered',
    ],
    ['a survey that is to come', set(['surveys', 'end', 'questions', 'mentee', 1, 'text'], 'Will you go on?'), null],
    ['what an open survey is broken down by', set(['surveys', 'mid', 'breakdowns'], ['division']), 'survey-has-opened'],
    ['what a survey to come is broken down by', set(['surveys', 'end', 'breakdowns'], ['division']), null],
    ['the close of a survey that has closed', set(['surveys', 'mid', 'closes'], '2021-08-30'), 'day-has-passed'],
    ['the same scores kept for longer', set(['retention'], { scoresDaysAfterSelection: 90 }), 'people-were-told'],
    ['the same scores kept for less long', set(['retention'], { scoresDaysAfterSelection: 10 }), null],
  ]
  it.each(CASES)('%s', (_, edit, lock) => {
    const changes = changesOf([edit], RUNNING)
    expect(changes.length).toBeGreaterThan(0)
    expect(changes.map((it) => it.lock)).toContain(lock)
    if (lock === null) expect(changes.every((it) => it.lock === null)).toBe(true)
  })

  it('before anybody has applied everything but the short name can change', () => {
    for (const [what, edit] of CASES.filter(([, , lock]) => lock !== 'names-the-season'))
      expect(
        changesOf([edit], EMPTY).map((it) => it.lock),
        what,
      ).not.toContain(expect.any(String))
    for (const [what, edit, lock] of CASES)
      expect(
        changesOf([edit], EMPTY).some((it) => it.lock !== null),
        what,
      ).toBe(lock === 'names-the-season')
  })

  it('says whom a change touches, in counts', () => {
    expect(changesOf([set(['meetings', 'minutes'], 45)], RUNNING)[0]?.affects).toEqual([
      { who: 'in-pairs', people: 64 },
    ])
    expect(changesOf([set(['events', 0, 'minutes'], 45)], RUNNING)[0]?.affects).toEqual([
      { who: 'in-pairs', people: 64 },
      { who: 'came', people: 30 },
    ])
    expect(changesOf([set(['roles', 'mentor', 'benefits', 0], 'Joy')], EMPTY)[0]?.affects).toEqual([])
  })

  it('a program that is kept without the order of its names differs in nothing', () => {
    const kept = JSON.parse(JSON.stringify(BEFORE, Object.keys(flat(BEFORE)).sort())) as Program
    expect(comparePrograms(kept, BEFORE)).toEqual([])
    expect(comparePrograms(BEFORE, BEFORE)).toEqual([])
  })

  it.each<[string, TextEdit, Lock | null]>([
    ['how many there are', set(['matching', 'shortlist', 'size'], 4), 'people-were-told'],
    ['whether there are any', { do: 'remove', path: ['matching', 'shortlist'] }, 'people-were-told'],
    ['the day, to one that has passed', set(['matching', 'shortlist', 'chooseBy'], '2021-06-24'), 'day-has-passed'],
    ['the day, to one that is to come', set(['matching', 'shortlist', 'chooseBy'], '2021-06-28'), null],
  ])('shortlists that were sent: %s', (_, edit, lock) => {
    const text = GOOD.replace('overlapHours: null', 'shortlist: { size: 3, chooseBy: 2021-06-27 }')
    const facts = { ...RUNNING, today: '2021-06-26', released: false }
    const locks = (sent: boolean) =>
      decideChanges(read(text), read(editText(text, [edit]) ?? ''), { ...facts, listsSent: sent }).map((it) => it.lock)
    expect(locks(true)).toEqual([lock])
    expect(locks(false)).toEqual([null])
  })

  it('whatever happened, more facts never unlock anything', () => {
    const facts = fc.record({
      today: fc.constantFrom('2021-05-01', '2021-07-20', '2021-08-20', '2021-12-01'),
      applied: fc.record({ mentor: fc.nat(3), mentee: fc.nat(3) }),
      released: fc.boolean(),
      listsSent: fc.boolean(),
      pairs: fc.nat(2),
      inPairs: fc.nat(4),
      meetings: fc.nat(2),
      came: fc.constantFrom([], RUNNING.came),
      signedUp: fc.constantFrom([], RUNNING.signedUp),
      courses: fc.constantFrom([], RUNNING.courses),
      answered: fc.subarray(['pre', 'mid', 'end']),
    })
    fc.assert(
      fc.property(facts, fc.constantFrom(...CASES), (some, [, edit]) => {
        const few = changesOf([edit], some).filter((it) => it.lock !== null).length
        const more = {
          ...some,
          applied: { mentor: 33, mentee: 52 },
          released: true,
          listsSent: true,
          pairs: 32,
          meetings: 80,
          came: RUNNING.came,
          signedUp: RUNNING.signedUp,
          answered: ['pre', 'mid', 'end'],
        }
        expect(changesOf([edit], more).filter((it) => it.lock !== null).length).toBeGreaterThanOrEqual(few)
      }),
      { numRuns: 30 },
    )
  })
})

function flat(value: unknown): Record<string, true> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.assign({}, ...Object.entries(value).map(([key, it]) => ({ [key]: true as const, ...flat(it) })))
}
