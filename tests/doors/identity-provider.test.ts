import { beforeAll, describe, expect, it, vi } from 'vitest'
import { identityProvider, walk } from '../make/identity-provider.ts'
import { KATE, providerHouse, SAM } from '../make/provider-house.ts'

const HOME = 'http://127.0.0.1:3000'

describe('people sign in with a real identity provider', () => {
  let house: Awaited<ReturnType<typeof providerHouse>>
  let provider: Awaited<ReturnType<typeof identityProvider>>
  beforeAll(async () => {
    provider = await identityProvider(
      {
        'account of kate': { email: 'Kate@Example.com', email_verified: true },
        'account of sam': { email: SAM, email_verified: false },
      },
      [`${HOME}/sign-in/from/1`],
    )
    house = await providerHouse([provider.host])
    const named = await house.name(provider.url, 1)
    expect([named.status, named.headers.get('location')]).toEqual([303, '/office/sign-in'])
  })

  it('the page to sign in offers it by its name', async () => {
    const { text } = await house.open('/sign-in?next=%2Fme')
    expect(text).toContain('Continue with Provider 1')
    expect(text).toContain('action="/sign-in/with/1"')
  })

  it('whoever it vouches for is signed in, comes to the page they wanted, and is known the next time', async () => {
    for (const _ of ['first', 'second']) {
      const { way, cookie } = await house.setOut(1, '/me/sign-ins')
      const back = await walk(way.href, HOME)
      expect(back.searchParams.get('iss')).toBe(provider.url)
      const answer = await house.comeBack(back, cookie)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/me/sign-ins'])
      const page = await house.open('/me/sign-ins', answer.cookies.alongside)
      expect(page.status).toBe(200)
      expect(answer.cookies['alongside-way']).toBe('alongside-way=')
    }
    expect(await house.signIns()).toEqual([
      { email: KATE, stepped: false },
      { email: KATE, stepped: false },
    ])
    expect(await house.identities()).toEqual([{ email: KATE, subject: 'account of kate' }])
  })

  it('the way there carries a state, a nonce and a proof key, and asks for no more than the address', async () => {
    const { way } = await house.setOut()
    const asked = Object.fromEntries(way.searchParams)
    expect(asked).toMatchObject({ scope: 'openid email', response_type: 'code', code_challenge_method: 'S256' })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]?.length, name).toBeGreaterThan(40)
    const other = await house.setOut()
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(other.way.searchParams.get(name)).not.toBe(asked[name])
  })

  it('an address that it does not vouch for signs nobody in', async () => {
    provider.comeAs('account of sam')
    const { way, cookie } = await house.setOut()
    const answer = await house.comeBack(await walk(way.href, HOME), cookie)
    expect([answer.status, answer.cookies.alongside]).toEqual([409, undefined])
    expect(await house.identities()).toHaveLength(1)
    provider.comeAs('account of kate')
  })

  it('the answer counts once, in the browser that set out, with its own state', async () => {
    const before = (await house.signIns()).length
    const first = await house.setOut()
    const back = await walk(first.way.href, HOME)
    const other = await house.setOut()
    const changed = (name: string, value: string | null) => {
      const url = new URL(back)
      if (value === null) url.searchParams.delete(name)
      else url.searchParams.set(name, value)
      return url
    }
    const otherState = other.way.searchParams.get('state') ?? ''
    const refused = [
      await house.comeBack(back, ''),
      await house.comeBack(back, 'alongside-way=guessed'),
      await house.comeBack(changed('state', null), (await house.setOut()).cookie),
      await house.comeBack(changed('state', 'another'), (await house.setOut()).cookie),
      // A code of somebody else's way, put into one's own.
      await house.comeBack(changed('state', otherState), other.cookie),
    ]
    for (const answer of refused) expect([answer.status, answer.cookies.alongside]).toEqual([409, undefined])
    expect(await house.signIns()).toHaveLength(before)
    expect((await house.comeBack(back, first.cookie)).status).toBe(303)
  })

  it('a code that was used is not taken again, by us or by the provider', async () => {
    const { way, cookie } = await house.setOut()
    const back = await walk(way.href, HOME)
    expect((await house.comeBack(back, cookie)).status).toBe(303)
    const before = (await house.signIns()).length
    const other = await house.setOut()
    const replayed = new URL(back)
    replayed.searchParams.set('state', other.way.searchParams.get('state') ?? '')
    for (const answer of [await house.comeBack(back, cookie), await house.comeBack(replayed, other.cookie)])
      expect([answer.status, answer.cookies.alongside]).toEqual([409, undefined])
    expect(await house.signIns()).toHaveLength(before)
  })

  it('a secret of ours that was tampered with is a fault of ours, and is said on the machine', async () => {
    const { way, cookie } = await house.setOut()
    const back = await walk(way.href, HOME)
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const swap = (by: number) =>
      house.pool.query(
        'update issuer set sealed_secret = set_byte(sealed_secret, 20, get_byte(sealed_secret, 20) # $1)',
        [by],
      )
    await swap(1)
    expect((await house.comeBack(back, cookie)).status).toBe(500)
    expect(String(said.mock.calls[0]?.[0])).toContain('SealBroken')
    said.mockRestore()
    await swap(1)
  })

  it('after five minutes it is too late', async () => {
    const { way, cookie } = await house.setOut()
    const back = await walk(way.href, HOME)
    house.pass(5)
    expect((await house.comeBack(back, cookie)).status).toBe(409)
    house.pass(-5)
  })
})
