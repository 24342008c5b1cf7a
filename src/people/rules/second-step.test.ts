import { describe, expect, it } from 'vitest'
import { decideRemoveLostStep } from './second-step.ts'

const TODAY = '2026-11-24'

describe('a lost second step is taken away', () => {
  it.each([
    ['from somebody with a passkey', null, 1, false, 'yes'],
    ['from somebody with codes', null, 0, true, 'yes'],
    ['from somebody whose last day is to come', '2026-11-25', 1, true, 'yes'],
    ['not from somebody who has none', null, 0, false, 'nothing-to-remove'],
    ['not from somebody who leaves today', TODAY, 1, true, 'has-left'],
    ['not from somebody who has left, whatever they had', '2026-01-01', 0, false, 'has-left'],
  ] as const)('%s', (_, leftOn, passkeys, codes, answer) => {
    const decided = decideRemoveLostStep({ leftOn }, { passkeys, codes }, TODAY)
    expect(decided.ok ? 'yes' : decided.code).toBe(answer)
  })
})
