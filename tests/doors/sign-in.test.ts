import { beforeAll, describe, expect, it } from 'vitest'
import { allSent } from '../../src/jobs/at-once.ts'
import { doWhatIsDue } from '../../src/jobs/tick.ts'
import { openHouse } from '../../src/runtime/open-context.ts'
import { openStore } from '../../src/store/database.ts'
import { ROUTES } from '../../src/web/routes.ts'
import { makeSite } from '../../src/web/site.tsx'
import { browsing } from '../make/browsing.ts'
import { BEN, MIA, OWNER, type SignInSite, signInSite } from '../make/signing-in.ts'

const HERE = 'http://127.0.0.1:3000'
const tokenOf = (link: string | null) => new URLSearchParams(link?.split('?')[1]).get('token') ?? ''

describe('coming in by a letter', () => {
  let office: SignInSite
  beforeAll(async () => {
    office = await signInSite()
  })

  it('whoever asks gets a letter, and its button brings them to the page they wanted', async () => {
    const mia = office.browser()
    const led = await mia.get('/me/sign-ins')
    expect(led.location).toBe('/sign-in?next=%2Fme%2Fsign-ins')
    await mia.get(led.location)
    const sent = await mia.submit('/sign-in', { email: ` ${MIA.toUpperCase()} ` })
    expect(sent.text).toContain('Look into your mailbox')
    const link = await office.linkTo(MIA)
    expect((await mia.get(link ?? '')).text).toContain('Sign in as Mia Mentee')
    expect(mia.jar.size).toBe(0)
    const inside = await mia.submit('/sign-in/confirm')
    expect([inside.status, inside.location]).toEqual([303, '/me/sign-ins'])
    expect((await mia.get('/me/sign-ins')).text).toContain('Firefox on Linux')
  })

  it('a mail scanner that opens the link, again and again, spends nothing', async () => {
    const mia = office.browser()
    await mia.get('/sign-in')
    await mia.submit('/sign-in', { email: MIA })
    const link = (await office.linkTo(MIA)) ?? ''
    const scanner = office.browser()
    for (let time = 0; time < 3; time += 1) {
      expect((await scanner.get(link)).status).toBe(200)
      expect((await scanner.head(link)).status).toBe(200)
    }
    expect(scanner.jar.size).toBe(0)
    await mia.get(link)
    expect((await mia.submit('/sign-in/confirm')).status).toBe(303)
  })

  it('a link that was used, one that is over and one that never was read the same, to the byte', async () => {
    const seen: string[] = []
    const tryLink = async (link: string) => {
      const stranger = office.browser()
      for (const answer of [await stranger.get(link), await stranger.post('/sign-in/confirm', { link: tokenOf(link) })])
        seen.push(`${answer.status} ${answer.text}`)
      expect(stranger.jar.size).toBe(0)
    }
    const mia = office.browser()
    await mia.get('/sign-in')
    await mia.submit('/sign-in', { email: MIA })
    const used = (await office.linkTo(MIA)) ?? ''
    await mia.get(used)
    await mia.submit('/sign-in/confirm')
    await tryLink(used)
    const ben = office.browser()
    await ben.get('/sign-in')
    await ben.submit('/sign-in', { email: BEN })
    const over = (await office.linkTo(BEN)) ?? ''
    office.clock.forward({ minutes: 14 })
    expect((await ben.get(over)).status).toBe(200)
    office.clock.forward({ minutes: 1 })
    await tryLink(over)
    await tryLink(`/sign-in/confirm?token=${'x'.repeat(43)}`)
    await tryLink('/sign-in/confirm')
    expect(seen[0]).toContain('This link does not open any more')
    expect(seen).toHaveLength(8)
    expect(new Set(seen).size).toBe(1)
  })

  it('of two who press the button at once, one comes in', async () => {
    const mia = office.browser()
    await mia.get('/sign-in')
    await mia.submit('/sign-in', { email: MIA })
    const link = tokenOf(await office.linkTo(MIA))
    const tries = await Promise.all([1, 2, 3].map(() => office.browser().post('/sign-in/confirm', { link })))
    expect(tries.map((answer) => answer.status).sort()).toEqual([303, 404, 404])
  })

  it('a cookie that was there before is not taken over: the secret is new, and the old sign-in stays its own', async () => {
    const ben = await office.cameIn(BEN)
    const before = ben.jar.get('alongside') ?? ''
    const planted = office.browser()
    planted.jar.set('alongside', 'planted-by-somebody')
    await planted.get('/sign-in')
    await planted.submit('/sign-in', { email: MIA })
    await planted.get((await office.linkTo(MIA)) ?? '')
    await planted.submit('/sign-in/confirm')
    expect(planted.jar.get('alongside')).toMatch(/^[\w-]{43}$/)
    const { rows } = await office.pool.query(
      'select count(*)::int as many, count(distinct hash)::int as hashes from sign_in',
    )
    expect(rows[0].many).toBe(rows[0].hashes)
    const still = office.browser()
    still.jar.set('alongside', before)
    expect((await still.get('/me/sign-ins')).status).toBe(200)
  })
})

