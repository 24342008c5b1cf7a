import { describe, expect, it } from 'vitest'
import { openProvider } from './openid.ts'

describe('a provider is the one that was named', () => {
  /** Somebody who describes themselves so, whatever address they are asked at. */
  const describedAs = (issuer: string) => ({
    isNamed: () => false,
    fetch: async () =>
      Response.json({
        issuer,
        authorization_endpoint: 'https://login.example.org/authorize',
        token_endpoint: 'https://login.example.org/token',
        jwks_uri: 'https://login.example.org/keys',
      }),
  })
  const open = (url: string, issuer: string) =>
    openProvider(describedAs(issuer), { url, clientId: 'alongside', secret: null }, '2026-11-24T09:00:00Z')

  it('by its address, with or without a slash at its end', async () => {
    await open('https://login.example.org', 'https://login.example.org')
    await open('https://login.example.org', 'https://login.example.org/')
  })

  it('not another, and not a directory of many tenants: each of them could vouch for our people', async () => {
    for (const [url, issuer] of [
      ['https://login.example.org', 'https://login.example.com'],
      ['https://login.microsoftonline.com/common/v2.0', 'https://login.microsoftonline.com/{tenantid}/v2.0'],
      ['https://login.microsoftonline.com/organizations/v2.0', 'https://login.microsoftonline.com/{tenantid}/v2.0'],
      ['https://tenant.b2clogin.com/tenant/policy/v2.0', 'https://tenant.b2clogin.com/another/v2.0'],
    ] as const)
      await expect(open(url, issuer), url).rejects.toThrow(/another provider/)
  })
})
