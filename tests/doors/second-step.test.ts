import { describe, expect, it } from 'vitest'
import { codeApp } from '../make/code-app.ts'
import { BEN, MIA, OWNER, type SignInSite, signInSite } from '../make/signing-in.ts'

type Browser = Awaited<ReturnType<SignInSite['cameIn']>>

/** Sets up one-time codes from the page of the second step; gives the app and the recovery codes. */
async function setUpCodes(office: SignInSite, person: Browser) {
  await person.get('/me/second-step')
  await person.submit('/me/second-step/codes/begin')
  const app = codeApp((await person.get('/me/second-step/codes')).text, office.clock)
  const done = await person.submit('/me/second-step/codes', { code: app.code() })
  const recoveryCodes = [...done.text.matchAll(/[0-9a-z]{4}(?:-[0-9a-z]{4}){3}/g)].map(([code]) => code)
  return { app, done, recoveryCodes }
}

/** A sign-in of somebody who has codes, before the second step. */
async function before(office: SignInSite, email: string) {
  const person = await office.cameIn(email)
  await person.get('/sign-in/step')
  return person
}

describe('a hat', () => {
  it('opens nothing before the second step; who has none is led to set one up, and on to the page they wanted', async () => {
    const office = await signInSite()
    const owner = await office.cameIn(OWNER, '/office')
    const led = await owner.get('/office')
    expect([led.status, led.location]).toEqual([303, '/sign-in/step?next=%2Foffice'])
    const further = await owner.get(led.location)
    expect(further.location).toBe('/me/second-step?next=%2Foffice')
    expect((await owner.get(further.location)).text).toContain('You wear a hat')
    const begun = await owner.submit('/me/second-step/codes/begin')
    expect(begun.location).toBe('/me/second-step/codes?next=%2Foffice')
    const app = codeApp((await owner.get(begun.location)).text, office.clock)
    const done = await owner.submit('/me/second-step/codes', { code: app.code() })
    expect(done.text).toMatch(/href="\/office"[^>]*>\s*I have kept them/)
    expect((await owner.get('/office')).status).toBe(200)
  })

  it('in the next sign-in asks for the step once, and then opens', async () => {
    const office = await signInSite()
    const { app } = await setUpCodes(office, await office.cameIn(OWNER))
    office.clock.forward({ minutes: 1 })
    const owner = await office.cameIn(OWNER)
    const led = await owner.get('/office')
    expect(led.location).toBe('/sign-in/step?next=%2Foffice')
    expect((await owner.get(led.location)).text).toContain('One more step')
    const stepped = await owner.submit('/sign-in/step/code', { code: app.code().replace(/^.../, '$& ') })
    expect(stepped.location).toBe('/office')
    expect((await owner.get('/office')).status).toBe(200)
  })
})

