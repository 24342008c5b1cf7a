import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'

const LONG =
  'a-very-long-name-of-somebody-who-has-many-names-and-a-long-domain@subsidiary.of.a.large.organisation.example.com'

describe('spreadsheets in a real browser, on a phone and on a desk', () => {
  let all: Everybody
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>
  const folder = mkdtempSync(join(tmpdir(), 'alongside-sheets-'))

  beforeAll(async () => {
    all = await everybody()
    site = await serveSite(all.installation)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const open = (page: Page, name: CallerName, path: string) =>
    openPageAs(page, all.callers[name], new URL(path, site.address).href)
  const choose = async (page: Page, name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    await page.locator('#file').setInputFiles(join(folder, name))
    await page.getByRole('button', { name: 'See what would change' }).press('Enter')
    await page.waitForLoadState()
  }

  it('no page has a fault of access: empty, typical, overfull, faulty, taken, taken back', async () => {
    const page = await browser.newPage()
    const faults: string[] = []
    const look = async (name: string) => {
      faults.push(...(await faultsOf(page, `imports ${name}`)))
    }
    await open(page, 'people team', '/imports')
    await look('of the people team')
    await open(page, 'coordinator', '/imports?season=women-2021')
    await look('hub')
    await open(page, 'coordinator', '/imports/meetings?season=women-2021')
    await look('form')
    await choose(page, 'unknown.csv', 'Wer;Wann\nmentee1@example.com;2021-07-08\n')
    await look('unmapped')
    await page.getByLabel('mentee_email').selectOption('Wer')
    await page.getByLabel('held_on').selectOption('Wann')
    await page.getByRole('button', { name: 'Look again' }).press('Enter')
    await page.waitForLoadState()
    await look('typical')
    await open(page, 'coordinator', '/imports/meetings?season=women-2021')
    const days = Array.from(
      { length: 120 },
      (_, at) => `mentee${(at % 5) + 1}@example.com,2021-09-${String((at % 28) + 1).padStart(2, '0')},30`,
    )
    await choose(
      page,
      'faulty.csv',
      ['mentee_email,held_on,minutes', ...days, `${LONG},2021-09-01,30`, 'mentee1@example.com,soon,-3'].join('\n'),
    )
    await look('overfull and faulty')
    await page.getByRole('button', { name: 'Take what can be read' }).press('Enter')
    await page.getByRole('status').waitFor()
    await look('taken')
    await page.getByRole('button', { name: 'Undo this import' }).press('Enter')
    await page.waitForURL(/done=undone/)
    await look('taken back')
    await open(page, 'people team', '/imports/clearance?season=women-2021')
    await choose(page, 'broken.csv', 'email\nnobody\n')
    await look('clearance faulty')
    await open(page, 'coordinator', '/imports/survey?season=women-2021')
    await look('survey form')
    expect(faults).toEqual([])
    await page.close()
  })
})
