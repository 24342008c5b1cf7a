import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../make/browser.ts'
import { faultsOf } from '../make/looking.ts'
import { exampleSheets, manySheets, matchSheets } from '../make/match-sheets.ts'

describe('the report of a match made from spreadsheets, as one file', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it('stands alone without script, reads well empty, small and large, and asks nothing from outside', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (it) => asked.push(it.url()))
    const none = { mentors: 'email\na@example.org\n', mentees: 'email\na@example.org\n' }
    const reports = { small: exampleSheets(), large: manySheets(61), none }
    const faults: string[] = []
    for (const [name, sheets] of Object.entries(reports)) {
      const { out, textOf } = await matchSheets(sheets)
      expect(textOf('report.html')).not.toContain('<script')
      await page.goto(pathToFileURL(join(out, 'report.html')).href)
      faults.push(...(await faultsOf(page, `match report ${name}`)))
    }
    expect(faults).toEqual([])
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
    expect(asked.length).toBe(3)
    await context.close()
  })
})
