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

  it('a season begins from a file of dates, and what cannot be read of it is mended in the field', async () => {
    const page = await browser.newPage()
    await openPageAs(page, all.callers.coordinator, new URL('/desk/design/start?from=dates', site.address).href)
    await page.getByLabel('Short name').fill('from-a-file')
    await page.getByLabel('Season, in words').fill('Spring 2028')
    const plan = 'Stage,Day\nCall for mentors,2028-01-10\nKickoff,soon\nClosing,later\n'
    const file = { name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from(plan) }
    await page.getByLabel('The spreadsheet of your old plan').setInputFiles(file)
    await page.getByRole('button', { name: 'Begin the draft' }).click()
    await page.getByRole('link', { name: 'Row 3: “soon” is not a date' }).waitFor()
    expect(await faultsOf(page, 'design start dates faulty')).toEqual([])
    await page.getByRole('link', { name: 'Row 4: “later” is not a date' }).focus()
    await page.keyboard.press('Enter')
    const rows = page.getByLabel('Or the stages and their dates, pasted')
    expect(await rows.inputValue()).toBe(plan)
    await rows.fill(plan.replace('soon', '2028-02-29').replace('later', '2028-06-06'))
    await page.getByRole('button', { name: 'Begin the draft' }).click()
    await page.waitForURL(/\/desk\/design\/drafts\//)
    expect(await page.getByLabel('The file').inputValue()).toContain('endsOn: 2028-06-06')
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
