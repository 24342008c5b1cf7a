import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countRoom, decideAsking, decideRequest, keepUntil, movesOnAt, overdueBefore } from './rules.ts'
import { REQUEST_ANSWERS, type Standing } from './shapes.ts'

const NOW = '2026-03-02T09:00:00.000Z'
const OPEN: Standing = { state: 'open', turn: 'mentor', turnAt: NOW, hasAsked: false }
const ROOM = { accepted: 0, places: 1 }

describe('the room of a mentor', () => {
  it.each([
    ['nobody yet', { places: 2, taken: 0, isFull: false, availableOn: null }, 2],
    ['one taken', { places: 2, taken: 1, isFull: false, availableOn: null }, 1],
    ['more than places, since they were made fewer', { places: 1, taken: 3, isFull: false, availableOn: null }, 0],
    ['full', { places: 2, taken: 0, isFull: true, availableOn: null }, 0],
    ['from tomorrow', { places: 2, taken: 0, isFull: false, availableOn: '2026-03-03' }, 0],
    ['from today', { places: 2, taken: 0, isFull: false, availableOn: '2026-03-02' }, 2],
  ])('%s', (_, room, expected) => {
    expect(countRoom(room, '2026-03-02')).toBe(expected)
  })
})

describe('asking a mentor', () => {
  const free = { isSelf: false, room: 1, open: 2, isOpenWithThem: false }
  it.each([
    ['there is room', free, null],
    ['oneself', { ...free, isSelf: true }, 'own-offer'],
    ['the same twice', { ...free, isOpenWithThem: true }, 'already-asked'],
    ['a fourth', { ...free, open: 3 }, 'three-requests-open'],
    ['no room', { ...free, room: 0 }, 'no-room'],
  ])('%s', (_, asked, code) => {
    const decided = decideAsking(asked)
    expect(decided.ok ? null : decided.code).toBe(code)
  })
})

describe('answering a request', () => {
  it.each([
    ['accept', 'accepted', 'asker'],
    ['decline', 'declined', 'asker'],
    ['full', 'full', 'asker'],
    ['ask-more', 'open', 'asker'],
  ] as const)('%s makes it %s', (answer, state, turn) => {
    expect(decideRequest(OPEN, answer, ROOM)).toEqual({ ok: true, value: { state, turn } })
  })
  it.each([
    ['an ended one', { ...OPEN, state: 'withdrawn' as const }, 'accept', 'request-ended'],
    ['the other’s turn', { ...OPEN, turn: 'asker' as const }, 'accept', 'not-your-turn'],
    ['a second question', { ...OPEN, hasAsked: true }, 'ask-more', 'asked-once'],
  ] as const)('%s is refused', (_, standing, answer, code) => {
    expect(decideRequest(standing, answer, ROOM)).toMatchObject({ ok: false, code })
  })
  it('never accepts beyond the places, and ends nothing twice', () => {
    const standing = fc.record({
      state: fc.constantFrom('open', 'accepted', 'declined', 'full', 'moved-on', 'withdrawn'),
      turn: fc.constantFrom('mentor', 'asker'),
      turnAt: fc.constant(NOW),
      hasAsked: fc.boolean(),
    }) as fc.Arbitrary<Standing>
    const counts = fc.record({ accepted: fc.nat(8), places: fc.integer({ min: 1, max: 5 }) })
    fc.assert(
      fc.property(standing, fc.constantFrom(...REQUEST_ANSWERS), counts, (it, answer, room) => {
        const decided = decideRequest(it, answer, room)
        if (!decided.ok) return
        expect(it.state).toBe('open')
        if (decided.value.state === 'accepted') expect(room.accepted).toBeLessThan(room.places)
      }),
    )
  })
})

describe('the clock of a request', () => {
  it('moves on a week after the turn began, to the same instant seen from both ends', () => {
    expect(movesOnAt(NOW)).toBe('2026-03-09T09:00:00.000Z')
    expect(overdueBefore(movesOnAt(NOW))).toBe(NOW)
  })
  it('is kept thirty days after its end, a year when accepted, and for as long as it is open', () => {
    expect(keepUntil('open', NOW)).toBeNull()
    expect(keepUntil('declined', NOW)).toBe('2026-04-01T00:00:00.000Z')
    expect(keepUntil('accepted', NOW)).toBe('2027-03-02T00:00:00.000Z')
  })
})