describe('whether an address is known', () => {
  it('shows neither in the answer nor in the work, nor by its limit', async () => {
    const { installation, pool } = await signInSite()
    const said: string[] = []
    const db = openStore(pool, (event) => void said.push(event.query.sql))
    const site = makeSite({ ...installation, db, config: { ...installation.config, smtpUrl: 'smtp://127.0.0.1:1' } })
    const asked = async (email: string) => {
      await allSent()
      said.length = 0
      const answer = await browsing(site, { origin: HERE }).post('/sign-in', { email })
      return {
        status: answer.status,
        text: answer.text.replaceAll(email, 'ADDRESS'),
        work: said.slice(0, said.indexOf('commit') + 1),
      }
    }
    const known = await asked(MIA)
    const unknown = await asked('nobody@example.com')
    expect(known.work.length).toBeGreaterThan(8)
    expect(unknown).toEqual(known)
    const left = await asked('somebody.else@example.com')
    expect(left).toEqual(known)
    const many = async (email: string) => {
      const answers = []
      for (let time = 0; time < 17; time += 1) answers.push(await asked(email))
      return answers
    }
    const ofBen = await many(BEN)
    expect(ofBen).toEqual(await many('no.one@example.com'))
    expect(new Set(ofBen.map((it) => it.text)).size).toBe(1)
  })
})

describe('a letter on its way', () => {
  it('is not waited for: the answer comes while the mail server hangs', async () => {
    const { browser, post, linkTo } = await signInSite()
    let letGo = () => {}
    const hanging = new Promise<null>((done) => {
      letGo = () => done(null)
    })
    post.answerWith(() => hanging)
    const mia = browser()
    await mia.get('/sign-in')
    expect((await mia.submit('/sign-in', { email: MIA })).status).toBe(200)
    expect(post.received).toHaveLength(0)
    letGo()
    expect(await linkTo(MIA)).not.toBeNull()
  })

  it('opens for 15 minutes from when it left, however long the mail server was away, and not at all after an hour', async () => {
    const { installation, browser, clock, post, linkTo, pool } = await signInSite()
    const tick = async () => {
      const house = await openHouse(installation)
      if (house) await doWhatIsDue(house)
    }
    const mia = browser()
    post.answerWith(() => ({ code: 451, text: 'come back later' }))
    await mia.get('/sign-in')
    await mia.submit('/sign-in', { email: MIA })
    expect(await linkTo(MIA)).toBeNull()
    expect((await pool.query('select hash from sign_in_link')).rows).toEqual([{ hash: null }])
    clock.forward({ minutes: 40 })
    post.answerWith(() => null)
    await tick()
    const link = (await linkTo(MIA)) ?? ''
    clock.forward({ minutes: 14 })
    expect((await mia.get(link)).status).toBe(200)
    post.answerWith(() => ({ code: 451, text: 'come back later' }))
    await mia.get('/sign-in')
    await mia.submit('/sign-in', { email: BEN })
    expect(await linkTo(BEN)).toBeNull()
    clock.forward({ minutes: 61 })
    post.answerWith(() => null)
    await tick()
    expect(await linkTo(BEN)).toBeNull()
    const { rows } = await pool.query("select state from outbox_message where problem like 'nobody waits%'")
    expect(rows).toEqual([{ state: 'failed' }])
  })

  it('without a mail server the page says who can help, and the link they print works', async () => {
    const { browser, run } = await signInSite({ smtpUrl: null })
    const mia = browser()
    const page = await mia.get('/sign-in')
    expect(page.text).toContain('npx alongside people link ADDRESS')
    expect(page.text).not.toContain('name="email"')
    expect((await mia.post('/sign-in', { email: MIA })).status).toBe(409)
    const { link } = JSON.parse((await run('people', 'link', MIA, '--json'))[0] ?? '')
    await mia.get(link.slice(HERE.length))
    expect((await mia.submit('/sign-in/confirm')).status).toBe(303)
    await expect(run('people', 'link', 'nobody@example.com')).rejects.toThrow(/Nobody here has the address/)
  })
})

