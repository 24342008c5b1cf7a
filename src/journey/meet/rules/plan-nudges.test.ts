import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../calendar/days.ts'
import { isPermittedAt } from '../../../calendar/permitted-hours.ts'
import type { PairFact } from '../../../model/figures.ts'
import { planStrips } from '../rules.ts'
import { type Nudge, type NudgedPair, planNudges, type Reachable } from './plan-nudges.ts'
import { planQuietLines } from './plan-quiet.ts'

const rhythm = { from: '2026-03-02', until: '2026-06-30', everyDays: 14 }
const pair: PairFact = {
  id: 'p',
  mentorId: 'm',
  menteeId: 'e',
  publishedOn: '2026-02-20',
  endedOn: null,
  pauses: [],
  excusedOn: [],
}
const person = (id: string, change: Partial<Reachable> = {}): Reachable => ({
  id,
  isGone: false,
  quiet: { zone: 'Etc/UTC', weekdays: [1, 2, 3, 4, 5], holidays: new Set() },
  ...change,
})
const nudged = (change: Partial<NudgedPair> = {}): NudgedPair => ({
  pair,
  people: [person('m'), person('e')],
  heldOn: [],
  agreedOn: [],
  plannedAt: [],
  answered: [],
  sent: [],
  ...change,
})
const at = (now: string, change: Partial<NudgedPair> = {}) =>
  planNudges(rhythm, 'Etc/UTC', nudged(change), now).map((it) => `${it.kind} ${it.personId} ${it.window.firstDay}`)
const BOTH_REMINDED = ['reminder m 2026-03-02', 'reminder e 2026-03-02']
const BOTH_ASKED = ['question m 2026-03-02', 'question e 2026-03-02']

describe('the letters of a window', () => {
  it.each<[string, string, Partial<NudgedPair>, readonly string[]]>([
    ['before its middle there is none', '2026-03-06T10:00:00Z', {}, []],
    ['after its middle each is reminded', '2026-03-09T10:00:00Z', {}, BOTH_REMINDED],
    ['in the night nobody is', '2026-03-09T07:59:00Z', {}, []],
    ['nobody is where something is planned', '2026-03-09T10:00:00Z', { plannedAt: ['2026-03-12T10:00:00Z'] }, []],
    ['nobody is where they have met', '2026-03-09T10:00:00Z', { heldOn: ['2026-03-03'] }, []],
    ['after its end each is asked', '2026-03-16T10:00:00Z', {}, BOTH_ASKED],
    [
      'after a planned meeting each is asked',
      '2026-03-12T11:00:00Z',
      { plannedAt: ['2026-03-12T10:00:00Z'] },
      BOTH_ASKED,
    ],
    ['both are asked though one says so', '2026-03-16T10:00:00Z', { heldOn: ['2026-03-03'] }, BOTH_ASKED],
    [
      'nobody is asked what both confirm',
      '2026-03-16T10:00:00Z',
      { heldOn: ['2026-03-03'], agreedOn: ['2026-03-03'] },
      [],
    ],
    [
      'nobody is asked what they answered',
      '2026-03-16T10:00:00Z',
      { answered: [{ personId: 'm', window: '2026-03-02' }] },
      ['question e 2026-03-02'],
    ],
    [
      'a paused pair gets none',
      '2026-03-16T10:00:00Z',
      { pair: { ...pair, pauses: [{ from: '2026-03-10', until: null }] } },
      [],
    ],
    ['an excused window has none', '2026-03-16T10:00:00Z', { pair: { ...pair, excusedOn: ['2026-03-10'] } }, []],
    ['an ended pair gets none', '2026-03-16T10:00:00Z', { pair: { ...pair, endedOn: '2026-03-16' } }, []],
    [
      'where one has left nobody gets any',
      '2026-03-16T10:00:00Z',
      { people: [person('m', { isGone: true }), person('e')] },
      [],
    ],
  ])('%s', (_, now, change, expected) => {
    expect(at(now, change)).toEqual(expected)
  })

  it('over a season, in any zones, with any pauses, each gets at most one of a kind in a window, and none at night or on a day off', () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    const quietDay = fc.integer({ min: 1, max: 7 })
    const off = fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 10 })
    fc.assert(
      fc.property(
        zone,
        zone,
        off,
        quietDay,
        fc.integer({ min: 0, max: 59 }),
        (mentorZone, menteeZone, days, day, minute) => {
          const holidays = new Set(days.map((n) => addDays(rhythm.from, n)))
          const quiet = (name: string) => ({ zone: name, weekdays: [1, 2, 3, 4, 5], holidays, quietDays: [day] })
          const people = [person('m', { quiet: quiet(mentorZone) }), person('e', { quiet: quiet(menteeZone) })] as const
          const sent: { kind: Nudge['kind']; personId: string; window: string }[] = []
          for (let hours = 0; hours < 24 * 60; hours += 1) {
            const now = new Date(Date.UTC(2026, 2, 1, hours, minute)).toISOString()
            for (const it of planNudges(rhythm, 'Etc/UTC', nudged({ people, sent }), now)) {
              const reader = people.find((one) => one.id === it.personId)
              expect(reader && isPermittedAt(now, reader.quiet)).toBe(true)
              sent.push({ kind: it.kind, personId: it.personId, window: it.window.firstDay })
            }
          }
          expect(new Set(sent.map((it) => Object.values(it).join(' '))).size).toBe(sent.length)
          // Four windows have ended: nobody was forgotten, unless all of a window's days were free.
          expect(sent.filter((it) => it.kind === 'question').length).toBeGreaterThanOrEqual(6)
        },
      ),
      { numRuns: 6 },
    )
  })
})

describe('the line for the coordinator', () => {
  const lines = (asOf: string, meetings: Parameters<typeof planStrips>[2] = [], change: Partial<PairFact> = {}) => {
    const pairs = [{ ...pair, ...change }]
    const held = meetings.filter((it) => it.confirmedBy !== 'denied').map((it) => it.heldOn)
    return planQuietLines(pairs, planStrips(rhythm, pairs, meetings, asOf), () => held, asOf).map(
      (it) => `${it.state} ${it.window.firstDay} ${it.windows}`,
    )
  }
  const met = (heldOn: string, confirmedBy: 'both' | 'mentee' | 'denied' = 'both') => ({
    menteeId: 'e',
    mentorId: 'm',
    heldOn,
    confirmedBy,
    deniedOn: confirmedBy === 'denied' ? heldOn : null,
  })

  it.each<[string, readonly string[], readonly string[]]>([
    ['stands two working days after the end', lines('2026-03-17'), ['quiet 2026-03-02 1']],
    ['and not before', lines('2026-03-16'), []],
    ['says how many in a row', lines('2026-03-31'), ['quiet 2026-03-16 2']],
    ['is not there where one says that they met', lines('2026-03-20', [met('2026-03-05', 'mentee')]), []],
    ['is not there where they have met since', lines('2026-03-20', [met('2026-03-18')]), []],
    ['names a dispute', lines('2026-03-20', [met('2026-03-05', 'denied')]), ['disagree 2026-03-02 1']],
    ['is not there for an ended pair', lines('2026-03-20', [], { endedOn: '2026-03-19' }), []],
    ['nor for a paused one', lines('2026-03-20', [], { pauses: [{ from: '2026-03-18', until: null }] }), []],
    ['nor for an excused window', lines('2026-03-20', [], { excusedOn: ['2026-03-04'] }), []],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected)
  })
})
