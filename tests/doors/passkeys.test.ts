import { beforeAll, describe, expect, it } from 'vitest'
import { siteOf } from '../../src/runtime/webauthn.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { type Cbor, type Lie, passkeyDevice } from '../make/passkey-device.ts'
import { type SignedIn, signInAs } from '../make/sign-in.ts'

type Installation = Awaited<ReturnType<typeof freshInstallation>>
type Device = ReturnType<typeof passkeyDevice>
type Asked = { secret: string; options: Parameters<Device['make']>[0] & Parameters<Device['use']>[0] }

const OWNER = 'owner@example.com'
const COLLEAGUE = 'colleague@example.com'

/** A site whose clock the test holds, with an owner and a colleague without a hat. */
async function house() {
  let now = Date.parse('2026-11-24T09:00:00Z')
  const machineClock = { now: () => new Date(now).toISOString() }
  const installation: Installation = { ...(await freshInstallation()), machineClock }
  const run = commandLineOf(installation)
  await run('office', 'setup', '--organisation', 'Example', '--operator', OWNER, '--one-person')
  await installation.pool.query(
    `insert into person (organisation_id, id, email, name, kind, created_at)
     select id, gen_random_uuid(), $1, 'Colleague', 'guest', now() from organisation`,
    [COLLEAGUE],
  )
  const site = makeSite(installation)
  const { origin } = siteOf(installation.config.publicUrl)
  const post = async (path: string, who: SignedIn | null, form: Record<string, string> = {}) => {
    const body = new URLSearchParams({ ...form, ...(who ? { token: who.formToken } : {}) })
    const headers = { origin: 'http://localhost', ...(who ? { cookie: who.cookie } : {}) }
    const answer = await site.request(path, { method: 'POST', headers, body })
    const cookie = /^[^;]*alongside=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? null
    return { status: answer.status, text: await answer.text(), location: answer.headers.get('location'), cookie }
  }
  const ask = async (path: string, who: SignedIn | null) => {
    const { status, text } = await post(path, who)
    expect(status, text).toBe(200)
    return JSON.parse(text) as Asked
  }
  return {
    installation,
    site,
    post,
    ask,
    device: () => passkeyDevice(origin),
    pass: (minutes: number) => {
      now += minutes * 60_000
    },
    signIn: (email: string, stepped = false) => signInAs(installation, email, { stepped }),
    /** Adds a passkey of this device; whoever adds their first needs no step. */
    add: async (who: SignedIn, device: Device, name = 'Phone') => {
      const { secret, options } = await ask('/me/passkeys/ask', who)
      return post('/me/passkeys', who, { secret, answer: device.make(options), name })
    },
    passkeys: async () =>
      (await installation.pool.query('select id, person_id, name, counter::int, transports from passkey order by id'))
        .rows,
  }
}

