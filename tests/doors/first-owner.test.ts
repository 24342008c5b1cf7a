import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { makeFirstOwnerLink } from '../../src/office/actions/first-owner-link.ts'
import { setUp } from '../../src/office/actions/set-up.ts'
import { makeSite } from '../../src/web/site.tsx'
import { browsing } from '../make/browsing.ts'
import { codeApp } from '../make/code-app.ts'
import { freshInstallation } from '../make/installation.ts'
import { movableClock } from '../make/signing-in.ts'

const GIVEN = {
  organisation: 'Harbour Clinics',
  name: 'Ada Founder',
  email: 'Ada@Harbour.example',
  privacyContact: 'privacy@harbour.example',
}

/** An Alongside in which nothing is set up, started with --empty. */
async function empty() {
  const clock = movableClock('2026-11-24T09:00:00.000Z')
  const fresh = await freshInstallation()
  const installation = { ...fresh, machineClock: clock }
  const site = makeSite(installation)
  const origin = installation.config.publicUrl
  const browser = () => browsing(site, { origin })
  /** What a start with --empty prints, as a path. */
  const start = async () => (await makeFirstOwnerLink(installation)).slice(origin.length)
  const founded = async () => (await fresh.pool.query('select name from organisation')).rows.map((row) => row.name)
  return { installation, pool: fresh.pool, clock, browser, start, founded }
}

describe('before anything is set up', () => {
  it('the front page says how to begin, and there is nothing else', async () => {
    const { browser } = await empty()
    const page = await browser().get('/')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Nothing is set up here yet')
    expect(page.text).toContain('npm start -- --empty')
    for (const path of ['/sign-in', '/me/sign-ins', '/office', '/demo/come-in'])
      expect((await browser().get(path)).status, path).toBe(404)
  })

  it('without the link nobody founds anything from a browser', async () => {
    const { browser, start, founded } = await empty()
    const link = await start()
    for (const path of ['/first', '/first?token=', '/first?token=guessed'])
      expect((await browser().get(path)).text).toContain('This link does not open any more')
    for (const guess of ['', 'guessed'])
      expect((await browser().post('/first', { ...GIVEN, link: guess })).status).toBe(404)
    const secret = new URLSearchParams(link.split('?')[1]).get('token') ?? ''
    const forged = await browser().post('/first', { ...GIVEN, link: secret }, { origin: 'https://evil.example' })
    expect(forged.status).toBe(403)
    expect(await founded()).toEqual([])
  })
})

describe('the link of the first start', () => {
  it('founds the organisation and leads its owner over the second step to their board', async () => {
    const { browser, clock, pool, start } = await empty()
    const ada = browser()
    expect((await ada.get(await start())).text).toContain('Set up Alongside for your organisation')
    const founded = await ada.submit('/first', { ...GIVEN, onePerson: 'yes' })
    expect([founded.status, founded.location]).toEqual([303, '/me/second-step?next=%2Foffice'])
    expect((await ada.get('/office')).location).toBe('/sign-in/step?next=%2Foffice')
    await ada.get(founded.location)
    const begun = await ada.submit('/me/second-step/codes/begin')
    const app = codeApp((await ada.get(begun.location)).text, clock)
    const done = await ada.submit('/me/second-step/codes', { code: app.code() })
    expect(done.text).toContain('href="/office"')
    const board = await ada.get('/office')
    expect(board.status).toBe(200)
    expect(board.text).toContain('Harbour Clinics')
    const organisation = await pool.query(
      'select name, kind, privacy_contact, one_person_decided_on::text as decided from organisation',
    )
    expect(organisation.rows).toEqual([
      { name: 'Harbour Clinics', kind: 'real', privacy_contact: 'privacy@harbour.example', decided: '2026-11-24' },
    ])
    const people = await pool.query(
      'select p.name, p.email, array_agg(h.hat order by h.hat) as hats from person p join hat h on h.person_id = p.id group by 1, 2',
    )
    expect(people.rows).toEqual([
      {
        name: 'Ada Founder',
        email: 'ada@harbour.example',
        hats: ['coordinator', 'named-contact', 'owner', 'people-team'],
      },
    ])
    const audit = await pool.query("select actor_kind, ground, about from audit where action = 'office.setUp'")
    expect(audit.rows).toEqual([{ actor_kind: 'link', ground: 'link', about: 'one person' }])
  })

  it('works once, and is not there any more once there is an organisation', async () => {
    const { browser, start, founded } = await empty()
    const link = await start()
    const secret = new URLSearchParams(link.split('?')[1]).get('token') ?? ''
    const answers = await Promise.all(
      ['One', 'Two', 'Three'].map((organisation) => browser().post('/first', { ...GIVEN, organisation, link: secret })),
    )
    expect(answers.map((it) => it.status).sort()).toEqual([303, 404, 404])
    expect(await founded()).toHaveLength(1)
    for (const path of [link, await start(), '/first']) expect((await browser().get(path)).status).toBe(404)
    const again = new URLSearchParams((await start()).split('?')[1]).get('token') ?? ''
    expect((await browser().post('/first', { ...GIVEN, link: again })).status).toBe(404)
    expect((await browser().get(link)).text).toContain('There is no page for you here')
    expect(await founded()).toHaveLength(1)
  })

  it('is over after a day, and with the next start', async () => {
    const { browser, clock, start } = await empty()
    const first = await start()
    clock.forward({ hours: 23, minutes: 59 })
    expect((await browser().get(first)).status).toBe(200)
    const second = await start()
    expect((await browser().get(first)).status).toBe(404)
    expect((await browser().get(second)).status).toBe(200)
    clock.forward({ hours: 24 })
    expect((await browser().get(second)).status).toBe(404)
  })

  it('gives back what was entered, with what is missing beside it, and is not spent by that', async () => {
    const { browser, start, founded } = await empty()
    const ada = browser()
    await ada.get(await start())
    const again = await ada.submit('/first', { ...GIVEN, organisation: ' ', email: 'ada at harbour', onePerson: 'yes' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Enter the name of your organisation.')
    expect(again.text).toContain('Enter your address as in name@example.com.')
    for (const kept of ['value="Ada Founder"', 'value="ada at harbour"', 'value="privacy@harbour.example"', 'checked'])
      expect(again.text).toContain(kept)
    const odd = await ada.submit('/first', { ...GIVEN, privacyContact: 'javascript:alert(1)' })
    expect(odd.status).toBe(422)
    expect(odd.text).toContain('Enter an address such as privacy@example.com, or a link that begins with https://.')
    expect(await founded()).toEqual([])
    expect((await ada.submit('/first', GIVEN)).status).toBe(303)
  })

  it('is kept as a hash only, and of link and command at once one founds', async () => {
    const { browser, installation, pool, start, founded } = await empty()
    const secret = new URLSearchParams((await start()).split('?')[1]).get('token') ?? ''
    expect(JSON.stringify((await pool.query('select * from first_owner_link')).rows)).not.toContain(secret)
    const command = {
      organisation: 'By command',
      operator: 'x@y.example',
      onePerson: false,
      kind: 'real' as const,
      dataFolder: '/data',
    }
    // Neither can write before both have seen that nothing is there.
    const holder = await pool.connect()
    await holder.query('begin')
    await holder.query('lock table organisation in share mode')
    const both = Promise.allSettled([
      setUp(installation.db, installation.machineClock, command),
      browser().post('/first', { ...GIVEN, link: secret }),
    ])
    await pause(300)
    await holder.query('commit')
    holder.release()
    await both
    expect(await founded()).toHaveLength(1)
  })
})