describe('who has left', () => {
  it('gets no letter, and everything they had is shut at once', async () => {
    const { browser, cameIn, linkTo, pool, post, run } = await signInSite()
    const mia = await cameIn(MIA)
    const other = browser()
    await other.get('/sign-in')
    await other.submit('/sign-in', { email: MIA })
    const waiting = (await linkTo(MIA)) ?? ''
    await pool.query("update person set left_on = '2026-11-24' where email = $1", [MIA])
    expect((await mia.get('/me/sign-ins')).location).toContain('/sign-in')
    expect((await other.get(waiting)).status).toBe(404)
    expect((await other.post('/sign-in/confirm', { link: tokenOf(waiting) })).status).toBe(404)
    const letters = post.received.length
    const again = browser()
    await again.get('/sign-in')
    expect((await again.submit('/sign-in', { email: MIA })).status).toBe(200)
    expect(await linkTo(MIA)).toBe(waiting)
    expect(post.received).toHaveLength(letters)
    await expect(run('people', 'link', MIA)).rejects.toThrow(/left/)
  })
})

describe('limits', () => {
  const from = (site: SignInSite['site'], client: string) => (email: string) =>
    browsing(site, { origin: HERE }).post('/sign-in', { email }, { 'x-forwarded-for': client })
  const many = async (times: number, ask: () => Promise<unknown>) => {
    for (let time = 0; time < times; time += 1) await ask()
  }
  const lettersTo = async ({ post }: SignInSite, email: string) => {
    await allSent()
    return post.received.filter((it) => it.to === email).length
  }

  it('are shared by two sites on one database, are not to be seen, and leave the last letter open', async () => {
    const office = await signInSite()
    const second = makeSite({ ...office.installation })
    const ask = (where: typeof second) => from(where, '192.0.2.1')(MIA)
    for (const where of [office.site, second, office.site, second, office.site])
      expect((await ask(where)).status).toBe(200)
    const last = await office.linkTo(MIA)
    office.clock.forward({ minutes: 14 })
    expect((await ask(second)).status).toBe(200)
    expect(await lettersTo(office, MIA)).toBe(5)
    expect((await office.browser().get(last ?? '')).status).toBe(200)
    office.clock.forward({ minutes: 1 })
    expect((await ask(office.site)).status).toBe(200)
    expect(await lettersTo(office, MIA)).toBe(6)
    const { rows } = await office.pool.query('select bucket from rate_limit')
    expect(rows.length).toBeGreaterThan(2)
    expect(JSON.stringify(rows)).not.toContain('@')
  })

  it('a client that asks for somebody’s letters does not keep them from their own', async () => {
    const office = await signInSite()
    await many(30, () => from(office.site, '192.0.2.1')(MIA))
    expect(await lettersTo(office, MIA)).toBe(5)
    await from(office.site, '192.0.2.2')(MIA)
    expect(await lettersTo(office, MIA)).toBe(6)
  })

  it('many clients flood no mailbox', async () => {
    const office = await signInSite()
    for (const client of ['1', '2', '3', '4', '5']) await many(5, () => from(office.site, `192.0.2.${client}`)(MIA))
    expect(await lettersTo(office, MIA)).toBe(15)
  })

  it('a flood on the whole organisation lets everybody’s first letter leave', async () => {
    const office = await signInSite()
    await from(office.site, '192.0.2.1')(BEN)
    await office.pool.query("update rate_limit set used = 100000 where bucket like 'links of all%'")
    await many(2, () => from(office.site, '192.0.2.2')(MIA))
    expect(await lettersTo(office, MIA)).toBe(1)
  })

  it('a client that asks without end is told when to try again, and nobody else is', async () => {
    const office = await signInSite()
    await from(office.site, '192.0.2.1')(BEN)
    await office.pool.query("update rate_limit set used = 200 where bucket like 'links from a client %'")
    const refused = await from(office.site, '192.0.2.1')(MIA)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60)
    expect(refused.text).toContain('This was tried too often. Try again in 15 minutes.')
    expect((await from(office.site, '192.0.2.2')(MIA)).status).toBe(200)
  })
})