describe('somebody keeps passkeys of their own', () => {
  let it_: Awaited<ReturnType<typeof house>>
  beforeAll(async () => {
    it_ = await house()
  })

  it('a passkey is added under its name, and the step is taken with it in this sign-in, which gets a new secret', async () => {
    const who = await it_.signIn(OWNER)
    const added = await it_.add(who, it_.device(), '  My   phone ')
    expect([added.status, added.location]).toEqual([303, '/me/second-step'])
    expect(await it_.passkeys()).toMatchObject([
      { person_id: who.personId, name: 'My phone', transports: ['internal'] },
    ])
    const { rows } = await it_.installation.pool.query('select stepped_at is not null as stepped from sign_in')
    expect(rows).toEqual([{ stepped: true }])
    expect(added.cookie).not.toBeNull()
    expect(added.cookie).not.toBe(who.cookie)
    await expect(who.ctx()).rejects.toThrow(/not signed in/)
  })

  it('whoever has a second step takes it before they add another: a stolen letter opens no second way in', async () => {
    const thief = await it_.signIn(OWNER)
    const refused = await it_.post('/me/passkeys/ask', thief)
    expect([refused.status, JSON.parse(refused.text).says]).toEqual([409, expect.stringContaining('second step')])
    const asked = await it_.ask('/me/passkeys/ask', await it_.signIn(OWNER, true))
    const answer = it_.device().make(asked.options)
    expect((await it_.post('/me/passkeys', thief, { secret: asked.secret, answer })).status).toBe(409)
    expect(await it_.passkeys()).toHaveLength(1)
  })

  it('a passkey is renamed and removed by its owner alone, and the last of somebody with a hat stays', async () => {
    const owner = await it_.signIn(OWNER, true)
    const [first] = await it_.passkeys()
    const other = await it_.signIn(COLLEAGUE)
    await it_.add(other, it_.device(), '')
    const colleague = await it_.signIn(COLLEAGUE, true)
    for (const path of [`/me/passkeys/${first.id}`, `/me/passkeys/${first.id}/remove`])
      expect((await it_.post(path, colleague, { name: 'Mine' })).status, path).toBe(404)
    expect((await it_.post(`/me/passkeys/${first.id}`, owner, { name: 'Blue phone' })).status).toBe(303)
    const kept = await it_.post(`/me/passkeys/${first.id}/remove`, owner)
    expect([kept.status, kept.text]).toEqual([409, expect.stringContaining('Whoever wears a hat keeps one')])
    await it_.add(owner, it_.device(), 'Key').then((added) => expect(added.status).toBe(303))
    const again = await it_.signIn(OWNER, true)
    expect((await it_.post(`/me/passkeys/${first.id}/remove`, again)).status).toBe(303)
    const names = (await it_.passkeys()).map((row) => row.name)
    expect(names).toEqual(['An unknown browser', 'Key'])
  })

  it('of two removals at once one passkey is left', async () => {
    const { pool } = it_.installation
    // Connections that are open already, so that the two truly go side by side.
    await Promise.all([1, 2, 3, 4].map(() => pool.query('select pg_sleep(0.1)')))
    for (const round of [1, 2, 3]) {
      await it_.add(await it_.signIn(OWNER, true), it_.device(), `Round ${round}`)
      const fresh = await it_.signIn(OWNER, true)
      const mine = (await it_.passkeys()).filter((row) => row.person_id === fresh.personId)
      expect(mine).toHaveLength(2)
      const done = await Promise.all(mine.map((row) => it_.post(`/me/passkeys/${row.id}/remove`, fresh)))
      expect(done.map((answer) => answer.status).sort()).toEqual([303, 409])
    }
  })

  it('somebody without a hat may remove their last, once they have taken the step; with it go their recovery codes', async () => {
    const unstepped = await it_.signIn(COLLEAGUE)
    const [mine] = (await it_.passkeys()).filter((row) => row.person_id === unstepped.personId)
    expect((await it_.post(`/me/passkeys/${mine.id}/remove`, unstepped)).status).toBe(409)
    const stepped = await it_.signIn(COLLEAGUE, true)
    const recoveryCodes = async () =>
      (await it_.installation.pool.query('select id from recovery_code where person_id = $1', [stepped.personId])).rows
    expect((await it_.post('/me/second-step/recovery', stepped)).status).toBe(200)
    expect(await recoveryCodes()).toHaveLength(10)
    expect((await it_.post(`/me/passkeys/${mine.id}/remove`, stepped)).status).toBe(303)
    expect(await recoveryCodes()).toHaveLength(0)
  })

  it('without signing in nothing is asked and nothing is added', async () => {
    for (const path of ['/me/passkeys/ask', '/sign-in/step/passkey/ask']) {
      const answer = await it_.post(path, null)
      expect([answer.status, answer.location], path).toEqual([303, '/sign-in'])
    }
  })
})

