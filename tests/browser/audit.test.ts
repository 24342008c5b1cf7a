import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { faultsOf } from '../make/looking.ts'
import { type SignedIn, signInAs } from '../make/sign-in.ts'

const PAGES = [
  '/upkeep/audit',
  '/upkeep/audit?person=nobody',
  '/upkeep/audit?refused=yes',
  '/upkeep/doctor',
  '/office/keys',
]
const LINES = 130
const LONG = 'Maximiliane-Theodora von und zu der langen Brücke an der Unteren Mühle-Wiesengrund'

describe('the audit, the doctor and the keys in a real browser, without script', () => {
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>
  let owner: SignedIn

  const at = (path: string) => new URL(path, site.address).href
  const opened = async (set: Parameters<Browser['newContext']>[0]): Promise<BrowserContext> => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...set })
    await context.addCookies([{ name: owner.cookie.split('=')[0] ?? '', value: owner.secret, url: site.address }])
    return context
  }

  beforeAll(async () => {
    const installation = await freshInstallation()
    const run = commandLineOf(installation)
    await run('office', 'setup', '--organisation', 'Example', '--operator', 'owner@example.com')
    await installation.pool.query('update person set name = $1', [LONG])
    await installation.pool.query(
      `insert into audit (organisation_id, id, action, actor_kind, actor_person_id, via, on_day, recorded_at, outcome, ground)
       select organisation_id, gen_random_uuid(), 'office.giveHat', 'person', id, 'x', '2026-11-24', '2026-11-24T09:00:00Z',
         case when n % 7 = 0 then 'refused' else 'done' end, 'owner' from person, generate_series(1, $1::int) n`,
      [LINES],
    )
    owner = await signInAs(installation, 'owner@example.com', { stepped: true })
    site = await serveSite(installation)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  it('no page has a fault of access', async () => {
    const context = await opened({ javaScriptEnabled: true })
    const page = await context.newPage()
    for (const path of PAGES) {
      await page.goto(at(path))
      expect(await faultsOf(page, path)).toEqual([])
    }
    await context.close()
  })

  it('lines are found, paged through and checked by forms alone', async () => {
    const context = await opened({})
    const page = await context.newPage()
    await page.goto(at('/upkeep/audit'))
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/lines of what was done, 1 to 50/)
    await page.getByRole('link', { name: 'Next page' }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/51 to 100/)
    await page.getByLabel('What was done').fill('give a hat')
    await page.getByLabel('Refused only').check()
    await page.getByRole('button', { name: 'Show' }).click()
    expect(page.url()).toContain('what=give+a+hat')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      `${Math.floor(LINES / 7)} lines of what was refused`,
    )
    await page.getByRole('button', { name: 'Check now' }).click()
    expect(await page.locator('#chain').innerText()).toMatch(
      /Every line from number 1 to \d+ was as it was written|Something is not/,
    )
    await context.close()
  })

  it('the keys and the lines come as files', async () => {
    const context = await opened({})
    const page = await context.newPage()
    await page.goto(at('/office/keys'))
    const [keys] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the keys' }).click(),
    ])
    expect(keys.suggestedFilename()).toMatch(/^alongside-keys-.*\.jsonl$/)
    await page.goto(at('/upkeep/audit'))
    const [lines] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /as CSV/ }).click(),
    ])
    expect(lines.suggestedFilename()).toBe('audit.csv')
    await context.close()
  })

  it('nothing is kept in the browser but the sign-in', async () => {
    const context = await opened({ javaScriptEnabled: true })
    const page = await context.newPage()
    for (const path of ['/', ...PAGES]) {
      await page.goto(at(path))
      expect(await page.evaluate(() => [localStorage.length, sessionStorage.length]), path).toEqual([0, 0])
    }
    expect((await context.cookies()).map((it) => it.name)).toEqual([owner.cookie.split('=')[0]])
    await context.close()
  })
})
