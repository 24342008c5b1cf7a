import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../calendar/days.ts'
import type { Confirmation, MeetingFact, PairFact } from '../../../model/figures.ts'
import { planStrip } from '../rules.ts'
import { planOwnStrip } from './own-strip.ts'

const RHYTHM = { from: '2026-09-09', until: '2026-12-02', everyDays: 14 }
const PAIR: PairFact = {
  id: 'p',
  mentorId: 'mentor',
  menteeId: 'mentee',
  publishedOn: '2026-08-25',
  endedOn: null,
  pauses: [],
  excusedOn: [],
}
const met = (heldOn: string, confirmedBy: Confirmation): MeetingFact => ({
  menteeId: 'mentee',
  mentorId: null,
  heldOn,
  confirmedBy,
  deniedOn: confirmedBy === 'denied' ? heldOn : null,
})
const stripOn = (asOf: string, role: 'mentor' | 'mentee', ...meetings: MeetingFact[]) =>
  planOwnStrip(RHYTHM, PAIR, { pairs: [PAIR], meetings }, role, asOf)

describe('the windows of a pair to its own two', () => {
  it('what one side said asks the other while an answer may come, and nobody afterwards', () => {
    const meeting = met('2026-10-01', 'mentor')
    const asked = stripOn('2026-10-06', 'mentee', meeting)
    expect(asked.questions).toEqual([{ heldOn: '2026-10-01', lastDayToAnswer: '2026-10-08' }])
    expect(asked.cells[1]).toMatchObject({ state: 'one', saidBy: 'mentor', awaits: 'me', isNow: true })
    const waiting = stripOn('2026-10-06', 'mentor', meeting)
    expect(waiting.questions).toEqual([])
    expect(waiting.cells[1]).toMatchObject({ state: 'one', saidBy: 'mentor', awaits: 'partner' })
    const after = stripOn('2026-10-09', 'mentee', meeting)
    expect(after.questions).toEqual([])
    expect(after.cells[1]).toMatchObject({ state: 'one', saidBy: 'mentor', awaits: null, isNow: false })
  })

  it('each meeting is said as its reader stands to it, the latest first', () => {
    const { meetings } = stripOn(
      '2026-11-01',
      'mentee',
      met('2026-09-10', 'both'),
      met('2026-09-24', 'mentor'),
      met('2026-10-08', 'denied'),
      met('2026-10-22', 'mentee'),
      met('2026-11-20', 'both'),
    )
    expect(meetings).toEqual([
      { heldOn: '2026-10-22', said: 'me' },
      { heldOn: '2026-10-08', said: 'disagree' },
      { heldOn: '2026-09-24', said: 'partner' },
      { heldOn: '2026-09-10', said: 'both' },
    ])
  })

  it('agrees with the strip that is counted, but for the answer that may still come', () => {
    const day = fc.integer({ min: 0, max: 90 }).map((it) => addDays('2026-09-09', it))
    const meeting = fc.tuple(day, fc.constantFrom<Confirmation>('both', 'mentor', 'mentee', 'denied', 'unknown'))
    fc.assert(
      fc.property(fc.array(meeting, { maxLength: 6 }), day, (all, asOf) => {
        const meetings = all.map(([heldOn, by]) => met(heldOn, by))
        const counted = planStrip(RHYTHM, PAIR, meetings, asOf).map((it) => it.state)
        const own = planOwnStrip(RHYTHM, PAIR, { pairs: [PAIR], meetings }, 'mentee', asOf).cells
        expect(own.map((it) => (it.awaits ? 'due' : it.state))).toEqual(counted)
        for (const cell of own) if (cell.awaits) expect(cell.state).toBe('one')
      }),
    )
  })
})
