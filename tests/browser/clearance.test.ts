import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { type Everybody, everybody } from '../make/everybody.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'

const LONG_NAME = `${'Wanjirũ-Aleksandra '.repeat(4).trim()}`.slice(0, 80)

describe('the people team’s page in a real browser, on a phone and on a desk', () => {
  let all: Everybody
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>

  beforeAll(async () => {
    all = await everybody()
    const { pool } = all.installation
    await pool.query('update person set name = $2 where id = $1', [all.ids.mentor, LONG_NAME])
    await pool.query(
      "update clearance set decided_by = (select id from person where email = 'people-team@staff.example')",
    )
    await pool.query('delete from clearance where application_id = (select id from application where person_id = $1)', [
      all.ids.mentee,
    ])
    site = await serveSite({ ...all.installation, machineClock: { now: () => '2021-07-28T10:00:00.000Z' } })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  it('no page has a fault of access, empty, typical, overfull and just answered', async () => {
    const page = await browser.newPage()
    const faults: string[] = []
    const look = async (path: string, name: string) => {
      await openPageAs(page, all.callers['people team'], new URL(path, site.address).href)
      faults.push(...(await faultsOf(page, name)))
    }
    await look('/clearance?season=women-2022', 'clearance empty')
    await look('/clearance?season=women-2021', 'clearance typical')
    await look('/clearance?season=women-2021&q=nobody', 'clearance not found')
    await page.goto(new URL('/clearance?season=women-2021', site.address).href)
    await page
      .getByRole('button', { name: /^Not cleared/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').waitFor()
    faults.push(...(await faultsOf(page, 'clearance answered')))
    await page.getByRole('button', { name: 'Undo' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').waitFor()
    await all.installation.pool.query(
      `insert into person (organisation_id, id, email, name, kind, created_at) select o.id, gen_random_uuid(), 'p' || n || '@example.org',
        case when n < 3 then $1 else 'Person ' || n end, 'directory', now() from organisation o, generate_series(1, 120) n
        where o.id = $2`,
      [LONG_NAME, all.ids.organisation],
    )
    await all.installation.pool.query(
      `insert into application (organisation_id, id, season_id, person_id, role, submitted_at, submitted_on, late, topics, recorded_at)
        select p.organisation_id, gen_random_uuid(), $1, p.id, 'mentee', now(), '2021-06-10', false, '{}', now()
        from person p where p.email like '%@example.org'`,
      [all.ids.season],
    )
    await look('/clearance?season=women-2021&page=3', 'clearance overfull')
    expect(faults).toEqual([])
    await page.close()
  })
})
