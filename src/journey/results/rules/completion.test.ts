import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../calendar/days.ts'
import { planWindows } from '../../../calendar/windows.ts'
import type { PairFact } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import { countCadence } from '../../meet/rules.ts'
import { areCertificatesReady, type CompletionFacts, canStillComplete, planCompletions } from './completion.ts'

const MEETINGS = { from: '2026-01-05', until: '2026-03-29', everyDays: 14, minutes: 30 }
const WINDOWS = planWindows(MEETINGS)
const AFTER = '2026-04-20'
// Only what the rule reads of a program.
const PROGRAM = {
  startsOn: '2025-12-01',
  endsOn: '2026-03-31',
  meetings: MEETINGS,
  completion: { meetings: 5, of: 6 },
  certificate: { training: true },
  training: [
    { name: 'Course', required: true, roles: ['mentor'], alternatives: [{ key: 'course' }, { key: 'slides' }] },
  ],
  surveys: {
    end: {
      name: 'End',
      opens: '2026-03-20',
      closes: '2026-04-05',
      gate: 'certificate',
      questions: { mentor: [{}], mentee: [{}] },
    },
  },
} as unknown as Program
const BARE = { ...PROGRAM, certificate: {}, surveys: {} } as Program

const pair = (mentorId: string, menteeId: string, more: Partial<PairFact> = {}): PairFact => ({
  ...{ id: `${mentorId}-${menteeId}`, mentorId, menteeId, publishedOn: '2026-01-05', endedOn: null },
  ...{ pauses: [], excusedOn: [], ...more },
})
/** A meeting that both confirm, on the first day of each of these windows of the season, counted from 1. */
const met = (menteeId: string, mentorId: string, ...windows: readonly number[]): CompletionFacts['meetings'] =>
  windows.map((at) => ({
    ...{ menteeId, mentorId, heldOn: WINDOWS[at - 1]?.firstDay ?? '', confirmedBy: 'both' as const, deniedOn: null },
    minutes: null,
  }))
const facts = (pairs: readonly PairFact[], meetings: CompletionFacts['meetings']): CompletionFacts => ({
  ...{ pairs, meetings, trained: [], answered: [] },
})
const one = (program: Program, known: CompletionFacts, personId: string, role: string, asOf = AFTER) =>
  planCompletions(program, known, asOf).find((it) => it.personId === personId && it.role === role)

