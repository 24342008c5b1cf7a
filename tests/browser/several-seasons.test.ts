import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'

describe('several seasons and one’s own minutes in a real browser', () => {
  let all: Everybody
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>

  beforeAll(async () => {
    all = await everybody()
    await all.installation.pool.query("update hat set from_on = '2021-01-01'")
    site = await serveSite({ ...all.installation, machineClock: { now: () => '2021-07-28T10:00:00.000Z' } })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
  const at = (path: string) => new URL(path, site.address).href

  it('no page has a fault of access, empty, typical and with an error', async () => {
    const page = await browser.newPage()
    const faults: string[] = []
    const look = async (name: CallerName, path: string) => {
      await openPageAs(page, all.callers[name], at(path))
      faults.push(...(await faultsOf(page, `seasons ${name} ${path.slice(0, 40)}`)))
    }
    await look('coordinator', '/desk/activity?season=women-2022')
    await openPageAs(page, all.callers['coordinator of the season'], at(`/desk/pairs/${all.ids.pair}`))
    await page
      .getByRole('button', { name: /excuse/i })
      .first()
      .click()
    await look('coordinator', '/desk/activity?season=women-2021')
    await look('coordinator', '/desk/hand-over?season=women-2021')
    await look('coordinator of the season', '/desk/hand-over')
    await page.getByLabel('Their address').fill('nobody@nowhere.example')
    await page.getByLabel('We have agreed on it').check()
    await page.getByRole('button', { name: 'Hand it over' }).click()
    await page.getByText('Nobody in the directory has the address').first().waitFor()
    faults.push(...(await faultsOf(page, 'seasons hand over error')))
    await page.getByLabel('Their address').fill('elsewhere@staff.example')
    await page.getByLabel('We have agreed on it').check()
    await page.getByRole('button', { name: 'Hand it over' }).click()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    faults.push(...(await faultsOf(page, 'seasons handed over')))
    const path = new URL(page.url()).pathname
    await look('coordinator of another season', path)
    await look('coordinator', '/me/minutes')
    expect(faults).toEqual([])
    await page.close()
  })

  it('minutes count while a page of the desk is in sight and in use, and stop when it is not used', async () => {
    const page = await browser.newPage()
    const counted = async () =>
      (await all.installation.pool.query('select coalesce(sum(minutes), 0)::int as many from own_minutes')).rows[0].many
    await openPageAs(page, all.callers.coordinator, at('/me/minutes'))
    await page.getByRole('button', { name: 'Count my minutes' }).click()
    await page.getByText('From now on your minutes are counted').waitFor()
    await page.clock.install()
    await page.goto(at('/desk/pairs?season=women-2021'))
    await page.bringToFront()
    const told = page.waitForResponse((it) => it.url().endsWith('/me/minutes/count'))
    for (let tens = 0; tens < 7; tens += 1) {
      await page.keyboard.press('Shift')
      await page.clock.runFor(10_000)
    }
    expect((await told).status()).toBe(204)
    expect(await counted()).toBe(1)
    let more = 0
    page.on('request', (it) => {
      if (it.url().endsWith('/me/minutes/count')) more += 1
    })
    // Ten minutes without a key: the rest of the minute that had begun is all that may be counted.
    await page.clock.runFor(600_000)
    expect(more).toBeLessThanOrEqual(1)
    await all.installation.pool.query(
      `insert into own_minutes (organisation_id, person_id, on_day, part, minutes, last_at)
        select organisation_id, id, day, part, 12, now() from person, generate_series('2021-07-05'::date, '2021-07-27', '1 day') day,
          unnest(array['today', 'pairs', 'letters']) part where email = 'coordinator@staff.example'`,
    )
    await page.goto(at('/me/minutes'))
    expect(await faultsOf(page, 'seasons minutes counted')).toEqual([])
    await page.close()
  })
})
