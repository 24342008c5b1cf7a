import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekdayOf } from '../../../calendar/days.ts'
import { readProgram } from '../load-program.ts'
import { readValue } from './edit-text.ts'
import { placeStages } from './place-stages.ts'
import { moveDays, shiftProgram } from './shift-days.ts'

const FILES = ['women-2021', 'women-2022', 'new-managers-weekly'].map((it) =>
  readFileSync(`programs/${it}.yaml`, 'utf8'),
)
const NEW = { key: 'next', season: 'The next one' }

describe('a season on other dates', () => {
  it.each(FILES)(
    'a copy of a season has no fault, keeps its comments, and leaves what was of the old one behind',
    (text) => {
      const copy = shiftProgram(text, { ...NEW, startsOn: '2031-03-03' }) ?? ''
      const read = readProgram(copy)
      expect(read.ok ? [] : read.faults).toEqual([])
      expect(copy.split('\n')[1]).toBe(text.split('\n')[1])
      expect(read.ok && read.value).toMatchObject({ ...NEW, startsOn: '2031-03-03', decisions: [] })
      expect(copy).not.toMatch(/recording|2021-|2022-|2026-/)
    },
  )

  it('so many whole weeks later keep every weekday, and moving back gives the same text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FILES), fc.integer({ min: -200, max: 400 }), (text, weeks) => {
        const moved = moveDays(text, weeks * 7) ?? ''
        const [before, after] = [readValue(text)?.startsOn, readValue(moved)?.startsOn]
        expect(after).toBe(addDays(String(before), weeks * 7))
        expect(weekdayOf(String(after))).toBe(weekdayOf(String(before)))
        expect(readProgram(moved).ok).toBe(true)
        // A month moves by its middle, so only its own name may come back as a neighbour.
        const without = (it: string) => it.replace(/(month|quarter): [\d-]+(Q\d)?/g, '')
        expect(without(moveDays(moved, -weeks * 7) ?? '')).toBe(without(text))
      }),
      { numRuns: 15 },
    )
  })

  it('a text that does not say when it starts is not moved', () => {
    expect(shiftProgram('key: x\n', { ...NEW, startsOn: '2031-03-03' })).toBeNull()
    expect(shiftProgram('startsOn: soon\n', { ...NEW, startsOn: '2031-03-03' })).toBeNull()
    expect(moveDays('key: [', 3)).toBe('key: [')
  })
})

describe('the dates of an old plan', () => {
  const day = (stage: string, from: string, until = from) => ({ stage, from, until })
  const CASES: readonly (readonly [stage: ReturnType<typeof day>, path: string, found: unknown])[] = [
    [
      day('Call for Mentors', '2031-03-03', '2031-03-14'),
      'roles.mentor.call',
      { opens: '2031-03-03', closes: '2031-03-14' },
    ],
    [
      day('Mentees apply', '2031-03-10', '2031-03-21'),
      'roles.mentee.call',
      { opens: '2031-03-10', closes: '2031-03-21' },
    ],
    [day('Everyone hears', '2031-03-28'), 'announcement', { on: '2031-03-28' }],
    [day('Coffee chats', '2031-03-28', '2031-04-04'), 'coffeeChats', { from: '2031-03-28', until: '2031-04-04' }],
    [day('Kick-off', '2031-04-07'), 'events.0.when', { day: '2031-04-07' }],
    [day('Mid-program AMA', '2031-05-07'), 'events.1.when', { day: '2031-05-07' }],
    [day('Closing celebration', '2031-06-30'), 'events.2.when', { day: '2031-06-30' }],
    [day('Meetings of pairs', '2031-04-08', '2031-06-30'), 'meetings', { from: '2031-04-08', until: '2031-06-30' }],
  ]
  it.each(CASES)('a stage known by its words takes its place: $stage', (stage, path, found) => {
    const text = placeStages(FILES[0] ?? '', NEW, [day('The plan', '2031-03-01'), stage]) ?? ''
    const value = path.split('.').reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], readValue(text))
    expect(value).toMatchObject(found as object)
    expect(readValue(text)?.timeline).toHaveLength(2)
  })

  it('what nobody knows is a milestone, and nothing else', () => {
    const text = placeStages(FILES[0] ?? '', NEW, [day('A picnic', '2031-03-03')]) ?? ''
    expect(readValue(text)?.timeline).toEqual([{ when: { day: '2031-03-03' }, text: 'A picnic' }])
    expect(readValue(text)).toMatchObject({ startsOn: '2031-03-03', endsOn: '2031-03-03' })
  })
})
