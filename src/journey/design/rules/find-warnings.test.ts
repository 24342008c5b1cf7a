import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Program } from '../../../model/program.ts'
import { readProgram } from '../load-program.ts'
import { editText, type TextEdit } from './edit-text.ts'
import { daysAsked, findWarnings, type Surroundings } from './find-warnings.ts'

const GOOD = readFileSync('programs/women-2021.yaml', 'utf8')
const NOTHING: Surroundings = { holidays: [], zones: [], expected: null }
const set = (path: TextEdit['path'], value: unknown): TextEdit => ({ do: 'set', path, value })

function programWith(...edits: readonly TextEdit[]): Program {
  const read = readProgram(editText(GOOD, edits) ?? '')
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}
const codesOf = (program: Program, around: Partial<Surroundings> = {}) =>
  findWarnings(program, { ...NOTHING, ...around }).map((it) => `${it.path.join('/')} ${it.facts.code}`)
const session = (...times: readonly string[]) =>
  set(
    ['events', 0, 'sessions'],
    times.map((startsAt, at) => ({ key: String(at + 1), on: '2021-07-07', startsAt })),
  )

describe('what should be known of a program before it is published', () => {
  it('a day on which people are asked for something and are off', () => {
    expect(codesOf(programWith())).toEqual([])
    expect(codesOf(programWith(set(['announcement', 'on'], '2021-07-03')))).toEqual(['announcement/on weekend'])
    const holiday = { calendar: 'Oslo', onDay: '2021-06-29', name: 'A feast', people: 3 }
    expect(codesOf(programWith(), { holidays: [holiday] })).toEqual(['announcement/on holiday'])
    expect(codesOf(programWith(), { holidays: [{ ...holiday, people: 0 }] })).toEqual([])
  })

  it('an event with no session in the hours of a zone', () => {
    const zones = [
      { zone: 'Europe/Dublin', people: 3 },
      { zone: 'Asia/Singapore', people: 2 },
      { zone: 'America/Los_Angeles', people: 1 },
    ]
    expect(codesOf(programWith(session('15:00')), { zones })).toEqual([
      'events/0/sessions outside-hours',
      'events/0/sessions outside-hours',
    ])
    expect(codesOf(programWith(session('15:00', '03:00', '20:00')), { zones })).toEqual([])
    expect(codesOf(programWith(session('soon')), { zones })).toEqual(['events/0/sessions time-missing'])
  })

  it('places against expected demand, and how many mentors more', () => {
    const facts = (mentors: number, mentees: number, ...edits: readonly TextEdit[]) =>
      findWarnings(programWith(...edits), { ...NOTHING, expected: { mentors, mentees } }).map((it) => it.facts)
    expect(facts(20, 25)).toEqual([{ code: 'places-missing', places: 20, mentees: 25, mentors: 5, maximum: 1 }])
    expect(facts(20, 20)).toEqual([])
    expect(facts(20, 61, set(['matching', 'load', 'maximum'], 3))).toEqual([
      { code: 'places-missing', places: 60, mentees: 61, mentors: 1, maximum: 3 },
    ])
    expect(facts(20, 15)).toEqual([{ code: 'mentors-idle', mentors: 5, mentees: 15, minimum: 1 }])
  })

  it('with the mentors it asks for nobody is left to wait', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(400), fc.integer({ min: 1, max: 5 }), (mentors, mentees, maximum) => {
        const program = programWith(set(['matching', 'load', 'maximum'], maximum))
        const more =
          findWarnings(program, { ...NOTHING, expected: { mentors, mentees } }).flatMap((it) =>
            it.facts.code === 'places-missing' ? [it.facts.mentors] : [],
          )[0] ?? 0
        const then = findWarnings(program, { ...NOTHING, expected: { mentors: mentors + more, mentees } })
        expect(then.map((it) => it.facts.code)).not.toContain('places-missing')
      }),
      { numRuns: 25 },
    )
  })

  it('every day that is looked at stands in the file where it is said', () => {
    for (const { path, day } of daysAsked(programWith()))
      expect(path.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], programWith())).toBe(day)
  })
})