describe('who has completed a season', () => {
  const second = WINDOWS[1]?.lastDay ?? ''
  const third = WINDOWS[2]?.firstDay ?? ''
  const fourth = WINDOWS[3]?.firstDay ?? ''
  const rematched = [pair('a', 'm', { endedOn: second }), pair('b', 'm', { publishedOn: third })]
  const gap = [pair('a', 'm', { endedOn: second }), pair('b', 'm', { publishedOn: fourth })]
  const CASES: readonly (readonly [
    what: string,
    known: CompletionFacts,
    windows: number,
    needed: number,
    met: number,
  ])[] = [
    ['met in every window', facts([pair('a', 'm')], met('m', 'a', 1, 2, 3, 4, 5, 6)), 6, 5, 6],
    ['one window without a meeting', facts([pair('a', 'm')], met('m', 'a', 1, 2, 3, 4, 5)), 6, 5, 5],
    ['two windows without one', facts([pair('a', 'm')], met('m', 'a', 1, 2, 3, 4)), 6, 5, 4],
    [
      'two meetings in one window are one',
      facts([pair('a', 'm')], [...met('m', 'a', 1), ...met('m', 'a', 1)]),
      6,
      5,
      1,
    ],
    ['came in the fourth window', facts([pair('a', 'm', { publishedOn: fourth })], met('m', 'a', 4, 5, 6)), 3, 3, 3],
    ['a new match goes on', facts(rematched, [...met('m', 'a', 1, 2), ...met('m', 'b', 3, 4, 5)]), 6, 5, 5],
    ['the time between two pairs', facts(gap, [...met('m', 'a', 1, 2), ...met('m', 'b', 4, 5, 6)]), 5, 5, 5],
    ['ended and not matched again', facts([pair('a', 'm', { endedOn: second })], met('m', 'a', 1, 2)), 6, 5, 2],
    [
      'an excused window leaves the count',
      facts([pair('a', 'm', { excusedOn: [third] })], met('m', 'a', 1, 2, 4, 5, 6)),
      5,
      5,
      5,
    ],
    [
      'a pause leaves it too',
      facts([pair('a', 'm', { pauses: [{ from: third, until: null }] })], met('m', 'a', 1, 2)),
      2,
      2,
      2,
    ],
    ['nothing was held', facts([pair('a', 'm')], []), 6, 5, 0],
    ['everything was paused', facts([pair('a', 'm', { pauses: [{ from: '2026-01-05', until: null }] })], []), 0, 1, 0],
  ]
  it.each(CASES)('%s', (_, known, windows, needed, held) => {
    const found = one(BARE, known, 'm', 'mentee')
    expect(found?.meetings).toEqual({ windows, needed, met: held, open: 0 })
    expect(found?.isComplete).toBe(held >= needed)
  })

  it('a meeting with any one of two mentees is the mentor’s of that window', () => {
    const known = facts([pair('a', 'm'), pair('a', 'n')], [...met('m', 'a', 1, 2, 3), ...met('n', 'a', 3, 4, 5, 6)])
    expect(one(BARE, known, 'a', 'mentor')?.meetings).toEqual({ windows: 6, needed: 5, met: 6, open: 0 })
    expect(one(BARE, known, 'm', 'mentee')?.meetings?.met).toBe(3)
  })

  it('whoever is both completes each role by its own pairs', () => {
    const known = facts([pair('a', 'd'), pair('d', 'm')], [...met('d', 'a', 1, 2, 3, 4, 5), ...met('m', 'd', 1)])
    expect(one(BARE, known, 'd', 'mentee')?.isComplete).toBe(true)
    expect(one(BARE, known, 'd', 'mentor')?.isComplete).toBe(false)
  })

  it('training is asked of its own roles, by any one of its courses', () => {
    const known = facts([pair('a', 'm')], met('m', 'a', 1, 2, 3, 4, 5))
    const program = { ...PROGRAM, surveys: {} } as Program
    expect(one(program, known, 'm', 'mentee')?.isComplete).toBe(true)
    expect(one(program, known, 'a', 'mentor')?.trainings).toEqual([{ name: 'Course', state: 'open' }])
    const trained = { ...known, trained: [{ personId: 'a', course: 'slides' }] }
    expect(one(program, trained, 'a', 'mentor')?.isComplete).toBe(true)
    expect(one(program, known, 'a', 'mentor', '2026-07-01')?.trainings).toEqual([{ name: 'Course', state: 'over' }])
  })

  it('a survey is asked of whom it invited, and what a coordinator sees does not say whether they answered', () => {
    const known = facts([pair('a', 'm'), pair('b', 'n', { endedOn: '2026-03-15' })], met('m', 'a', 1, 2, 3, 4, 5))
    const program = { ...PROGRAM, certificate: {} } as Program
    expect(one(program, known, 'm', 'mentee')).toMatchObject({ isDone: true, isComplete: false })
    expect(one(program, known, 'n', 'mentee')?.surveys).toEqual([])
    const answered = { ...known, answered: [{ survey: 'end', role: 'mentee' as const, personId: 'm' }] }
    expect(one(program, answered, 'm', 'mentee')).toMatchObject({ isDone: true, isComplete: true })
    expect(one(program, known, 'm', 'mentee', '2026-04-01')?.surveys).toMatchObject([{ state: 'open' }])
    expect(one(program, known, 'm', 'mentee')?.surveys).toMatchObject([{ state: 'over' }])
  })

  it('hours are those of meetings that count, by what was written down or the program’s own length', () => {
    const [first, ...rest] = met('m', 'a', 1, 2, 3)
    const denied = { ...met('m', 'a', 4)[0], confirmedBy: 'denied' as const }
    const known = facts([pair('a', 'm')], [{ ...first, minutes: 55 }, ...rest, denied] as CompletionFacts['meetings'])
    expect(one(BARE, known, 'm', 'mentee')).toMatchObject({ minutes: 55 + 30 + 30 })
  })

  it('certificates are there after the season, or at once where the program says so', () => {
    expect(areCertificatesReady(PROGRAM, '2026-03-31')).toBe(false)
    expect(areCertificatesReady(PROGRAM, '2026-04-01')).toBe(true)
    expect(areCertificatesReady({ ...PROGRAM, certificate: { ready: 'at-once' } }, '2026-02-01')).toBe(true)
    expect(areCertificatesReady({ endsOn: '2020-01-01' } as Program, '2026-02-01')).toBe(false)
    expect([canStillComplete(PROGRAM, '2026-05-30'), canStillComplete(PROGRAM, '2026-05-31')]).toEqual([true, false])
  })
})

