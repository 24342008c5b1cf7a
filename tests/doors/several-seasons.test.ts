import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { browsing } from '../make/browsing.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { signInAs } from '../make/sign-in.ts'

const AT = '2021-07-28T10:00:00.000Z'

describe('several seasons and several coordinators', () => {
  let all: Everybody
  let now = AT
  beforeAll(async () => {
    all = await everybody()
    await all.installation.pool.query("update hat set from_on = '2021-01-01'")
  })
  beforeEach(() => {
    now = AT
  })

  const site = () => makeSite({ ...all.installation, machineClock: { now: () => now } })
  const as = (name: CallerName) => withCookie(all.callers[name].headers.cookie ?? '')
  const signedIn = async (email: string) =>
    withCookie((await signInAs(all.installation, email, { stepped: true })).cookie)
  const withCookie = (cookie: string) => {
    const browser = browsing(site())
    const [name = '', value = ''] = cookie.split('=')
    browser.jar.set(name, value)
    return browser
  }
  const one = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows[0] ?? {}

  describe('what the team did', () => {
    it('stands for coordinators of the season, by day and person, without whose affairs it was', async () => {
      const season = as('coordinator of the season')
      await season.get(`/desk/pairs/${all.ids.pair}`)
      await season.submit(`/desk/pairs/${all.ids.pair}/excuse`, { on: '2021-07-20' })
      const page = (await as('coordinator').get('/desk/activity?season=women-2021')).text
      expect(page).toContain('Excuse a window of a pair')
      expect(page).toContain('<strong>season</strong>')
      expect(page).not.toContain(all.ids.pair)
      // Looking is for those looked at, by hat and day.
      expect(page).not.toContain('See how one pair stands')
    })

    it('is found by person, stage and day, on a page and as a sheet', async () => {
      const ada = as('coordinator')
      const page = async (more: string) => (await ada.get(`/desk/activity?season=women-2021${more}`)).text
      expect(await page('&who=season&stage=meet')).toContain('Excuse a window')
      expect(await page('&who=nobody-of-this-name')).toContain('Nothing fits.')
      expect(await page('&stage=announce')).not.toContain('Excuse a window')
      expect(await page('&until=2020-01-01')).toContain('Nothing fits.')
      const sheet = await ada.get('/desk/activity.csv?season=women-2021&stage=meet')
      expect(sheet.headers.get('content-type')).toContain('text/csv')
      expect(sheet.text).toContain('meet.excusePair')
    })

    it('is not there for the coordinator of another season, nor for whoever takes part', async () => {
      for (const name of ['coordinator of another season', 'mentee of the pair', 'people team'] as const)
        expect((await as(name).get('/desk/activity?season=women-2021')).status, name).toBe(404)
    })

    it('is one of the pages that stay with the season one chose', async () => {
      const ada = as('coordinator')
      for (const path of [
        '/desk/pairs',
        '/desk/events',
        '/desk/health',
        '/desk/selection',
        '/desk/applications',
        '/desk/letters',
        '/desk/activity',
      ]) {
        const { text } = await ada.get(`${path}?season=women-2021`)
        expect(text, path).toMatch(/<option value="women-2021" selected[^>]*>/)
        expect(text, path).toContain('href="/desk/pairs?season=women-2021"')
      }
    })

    it('says which season it is of, and leads to the same page of another', async () => {
      const page = (await as('coordinator').get('/desk/activity?season=women-2021')).text
      expect(page).toMatch(/<option value="women-2021" selected[^>]*>/)
      expect(page).toContain('<option value="women-2022"')
      // Whoever has one season has nothing to switch.
      expect((await as('coordinator of the season').get('/desk/activity')).text).not.toContain(
        '<option value="women-2022"',
      )
    })
  })

  describe('a season that is handed over', () => {
    const hand = async (browser: ReturnType<typeof as>, email: string) => {
      await browser.get('/desk/hand-over?season=women-2021')
      return browser.submit('/desk/hand-over', { email, sure: 'yes' })
    }
    const wears = async (email: string) =>
      (
        await all.installation.pool.query(
          `select 1 from hat h join person p on p.id = h.person_id where p.email = $1 and h.hat = 'coordinator'
             and (h.until_on is null or h.until_on >= '2021-07-28')`,
          [email],
        )
      ).rows.length

    it('gives the new one the hat, a letter and what is open, takes the old one’s, and can be undone that day', async () => {
      const old = as('coordinator of the season')
      const form = await old.get('/desk/hand-over')
      expect(form.text).toContain('Your own hat of this season ends at once')
      const done = await hand(old, 'colleague@staff.example')
      expect(done.location).toMatch(/^\/hand-overs\//)
      expect([await wears('season@staff.example'), await wears('colleague@staff.example')]).toEqual([0, 1])
      expect((await old.get('/desk/pairs?season=women-2021')).status).toBe(404)
      const letter = await one(
        "select subject, body from outbox_message where about like 'handed %' and subject like '%yours now'",
      )
      expect(letter.body).toContain(done.location)
      const fresh = await signedIn('colleague@staff.example')
      const page = await fresh.get(done.location)
      expect(page.text).toContain('The season is yours now')
      expect(page.text).toMatch(/href="\/desk\?season=women-2021&amp;about=/)
      expect(page.text).not.toContain('Undo')
      expect((await fresh.get('/desk/pairs?season=women-2021')).status).toBe(200)
      expect((await fresh.get('/desk/pairs?season=women-2022')).status).toBe(404)
      expect((await as('owner').get(done.location)).status).toBe(404)
      await old.get(done.location)
      const undone = await old.submit(`${done.location}/undo`)
      expect((await old.get(undone.location)).text).toContain('The hand-over was undone')
      expect([await wears('season@staff.example'), await wears('colleague@staff.example')]).toEqual([1, 0])
      expect((await old.get('/desk/pairs?season=women-2021')).status).toBe(200)
    })

    it('stands the day after, and says who can change it then', async () => {
      const old = as('coordinator of the season')
      const done = await hand(old, 'colleague@staff.example')
      const token = /name="token" value="([^"]+)"/.exec((await old.get(done.location)).text)?.[1] ?? ''
      now = '2021-07-29T10:00:00.000Z'
      const later = as('coordinator of the season')
      expect((await later.get(done.location)).text).not.toContain('Undo')
      const refused = await later.post(`${done.location}/undo`, { token })
      expect(refused.status).toBe(409)
      expect(refused.text).toContain('The day of the hand-over is over.')
      await all.installation.pool.query(
        "update hat set until_on = null where person_id = (select id from person where email = 'season@staff.example')",
      )
    })

    it('leaves a hat for every season where it is, and is refused with what to do', async () => {
      const ada = as('coordinator')
      expect((await ada.get('/desk/hand-over?season=women-2022')).text).toContain('you keep it')
      const unknown = await hand(ada, 'nobody@nowhere.example')
      expect(unknown.status).toBe(422)
      expect(unknown.text).toContain('Nobody in the directory has the address')
      expect(unknown.text).toContain('value="nobody@nowhere.example"')
      expect((await hand(as('lent coordinator'), 'colleague@staff.example')).text).toContain('was lent to you')
      await ada.get('/desk/hand-over?season=women-2021')
      const unsure = await ada.submit('/desk/hand-over', { email: 'colleague@staff.example' })
      expect(unsure.text).toContain('Tick that you have agreed on it')
    })
  })

  describe('a coordinator’s own minutes', () => {
    const count = async (browser: ReturnType<typeof as>, path = '/desk/pairs') => {
      const token = /data-token="([^"]+)"/.exec((await browser.get('/desk')).text)?.[1] ?? 'none'
      return browser.post('/me/minutes/count', { token, path })
    }
    const counted = async () => (await one('select coalesce(sum(minutes), 0)::int as many from own_minutes')).many

    it('are off until switched on, are counted once a minute, and go at once', async () => {
      const ada = as('coordinator')
      expect((await ada.get('/me/minutes')).text).toContain('Your minutes are not counted')
      expect((await ada.get('/desk')).text).not.toContain('data-minutes')
      await ada.get('/me/minutes')
      await ada.submit('/me/minutes', { on: 'yes' })
      expect((await ada.get('/desk')).text).toContain('data-minutes')
      expect((await ada.get('/my')).text).not.toContain('data-minutes')
      await count(ada)
      await count(ada)
      expect(await counted()).toBe(1)
      now = '2021-07-28T10:01:00.000Z'
      const later = withCookie(all.callers.coordinator.headers.cookie ?? '')
      later.jar.set('alongside-minutes', 'yes')
      await count(later)
      await count(later, '/my')
      expect(await counted()).toBe(2)
      expect((await later.get('/me/minutes')).text).toContain('Pairs 2')
      expect((await later.submit('/me/minutes/forget')).text).toContain('Tick that they may go')
      await later.submit('/me/minutes/forget', { sure: 'yes' })
      expect(await counted()).toBe(0)
      await later.get('/me/minutes')
      await later.submit('/me/minutes', { on: 'no' })
      expect((await later.get('/desk')).text).not.toContain('data-minutes')
    })

    it('are seen by nobody else, in no page, export, audit or feed', async () => {
      const ada = as('coordinator')
      await ada.get('/me/minutes')
      await ada.submit('/me/minutes', { on: 'yes' })
      await count(ada)
      await all.installation.pool.query('update own_minutes set minutes = 977')
      const others = [
        ['owner', '/upkeep/audit'],
        ['auditor', '/upkeep/audit'],
        ['owner', '/me/minutes'],
        ['lent coordinator', '/me/minutes'],
        ['lent coordinator', '/desk/activity?season=women-2021'],
        ['lent coordinator', '/me/export.json'],
        ['owner', '/me/export.json'],
      ] as const
      for (const [name, path] of others) {
        const { text } = await as(name).get(path)
        expect(
          /.{0,60}(\b977\b|countMinute|turnMinutes|own minutes).{0,40}/.exec(text)?.[0],
          `${name} ${path}`,
        ).toBeUndefined()
      }
      expect((await ada.get('/me/export.json')).text).toContain('977')
      const { lines } = await one("select count(*)::int as lines from audit where action = 'desk.countMinute'")
      // A line for each would keep what can be deleted at once.
      expect(lines).toBe(0)
    })

    it('are not there for whoever coordinates nothing', async () => {
      expect((await as('mentee of the pair').get('/me/minutes')).status).toBe(404)
      expect((await as('owner').get('/me/minutes')).status).toBe(404)
    })
  })
})
