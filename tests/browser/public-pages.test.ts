import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../make/browser.ts'
import { commandLine } from '../make/command-line.ts'
import { freshDatabase } from '../make/database.ts'
import { faultsOf } from '../make/looking.ts'
import { openSite } from '../make/site.ts'
import { playSmallSeason } from '../make/small-season.ts'

describe('the public pages in a real browser', () => {
  let browser: Browser
  let site: Awaited<ReturnType<typeof openSite>>
  let link = ''
  let shown: { participation: { people: number; pairs: number }; cadence: { pairsEveryWindow: number; pairs: number } }

  beforeAll(async () => {
    const pool = await freshDatabase()
    const run = commandLine(pool)
    await playSmallSeason(run, 'programs/women-2021.yaml')
    link = JSON.parse((await run('results', 'link', '--json'))[0] ?? '').path
    shown = JSON.parse((await run('results', 'show', '--json'))[0] ?? '')
    site = await openSite(pool)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const at = (path: string) => new URL(path, site.address).href

  it('the front page, the program page and the results page have no fault of access, and no script but the slider of days', async () => {
    const page = await browser.newPage()
    for (const path of ['/', '/seasons/women-2021', link, '/seasons/women-2021/results', '/nothing-here']) {
      await page.goto(at(path))
      expect(await page.locator('script').count(), path).toBe(path === link ? 1 : 0)
      expect(await faultsOf(page, path)).toEqual([])
    }
    await page.goto(at(`${link}&on=2021-08-20`))
    expect(await faultsOf(page, 'results of a day')).toEqual([])
    await page.getByRole('link', { name: 'Today' }).click()
    await page.getByLabel('Figures as of').fill('2021-07-20')
    await page.getByRole('button', { name: 'Show that day' }).click()
    expect(await page.locator('main').innerText()).toContain('As of Tuesday 20 July 2021')
    await page.close()
  })

  it('the results page shows the numbers that the command line prints', async () => {
    const page = await browser.newPage()
    await page.goto(at(link))
    const text = await page.locator('main').innerText()
    expect(text).toContain(`${shown.cadence.pairsEveryWindow} of ${shown.cadence.pairs} pairs`)
    expect(text).toContain(`${shown.participation.people} people took part in ${shown.participation.pairs} pairs`)
    await page.close()
  })

  it('without the link the public sees how many take part and no more', async () => {
    const page = await browser.newPage()
    await page.goto(at('/seasons/women-2021/results'))
    const text = await page.locator('main').innerText()
    expect(text).toContain(`${shown.participation.people} people took part`)
    expect(text).not.toMatch(/met every|session 1/)
    await page.close()
  })

  it('a wrong link reads like a page that is not there', async () => {
    const answer = await fetch(at('/seasons/women-2021/results?link=guessed'))
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe(await (await fetch(at('/seasons/no-such-season'))).text())
  })
})
