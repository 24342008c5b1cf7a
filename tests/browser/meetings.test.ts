import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashOf, newId } from '../../src/runtime/new-id.ts'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { fillRows } from '../make/full-rows.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'

const LONG_NAME = `${'Wanjirũ-Aleksandra '.repeat(4).trim()}`.slice(0, 80)

describe('meetings in a real browser, on a phone and on a desk', () => {
  let all: Everybody
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>

  beforeAll(async () => {
    all = await everybody()
    await fillRows(all)
    const { installation, ids } = all
    const { pool } = installation
    await pool.query('delete from meeting where mentee_id = $1', [ids.mentee])
    await pool.query('update person set name = $2 where id = $1', [ids.mentor, LONG_NAME])
    await pool.query('update meeting_question set until_at = $2, hash = $3 where person_id = $1', [
      ids.mentee,
      '2021-08-05T10:00:00Z',
      hashOf('a-link'),
    ])
    const proposal = `insert into meeting_proposal (organisation_id, id, pair_id, proposed_by, starts_at, is_series, zone, made_at)
      values ($1, $2, $3, $4, '{2021-07-26T10:00:00Z,2021-07-27T10:00:00Z,2021-07-28T10:00:00Z}', true, 'Etc/UTC', now())`
    await pool.query(proposal, [ids.organisation, newId(), ids.pair, ids.mentee])
    await pool.query("update planned_meeting set starts_at = '2021-07-29T10:00:00Z'")
    await pool.query("update directory_entry set time_zone = 'Pacific/Apia' where person_id = $1", [ids.mentor])
    site = await serveSite({ ...installation, machineClock: { now: () => '2021-07-23T10:00:00.000Z' } })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const at = (path: string) => new URL(path, site.address).href
  const openAs = (page: Page, name: CallerName, path: string) => openPageAs(page, all.callers[name], at(path))

  it('no page has a fault of access, and none has a script', async () => {
    const page = await browser.newPage()
    const pages: readonly (readonly [CallerName, string])[] = [
      ['mentor of the pair', `/pairs/${all.ids.pair}/meetings`],
      ['mentee of the pair', `/pairs/${all.ids.pair}/meetings?done=said`],
      ['mentee of another pair', `/pairs/${all.ids.otherPair}/meetings`],
      ['mentor of the pair', `/pairs/${all.ids.pair}/meetings/times`],
      ['mentee of the pair', `/pairs/${all.ids.pair}/meetings/times?done=accepted`],
      ['mentee of the pair', '/me/calendar'],
      ['anybody', '/answer?link=a-link'],
      ['anybody', '/answer?link=a-link&say=not-met'],
      ['anybody', '/answer?link=a-link&say=another-day'],
      ['anybody', '/answer?link=nothing'],
    ]
    for (const [name, path] of pages) {
      await openAs(page, name, path)
      expect(await page.locator('script').count(), path).toBe(0)
      expect(await page.locator('h1').innerText(), path).not.toMatch(/no page for you/)
      expect(await faultsOf(page, `${path.replace(/[0-9a-f-]{36}/, 'pair')} as ${name}`)).toEqual([])
    }
    await page.close()
  })

  it('from the letter to the answer it takes two taps, by keyboard too', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await openAs(page, 'anybody', '/answer?link=a-link&say=met')
    await page.getByRole('button', { name: 'Yes, we met' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Thank you, that is answered' }).waitFor()
    expect(await faultsOf(page, 'answered')).toEqual([])
    await page.close()
  })

  it('a meeting held elsewhere is written down, and a day to come is given back with the fault beside it', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await openAs(page, 'mentor of the pair', `/pairs/${all.ids.pair}/meetings`)
    await page.evaluate('document.getElementById("on").type = "text"')
    await page.locator('#on').fill('soon')
    await page.getByRole('button', { name: 'Write it down' }).click()
    await page.waitForSelector('.error-summary')
    expect(await page.title()).toMatch(/^Error:/)
    expect(await page.locator('.error-summary a').getAttribute('href')).toBe('#on')
    expect(await faultsOf(page, 'a fault')).toEqual([])
    await page.locator('#on').fill('2021-07-22')
    await page.getByLabel('How').selectOption('elsewhere')
    await page.getByRole('button', { name: 'Write it down' }).click()
    await page.waitForSelector('[role=status]')
    expect(await page.locator('[role=status]').innerText()).toContain('Kept.')
    expect(await page.locator('main').innerText()).toContain('You say Thursday 22 July 2021.')
    await page.close()
  })
})
