import { beforeEach, describe, expect, it } from 'vitest'
import { exitFor } from '../../src/cli/exit.ts'
import { allSent } from '../../src/jobs/at-once.ts'
import { siteOf } from '../../src/runtime/webauthn.ts'
import { codeApp } from '../make/code-app.ts'
import { commandLineOf } from '../make/command-line.ts'
import { passkeyDevice } from '../make/passkey-device.ts'
import { signInAs } from '../make/sign-in.ts'
import { BEN, MIA, OWNER, type SignInSite, signInSite } from '../make/signing-in.ts'

type Browser = Awaited<ReturnType<SignInSite['cameIn']>>
const REMOVE = ['people', 'remove-second-step'] as const

let office: SignInSite
beforeEach(async () => {
  office = await signInSite()
})

async function setUpCodes(person: Browser) {
  await person.get('/me/second-step')
  await person.submit('/me/second-step/codes/begin')
  const app = codeApp((await person.get('/me/second-step/codes')).text, office.clock)
  const done = await person.submit('/me/second-step/codes', { code: app.code() })
  return { app, done }
}

/** What the command line prints, with its exit code. */
async function asked(...words: string[]) {
  try {
    return { code: 0, text: (await office.run(...words)).join('\n') }
  } catch (error) {
    const { code, lines } = exitFor(error)
    return { code, text: lines.join('\n') }
  }
}

async function rows(query: string) {
  return (await office.pool.query(query)).rows
}

const held = async () =>
  (
    await rows(`select (select count(*)::int from passkey) as passkeys, (select count(*)::int from one_time_code) as codes,
      (select count(*)::int from recovery_code) as recovery`)
  )[0]

async function addPasskey(email: string): Promise<void> {
  const { installation, site } = office
  const who = await signInAs(installation, email, { stepped: true })
  const { origin } = siteOf(installation.config.publicUrl)
  const send = (path: string, fields: Record<string, string>) =>
    site.request(path, {
      method: 'POST',
      headers: { cookie: who.cookie, origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token: who.formToken, ...fields }),
    })
  const { secret, options } = await (await send('/me/passkeys/ask', {})).json()
  const answer = passkeyDevice(origin).make(options)
  expect((await send('/me/passkeys', { secret, answer, name: 'Blue phone' })).status).toBe(303)
}

describe('an owner who has lost the second step and all codes', () => {
  it('comes in again: all of it is removed at the machine, and they set up a new one before a hat opens anything', async () => {
    const before = await office.cameIn(OWNER)
    await setUpCodes(before)
    await addPasskey(OWNER)
    expect(await held()).toEqual({ passkeys: 1, codes: 1, recovery: 10 })
    expect((await before.get('/office')).status).toBe(200)
    const { code, text } = await asked(...REMOVE, ` ${OWNER.toUpperCase()}`)
    expect(code).toBe(0)
    expect(text).toContain('has no second step any more. Removed: 1 passkey, the one-time codes, 10 recovery codes.')
    expect(text).toContain('Signed out of 2 sign-ins.')
    expect(text).toContain(`alongside people link ${OWNER}`)
    expect(text).toContain('before that their hats open nothing')
    expect(await held()).toEqual({ passkeys: 0, codes: 0, recovery: 0 })
    expect((await before.get('/office')).location).toBe('/sign-in?next=%2Foffice')

    const again = await office.cameIn(OWNER, '/office')
    expect((await again.get('/office')).location).toBe('/sign-in/step?next=%2Foffice')
    expect((await again.get('/sign-in/step?next=%2Foffice')).location).toBe('/me/second-step?next=%2Foffice')
    const { done } = await setUpCodes(again)
    expect(done.text).toContain('Keep these 10 codes')
    expect((await again.get('/office')).status).toBe(200)
  })

  it('sets up new codes on the same day, however often they tried the old ones', async () => {
    await setUpCodes(await office.cameIn(OWNER))
    const guessing = await office.cameIn(OWNER)
    for (let tries = 0; tries < 6; tries += 1) {
      await guessing.get('/sign-in/step')
      await guessing.submit('/sign-in/step/code', { code: '000000' })
    }
    await asked(...REMOVE, OWNER)
    const { done } = await setUpCodes(await office.cameIn(OWNER))
    expect(done.status).toBe(200)
  })

  it('reads on the page of the step whom to ask', async () => {
    await setUpCodes(await office.cameIn(OWNER))
    const owner = await office.cameIn(OWNER)
    expect((await owner.get('/sign-in/step')).text).toContain('npx alongside people remove-second-step ADDRESS')
  })
})

