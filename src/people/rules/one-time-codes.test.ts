import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CODE_LIMITS,
  codeAsTyped,
  decideCode,
  RECOVERY_LENGTH,
  recoveryCodeAsTyped,
  recoveryCodeFrom,
} from './one-time-codes.ts'

describe('a one-time code', () => {
  it('is taken when it fits a step after the last one', () => {
    expect(decideCode(101, 100)).toEqual({ ok: true, value: 101 })
  })

  it.each([
    ['that fits no step is wrong', null, 100, 'wrong-code'],
    ['is not taken twice', 100, 100, 'code-used'],
    ['from before the last one is not taken either', 99, 100, 'code-used'],
  ])('%s', (_title, step, last, code) => {
    expect(decideCode(step, last)).toMatchObject({ ok: false, code })
  })

  it('may be typed with the space that apps show', () => {
    expect(codeAsTyped(' 123 456 ')).toBe('123456')
    expect(codeAsTyped('123-456')).toBe('123456')
  })

  it('is not guessed in a year of trying at the rate that is allowed', () => {
    const good = 3 / 1_000_000
    expect(1 - (1 - good) ** (CODE_LIMITS.day.most * 365)).toBeLessThan(0.05)
  })
})

describe('a recovery code', () => {
  const bytes = fc.array(fc.nat(255), { minLength: RECOVERY_LENGTH, maxLength: RECOVERY_LENGTH })

  it('reads in four groups of four', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(recoveryCodeFrom(some)).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/)
      }),
    )
  })

  it('counts however it is typed', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        const code = recoveryCodeFrom(some)
        for (const typed of [code, code.toUpperCase(), code.replaceAll('-', ' '), ` ${code.replaceAll('0', 'O')}`])
          expect(recoveryCodeAsTyped(typed)).toBe(code)
      }),
    )
  })
})
