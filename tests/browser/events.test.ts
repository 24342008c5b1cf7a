import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'

const OF = '/seasons/women-2021/events'

describe('events and the season’s health in a real browser, on a phone and on a desk', () => {
  let all: Everybody
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>

  beforeAll(async () => {
    all = await everybody()
    const { pool } = all.installation
    await pool.query("update season_version set recorded_at = '2021-06-01'")
    await pool.query('update person set name = $2 where id = $1', [
      all.ids.mentor,
      'Wanjirũ-Aleksandra '.repeat(4).trim(),
    ])
    await pool.query("update directory_entry set time_zone = 'Pacific/Auckland' where person_id = $1", [all.ids.mentor])
    await pool.query(
      `insert into event_sign_up (organisation_id, id, season_id, person_id, event, session, made_at)
       select organisation_id, gen_random_uuid(), season_id, person, 'mid-program', '1', now()
       from (select organisation_id, season_id, mentor_id as person from pair union select organisation_id, season_id, mentee_id from pair) p`,
    )
    site = await serveSite({ ...all.installation, machineClock: { now: () => '2021-08-10T10:00:00.000Z' } })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  it('no page has a fault of access, empty, typical and with long names', async () => {
    const page = await browser.newPage()
    const pages: readonly (readonly [CallerName, string])[] = [
      ['coordinator', '/desk/health?season=women-2021'],
      ['coordinator', '/desk/health?season=women-2022'],
      ['coordinator', '/desk/health/training?season=women-2021&training=dib-certification'],
      ['coordinator', '/desk/events?season=women-2021'],
      ['coordinator', `${OF}/kickoff/edit`],
      ['coordinator', `${OF}/new/edit`],
      ['coordinator', `${OF}/mid-program/times?from=2021-08-16&until=2021-08-20&sessions=1`],
      ['coordinator', `${OF}/mid-program/times?sessions=9`],
      ['coordinator', '/seasons/women-2022/events/kickoff/times'],
      ['coordinator', `${OF}/kickoff/attendance`],
      ['coordinator', `${OF}/mid-program/attendance`],
      ['coordinator', `${OF}/mid-program/desk?done=saved`],
      ['coordinator', `${OF}/mid-program/call-off`],
      ['coordinator', `${OF}/celebration/call-off`],
    ]
    const faults: string[] = []
    for (const [name, path] of pages) {
      await openPageAs(page, all.callers[name], new URL(path, site.address).href)
      faults.push(...(await faultsOf(page, `events ${path.slice(0, 60)}`)))
      await page.setViewportSize({ width: 390, height: 900 })
      const wide = '[...document.querySelectorAll(".overflow-x-auto")].some((it) => it.scrollWidth > it.clientWidth)'
      if (await page.evaluate(wide)) faults.push(`${path} has a table that is wider than a phone`)
    }
    expect(faults).toEqual([])
    await page.close()
  })

  it('hours are proposed, put into the event, saved and undone, by keyboard alone', async () => {
    const page = await browser.newPage()
    await openPageAs(page, all.callers.coordinator, new URL(`${OF}/mid-program/times?sessions=2`, site.address).href)
    const press = async (role: 'link' | 'button', name: string | RegExp) => {
      await page.getByRole(role, { name }).first().focus()
      await page.keyboard.press('Enter')
    }
    await press('link', /into the event/)
    await page.waitForURL((url) => url.pathname.endsWith('/edit'))
    expect(await page.locator('#on-0').inputValue()).toMatch(/^2021-08-/)
    await press('button', 'Save')
    await page.waitForURL((url) => url.search === '?done=saved')
    await press('button', 'Undo')
    await page.waitForURL((url) => url.search === '?done=back')
    await press('button', /Draw the groups/)
    await page.waitForURL((url) => url.search === '?done=drawn')
    await press('button', /Draw again/)
    await page.getByRole('button', { name: /Undo/ }).waitFor()
    await page.close()
  })

  it('an event is called off with its reason and takes place after all, by keyboard alone', async () => {
    const page = await browser.newPage()
    await openPageAs(page, all.callers.coordinator, new URL(`${OF}/mid-program/desk`, site.address).href)
    const press = async (role: 'link' | 'button', name: string) => {
      await page.getByRole(role, { name, exact: true }).focus()
      await page.keyboard.press('Enter')
    }
    await press('link', 'Call it off, or take it out')
    await page.getByLabel('Because').fill('The panel is ill, and nobody else can speak of it on these days.')
    await press('button', 'Call it off')
    await page.waitForURL((url) => url.search === '?done=off')
    const faults = [...(await faultsOf(page, 'events called off desk'))]
    for (const [name, path] of [
      ['coordinator', '/desk/events?season=women-2021'],
      ['coordinator', `${OF}/mid-program/call-off`],
      ['mentee of the pair', `${OF}/mid-program`],
      ['anybody', '/seasons/women-2021'],
    ] as const) {
      const other = await browser.newPage()
      await openPageAs(other, all.callers[name], new URL(path, site.address).href)
      faults.push(...(await faultsOf(other, `events called off ${name} ${path.slice(0, 60)}`)))
      await other.close()
    }
    expect(faults).toEqual([])
    await press('link', 'Let it take place after all')
    await page.getByLabel('Because').fill('Somebody else speaks.')
    await press('button', 'Let it take place')
    await page.waitForURL((url) => url.search === '?done=held')
    await page.close()
  })
})
