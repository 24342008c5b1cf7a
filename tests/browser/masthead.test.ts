import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../src/runtime/new-id.ts'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'

/** Two lines on a phone, in pixels: the name of the house, and the ways with the way out. The narrowest may take a third. */
const PHONES = [
  { width: 320, most: 150 },
  { width: 390, most: 120 },
]

describe('the ways of the masthead', () => {
  let all: Everybody
  let browser: Browser
  let page: Page
  let site: Awaited<ReturnType<typeof serveSite>>

  beforeAll(async () => {
    all = await everybody()
    const { installation, ids } = all
    for (const hat of ['owner', 'auditor', 'named-contact', 'reviewer'])
      await installation.pool.query(
        `insert into hat (organisation_id, id, person_id, hat, from_on, given_by)
          select $1, $2, p.id, $3, '2021-01-01', p.id from person p where p.email = 'coordinator@staff.example'`,
        [ids.organisation, newId(), hat],
      )
    site = await serveSite({ ...installation, machineClock: { now: () => '2021-07-28T10:00:00.000Z' } })
    browser = await openBrowser()
    page = await browser.newPage()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const open = (name: CallerName, path: string) => openPageAs(page, all.callers[name], new URL(path, site.address).href)
  const more = () => page.locator('header summary')

  it('take two lines on a phone, however many hats somebody wears', async () => {
    for (const { width, most } of PHONES)
      for (const name of ['coordinator', 'mentee of the pair', 'owner', 'anybody'] as const) {
        await page.setViewportSize({ width, height: 844 })
        await open(name, '/')
        const box = await page.locator('header').boundingBox()
        expect(box?.height, `${name} at ${width}`).toBeLessThan(most)
      }
  })

  it('open by keyboard, each in its group, and push the page down instead of covering it', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open('coordinator', '/desk')
    const before = await page.locator('main').boundingBox()
    await more().focus()
    await page.keyboard.press('Enter')
    await page.getByText('Organisation', { exact: true }).waitFor()
    const after = await page.locator('main').boundingBox()
    expect((after?.y ?? 0) - (before?.y ?? 0)).toBeGreaterThan(100)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Mentors')
    await page.getByRole('link', { name: 'Hats', exact: true }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/office/hats')
  })

  it('say where one is, in the line or behind More', async () => {
    await open('coordinator', '/desk')
    expect(await page.locator('header a[aria-current=page]').innerText()).toBe('Today')
    await open('coordinator', '/office/hats')
    expect(await more().getAttribute('class')).toContain('font-semibold')
  })

  it('have no fault of access, closed or open, for few hats and for many', async () => {
    const faults: string[] = []
    for (const name of ['coordinator', 'mentee of the pair', 'coordinator of the season'] as const) {
      await open(name, '/me/hats')
      faults.push(...(await faultsOf(page, `masthead ${name}`)))
    }
    expect(faults).toEqual([])
  })
})
