import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { layDownSeries } from '../make/laid-down.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'

const RESULTS = '/seasons/women-2021/results'

describe('what people said, told without telling who, in a real browser', () => {
  let browser: Browser
  let all: Everybody
  let site: Awaited<ReturnType<typeof serveSite>>

  beforeAll(async () => {
    all = await everybody()
    await layDownSeries(all)
    site = await serveSite(all.installation)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const openAs = (page: Page, name: CallerName, path: string) =>
    openPageAs(page, all.callers[name], new URL(path, site.address).href)

  it('the results say how answers moved, how far that may be chance, and what is shown of no group', async () => {
    const page = await browser.newPage()
    await openAs(page, 'coordinator', RESULTS)
    const text = await page.locator('main').innerText()
    expect(text).toContain('Up 0.8, from 2.0 to 2.8; 24 people. On a scale from 1 to 5.')
    expect(text).toContain('Nothing is shown of one more question or answer')
    expect(text).toContain('Closing survey, mentees, by division')
    expect(text).toContain('The departments are too small, or answered too much alike, to show figures.')
    expect(await faultsOf(page, 'results with change and groups')).toEqual([])
    await page.close()
  })
})
