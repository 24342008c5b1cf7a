import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { completedSeason, tickOn } from '../make/completed-season.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'
import { signInAs } from '../make/sign-in.ts'

const PATH = '/seasons/new-managers-weekly/certificate'
const PHONE = { viewport: { width: 390, height: 844 } }
/** Bytes that say “a page begins here” in a PDF. */
const PAGES_OF_A_PDF = /\/Type\s*\/Page[^s]/g

describe('the end of a season, in a real browser', () => {
  let browser: Browser
  let season: Awaited<ReturnType<typeof completedSeason>>
  let site: Awaited<ReturnType<typeof serveSite>>

  beforeAll(async () => {
    season = await completedSeason()
    await season.pool.query(
      `insert into survey_answered (organisation_id, season_id, survey, role, person_id)
        select organisation_id, season_id, 'end', 'mentee', mentee_id from pair where id = $1`,
      [season.pairs[1]?.id],
    )
    const after = season.on('2026-05-04')
    await tickOn(after)
    site = await serveSite(after)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  async function openAs(page: Page, email: string | undefined, path: string, stepped = false) {
    const by = await signInAs(season.on('2026-05-04'), email ?? '', { stepped })
    await openPageAs(
      page,
      { headers: { cookie: by.cookie }, formToken: by.formToken },
      new URL(path, site.address).href,
    )
  }

  it('its holder makes it on a phone, a stranger sees that it is true, and it prints on one sheet', async () => {
    const phone = await browser.newPage(PHONE)
    await openAs(phone, season.pairs[1]?.mentee, '/my')
    await phone.getByRole('link', { name: 'First Team, Spring 2026' }).click()
    expect(await faultsOf(phone, 'a certificate to be made')).toEqual([])
    await phone.getByLabel(/^How long you talked/).uncheck()
    await phone.getByRole('button', { name: 'Make my certificate' }).click()
    expect(await phone.locator('main').innerText()).toContain('Your certificate is made.')
    const link = (await phone.getByRole('link', { name: /\/certificates\// }).getAttribute('href')) ?? ''
    expect(await faultsOf(phone, 'a certificate that is made')).toEqual([])
    await phone.getByRole('link', { name: 'Print it, or keep it as a PDF' }).click()
    expect(await faultsOf(phone, 'the sheet of a certificate')).toEqual([])
    const pdf = (await phone.pdf({ format: 'A4' })).toString('latin1')
    expect(pdf.match(PAGES_OF_A_PDF)).toHaveLength(1)
    const stranger = await browser.newPage(PHONE)
    await stranger.goto(new URL(new URL(link).pathname, site.address).href)
    expect(await stranger.locator('main').innerText()).toContain('This certificate is true.')
    expect(await stranger.locator('main').innerText()).not.toContain('In conversation')
    expect(await faultsOf(stranger, 'a certificate that is verified')).toEqual([])
    await stranger.close()
    await phone.close()
  })

  it('whoever has not completed the season reads what was missing, and a coordinator who has', async () => {
    const page = await browser.newPage()
    await openAs(page, season.pairs[0]?.mentee, PATH)
    expect(await faultsOf(page, 'no certificate')).toEqual([])
    await openAs(page, 'coordinator@example.com', '/desk/completed', true)
    expect(await page.locator('main').innerText()).toContain('3 of 4 mentees')
    expect(await faultsOf(page, 'who completed the season')).toEqual([])
    await page.close()
  })

  it('a coordinator closes the season, finds it under earlier seasons, and begins the next one', async () => {
    const page = await browser.newPage()
    await openAs(page, 'coordinator@example.com', '/desk', true)
    await page.getByRole('link', { name: 'Look at what is open, and close it' }).click()
    expect(await faultsOf(page, 'a season to be closed')).toEqual([])
    await page.getByRole('button', { name: 'Close the season' }).click()
    expect(await page.locator('h1').innerText()).toBe('This season is closed')
    expect(await faultsOf(page, 'a season that is closed')).toEqual([])
    await page.getByRole('link', { name: 'Earlier seasons' }).click()
    expect(await faultsOf(page, 'earlier seasons')).toEqual([])
    await page.getByRole('link', { name: /^Its closing/ }).click()
    await page.getByRole('link', { name: 'Begin the next season from this one' }).click()
    expect(await page.locator('main').innerText()).toContain('The rules and words of First Team')
    await page.close()
  })

  it('pages of the closed season say so above, and show what is left to be read', async () => {
    const page = await browser.newPage()
    const key = 'new-managers-weekly'
    const pages = {
      'a pair of a closed season': `/desk/pairs/${season.pairs[1]?.id}`,
      'selecting of a closed season': `/desk/selection?season=${key}`,
      'applications of a closed season': `/desk/applications?season=${key}`,
      'a match of a closed season': `/desk/match?season=${key}`,
      'an event of a closed season': `/seasons/${key}/events/kickoff/desk`,
      'who came in a closed season': `/seasons/${key}/events/kickoff/attendance`,
      'sheets of a closed season': `/imports?season=${key}`,
    }
    for (const [name, path] of Object.entries(pages)) {
      await openAs(page, 'coordinator@example.com', path, true)
      const said = page.locator('main > div').first()
      expect(await said.innerText(), name).toContain('First Team, Spring 2026 was closed on Monday 4 May 2026')
      expect(await faultsOf(page, name)).toEqual([])
    }
    await page.close()
  })
})