describe('forms', () => {
  it('of another site are refused before anything is read, whoever is signed in', async () => {
    const { cameIn, browser } = await signInSite()
    const mia = await cameIn(MIA)
    const posts = ROUTES.filter((it) => it.method === 'POST').map((it) => it.path.replace(/:\w+/g, 'x'))
    expect(posts.length).toBeGreaterThan(8)
    for (const path of posts)
      for (const [who, origin] of [
        [mia, 'https://evil.example'],
        [browser(), 'https://evil.example'],
        [mia, 'null'],
      ] as const)
        expect((await who.post(path, {}, { origin })).status, path).toBe(403)
    expect((await mia.get('/me/sign-ins')).status).toBe(200)
  })

  it('come from the address people know, whatever host was asked for; on this machine from any of its names', async () => {
    const { site } = await signInSite()
    const ofProxy = (await signInSite({ publicUrl: 'https://mentoring.example.com' })).site
    const from = async (asked: typeof site, host: string, origin: string) => {
      const headers = { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
      return (await asked.request(`${host}/sign-in`, { method: 'POST', headers, body: 'email=x' })).status
    }
    for (const name of ['localhost', '127.0.0.1', '[::1]'])
      expect(await from(site, `http://${name}:3000`, `http://${name}:3000`), name).toBe(422)
    expect(await from(site, 'http://evil.example:3000', 'http://evil.example:3000')).toBe(403)
    expect(await from(site, 'http://127.0.0.1:3000', 'http://127.0.0.1:8080')).toBe(403)
    expect(await from(ofProxy, 'http://127.0.0.1:3000', 'https://mentoring.example.com')).toBe(422)
    for (const other of ['https://other.example', 'http://mentoring.example.com', 'http://localhost:3000'])
      expect(await from(ofProxy, other, other), other).toBe(403)
  })

  it('without the token of the sign-in are as if there were none', async () => {
    const { cameIn } = await signInSite()
    const mia = await cameIn(MIA)
    const other = await cameIn(BEN)
    await other.get('/me/sign-ins')
    const theirs = /name="token" value="([^"]+)"/.exec((await other.get('/me/sign-ins')).text)?.[1] ?? ''
    for (const token of ['', 'guessed', theirs])
      for (const path of ['/sign-out', '/me/sign-ins/end-others', '/me/second-step/codes/begin'])
        expect((await mia.post(path, { token })).status, path).toBe(404)
    expect((await mia.get('/me/sign-ins')).status).toBe(200)
  })

  it('lead nowhere else: an address of another site in "next" is forgotten', async () => {
    const { browser, linkTo } = await signInSite()
    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example']) {
      const mia = browser()
      await mia.post('/sign-in', { email: MIA, next })
      await mia.get((await linkTo(MIA)) ?? '')
      expect((await mia.submit('/sign-in/confirm')).location, next).toBe('/')
      expect((await mia.get(`/sign-in?${new URLSearchParams({ next })}`)).location, next).toBe('/')
    }
  })

  it('give back what was entered, with what is wrong beside it', async () => {
    const { browser } = await signInSite()
    const mia = browser()
    await mia.get('/sign-in?next=%2Fme')
    const again = await mia.submit('/sign-in', { email: 'mia at example' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('value="mia at example"')
    expect(again.text).toContain('Enter your address as in name@example.com.')
    expect(again.text).toContain('name="next" value="/me"')
  })
})

describe('the cookie', () => {
  it('over https is bound to this very host, and no script or other site gets at it', async () => {
    const publicUrl = 'https://mentoring.example.com'
    const { browser, linkTo } = await signInSite({ publicUrl })
    const mia = browser()
    await mia.get('/sign-in')
    await mia.submit('/sign-in', { email: MIA })
    await mia.get((await linkTo(MIA)) ?? '')
    const inside = await mia.submit('/sign-in/confirm')
    const [cookie = ''] = inside.headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-alongside=[\w-]{43};/)
    const attributes = cookie.split('; ').slice(1).sort()
    expect(attributes).toEqual(['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Lax', 'Secure'])
    expect(inside.headers.get('cache-control') ?? '').not.toContain('public')
    const out = await mia.get('/me/sign-ins').then(() => mia.submit('/sign-out'))
    expect(out.headers.getSetCookie()[0]).toContain('__Host-alongside=;')
    expect(mia.jar.size).toBe(0)
  })
})

