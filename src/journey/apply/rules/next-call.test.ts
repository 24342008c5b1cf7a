import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Program } from '../../../model/program.ts'
import { asksManager } from './asks-manager.ts'
import { nextCall } from './next-call.ts'

type Call = { readonly opens: string; readonly closes?: string }

function program(key: string, mentor: Call, mentee: Call = mentor, source = 'application'): Program {
  const role = (call: Call) => ({
    call: { late: 'decline', ...call },
    considerations: [{ key: 'one', text: 'One', source }],
  })
  return {
    key,
    name: key,
    season: 'spring',
    roles: { mentor: role(mentor), mentee: role(mentee) },
  } as unknown as Program
}

const TODAY = '2026-03-02'
const OVER = { opens: '2026-01-01', closes: '2026-02-01' }
const OPEN = { opens: '2026-02-20', closes: '2026-03-10' }
const SOON = { opens: '2026-04-01', closes: '2026-04-20' }

describe('the next call to name to whoever is not placed', () => {
  it.each([
    ['none is known', [], null],
    ['all are over', [program('a', OVER)], null],
    ['one is open', [program('a', OVER), program('b', OPEN)], 'b open'],
    ['one opens later', [program('a', SOON)], 'a soon'],
    ['of two the one that opens first', [program('a', SOON), program('b', OPEN)], 'b open'],
    ['one role is enough', [program('a', OVER, SOON)], 'a soon'],
  ] as const)('%s', (_, programs, expected) => {
    const found = nextCall(programs, TODAY)
    expect(found && `${found.key} ${found.isOpen ? 'open' : 'soon'}`).toBe(expected)
  })
  it('never names a call that is over, whatever the order of seasons', () => {
    const calls = fc.array(fc.constantFrom(OVER, OPEN, SOON), { maxLength: 6 })
    fc.assert(
      fc.property(calls, (all) => {
        const programs = all.map((call, at) => program(String(at), call))
        const found = nextCall(programs, TODAY)
        expect(found === null).toBe(all.every((call) => call === OVER))
        expect(nextCall(programs.toReversed(), TODAY)?.opens).toBe(found?.opens)
      }),
    )
  })
})

describe('whether a program asks for the manager’s agreement', () => {
  it.each([
    ['both roles', program('a', OPEN), ['mentor', 'mentee'], true],
    ['one role', program('a', OPEN), ['mentee'], false],
    ['one role of a program that asks managers', program('a', OPEN, OPEN, 'manager'), ['mentee'], true],
    ['nothing sent', program('a', OPEN, OPEN, 'manager'), [], false],
  ] as const)('%s', (_, asked, roles, expected) => {
    expect(asksManager(asked, roles)).toBe(expected)
  })
})