describe('a one-time code', () => {
  it('is taken once, a step early or late, and no older one after it', async () => {
    const office = await signInSite()
    const { app } = await setUpCodes(office, await office.cameIn(MIA))
    const step = async (code: string) =>
      (await (await before(office, MIA)).submit('/sign-in/step/code', { code })).status
    expect(await step(app.code()), 'the code of the set-up').toBe(422)
    office.clock.forward({ minutes: 20 })
    expect(await step(app.code(-1)), 'a step late').toBe(303)
    expect(await step(app.code(-1)), 'the same again').toBe(422)
    office.clock.forward({ minutes: 20 })
    expect(await step(app.code(1)), 'a step early').toBe(303)
    expect(await step(app.code()), 'an older one').toBe(422)
    expect(await step(app.code(2)), 'two steps early').toBe(422)
    office.clock.forward({ minutes: 20 })
    expect(await step(app.code(-2)), 'two steps late').toBe(422)
  })

  it('that two send at once is taken from one', async () => {
    const office = await signInSite()
    const { app } = await setUpCodes(office, await office.cameIn(MIA))
    office.clock.forward({ minutes: 20 })
    const one = await before(office, MIA)
    const other = await before(office, MIA)
    const code = app.code()
    const answers = await Promise.all([one, other].map((who) => who.submit('/sign-in/step/code', { code })))
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422])
  })

  it('is not guessed: five tries in a quarter of an hour, counted although they fail, in all sign-ins together', async () => {
    const office = await signInSite()
    const { app } = await setUpCodes(office, await office.cameIn(MIA))
    office.clock.forward({ minutes: 20 })
    const one = await before(office, MIA)
    const other = await before(office, MIA)
    for (const who of [one, other, one, other, one]) {
      const wrong = await who.submit('/sign-in/step/code', { code: '000000' })
      expect(wrong.status).toBe(422)
      expect(wrong.text).toContain('The code was not taken')
    }
    await other.get('/sign-in/step')
    const refused = await other.submit('/sign-in/step/code', { code: app.code() })
    expect(refused.status).toBe(429)
    office.clock.forward({ minutes: 15 })
    await other.get('/sign-in/step')
    expect((await other.submit('/sign-in/step/code', { code: app.code() })).status).toBe(303)
    const { rows } = await office.pool.query(
      "select count(*)::int as many from audit where action = 'people.takeSecondStep' and outcome = 'refused'",
    )
    expect(rows[0].many).toBe(5)
  })

  it('gives the sign-in a new secret: one that was seen before the step does not get past it', async () => {
    const office = await signInSite()
    const { app } = await setUpCodes(office, await office.cameIn(OWNER))
    office.clock.forward({ minutes: 1 })
    const owner = await before(office, OWNER)
    const seen = office.browser()
    seen.jar.set('alongside', owner.jar.get('alongside') ?? '')
    await owner.submit('/sign-in/step/code', { code: app.code() })
    expect((await owner.get('/office')).status).toBe(200)
    expect((await seen.get('/office')).location).toBe('/sign-in?next=%2Foffice')
  })

  it('of somebody else opens nothing', async () => {
    const office = await signInSite()
    const { app } = await setUpCodes(office, await office.cameIn(BEN))
    await setUpCodes(office, await office.cameIn(MIA))
    office.clock.forward({ minutes: 20 })
    const mia = await before(office, MIA)
    expect((await mia.submit('/sign-in/step/code', { code: app.code() })).status).toBe(422)
  })
})

describe('recovery codes', () => {
  it('are ten, shown once, and each stands in once for the step', async () => {
    const office = await signInSite()
    const { done, recoveryCodes } = await setUpCodes(office, await office.cameIn(OWNER))
    expect(new Set(recoveryCodes).size).toBe(10)
    expect(done.text).toContain('Keep these 10 codes')
    const [first = '', second = ''] = recoveryCodes
    const owner = await before(office, OWNER)
    expect((await owner.submit('/sign-in/step/recovery', { recovery: first.toUpperCase() })).status).toBe(303)
    const page = await owner.get('/me/second-step')
    expect(page.text).toContain('You have 9 left.')
    for (const code of recoveryCodes) expect(page.text).not.toContain(code)
    const again = await before(office, OWNER)
    const refused = await again.submit('/sign-in/step/recovery', { recovery: first })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('or use another one')
    await again.get('/sign-in/step')
    expect((await again.submit('/sign-in/step/recovery', { recovery: second })).status).toBe(303)
  })

  it('that are made anew replace the old ones', async () => {
    const office = await signInSite()
    const owner = await office.cameIn(OWNER)
    const { recoveryCodes } = await setUpCodes(office, owner)
    await owner.get('/me/second-step')
    const fresh = await owner.submit('/me/second-step/recovery')
    expect(fresh.text).toContain('Keep these 10 codes')
    for (const code of recoveryCodes) expect(fresh.text).not.toContain(code)
    const next = await before(office, OWNER)
    expect((await next.submit('/sign-in/step/recovery', { recovery: recoveryCodes[0] ?? '' })).status).toBe(422)
  })
})