describe('no passkey is added but the one that was asked for', () => {
  let it_: Awaited<ReturnType<typeof house>>
  beforeAll(async () => {
    it_ = await house()
  })
  const lies: readonly [title: string, lie: Lie][] = [
    ['of another site', { origin: 'https://alongside.example.org' }],
    ['of another port', { origin: 'http://localhost:1' }],
    ['of another name', { rpId: 'example.org' }],
    ['to another question', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['of another kind', { type: 'webauthn.get' }],
    ['from within a frame of another site', { crossOrigin: true }],
    ['of a device that did not check who is there', { unverified: true }],
    ['under another id', { credentialId: 'AAAA' }],
  ]
  for (const [title, lie] of lies)
    it(`not one ${title}`, async () => {
      const who = await it_.signIn(COLLEAGUE)
      const { secret, options } = await it_.ask('/me/passkeys/ask', who)
      const answer = it_.device().make(options, lie)
      const added = await it_.post('/me/passkeys', who, { secret, answer, name: 'X' })
      expect([added.status, added.text]).toEqual([409, expect.stringContaining('could not be used')])
      expect(await it_.passkeys()).toEqual([])
    })

  it('not after five minutes, not twice, not in another sign-in, not for another person, and no nonsense', async () => {
    const who = await it_.signIn(COLLEAGUE)
    const others = [await it_.signIn(COLLEAGUE), await it_.signIn(OWNER)]
    const asked = () => it_.ask('/me/passkeys/ask', who)
    const attempt = async (by: SignedIn, { secret, options }: Asked, answer = it_.device().make(options)) =>
      (await it_.post('/me/passkeys', by, { secret, answer, name: 'X' })).status
    for (const other of others) expect(await attempt(other, await asked())).toBe(409)
    const nonsense = ['', 'x', 'null', '[]', '{}', '{"id":1}', '{"id":"AAAA","response":null}', '"'.repeat(9)]
    for (const answer of nonsense) expect(await attempt(who, await asked(), answer), answer).toBe(409)
    const spent = await asked()
    expect(await attempt(who, spent, '{}')).toBe(409)
    expect(await attempt(who, spent)).toBe(409)
    const late = await asked()
    it_.pass(5)
    expect(await attempt(who, late)).toBe(409)
    expect(await it_.passkeys()).toEqual([])
    const good = await asked()
    it_.pass(4)
    const answer = it_.device().make(good.options)
    expect((await it_.post('/me/passkeys', who, { secret: good.secret, answer, name: 'X' })).status).toBe(303)
  })

  it('not the passkey of somebody else once more', async () => {
    const device = it_.device()
    const owner = await it_.signIn(OWNER)
    expect((await it_.add(owner, device)).status).toBe(303)
    const colleague = await it_.signIn(COLLEAGUE, true)
    expect((await it_.add(colleague, device)).status).toBe(409)
  })

  it('what a device says of its make is neither believed nor looked up', async () => {
    const who = await it_.signIn(COLLEAGUE, true)
    const { secret, options } = await it_.ask('/me/passkeys/ask', who)
    const statement = new Map<string, Cbor>([
      ['alg', -7],
      ['sig', Buffer.alloc(64)],
      ['x5c', [Buffer.alloc(300)]],
    ])
    const answer = it_.device().make(options, { attestation: statement })
    expect((await it_.post('/me/passkeys', who, { secret, answer })).status).toBe(303)
  })
})

describe('a passkey takes the second step and signs in, and nothing that only looks like it does', () => {
  let it_: Awaited<ReturnType<typeof house>>
  let device: Device
  let owner: SignedIn
  const stranger = passkeyDevice('http://localhost:3000')
  beforeAll(async () => {
    it_ = await house()
    device = it_.device()
    await it_.add(await it_.signIn(OWNER), device)
    owner = await it_.signIn(OWNER)
    await it_.add(await it_.signIn(COLLEAGUE), stranger)
  })
  const step = async (answer: (asked: Asked) => string, who = owner) => {
    const asked = await it_.ask('/sign-in/step/passkey/ask', who)
    return it_.post('/sign-in/step/passkey', who, { secret: asked.secret, answer: answer(asked), next: '/office' })
  }
  const signIn = async (answer: (asked: Asked) => string) => {
    const asked = await it_.ask('/sign-in/passkey/ask', null)
    return it_.post('/sign-in/passkey', null, { secret: asked.secret, answer: answer(asked), next: '/office' })
  }

  const lies: readonly [title: string, lie: Lie][] = [
    ['to another site', { origin: 'https://alongside.example.org' }],
    ['to another name', { rpId: 'example.org' }],
    ['to another question', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['of another kind', { type: 'webauthn.create' }],
    ['from within a frame of another site', { crossOrigin: true }],
    ['of a device that did not check who is there', { unverified: true }],
    ['that says it is somebody else', { userHandle: Buffer.from('somebody').toString('base64url') }],
    ['under the id of somebody else', { credentialId: stranger.id }],
    ['under an id nobody has', { credentialId: 'AAAA' }],
    ['with a signature that does not hold', { brokenSignature: true }],
  ]
  for (const [title, lie] of lies)
    it(`not an answer ${title}`, async () => {
      for (const attempt of [step, signIn]) {
        const answer = await attempt(({ options }) => device.use(options, lie))
        expect([answer.status, answer.cookie, answer.text]).toEqual([
          409,
          null,
          expect.stringContaining('could not be used here'),
        ])
      }
    })

  it('the answer of somebody else takes no step, and signs in nobody but them', async () => {
    expect((await step(({ options }) => stranger.use(options))).status).toBe(409)
    const asked = await it_.ask('/sign-in/step/passkey/ask', owner)
    const colleague = await it_.signIn(COLLEAGUE)
    const form = { secret: asked.secret, answer: stranger.use(asked.options) }
    expect((await it_.post('/sign-in/step/passkey', colleague, form)).status).toBe(409)
    const toSignIn = { secret: (await it_.ask('/sign-in/passkey/ask', null)).secret, answer: form.answer }
    expect((await it_.post('/sign-in/passkey', null, toSignIn)).status).toBe(409)
  })

  it('a question for the step is no question for signing in, nor the other way round', async () => {
    const forStep = await it_.ask('/sign-in/step/passkey/ask', owner)
    const answer = device.use(forStep.options)
    expect((await it_.post('/sign-in/passkey', null, { secret: forStep.secret, answer })).status).toBe(409)
    const toSignIn = await it_.ask('/sign-in/passkey/ask', null)
    const other = { secret: toSignIn.secret, answer: device.use(toSignIn.options) }
    expect((await it_.post('/sign-in/step/passkey', owner, other)).status).toBe(409)
  })

  it('a good answer signs in once, with the step taken, and goes where the person wanted to', async () => {
    const asked = await it_.ask('/sign-in/passkey/ask', null)
    const form = { secret: asked.secret, answer: device.use(asked.options), next: '/office/hats' }
    const answers = await Promise.all([1, 2, 3].map(() => it_.post('/sign-in/passkey', null, form)))
    expect(answers.map((it) => it.status).sort()).toEqual([303, 409, 409])
    const good = answers.find((it) => it.status === 303)
    expect([good?.location, good?.cookie]).toEqual(['/office/hats', expect.stringContaining('alongside=')])
    const { rows } = await it_.installation.pool.query(
      "select stepped_at is not null as stepped from sign_in where method = 'passkey'",
    )
    expect(rows).toEqual([{ stepped: true }])
    expect((await it_.post('/sign-in/passkey', null, form)).status).toBe(409)
    const elsewhere = await signIn(({ options }) => device.use(options))
    expect(elsewhere.status).toBe(303)
  })

  it('after five minutes it is too late', async () => {
    const asked = await it_.ask('/sign-in/passkey/ask', null)
    it_.pass(5)
    const form = { secret: asked.secret, answer: device.use(asked.options) }
    expect((await it_.post('/sign-in/passkey', null, form)).status).toBe(409)
  })

  it('a counter that does not go on is refused, and says so', async () => {
    for (const attempt of [step, signIn]) {
      const answer = await attempt(({ options }) => device.use(options, { counter: 1 }))
      expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('as a copy of it would')])
      const stolen = await attempt(({ options }) => device.use(options, { counter: 1, brokenSignature: true }))
      expect(stolen.text).not.toContain('as a copy of it would')
    }
  })

  it('the step is taken by a good answer, and the secret from before it opens nothing', async () => {
    const taken = await step(({ options }) => device.use(options))
    expect([taken.status, taken.location]).toEqual([303, '/office'])
    await expect(owner.ctx()).rejects.toThrow(/not signed in/)
    expect(taken.cookie).toContain('alongside=')
  })

  it('whoever has left signs in no more', async () => {
    await it_.installation.pool.query("update person set left_on = '2020-01-01' where email = $1", [COLLEAGUE])
    expect((await signIn(({ options }) => stranger.use(options))).status).toBe(409)
  })

  it('a client that asks without end is told to wait', async () => {
    let status = 200
    for (let many = 0; many < 250 && status === 200; many += 1)
      status = (await it_.post('/sign-in/passkey/ask', null)).status
    expect(status).toBe(429)
  })
})
