import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPermittedAt } from '../../calendar/permitted-hours.ts'
import type { DeskLine, Need } from './desk-line.ts'
import { ORDER } from './plan-desk.ts'
import { countDigest, morningOf } from './plan-digest.ts'

const rules = (zone = 'Etc/UTC', more = {}) => ({ zone, weekdays: [], holidays: new Set<string>(), ...more })

describe('the morning letter to a coordinator', () => {
  it.each([
    ['comes at eight', '2026-10-12T08:00:00.000Z', rules(), '2026-10-12'],
    ['not before eight', '2026-10-12T07:59:00.000Z', rules(), null],
    ['until eleven, where the server was down at eight', '2026-10-12T10:59:00.000Z', rules(), '2026-10-12'],
    ['not at noon', '2026-10-12T12:00:00.000Z', rules(), null],
    ['by the reader’s own clock', '2026-10-12T08:30:00.000Z', rules('Pacific/Auckland'), null],
    ['and their own day', '2026-10-11T19:30:00.000Z', rules('Pacific/Auckland'), '2026-10-12'],
    ['not on a Saturday', '2026-10-10T08:30:00.000Z', rules(), null],
    ['on a Sunday, for who works then', '2026-10-11T08:30:00.000Z', rules('Etc/UTC', { weekdays: [7] }), '2026-10-11'],
    ['not on a holiday', '2026-10-12T08:30:00.000Z', rules('Etc/UTC', { holidays: new Set(['2026-10-12']) }), null],
    ['not on a day they want quiet', '2026-10-12T08:30:00.000Z', rules('Etc/UTC', { quietDays: [1] }), null],
  ])('%s', (_, at, it, day) => expect(morningOf(at, it)).toBe(day))

  it('never comes when no letter may reach its reader, in any zone at any time', () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 366 * 96 }), (where, quarters) => {
        const at = new Date(Date.UTC(2026, 0, 1) + quarters * 900_000).toISOString()
        if (morningOf(at, rules(where)) !== null) expect(isPermittedAt(at, rules(where))).toBe(true)
      }),
    )
  })

  const line = (kind: Need['kind'], dueOn: string, people: readonly string[]) => ({ kind, dueOn, people }) as DeskLine

  it('counts by kind in the order of the desk, and those due', () => {
    const lines = [
      line('survey', '2026-10-14', []),
      line('help', '2026-10-12', ['a', 'b']),
      line('help', '2026-10-11', ['c', 'd']),
    ]
    expect(countDigest('A season', lines, 'me', '2026-10-12')).toEqual({
      name: 'A season',
      now: 2,
      counts: [
        { kind: 'help', many: 2 },
        { kind: 'survey', many: 1 },
      ],
    })
  })

  it('counts nothing that is about its reader, and everything else once', () => {
    const anyLine = fc.record({
      kind: fc.constantFrom(...ORDER),
      dueOn: fc.constant('2026-10-12'),
      people: fc.subarray(['me', 'other']),
    })
    fc.assert(
      fc.property(fc.array(anyLine), (made) => {
        const lines = made as unknown as readonly DeskLine[]
        const shown = lines.filter((it) => !it.people.includes('me')).length
        const found = countDigest('A season', lines, 'me', '2026-10-12')
        expect(found?.counts.reduce((sum, it) => sum + it.many, 0) ?? 0).toBe(shown)
      }),
    )
  })
})