describe('a sign-in', () => {
  it('is over after 12 hours without use, and after 7 days in any case', async () => {
    const { cameIn, clock } = await signInSite()
    const idle = await cameIn(MIA)
    clock.forward({ hours: 11, minutes: 59 })
    expect((await idle.get('/me/sign-ins')).status).toBe(200)
    clock.forward({ hours: 12, minutes: 1 })
    expect((await idle.get('/me/sign-ins')).status).toBe(303)
    const busy = await cameIn(BEN)
    for (let hours = 0; hours < 7 * 24 - 8; hours += 8) {
      clock.forward({ hours: 8 })
      expect((await busy.get('/me/sign-ins')).status, `after ${hours + 8} hours`).toBe(200)
    }
    clock.forward({ hours: 8 })
    expect((await busy.get('/me/sign-ins')).status).toBe(303)
  })

  it('that its person ended elsewhere, or signed out of, opens nothing from the next request on', async () => {
    const { cameIn, browser } = await signInSite()
    const phone = await cameIn(MIA)
    const desk = await cameIn(MIA)
    const list = await desk.get('/me/sign-ins')
    expect(list.text).toContain('You are signed in with 2 browsers')
    const action = /action="(\/me\/sign-ins\/[\w-]+\/end)"/.exec(list.text)?.[1] ?? ''
    expect((await desk.submit(action)).location).toBe('/me/sign-ins?ended=one')
    expect((await phone.get('/me/sign-ins')).status).toBe(303)
    expect((await desk.get('/me/sign-ins?ended=one')).text).toContain('You are signed in here only')
    const stolen = browser()
    stolen.jar.set('alongside', desk.jar.get('alongside') ?? '')
    expect((await desk.submit('/sign-out')).location).toBe('/')
    expect((await stolen.get('/me/sign-ins')).status).toBe(303)
  })

  it('is ended when its browser signs in again, whoever does', async () => {
    const office = await signInSite()
    const mia = await office.cameIn(MIA)
    const elsewhere = await office.cameIn(MIA)
    for (const email of [MIA, BEN]) {
      const before = office.browser()
      before.jar.set('alongside', mia.jar.get('alongside') ?? '')
      await office.browser().post('/sign-in', { email })
      await mia.get((await office.linkTo(email)) ?? '')
      expect((await before.get('/me/sign-ins')).status).toBe(200)
      expect((await mia.submit('/sign-in/confirm')).status).toBe(303)
      expect((await before.get('/me/sign-ins')).status).toBe(303)
      expect((await mia.get('/me/sign-ins')).status).toBe(200)
    }
    expect((await elsewhere.get('/me/sign-ins')).status).toBe(200)
  })

  it('all others are ended at once, and nobody ends another’s', async () => {
    const { cameIn, pool } = await signInSite()
    const phone = await cameIn(MIA)
    const desk = await cameIn(MIA)
    const ben = await cameIn(BEN)
    const { rows } = await pool.query(
      'select s.id from sign_in s join person p on p.id = s.person_id where p.email = $1',
      [BEN],
    )
    await desk.get('/me/sign-ins')
    const token = /name="token" value="([^"]+)"/.exec((await desk.get('/me/sign-ins')).text)?.[1] ?? ''
    const theirs = await desk.post(`/me/sign-ins/${rows[0].id}/end`, { token })
    const nobodys = await desk.post('/me/sign-ins/00000000-0000-4000-8000-000000000000/end', { token })
    expect([theirs.status, nobodys.status]).toEqual([404, 404])
    expect(theirs.text).toBe(nobodys.text)
    await desk.get('/me/sign-ins')
    expect((await desk.submit('/me/sign-ins/end-others')).location).toBe('/me/sign-ins?ended=others')
    expect((await phone.get('/me/sign-ins')).status).toBe(303)
    expect((await desk.get('/me/sign-ins')).status).toBe(200)
    expect((await ben.get('/me/sign-ins')).status).toBe(200)
  })

  it('of the owner is written to the audit with nobody’s address', async () => {
    const { cameIn, pool } = await signInSite()
    await cameIn(OWNER)
    const { rows } = await pool.query(
      "select action, actor_kind, ground from audit where action in ('people.askForLink', 'people.signIn') order by id",
    )
    expect(rows).toEqual([
      { action: 'people.askForLink', actor_kind: 'anybody', ground: 'anyone' },
      { action: 'people.signIn', actor_kind: 'anybody', ground: 'anyone' },
    ])
    const text = JSON.stringify((await pool.query('select * from audit')).rows)
    expect(text).not.toContain('@example.com')
  })
})
