import { beforeAll, describe, expect, it, vi } from 'vitest'
import { hostileProvider, type Lies } from '../make/hostile-provider.ts'
import { CLIENT } from '../make/identity-provider.ts'
import { KATE, OWNER, providerHouse, SAM } from '../make/provider-house.ts'

const kate = { sub: 'kate', email: KATE, email_verified: true }
const without = (name: string) => (it: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(it).filter(([key]) => key !== name))
const withThe = (more: Readonly<Record<string, unknown>>) => (it: Readonly<Record<string, unknown>>) => ({
  ...it,
  ...more,
})
const seconds = (from: number) => Math.floor(Date.now() / 1000) + from

/** What a provider, or somebody between it and us, may try. */
const LIES: readonly [title: string, lies: Lies][] = [
  ['alg none', { header: withThe({ alg: 'none' }), signedBy: 'nobody' }],
  ['alg none without a key id', { header: () => ({ alg: 'none' }), signedBy: 'nobody' }],
  ['alg None', { header: withThe({ alg: 'None' }), signedBy: 'nobody' }],
  ['no signature', { signedBy: 'nobody' }],
  ['another key under the right id', { signedBy: 'another key' }],
  ['a key id that is not there', { header: withThe({ kid: 'b' }) }],
  ['the client secret as key', { header: withThe({ alg: 'HS256' }), signedBy: 'the client secret' }],
  ['the public key as a secret', { header: withThe({ alg: 'HS256' }), signedBy: 'the public key as a secret' }],
  ['a critical header we do not know', { header: withThe({ crit: ['x'], x: 1 }) }],
  ['keys that are gone', { keys: () => ({ keys: [] }) }],
  ['keys that are none', { keys: () => ({}) }],
  ['another audience', { claims: withThe({ aud: 'another' }) }],
  ['no audience', { claims: without('aud') }],
  ['several audiences and nobody authorised', { claims: withThe({ aud: [CLIENT.clientId, 'another'] }) }],
  ['another authorised party', { claims: withThe({ aud: [CLIENT.clientId, 'another'], azp: 'another' }) }],
  ['another issuer', { claims: withThe({ iss: 'https://login.example.org' }) }],
  ['no issuer', { claims: without('iss') }],
  ['a token that is over', { claims: withThe({ exp: seconds(-60) }) }],
  ['a token without an end', { claims: without('exp') }],
  ['a token that does not hold yet', { claims: withThe({ nbf: seconds(600) }) }],
  ['another nonce', { claims: withThe({ nonce: 'another' }) }],
  ['no nonce', { claims: without('nonce') }],
  ['no subject', { claims: without('sub') }],
  ['a subject that is a number', { claims: withThe({ sub: 1 }) }],
  ['an empty subject', { claims: withThe({ sub: '' }) }],
  ['a subject without end', { claims: withThe({ sub: 'k'.repeat(256) }) }],
  ['no ID token', { token: without('id_token') }],
  ['an ID token that is none', { token: withThe({ id_token: 'a.b.c' }) }],
  ['an error for a token', { token: () => 400 }],
  ['a redirect for a token', { token: () => 302 }],
  ['another issuer on the way back', { back: (it) => it.set('iss', 'https://login.example.org') }],
  ['no issuer on the way back', { back: (it) => it.delete('iss') }],
  ['another state', { back: (it) => it.set('state', 'another') }],
  ['no state', { back: (it) => it.delete('state') }],
  ['two states', { back: (it) => it.append('state', it.get('state') ?? '') }],
  ['no code', { back: (it) => it.delete('code') }],
  ['an error instead of a code', { back: (it) => it.set('error', 'access_denied') }],
  ['an ID token on the way back', { back: (it) => it.set('response', 'x.y.z') }],
  ['another issuer in its description', { discovery: withThe({ issuer: 'https://login.example.org' }) }],
  ['a description without keys', { discovery: without('jwks_uri') }],
  ['an address that is not vouched for', { claims: withThe({ email_verified: false }) }],
  ['an address without a word on it', { claims: without('email_verified') }],
  ['true as a word', { claims: withThe({ email_verified: 'true' }) }],
  ['no address', { claims: without('email') }],
  ['an address of nobody here', { claims: withThe({ email: 'nobody@example.com' }) }],
  ['an address that only looks the same', { claims: withThe({ email: '\u212Aate@example.com' }) }],
  ['the address of a leaver', { claims: withThe({ email: 'leaver@example.com' }) }],
  ['another subject at the userinfo', { claims: without('email'), userinfo: () => ({ ...kate, sub: 'another' }) }],
  ['no subject at the userinfo', { claims: without('email'), userinfo: () => without('sub')(kate) }],
  [
    'true as a word at the userinfo',
    { claims: without('email'), userinfo: () => ({ ...kate, email_verified: 'true' }) },
  ],
  [
    'a vouching token, an address from elsewhere',
    { claims: without('email'), userinfo: () => ({ sub: 'kate', email: KATE }) },
  ],
]

