import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { choosingSeason } from '../make/choosing-season.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'

const KEY = 'women-2021'
const LISTS = `/desk/match/shortlists?season=${KEY}`
const OWN = `/seasons/${KEY}/shortlist`
const LONG_NAME = `${'Wanjirũ-Aleksandra '.repeat(4).trim()}`.slice(0, 80)
const LONG_WORDS = 'I have led teams of two and of forty, and would gladly talk about how that differs. '.repeat(6)

describe('shortlists in a real browser, on a phone and on a desk', () => {
  let season: Awaited<ReturnType<typeof choosingSeason>>
  let site: Awaited<ReturnType<typeof serveSite>>
  let browser: Browser

  beforeAll(async () => {
    season = await choosingSeason({ mentors: 52, mentees: 57 })
    site = await serveSite(season.installation)
    browser = await openBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const at = (path: string) => new URL(path, site.address).href
  const pressed = async (page: Page, name: string | RegExp) => {
    const button = page.getByRole('button', { name }).first()
    await button.focus()
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  }

  it('a coordinator makes them, sees that they are fair, and sends them', async () => {
    const page = await browser.newPage()
    const faults: string[] = []
    const looks = async (name: string) => faults.push(...(await faultsOf(page, `shortlists ${name}`)))
    await openPageAs(page, await season.caller('coordinator'), at(LISTS))
    await looks('empty')
    await pressed(page, 'Make the shortlists')
    expect(await page.locator('h1').innerText()).toBe('Shortlists for 57 mentees, not sent yet')
    await looks('made')
    await pressed(page, 'Send 57 shortlists')
    expect(await page.locator('h1').innerText()).toBe('0 of 57 mentees have chosen so far')
    await season.pool.query('update person set name = $1 where name = $2', [LONG_NAME, 'mentor3'])
    await season.pool.query("update application set about = $1 where role = 'mentor'", [LONG_WORDS])
    await page.goto(at(`${LISTS}&q=Wanjir`))
    await looks('found')
    await page.goto(at(`/desk/selection?season=${KEY}`))
    await looks('selecting')
    expect(faults).toEqual([])
    await page.close()
  }, 120_000)

  it('a mentee chooses on a phone, without script, from their page on', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
    const page = await context.newPage()
    await openPageAs(page, await season.caller('mentee1'), at('/my'))
    await page.getByRole('link', { name: 'See whom you can choose' }).click()
    const selects = page.getByRole('combobox')
    expect(await selects.count()).toBe(3)
    await selects.nth(1).selectOption('1')
    await selects.nth(0).selectOption('1')
    await pressed(page, 'Keep my choice')
    expect(await page.title()).toMatch(/^Error:/)
    expect(await selects.nth(1).inputValue()).toBe('1')
    await selects.nth(0).selectOption('2')
    await pressed(page, 'Keep my choice')
    expect(await page.getByRole('status').textContent()).toContain('Your choice is kept')
    expect(await page.locator('h1').textContent()).toBe('You have chosen 2 mentors')
    await context.close()
  })

  it('no page of a mentee has a fault of access, whatever happens to the list', async () => {
    const page = await browser.newPage()
    const faults: string[] = []
    const looks = async (name: string) => faults.push(...(await faultsOf(page, `own shortlist ${name}`)))
    const { rows } = await season.pool.query(
      'select mentee_id, p.name from shortlist_entry join person p on p.id = mentee_id where mentor_id = (select id from person where name = $1) and p.name <> $2 order by p.name limit 1',
      [LONG_NAME, 'mentee1'],
    )
    const caller = await season.caller(rows[0].name)
    await openPageAs(page, caller, at(OWN))
    await looks('open')
    await page.getByRole('combobox').nth(1).selectOption('1')
    await page.getByRole('combobox').nth(2).selectOption('1')
    await pressed(page, 'Keep my choice')
    await looks('unclear')
    await season.pool.query(
      'update application set withdrawn_at = now(), superseded_by = id where person_id = (select id from person where name = $1)',
      [LONG_NAME],
    )
    await page.goto(at(OWN))
    await looks('somebody gone')
    season.clock.at = '2021-06-28T10:00:00.000Z'
    await openPageAs(page, await season.caller(rows[0].name), at(OWN))
    await looks('over')
    expect(faults).toEqual([])
    await page.close()
  }, 120_000)

  it('and the board says whom the mentee chose, once the day has passed', async () => {
    season.clock.at = '2021-06-28T10:00:00.000Z'
    const page = await browser.newPage()
    await openPageAs(page, await season.caller('coordinator'), at(LISTS))
    expect(await page.locator('h1').innerText()).toBe('1 of 57 mentees chose')
    await page.goto(at(`/desk/match/ready?season=${KEY}`))
    await pressed(page, 'Run the match')
    await page.getByRole('button', { name: 'Publish these pairs' }).waitFor()
    expect(await page.locator('main').innerText()).toContain('Chosen by the mentee.')
    await page.close()
  }, 120_000)
})
