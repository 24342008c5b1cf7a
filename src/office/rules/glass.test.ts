import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideAgree, decideAsk, decideEndGlass, decideLook, type Glass, OPEN_MINUTES, stateOfGlass } from './glass.ts'

const ASKED = '2026-10-01T09:00:00.000Z'
const later = (minutes: number) => new Date(Date.parse(ASKED) + minutes * 60_000).toISOString()
const asked: Glass = {
  ownerId: 'owner',
  secondId: null,
  subjectId: 'subject',
  askedAt: ASKED,
  untilAt: null,
  endedAt: null,
}
const open: Glass = { ...asked, secondId: 'second', untilAt: later(70) }
const WEEK = 7 * 24 * 60

describe('asking to look', () => {
  it.each([
    ['a sentence', 'The pair asked us to look.', 'owner', 'subject', true],
    ['nineteen characters', '1234567890123456789', 'owner', 'subject', false],
    ['twenty characters', '12345678901234567890', 'owner', 'subject', true],
    ['twenty characters of which some are space around', '   1234567890       ', 'owner', 'subject', false],
    ['about oneself', 'The pair asked us to look.', 'owner', 'owner', false],
  ])('%s', (_title, reason, ownerId, subjectId, may) => {
    expect(decideAsk({ reason, ownerId, subjectId }).ok).toBe(may)
  })
})

describe('the second person', () => {
  it.each<[string, Glass, string, number, boolean]>([
    ['another person', asked, 'second', 5, true],
    ['who asked', asked, 'owner', 5, false],
    ['whom it is about', asked, 'subject', 5, false],
    ['a minute before a week is over', asked, 'second', WEEK - 1, true],
    ['when a week is over', asked, 'second', WEEK, false],
    ['while it is open', open, 'third', 20, false],
    ['when its hour is over', open, 'third', 71, false],
    ['after it was called off', { ...asked, endedAt: later(1) }, 'second', 5, false],
  ])('%s', (_title, glass, secondId, minutes, may) => {
    expect(decideAgree(glass, secondId, later(minutes)).ok).toBe(may)
  })

  it('opens it for one hour', () => {
    expect(decideAgree(asked, 'second', later(10))).toEqual({ ok: true, value: { untilAt: later(10 + OPEN_MINUTES) } })
  })
})

describe('looking', () => {
  it.each<[string, Glass, string, number, boolean]>([
    ['who asked, within the hour', open, 'owner', 69, true],
    ['when the hour is over', open, 'owner', 70, false],
    ['the second person', open, 'second', 20, false],
    ['another owner', open, 'third', 20, false],
    ['before anybody agreed', asked, 'owner', 20, false],
    ['after it was closed', { ...open, endedAt: later(15) }, 'owner', 20, false],
  ])('%s', (_title, glass, personId, minutes, may) => {
    expect(decideLook(glass, personId, later(minutes)).ok).toBe(may)
  })
})

it('either of the two may close it, nobody else, and twice changes nothing', () => {
  expect(decideEndGlass(open, 'owner', later(20))).toEqual({ ok: true, value: 'ended' })
  expect(decideEndGlass(open, 'second', later(20))).toEqual({ ok: true, value: 'ended' })
  expect(decideEndGlass(asked, 'owner', later(20))).toEqual({ ok: true, value: 'ended' })
  expect(decideEndGlass(open, 'third', later(20)).ok).toBe(false)
  expect(decideEndGlass({ ...open, endedAt: later(15) }, 'owner', later(20))).toEqual({ ok: true, value: 'unchanged' })
})

/** Lives one glass through what anybody tries at any minute, as the actions would. */
function live(steps: readonly { kind: 'agree' | 'look' | 'end'; who: string; wait: number }[]) {
  let glass = asked
  let minutes = 0
  let agreements = 0
  const looks: { who: string; at: string; glass: Glass }[] = []
  for (const { kind, who, wait } of steps) {
    minutes += wait
    const now = later(minutes)
    if (kind === 'agree') {
      const decided = decideAgree(glass, who, now)
      if (decided.ok) {
        agreements += 1
        glass = { ...glass, secondId: who, untilAt: decided.value.untilAt }
      }
    }
    if (kind === 'look' && decideLook(glass, who, now).ok) looks.push({ who, at: now, glass })
    const ends = decideEndGlass(glass, who, now)
    if (kind === 'end' && ends.ok && ends.value === 'ended') glass = { ...glass, endedAt: now }
  }
  return { looks, agreements, glass, now: later(minutes) }
}

describe('whatever four people try, at whatever minute', () => {
  const steps = fc.array(
    fc.record({
      kind: fc.constantFrom('agree' as const, 'look' as const, 'end' as const),
      who: fc.constantFrom('owner', 'second', 'third', 'subject'),
      wait: fc.integer({ min: 0, max: 50 }),
    }),
    { minLength: 5, maxLength: 40 },
  )

  it('only who asked looks, after another than themself and the subject agreed, within the hour, and before it was closed', () => {
    fc.assert(
      fc.property(steps, (all) =>
        live(all).looks.every(
          ({ who, at, glass }) =>
            who === 'owner' &&
            glass.secondId !== null &&
            !['owner', 'subject'].includes(glass.secondId) &&
            glass.endedAt === null &&
            Date.parse(glass.untilAt ?? ASKED) - Date.parse(at) > 0 &&
            Date.parse(glass.untilAt ?? ASKED) - Date.parse(at) <= OPEN_MINUTES * 60_000,
        ),
      ),
    )
  })

  it('it opens once at most, and once over stays over', () => {
    fc.assert(
      fc.property(steps, fc.nat(10_000), (all, wait) => {
        const { glass, now, agreements } = live(all)
        const state = stateOfGlass(glass, now)
        const much = new Date(Date.parse(now) + wait * 60_000).toISOString()
        const isOver = state === 'over' || state === 'lapsed'
        return (
          agreements <= 1 && (!isOver || (stateOfGlass(glass, much) === state && !decideAgree(glass, 'third', much).ok))
        )
      }),
    )
  })
})
