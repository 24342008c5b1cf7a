import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/web/serve-site.ts'
import { makeSite } from '../../src/web/site.tsx'
import { openBrowser } from '../make/browser.ts'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'

describe('designing a program in a real browser, on a phone and on a desk', () => {
  let all: Everybody
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>
  let draft = ''
  let faulty = ''

  beforeAll(async () => {
    all = await everybody()
    const installation = { ...all.installation, machineClock: { now: () => '2021-07-28T10:00:00.000Z' } }
    await all.installation.pool.query("update season_version set recorded_at = '2021-05-01T10:00:00Z'")
    const asked = makeSite(installation)
    const post = async (path: string, form: Record<string, string>) =>
      (await requestAs(asked, all.callers.coordinator, 'POST', path, form)).location
    draft = await post('/desk/design/change', { season: 'women-2021' })
    await post(`${draft}?part=meetings`, {
      seen: '1',
      'f/meetings/minutes': '45',
      'f/meetings/everyDays': '7',
      'f/name': 'Along',
    })
    faulty = await post('/desk/design/start', {
      from: 'template',
      of: 'women-2022',
      key: 'next',
      season: 'A season with a long name, as they are',
      startsOn: '2022-12-05',
    })
    await post(`${faulty}?part=events`, {
      seen: '1',
      do: 'add f/events',
      'f/events/0/minutes': 'long',
      'f/meetings/from': '2022-01-01',
    })
    site = await serveSite(installation)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  it('no page has a fault of access, empty, typical and full of faults', async () => {
    const page = await browser.newPage()
    const pages: readonly (readonly [CallerName, string])[] = [
      ['coordinator', '/desk/design'],
      ['coordinator of another season', '/desk/design'],
      ['coordinator', '/desk/design/start?from=season&of=women-2021'],
      ['coordinator', '/desk/design/start?from=dates'],
      ['coordinator', `${draft}?part=dates&saved=2`],
      ['coordinator', `${draft}?part=roles`],
      ['coordinator', `${faulty}?part=events`],
      ['coordinator', `${draft}/check?mentors=20&mentees=30`],
      ['coordinator', `${faulty}/check`],
      ['coordinator', `${draft}/dry-run`],
      ['coordinator', `${draft}/dry-run?mentors=12&mentees=15`],
      ['coordinator', `${faulty}/dry-run`],
      ['coordinator', `${draft}/page`],
      ['coordinator', `${draft}/differences`],
      ['coordinator', `${faulty}/differences`],
      ['coordinator', `${draft}/saves`],
      ['coordinator', `${draft}/saves/1`],
      ['coordinator', '/desk/design/versions?season=women-2021'],
    ]
    const faults: string[] = []
    for (const [name, path] of pages) {
      await openPageAs(page, all.callers[name], new URL(path, site.address).href)
      faults.push(
        ...(await faultsOf(
          page,
          `design ${name} ${path.replace(/[0-9a-f-]{36}/, path.startsWith(draft) ? 'draft' : 'faulty').slice(0, 60)}`,
        )),
      )
    }
    expect(faults).toEqual([])
    await page.close()
  })

  it('a fault leads to its field by keyboard alone, and Enter in a field saves', async () => {
    const page = await browser.newPage()
    await openPageAs(page, all.callers.coordinator, new URL(`${faulty}?part=events`, site.address).href)
    await page.getByRole('link', { name: 'Go to its field' }).first().focus()
    await page.keyboard.press('Enter')
    const field = page.locator('[id="f/events/0/minutes"]')
    await field.waitFor({ state: 'visible' })
    await field.fill('50')
    await page.keyboard.press('Enter')
    await page.getByText('Saved as 3.').waitFor()
    expect(await page.getByLabel('The file').inputValue()).toContain('minutes: 50')
    await page.close()
  })

  it('while one types the other side follows, and what is to mend is said', async () => {
    const page = await browser.newPage()
    await openPageAs(page, all.callers.coordinator, new URL(`${draft}?part=about`, site.address).href)
    const file = page.getByLabel('The file')
    await page.locator('[id="f/name"]').fill('Across the river')
    await page.getByText('Nothing to mend. Not saved yet.').waitFor()
    expect(await file.inputValue()).toContain('\nname: Across the river\n')
    expect(await file.inputValue()).toContain('# The program of 2021, whole')
    await page.locator('[id="f/name"]').fill('Across the sea')
    await file.evaluate((it: HTMLTextAreaElement) => {
      it.focus()
      it.value = it.value.replace('lengthText: 3 months', 'lengthText: 9 months')
      it.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await page.getByText('the text says 9 months').first().waitFor()
    expect(await page.getByLabel('How long it is, in words').inputValue()).toBe('9 months')
    expect(await file.inputValue()).toContain('name: Across the sea')
    await page.getByRole('button', { name: 'Save the draft' }).click()
    await page.getByText('Saved as 3.').waitFor()
    expect(await page.locator('[id="f/name"]').inputValue()).toBe('Across the sea')
    await page.close()
  })
})