describe('an identity provider that lies signs nobody in', () => {
  let house: Awaited<ReturnType<typeof providerHouse>>
  let provider: Awaited<ReturnType<typeof hostileProvider>>
  let refusal = ''
  beforeAll(async () => {
    provider = await hostileProvider(CLIENT)
    house = await providerHouse([provider.host])
    expect((await house.name(provider.url, 1)).status).toBe(303)
    refusal = (await house.comeBack('http://127.0.0.1:3000/sign-in/from/1', '')).text
  })
  const attempt = async (lies: Lies) => {
    provider.lie({})
    const { way, cookie } = await house.setOut()
    provider.lie(lies)
    return house.comeBack(provider.back(way), cookie)
  }

  for (const [title, lies] of LIES)
    it(`not with ${title}`, async () => {
      provider.comeAs(kate)
      const answer = await attempt(lies)
      expect([answer.status, answer.cookies.alongside]).toEqual([409, undefined])
      expect(answer.text === refusal, 'the page is the same for every reason').toBe(true)
      expect([await house.signIns(), await house.identities()]).toEqual([[], []])
    })

  it('told the truth, the same provider signs people in, by the token and by the userinfo', async () => {
    provider.comeAs(kate)
    expect((await attempt({})).status).toBe(303)
    provider.comeAs({ sub: 'sam' })
    expect((await attempt({ userinfo: () => ({ sub: 'sam', email: SAM, email_verified: true }) })).status).toBe(303)
    expect(await house.identities()).toEqual([
      { email: KATE, subject: 'kate' },
      { email: SAM, subject: 'sam' },
    ])
  })

  it('an answer counts once, also where the provider takes its code again', async () => {
    provider.comeAs(kate)
    provider.lie({})
    const { way, cookie } = await house.setOut()
    const back = provider.back(way)
    expect((await house.comeBack(back, cookie)).status).toBe(303)
    const before = (await house.signIns()).length
    const again = await house.comeBack(back, cookie)
    expect([again.status, again.text === refusal, again.cookies.alongside]).toEqual([409, true, undefined])
    expect(await house.signIns()).toHaveLength(before)
  })

  it('of an answer that does not hold the kind of reason is printed, and nobody’s address or account', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    provider.comeAs({ sub: 'account-of-kate', email: KATE, email_verified: true })
    for (const claims of [withThe({ nonce: 'another' }), withThe({ aud: 'another' }), withThe({ exp: seconds(-60) })])
      expect((await attempt({ claims })).status).toBe(409)
    const lines = printed.mock.calls.map((words) => words.join(' '))
    printed.mockRestore()
    expect(lines).toHaveLength(3)
    for (const line of lines) {
      expect(line).toMatch(/^The answer of an identity provider did not hold: [A-Z_]+$/)
      for (const word of [KATE, 'account-of-kate']) expect(line).not.toContain(word)
    }
  })

  it('an account that is linked stays its person, whatever address it has by now', async () => {
    for (const claims of [{ sub: 'kate' }, { sub: 'kate', email: SAM, email_verified: true }]) {
      provider.comeAs(claims)
      expect((await attempt({})).status).toBe(303)
      expect((await house.signIns()).at(-1)?.email).toBe(KATE)
    }
    expect(await house.identities()).toHaveLength(2)
  })

  it('an address that was given to somebody new does not bring the one who had it before', async () => {
    provider.comeAs({ sub: 'another kate', email: KATE, email_verified: true })
    const answer = await attempt({})
    expect([answer.status, answer.text === refusal]).toEqual([409, true])
  })

  it('of many who come at once with one account one link is made, and all are signed in', async () => {
    provider.comeAs({ sub: 'owner', email: OWNER, email_verified: true })
    provider.lie({})
    await Promise.all([1, 2, 3, 4].map(() => house.pool.query('select pg_sleep(0.1)')))
    const ways = await Promise.all(Array.from({ length: 8 }, () => house.setOut()))
    const answers = await Promise.all(ways.map(({ way, cookie }) => house.comeBack(provider.back(way), cookie)))
    expect(answers.map((it) => it.status)).toEqual(ways.map(() => 303))
    expect((await house.identities()).filter((it) => it.email === OWNER)).toHaveLength(1)
  })

  it('whoever has left, or was erased, comes in no more by an account that is linked', async () => {
    provider.comeAs({ sub: 'sam', email: SAM, email_verified: true })
    for (const change of ["left_on = '2020-01-01'", 'left_on = null, erased_at = now()']) {
      await house.pool.query(`update person set ${change} where email = $1`, [SAM])
      const answer = await attempt({})
      expect([answer.status, answer.text === refusal], change).toEqual([409, true])
    }
  })

  it('the second step counts only where the owner said so and the provider says that several factors were used', async () => {
    const many = { ...kate, amr: ['pwd', 'mfa'] }
    const steppedAs = async (claims: object) => {
      provider.comeAs({ ...claims })
      expect((await attempt({})).status).toBe(303)
      return (await house.signIns()).at(-1)?.stepped
    }
    expect(await steppedAs(many)).toBe(false)
    await house.pool.query('update issuer set counts_as_step = true')
    expect(await steppedAs(many)).toBe(true)
    expect(await steppedAs(kate)).toBe(false)
    expect(await steppedAs({ ...kate, amr: 'mfa' })).toBe(false)
    await house.pool.query('update issuer set counts_as_step = false')
  })
})