describe('whose second step was removed at the machine', () => {
  it('is told by a letter at once, and the audit says who did it and when', async () => {
    await setUpCodes(await office.cameIn(MIA))
    await asked(...REMOVE, MIA, '--as', OWNER)
    await allSent()
    const letter = office.post.received.filter((it) => it.to === MIA).at(-1)?.source ?? ''
    expect(letter).toContain('Subject: Your second step at Example was removed')
    expect(letter.replace(/=\r?\n/g, '')).toContain('removed your second step on Tuesday 24 November 2026, 09:00 UTC')
    const lines =
      await rows(`select a.actor_kind, p.email as by, a.ground, a.outcome, o.email as about, a.on_day::text as day
      from audit a join person p on p.id = a.actor_person_id join person o on o.id::text = a.about
      where a.action = 'people.removeLostSecondStep'`)
    expect(lines).toEqual([
      { actor_kind: 'operator', by: OWNER, ground: 'operator', outcome: 'done', about: MIA, day: expect.any(String) },
    ])
  })

  it('loses nothing that is somebody else’s, and a second time is told again', async () => {
    const ben = await office.cameIn(BEN)
    await setUpCodes(ben)
    await setUpCodes(await office.cameIn(MIA))
    await asked(...REMOVE, MIA)
    expect(await held()).toEqual({ passkeys: 0, codes: 1, recovery: 10 })
    expect((await ben.get('/me/second-step')).text).toContain('You have 10 left.')
    await setUpCodes(await office.cameIn(MIA))
    await asked(...REMOVE, MIA)
    expect(await rows("select count(*)::int as many from outbox_message where kind = 'step-removed'")).toEqual([
      { many: 2 },
    ])
  })

  it('without a mail server is let in by a printed link, and finds the letter on their page', async () => {
    await setUpCodes(await office.cameIn(MIA))
    const { installation } = office
    const config = { ...installation.config, smtpUrl: null }
    office = { ...office, run: commandLineOf({ ...installation, config }) }
    const { text } = await asked(...REMOVE, MIA)
    expect(text).toContain('No mail server is set up, so the letter that tells them stays on their page.')
    expect(text).toContain(`Next they sign in with what this prints: alongside people link ${MIA}`)
    expect(await rows("select state from outbox_message where kind = 'step-removed'")).toEqual([{ state: 'filed' }])
    const printed = /sign-in\/confirm\?token=[\w-]+/.exec((await asked('people', 'link', MIA)).text)?.[0]
    const mia = office.browser()
    await mia.get(`/${printed}`)
    await mia.submit('/sign-in/confirm')
    expect((await mia.get('/me/second-step')).text).toContain('Set up your second step')
    expect((await mia.get('/me/letters')).text).toContain('Your second step at Example was removed')
  })
})

describe('nothing is removed, and the command says why,', () => {
  it.each([
    ['of an address nobody has', 'nobody@example.com', 3, 'Nobody here has the address nobody@example.com.'],
    ['of somebody who has no second step', BEN, 5, 'They have no second step, so nothing was changed.'],
  ])('%s', async (_, address, code, says) => {
    const ben = await office.cameIn(BEN)
    const answer = await asked(...REMOVE, address)
    expect(answer.code).toBe(code)
    expect(answer.text).toContain(says)
    expect((await ben.get('/me/sign-ins')).status).toBe(200)
    expect(await rows("select 1 from outbox_message where kind = 'step-removed'")).toEqual([])
  })

  it('of somebody who has left', async () => {
    await setUpCodes(await office.cameIn(MIA))
    await asked('people', 'leave', MIA)
    const answer = await asked(...REMOVE, MIA)
    expect(answer.code).toBe(5)
    expect(answer.text).toContain('They have left, so nothing lets them in and nothing was changed.')
    expect(answer.text).toContain('alongside people return ADDRESS')
    expect(await held()).toEqual({ passkeys: 0, codes: 1, recovery: 10 })
  })

  it('where nobody is named', async () => {
    expect(await asked(...REMOVE)).toEqual({
      code: 2,
      text: 'Name the person: alongside people remove-second-step PERSON',
    })
  })
})

it('only whoever has the machine removes the second step of another: there is no such operation of the API', async () => {
  const described = await (await office.site.request('/api/v1/openapi.json')).text()
  expect(described).toContain('/people/leave')
  expect(described).not.toContain('remove-second-step')
  const answer = await office.site.request(`/api/v1/people/remove-second-step?person=${MIA}`, { method: 'POST' })
  expect(answer.status).toBe(404)
})
