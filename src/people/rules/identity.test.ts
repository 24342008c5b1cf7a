import { describe, expect, it } from 'vitest'
import { decideWho, saysSeveralFactors, vouchedAddress } from './identity.ts'

describe('who an account of an identity provider is', () => {
  it('only an address that the provider vouches for counts, and only true vouches', () => {
    const kate = 'kate@example.com'
    const cases: readonly [claims: object, address: string | null][] = [
      [{ email: kate, email_verified: true }, kate],
      [{ email: 'Kate@Example.COM', email_verified: true }, kate],
      [{ email: kate }, null],
      [{ email: kate, email_verified: false }, null],
      [{ email: kate, email_verified: 'true' }, null],
      [{ email: kate, email_verified: 1 }, null],
      [{ email: kate, email_verified: [true] }, null],
      [{ email_verified: true }, null],
      [{ email: [kate], email_verified: true }, null],
      [{ email: ` ${kate}`, email_verified: true }, null],
      [{ email: `${kate},other@example.com`, email_verified: true }, null],
      [{ email: `${'k'.repeat(250)}@example.com`, email_verified: true }, null],
      // The sign for kelvin, which becomes a k in lower case.
      [{ email: '\u212Aate@example.com', email_verified: true }, '\u212Aate@example.com'],
    ]
    for (const [claims, address] of cases) expect(vouchedAddress(claims), JSON.stringify(claims)).toBe(address)
  })

  it('a linked account is its person, an unlinked one the person of its address, and nobody else is anybody', () => {
    const here = { personId: 'a', isHere: true }
    const gone = { personId: 'a', isHere: false }
    const other = { personId: 'b', hasAccount: false }
    expect(decideWho(here, undefined)).toEqual({ ok: true, value: { personId: 'a', links: false } })
    expect(decideWho(here, other)).toEqual({ ok: true, value: { personId: 'a', links: false } })
    expect(decideWho(undefined, other)).toEqual({ ok: true, value: { personId: 'b', links: true } })
    for (const [linked, addressed] of [
      [gone, undefined],
      [gone, other],
      [undefined, undefined],
      [undefined, { personId: 'b', hasAccount: true }],
    ] as const)
      expect(decideWho(linked, addressed).ok).toBe(false)
  })

  it('several factors are said by the methods or by a known class, and by nothing that only looks like it', () => {
    for (const claims of [{ amr: ['pwd', 'mfa'] }, { acr: 'phr' }, { acr: 'https://refeds.org/profile/mfa', amr: [] }])
      expect(saysSeveralFactors(claims), JSON.stringify(claims)).toBe(true)
    for (const claims of [{}, { amr: 'mfa' }, { amr: ['pwd', 'otp'] }, { acr: 'mfa' }, { acr: ['phr'] }, { acr: '2' }])
      expect(saysSeveralFactors(claims), JSON.stringify(claims)).toBe(false)
  })
})