describe('the answer of one provider is nothing at the address of another', () => {
  it('a way that began to an honest provider does not end with the code of a hostile one, nor the other way round', async () => {
    const honest = await hostileProvider(CLIENT)
    const hostile = await hostileProvider(CLIENT)
    const house = await providerHouse([honest.host, hostile.host])
    await house.name(honest.url, 1)
    expect((await house.name(hostile.url, 2)).status).toBe(303)
    honest.comeAs(kate)
    hostile.comeAs(kate)
    for (const [from, to, comesFrom] of [
      [1, 2, honest],
      [1, 2, hostile],
      [2, 1, honest],
      [2, 1, hostile],
    ] as const) {
      const { way, cookie } = await house.setOut(from)
      const back = comesFrom.back(way).replace(`/from/${from}?`, `/from/${to}?`)
      expect((await house.comeBack(back, cookie)).status).toBe(409)
    }
    // The hostile one leads the browser to the honest one, and takes the honest one's answer as its own.
    const { way, cookie } = await house.setOut(2)
    expect((await house.comeBack(honest.back(way), cookie)).status).toBe(409)
    expect(await house.signIns()).toEqual([])
    const good = await house.setOut(1)
    expect((await house.comeBack(honest.back(good.way), good.cookie)).status).toBe(303)
  })
})
