import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'

const LONG_NAME = `${'Wanjirũ-Aleksandra '.repeat(4).trim()}`.slice(0, 80)
const LONG_TEXT = 'I would like to say no without losing a friend, and to be heard in rooms full of directors. '.repeat(
  12,
)

describe('reading and deciding applications in a real browser, on a phone and on a desk', () => {
  let all: Everybody
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>

  beforeAll(async () => {
    all = await everybody()
    const { installation, ids } = all
    const { pool } = installation
    for (const table of ['pair_change', 'meeting', 'pair', 'match_run', 'outbox_message'])
      await pool.query(`delete from ${table}`)
    await pool.query('update decision set released_on = null')
    await pool.query('update person set name = $2 where id = $1', [ids.mentor, LONG_NAME])
    await pool.query('update application set about = $2 where person_id = $1', [ids.mentee, LONG_TEXT])
    await pool.query(
      'update decision set priority = 4.25 where application_id in (select id from application where person_id = $1)',
      [ids.mentee],
    )
    await pool.query(
      `insert into review_assignment (organisation_id, application_id, reviewer_id, step_id, assigned_by, assigned_at)
        select a.organisation_id, a.id, p.id, a.id, p.id, now() from application a, person p
        where a.role = 'mentee' and p.email = 'reviewer@staff.example'`,
    )
    await pool.query(
      `insert into review_note (organisation_id, id, application_id, author_id, words, made_at)
        select a.organisation_id, a.id, a.id, p.id, $2, now() from application a, person p
        where a.person_id = $1 and p.email = 'coordinator@staff.example'`,
      [ids.mentee, LONG_TEXT.slice(0, 300)],
    )
    site = await serveSite({ ...installation, machineClock: { now: () => '2021-06-28T10:00:00.000Z' } })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
  const open = async (name: CallerName, path: string) => {
    const page = await browser.newPage()
    await openPageAs(page, all.callers[name], new URL(path, site.address).href)
    return page
  }

  it('no page has a fault of access or scrolls sideways, empty, typical and with long names', async () => {
    const { rows } = await all.installation.pool.query('select id from application where person_id = $1', [
      all.ids.mentee,
    ])
    const pages: readonly (readonly [CallerName, string])[] = [
      ['coordinator', '/desk/applications?season=women-2021'],
      ['coordinator', '/desk/applications?season=women-2021&q=nobody'],
      ['coordinator', '/desk/applications?season=women-2022'],
      ['coordinator', '/desk/funnel?season=women-2021'],
      ['coordinator', '/desk/funnel?season=women-2022'],
      ['coordinator', `/desk/applications/${rows[0].id}?season=women-2021`],
      ['coordinator', '/desk/applications/find?season=women-2021&email=nobody@example.com'],
      ['coordinator', '/desk/waiting-list?season=women-2021'],
      ['coordinator', '/desk/reviewing?season=women-2021'],
      ['reviewer', '/reviews'],
      ['reviewer', `/reviews/${rows[0].id}`],
    ]
    const faults: string[] = []
    for (const [name, path] of pages) {
      const page = await open(name, path)
      faults.push(...(await faultsOf(page, `review ${path.slice(5, 50)}`)))
      await page.close()
    }
    expect(faults).toEqual([])
  })

  it('many are decided by keyboard alone, after a look at what would change, and undone', async () => {
    const page = await open('coordinator', '/desk/applications?season=women-2021&role=mentee')
    for (const tick of (await page.getByRole('checkbox').all()).slice(0, 2)) {
      await tick.focus()
      await page.keyboard.press('Space')
    }
    await page.getByRole('button', { name: 'To the waiting list' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '2 applications would be put on the waiting list' }).waitFor()
    expect(await faultsOf(page, 'review preview')).toEqual([])
    await page.getByRole('button', { name: 'To the waiting list: 2' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').waitFor()
    expect(await faultsOf(page, 'review done')).toEqual([])
    expect(await page.locator('main').innerText()).toContain('2 applications are put on the waiting list')
    await page.goto(new URL('/desk/waiting-list?season=women-2021', site.address).href)
    expect(await faultsOf(page, 'review waiting')).toEqual([])
    await page.goBack()
    await page.getByRole('button', { name: 'Undo' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('2 undone.').waitFor()
    await page.close()
  })

  it('a reviewer sends a review by keyboard alone; a score left out is said, and nothing is lost', async () => {
    const page = await open('reviewer', '/reviews')
    await page.getByRole('link', { name: 'mentee1' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('4', { exact: true }).first().focus()
    await page.keyboard.press('Space')
    await page.getByLabel('A note, if you like').fill('Reads well.')
    await page.getByRole('button', { name: 'Send my review' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await faultsOf(page, 'review not sent')).toEqual([])
    expect(await page.getByLabel('A note, if you like').inputValue()).toBe('Reads well.')
    await page.getByLabel('5, much').last().focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Send my review' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Your review is in.').waitFor()
    await page.close()
  })

  it('one leads to the next by keyboard, and a decision does too', async () => {
    const { rows } = await all.installation.pool.query(
      "select a.id from application a join person p on p.id = a.person_id where a.role = 'mentee' order by a.submitted_at, a.id",
    )
    const page = await open('coordinator', `/desk/applications/${rows[0].id}?season=women-2021&role=mentee&sort=sent`)
    const next = page.locator('a[rel=next][accesskey=n]')
    await next.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/${rows[1].id}?*`)
    await page.locator('button[accesskey=d]').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/${rows[2].id}?*`)
    expect(await page.getByRole('status').innerText()).toContain('declined')
    await page.close()
  })
})