const drawn = fc.record({
  starts: fc.array(fc.nat(80), { minLength: 1, maxLength: 4 }),
  lengths: fc.array(fc.option(fc.nat(70)), { minLength: 4, maxLength: 4 }),
  held: fc.array(fc.tuple(fc.nat(3), fc.nat(83)), { maxLength: 30 }),
  asOf: fc.nat(120),
})
type Drawn = typeof drawn extends fc.Arbitrary<infer It> ? It : never

/** One mentor with up to four mentees, whose pairs begin and end on any days. */
function asFacts({ starts, lengths, held }: Drawn): CompletionFacts {
  const pairs = starts.map((start, at) => {
    const publishedOn = addDays(MEETINGS.from, start)
    const length = lengths[at] ?? null
    return pair('a', `m${at}`, { publishedOn, endedOn: length === null ? null : addDays(publishedOn, length) })
  })
  const meetings = held.map(([mentee, day]) => ({
    ...{ menteeId: `m${mentee}`, mentorId: 'a', heldOn: addDays(MEETINGS.from, day), confirmedBy: 'both' as const },
    ...{ deniedOn: null, minutes: null },
  }))
  return facts(pairs, meetings)
}

describe('completion, whatever the season', () => {
  it('of one pair that runs to the end it counts the very windows that the cadence counts', () => {
    fc.assert(
      fc.property(drawn, (it) => {
        const known = asFacts({ ...it, starts: it.starts.slice(0, 1), lengths: [null, null, null, null] })
        const cadence = countCadence(MEETINGS, null, known.pairs, known.meetings, AFTER)
        const found = one(BARE, known, 'm0', 'mentee')?.meetings
        expect([found?.met, found?.windows]).toEqual([cadence.windowsMet, cadence.windowsDue])
      }),
    )
  })

  it('nobody needs more windows than there are nor than the program says, and one at least', () => {
    fc.assert(
      fc.property(drawn, (it) => {
        for (const { meetings } of planCompletions(BARE, asFacts(it), addDays(MEETINGS.from, it.asOf))) {
          const { met: held = 0, needed = 0, windows = 0, open = 0 } = meetings ?? {}
          expect(needed).toBeGreaterThanOrEqual(1)
          expect(needed).toBeLessThanOrEqual(Math.max(1, Math.min(windows, 5)))
          expect(held + open).toBeLessThanOrEqual(windows)
        }
      }),
    )
  })

  it('one more meeting takes nothing from anybody', () => {
    fc.assert(
      fc.property(drawn, fc.nat(3), fc.nat(83), (it, mentee, day) => {
        const asOf = addDays(MEETINGS.from, it.asOf)
        const before = planCompletions(BARE, asFacts(it), asOf)
        const after = planCompletions(BARE, asFacts({ ...it, held: [...it.held, [mentee, day]] }), asOf)
        for (const [at, was] of before.entries()) {
          expect(after[at]?.meetings?.met).toBeGreaterThanOrEqual(was.meetings?.met ?? 0)
          expect(after[at]?.isDone || !was.isDone).toBe(true)
        }
      }),
    )
  })

  it('another season’s meetings of the same two count nothing here', () => {
    fc.assert(
      fc.property(drawn, (it) => {
        const known = asFacts(it)
        const elsewhere = known.meetings.map((one) => ({ ...one, heldOn: addDays(one.heldOn, 200) }))
        const both = { ...known, meetings: [...known.meetings, ...elsewhere] }
        const later = addDays(MEETINGS.from, 400)
        expect(planCompletions(BARE, both, later)).toEqual(planCompletions(BARE, known, later))
      }),
    )
  })
})
