import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostileProvider } from '../make/hostile-provider.ts'
import { CLIENT } from '../make/identity-provider.ts'
import { KATE, providerHouse } from '../make/provider-house.ts'
import { signInAs } from '../make/sign-in.ts'

describe('the owner names the identity providers', () => {
  let house: Awaited<ReturnType<typeof providerHouse>>
  let provider: Awaited<ReturnType<typeof hostileProvider>>
  let guard: Server
  let guardPort = 0
  let calls = 0
  beforeAll(async () => {
    provider = await hostileProvider(CLIENT)
    house = await providerHouse([provider.host])
    guard = createServer((socket) => {
      calls += 1
      socket.destroy()
    })
    await new Promise<void>((done) => guard.listen(0, '127.0.0.1', done))
    const at = guard.address()
    guardPort = typeof at === 'object' && at ? at.port : 0
  })
  afterAll(() => new Promise((done) => guard.close(done)))
  const issuers = async () =>
    (
      await house.pool.query(
        'select number, url, name, counts_as_step, ended_at is not null as ended from issuer order by 1',
      )
    ).rows
  const entered = (more: Readonly<Record<string, string>> = {}) => ({
    ...{ name: 'Work account', url: provider.url, number: '1', ...CLIENT },
    ...more,
  })

  it('the page says what to tell the provider before there is one, and a colleague finds no such page', async () => {
    const page = await house.ownerGet('/office/sign-in')
    expect(page.text).toContain('http://127.0.0.1:3000/sign-in/from/1')
    const { cookie, formToken } = await signInAs(house.installation, KATE, { stepped: true })
    expect((await house.open('/office/sign-in', cookie)).status).toBe(404)
    expect((await house.open('/office/sign-in', cookie, { ...entered(), token: formToken })).status).toBe(404)
    const unstepped = await house.ownerPost('/office/sign-in', entered(), false)
    expect(unstepped.headers.get('location')).toBe('/sign-in/step')
    expect(await issuers()).toEqual([])
    // Nobody else makes the product ask an address of their choice.
    expect(provider.requests()).toBe(0)
  })

  const faults: readonly [title: string, more: (host: string) => Readonly<Record<string, string>>, says: string][] = [
    ['on this machine', (host) => ({ url: `http://${host}` }), 'it is not an https address'],
    [
      'on this machine, over https',
      (host) => ({ url: `https://${host}` }),
      'leads to this machine or into its network',
    ],
    ['in other digits', (host) => ({ url: `https://0x7f000001:${host.split(':')[1]}` }), 'ALLOW_PRIVATE_OUTBOUND'],
    ['of the cloud', () => ({ url: 'https://169.254.169.254/' }), 'leads to this machine or into its network'],
    ['that is no address', () => ({ url: 'login' }), 'is not the address of a provider'],
    ['of a script', () => ({ url: 'javascript:alert(1)' }), 'is not the address of a provider'],
    ['with a name and password', (host) => ({ url: `https://a:b@${host}` }), 'it is not an address of a server'],
    ['with a question', () => ({ url: `${provider.url}?x=1` }), 'is not the address of a provider'],
    ['where nothing is', () => ({ url: `${provider.url}/elsewhere` }), 'does not answer as an OpenID provider does'],
    ['that is empty', () => ({ url: ' ' }), 'Enter the address of the issuer'],
  ]
  for (const [title, more, says] of faults)
    it(`an address ${title} is not taken; everything entered is given back but the secret`, async () => {
      const answer = await house.ownerPost('/office/sign-in', entered(more(`127.0.0.1:${guardPort}`)))
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(says)
      expect(answer.text).toContain('value="Work account"')
      expect(answer.text).not.toContain(CLIENT.clientSecret)
      expect(await issuers()).toEqual([])
      expect(calls).toBe(0)
    })

  it('a provider that describes itself as another, or sends people to a script, is not taken', async () => {
    for (const change of [
      { issuer: 'https://login.example.org' },
      { issuer: `${provider.url}/{tenantid}` },
      { authorization_endpoint: 'javascript:alert(1)' },
      { authorization_endpoint: 'http://login.example.org/' },
      { jwks_uri: undefined },
    ]) {
      provider.lie({ discovery: (it) => ({ ...it, ...change }) })
      const answer = await house.ownerPost('/office/sign-in', entered())
      expect(answer.status, JSON.stringify(change)).toBe(422)
    }
    provider.lie({})
    expect(await issuers()).toEqual([])
  })

  it('one that answers is added, by the address people copy too, and its secret is sealed and never shown', async () => {
    const url = `${provider.url}/.well-known/openid-configuration`
    const added = await house.ownerPost('/office/sign-in', entered({ url, countsAsStep: 'yes' }))
    expect([added.status, added.headers.get('location')]).toEqual([303, '/office/sign-in'])
    expect(await issuers()).toMatchObject([{ url: provider.url, name: 'Work account', counts_as_step: true }])
    const { rows } = await house.pool.query('select sealed_secret from issuer')
    expect(rows[0].sealed_secret.includes(Buffer.from(CLIENT.clientSecret))).toBe(false)
    const page = await house.ownerGet('/office/sign-in')
    expect(page.text).toContain('People may sign in with Work account')
    expect(page.text).not.toContain(CLIENT.clientSecret)
    expect((await house.open('/sign-in')).text).toContain('Continue with Work account')
  })

  it('the same address, or a number that is taken, is not added twice', async () => {
    const again = await house.ownerPost('/office/sign-in', entered())
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('has changed')])
    const twice = await house.ownerPost('/office/sign-in', entered({ number: '2' }))
    expect([twice.status, twice.text]).toEqual([422, expect.stringContaining('is named already')])
  })

  it('it is tested when the owner asks, and says why where it does not answer', async () => {
    expect((await house.ownerPost('/office/sign-in/1/test')).text).toContain(
      'Work account answers as an identity provider does',
    )
    provider.lie({ discovery: (it) => ({ ...it, issuer: 'https://login.example.org' }) })
    expect((await house.ownerPost('/office/sign-in/1/test')).text).toContain('it says that it is another provider')
    const onTheWay = await house.open('/sign-in/with/1', '', {})
    expect([onTheWay.status, onTheWay.text]).toEqual([409, expect.stringContaining('cannot be reached just now')])
    provider.lie({})
    expect((await house.ownerPost('/office/sign-in/7/test')).status).toBe(404)
  })

  it('ended after it was asked once, nobody signs in with it, not even who was on the way, and its secret is gone', async () => {
    provider.comeAs({ sub: 'kate', email: KATE, email_verified: true })
    const { way, cookie } = await house.setOut()
    expect((await house.ownerGet('/office/sign-in/1/end')).text).toContain('End signing in with Work account?')
    expect((await house.ownerPost('/office/sign-in/1/end')).status).toBe(303)
    expect((await house.comeBack(provider.back(way), cookie)).status).toBe(409)
    expect((await house.open('/sign-in/with/1', '', {})).status).toBe(404)
    expect((await house.open('/sign-in')).text).not.toContain('Continue with')
    expect((await house.ownerPost('/office/sign-in/1/end')).status).toBe(404)
    const { rows } = await house.pool.query('select sealed_secret from issuer')
    expect(rows).toEqual([{ sealed_secret: null }])
  })

  it('named anew it has a new address to come back to, and people are linked anew by the address it vouches for', async () => {
    expect((await house.ownerPost('/office/sign-in', entered({ number: '2' }))).status).toBe(303)
    const { way, cookie } = await house.setOut(2)
    expect(way.searchParams.get('redirect_uri')).toBe('http://127.0.0.1:3000/sign-in/from/2')
    expect((await house.comeBack(provider.back(way), cookie)).status).toBe(303)
    expect((await house.ownerGet('/office/sign-in')).text).toContain('1 person')
  })

  it('a client that sets out without end is told to wait', async () => {
    let status = 200
    for (let many = 0; many < 250 && status === 200; many += 1)
      status = (await house.open('/sign-in/with/2', '', {})).status
    expect(status).toBe(429)
  })
})
