import { describe, expect, it } from 'vitest'
import type { ProgramEvent } from '../../../model/program.ts'
import { asksInterest, decideCheckIn, decideSignUp, planSessions } from './sessions.ts'

const event: ProgramEvent = {
  key: 'kickoff',
  name: 'Kickoff',
  when: { days: ['2026-03-28', '2026-03-29'] },
  minutes: 50,
  sessions: [
    { key: '1', on: '2026-03-29', startsAt: '09:00' },
    { key: '2' },
    { key: '3', on: '2026-03-28', startsAt: 'soon' },
  ],
  parts: [],
  panellists: [],
  optional: false,
  countsTowardsTarget: true,
}

it('a session stands on both clocks, also after a change of one of them', () => {
  const [first, second, third] = planSessions(event, 'Europe/Berlin', 'Pacific/Auckland')
  expect(first?.at).toEqual({
    from: '2026-03-29T07:00:00Z',
    until: '2026-03-29T07:50:00Z',
    there: { day: '2026-03-29', time: '09:00' },
    mine: { day: '2026-03-29', time: '20:00' },
  })
  expect([second?.on, second?.at]).toEqual([null, null])
  expect([third?.on, third?.at]).toEqual(['2026-03-28', null])
})

describe('on which day', () => {
  it.each([
    ['1', '2026-03-28', true, 'not-on-this-day'],
    ['1', '2026-03-29', true, true],
    ['1', '2026-03-30', 'session-over', 'not-on-this-day'],
    ['2', '2026-03-27', true, 'not-on-this-day'],
    ['2', '2026-03-28', true, true],
    ['2', '2026-03-29', true, true],
    ['3', '2026-03-29', 'session-over', 'not-on-this-day'],
    ['4', '2026-03-28', 'no-such-session', true],
  ])('session %s on %s: sign up %s, check in %s', (session, today, signUp, checkIn) => {
    const said = (it: ReturnType<typeof decideSignUp>) => it.ok || it.code
    expect([said(decideSignUp(event, session, today)), said(decideCheckIn(event, session, today))]).toEqual([
      signUp,
      checkIn,
    ])
  })
})

it('nobody signs up for an event that is called off, checks in to it or is asked whether they would come', () => {
  const off = { ...event, optional: true, calledOff: { on: '2026-03-20', because: 'The panel is ill.' } }
  expect(decideSignUp(off, '1', '2026-03-21')).toMatchObject({ ok: false, code: 'event-called-off' })
  expect(decideCheckIn(off, '1', '2026-03-29')).toMatchObject({ ok: false, code: 'event-called-off' })
  const open = { ...off, when: { toBeDecided: true as const }, sessions: [{ key: '1' }] }
  expect(asksInterest(open)).toBe(false)
  expect(asksInterest({ ...open, calledOff: undefined })).toBe(true)
})