describe('changing a second step', () => {
  it('needs it taken in this sign-in: whoever reads a person’s letters cannot put their own in its place', async () => {
    const office = await signInSite()
    const { app } = await setUpCodes(office, await office.cameIn(MIA))
    office.clock.forward({ minutes: 20 })
    const reader = await before(office, MIA)
    expect((await reader.get('/me/second-step')).location).toBe('/sign-in/step?next=%2Fme%2Fsecond-step')
    const token = /name="token" value="([^"]+)"/.exec((await reader.get('/me/sign-ins')).text)?.[1] ?? ''
    for (const path of ['codes/begin', 'codes', 'codes/remove', 'recovery'])
      expect((await reader.post(`/me/second-step/${path}`, { token, code: app.code() })).status, path).toBe(409)
    const { rows } = await office.pool.query('select sealed_next, confirmed_at from one_time_code')
    expect(rows).toEqual([{ sealed_next: null, confirmed_at: expect.any(Date) }])
  })

  it('to another phone leaves the old one good until the new one has shown its first code', async () => {
    const office = await signInSite()
    const owner = await office.cameIn(OWNER)
    const { app: old } = await setUpCodes(office, owner)
    await owner.get('/me/second-step')
    await owner.submit('/me/second-step/codes/begin')
    const fresh = codeApp((await owner.get('/me/second-step/codes')).text, office.clock)
    expect(fresh.secret).not.toBe(old.secret)
    const wrong = await owner.submit('/me/second-step/codes', { code: '000000' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('The code was not taken')
    expect(codeApp(wrong.text, office.clock).secret).toBe(fresh.secret)
    office.clock.forward({ minutes: 20 })
    const elsewhere = await before(office, OWNER)
    expect((await elsewhere.submit('/sign-in/step/code', { code: old.code() })).status).toBe(303)
    await owner.get('/me/second-step/codes')
    expect((await owner.submit('/me/second-step/codes', { code: fresh.code() })).status).toBe(200)
    office.clock.forward({ minutes: 20 })
    const later = await before(office, OWNER)
    expect((await later.submit('/sign-in/step/code', { code: old.code() })).status).toBe(422)
    await later.get('/sign-in/step')
    expect((await later.submit('/sign-in/step/code', { code: fresh.code() })).status).toBe(303)
    expect((await later.get('/me/second-step/codes')).location).toBe('/me/second-step')
  })

  it('by removing the last one is not for whoever wears a hat, and is for everybody else', async () => {
    const office = await signInSite()
    const owner = await office.cameIn(OWNER)
    await setUpCodes(office, owner)
    expect((await owner.get('/me/second-step')).text).not.toContain('/me/second-step/codes/remove')
    const mia = await office.cameIn(MIA)
    await setUpCodes(office, mia)
    expect((await mia.get('/me/second-step')).text).toContain('/me/second-step/codes/remove')
    await mia.get('/me/second-step/codes/remove')
    const removed = await mia.submit('/me/second-step/codes/remove')
    expect((await mia.get(removed.location)).text).toContain('Set up one-time codes')
    const { rows } = await office.pool.query('select count(*)::int as many from recovery_code')
    expect(rows[0].many).toBe(10)
  })
})

describe('secrets', () => {
  it('that anybody saw are in no table afterwards', async () => {
    const office = await signInSite()
    const owner = await office.cameIn(OWNER)
    const { app, recoveryCodes } = await setUpCodes(office, owner)
    office.clock.forward({ minutes: 1 })
    const again = await before(office, OWNER)
    const cookies = [owner, again].map((who) => who.jar.get('alongside') ?? '')
    await again.submit('/sign-in/step/code', { code: app.code() })
    const link = new URLSearchParams((await office.linkTo(OWNER))?.split('?')[1]).get('token') ?? ''
    const seen = [...cookies, again.jar.get('alongside') ?? '', link, app.secret, ...recoveryCodes]
    expect(new Set(seen).size).toBe(15)
    for (const one of seen) expect(one.length).toBeGreaterThan(15)
    const everything = await everyText(office)
    expect(everything.length).toBeGreaterThan(300)
    for (const secret of seen)
      for (const form of [secret, Buffer.from(secret).toString('base64'), Buffer.from(secret).toString('hex')])
        expect(everything.filter(({ text }) => text.includes(form)).map(({ place }) => place)).toEqual([])
  })
})

/** Every value of every column of the database, as text. */
async function everyText({ pool }: SignInSite): Promise<readonly { place: string; text: string }[]> {
  const { rows: columns } = await pool.query(
    "select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'",
  )
  const found: { place: string; text: string }[] = []
  for (const { table, column } of columns) {
    // Bytes read as hex, which is one of the forms that are looked for.
    const { rows } = await pool.query(`select "${column}"::text as text from "${table}" where "${column}" is not null`)
    found.push(...rows.map((row) => ({ place: `${table}.${column}`, text: String(row.text) })))
  }
  return found
}
