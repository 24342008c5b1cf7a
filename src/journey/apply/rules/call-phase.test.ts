import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '../../../calendar/days.ts'
import type { Program } from '../../../model/program.ts'
import { readProgram } from '../../design/load-program.ts'
import { callPhase, countTenure, decideApplying, decideWithdrawing, type Standing } from './call-phase.ts'

const read = readProgram(readFileSync('programs/women-2021.yaml', 'utf8'))
if (!read.ok) throw new Error('the program of 2021 does not load')
const program: Program = read.value
const withCall = (call: Program['roles']['mentee']['call'], more: Partial<Program> = {}): Program => ({
  ...program,
  ...more,
  endsOn: '2021-10-07',
  roles: { ...program.roles, mentee: { ...program.roles.mentee, call } },
})
const call = { opens: '2021-06-07', closes: '2021-06-23', late: 'decline' } as const

describe('where a call stands', () => {
  it.each([
    ['2021-06-06', 'soon', 'soon'],
    ['2021-06-07', 'open', 'open'],
    ['2021-06-23', 'open', 'open'],
    ['2021-06-24', 'over', 'late'],
    ['2021-10-08', 'over', 'over'],
  ] as const)('on %s it is %s, or %s where late applications are kept', (day, declined, kept) => {
    expect(callPhase(withCall(call), 'mentee', day)).toBe(declined)
    expect(callPhase(withCall({ ...call, late: 'reserve' }), 'mentee', day)).toBe(kept)
  })

  it('a call without a closing day stays open to the end of the season', () => {
    const open = withCall({ opens: call.opens, late: 'decline' })
    expect(callPhase(open, 'mentee', '2021-10-07')).toBe('open')
    expect(callPhase(open, 'mentee', '2021-10-08')).toBe('over')
  })

  it('goes through its phases once, in order', () => {
    const order = ['soon', 'open', 'late', 'over']
    const days = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }))
    fc.assert(
      fc.property(days, fc.constantFrom('reserve', 'decline'), fc.boolean(), ([a, b], late, closes) => {
        const it = withCall({ opens: call.opens, late, ...(closes ? { closes: call.closes } : {}) })
        const phases = [Math.min(a, b), Math.max(a, b)].map((n) => callPhase(it, 'mentee', addDays('2021-01-01', n)))
        const [before = 0, after = 0] = phases.map((phase) => order.indexOf(phase))
        expect(after).toBeGreaterThanOrEqual(before)
      }),
    )
  })
})

describe('who may apply', () => {
  const standing: Standing = {
    role: 'mentee',
    today: '2021-06-10',
    inForce: [],
    hasHeard: false,
    inDirectory: true,
    isOnlyCoordinator: false,
  }
  it.each([
    [{}, {}, null],
    [{ inForce: ['mentee'] }, {}, null],
    [{ inForce: ['mentor'] }, {}, null],
    [{ today: '2021-06-01' }, {}, 'call-not-open'],
    [{ today: '2021-06-24' }, {}, 'call-closed'],
    [{ today: '2021-06-24', inForce: ['mentee'] }, {}, 'application-stands'],
    [{ hasHeard: true, inForce: ['mentee'] }, {}, 'application-stands'],
    [{ inDirectory: false }, {}, 'not-in-the-directory'],
    [{ inDirectory: false }, { acceptsSelfDeclared: true }, null],
    [{ isOnlyCoordinator: true }, {}, 'no-second-coordinator'],
    [{ inForce: ['mentor'] }, { dual: { allowed: false } }, 'one-role-only'],
  ] as const)('%o in a program with %o: %s', (it, more, code) => {
    const decided = decideApplying(withCall(call, more), { ...standing, ...it })
    expect(decided.ok ? null : decided.code).toBe(code)
  })
})

describe('how long somebody has been here', () => {
  it('is met on the very day the months are over, and on no day before', () => {
    const months = fc.integer({ min: 0, max: 24 })
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 1600 }), (n, from, at) => {
        const [startedOn, today] = [addDays('2019-01-31', from), addDays('2019-01-31', at)]
        const tenure = countTenure([{ kind: 'tenure', months: n, text: 'x' }], startedOn, today)
        const fromOn = addMonths(startedOn, n)
        expect(tenure).toEqual(fromOn <= today ? { is: 'met' } : { is: 'not-yet', fromOn, months: n })
      }),
    )
  })

  it('is not asked without a rule, and unknown without a start', () => {
    expect(countTenure([{ kind: 'commitment', text: 'x' }], null, '2021-01-01').is).toBe('not-asked')
    expect(countTenure([{ kind: 'tenure', months: 3, text: 'x' }], null, '2021-01-01').is).toBe('unknown')
  })
})

describe('taking an application back', () => {
  it.each([
    [{ hasHeard: false, isPaired: false, isMatchMade: false }, null],
    [{ hasHeard: false, isPaired: true, isMatchMade: true }, 'match-is-made'],
    [{ hasHeard: false, isPaired: false, isMatchMade: true }, 'match-is-made'],
    [{ hasHeard: true, isPaired: true, isMatchMade: true }, 'in-a-pair'],
    [{ hasHeard: true, isPaired: false, isMatchMade: true }, null],
  ])('%o: %s', (it, code) => {
    const decided = decideWithdrawing(it)
    expect(decided.ok ? null : decided.code).toBe(code)
  })

  it('until they have heard, nothing in it tells who is paired', () => {
    for (const isMatchMade of [true, false]) {
      const [one, other] = [true, false].map((isPaired) =>
        decideWithdrawing({ hasHeard: false, isPaired, isMatchMade }),
      )
      expect(one).toEqual(other)
    }
  })
})
