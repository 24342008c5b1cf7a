import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LETTER_KINDS, waitsForHours } from '../../src/model/letter-kinds.ts'
import { seeLetters } from '../../src/rehearsal/see-letters.ts'
import { offLink } from '../../src/runtime/off-link.ts'
import { asAnybody, openHouse } from '../../src/runtime/open-context.ts'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { type Everybody, everybody } from '../make/everybody.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'

/** Letters of each shape: with a link to press, with a foot, with a list, long. */
const LOOKED_AT = ['pair', 'question', 'times-proposed', 'glass', 'erased']

describe('letters and what is chosen of them, in a real browser', () => {
  let all: Everybody
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>

  beforeAll(async () => {
    all = await everybody()
    await all.installation.pool.query("update organisation set kind = 'demo' where id = $1", [all.ids.organisation])
    site = await serveSite(all.installation)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
  const context = async () => {
    const house = await openHouse(all.installation)
    if (!house) throw new Error('no organisation')
    return asAnybody(house)
  }

  it('every kind of letter is there to be looked at, whole, with why it comes and its switch', async () => {
    const letters = await seeLetters(await context())
    expect(new Set(letters.map((it) => it.kind))).toEqual(new Set(Object.keys(LETTER_KINDS)))
    for (const { key, kind, subject, body } of letters) {
      expect(`${key}: ${subject} ${body}`).not.toMatch(/undefined|null|NaN|\{\{|\[object|!/)
      if (kind !== 'sign-in') expect(body, key).toMatch(/You get this (once, )?because/)
      if (waitsForHours(kind)) expect(body, key).toMatch(/\/(letters\/off\?link=|me\/letters)/)
    }
  })

  it('the collection, and letters of each shape as a mail program shows them, have no fault of access', async () => {
    const page = await browser.newPage()
    for (const path of ['', '/pair', ...LOOKED_AT.map((key) => `/${key}/html`)]) {
      const answer = await page.goto(new URL(`/demo/letters${path}`, site.address).href)
      expect(`${path} ${answer?.status()}`).toBe(`${path} 200`)
      expect(await faultsOf(page, `letters${path}`)).toEqual([])
    }
    await page.close()
  })

  it('what comes by e-mail is chosen in one press for each, and a day too many is said beside it', async () => {
    const page = await browser.newPage()
    await openPageAs(page, all.callers['mentee of the pair'], new URL('/me/letters', site.address).href)
    expect(await faultsOf(page, 'me-letters')).toEqual([])
    await page.getByLabel('Surveys').uncheck()
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) await page.getByLabel(day).check()
    await page.getByRole('button', { name: 'Keep this' }).click()
    await page.locator('.error-summary').waitFor()
    expect(await faultsOf(page, 'me-letters-error')).toEqual([])
    expect(await page.getByLabel('Surveys').isChecked()).toBe(false)
    await page.getByLabel('Monday').uncheck()
    await page.getByRole('button', { name: 'Keep this' }).click()
    await page.getByText('It holds from the next letter on').waitFor()
    expect(await page.getByLabel('Friday').isChecked()).toBe(true)
    await page.close()
  })

  it('the switch of a letter is turned off with one press, without signing in', async () => {
    const ctx = await context()
    const link = offLink(ctx, { personId: all.ids.mentee, name: 'calls' })
    const page = await browser.newPage()
    await page.goto(new URL(link.slice(ctx.publicUrl.length), site.address).href)
    expect(await faultsOf(page, 'letters-off')).toEqual([])
    await page.getByRole('button', { name: 'No e-mail for these' }).click()
    await page.getByText('These letters stay on your page').waitFor()
    expect(await faultsOf(page, 'letters-are-off')).toEqual([])
    await page.close()
  })
})
