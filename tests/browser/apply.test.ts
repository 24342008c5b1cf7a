import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askForNextCall } from '../../src/journey/apply/actions/interest.ts'
import { sendApplication } from '../../src/journey/apply/actions/own-application.ts'
import { NOTHING_GIVEN } from '../../src/model/given-application.ts'
import { serveSite } from '../../src/web/serve-site.ts'
import { actAs } from '../make/acting.ts'
import { openBrowser } from '../make/browser.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'
import { openCall } from '../make/open-call.ts'

describe('applying, in a real browser', () => {
  let all: Everybody
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>
  let base = ''

  beforeAll(async () => {
    all = await everybody()
    base = `/seasons/${(await openCall(all)).key}`
    const full = {
      ...NOTHING_GIVEN,
      answers: {
        topics: ['Giving feedback', 'Hard conversations', 'an-endless-word-'.repeat(12)],
        about: ['I run the rota. '.repeat(120)],
      },
      confirms: ['commitment', 'live-trainings', 'identity', 'certificate'],
      asynchronous: 'write' as const,
      blocks: 'boss@staff.example',
    }
    for (const role of ['mentor', 'mentee'] as const)
      await sendApplication(await actAs(all, 'reviewer'), { season: base.slice(9), role, given: full })
    await all.installation.pool.query("update person set name = $1 where email = 'reviewer@staff.example'", [
      'A name of eighty characters that goes on and on, as some of our names really do',
    ])
    site = await serveSite(all.installation)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const at = (path: string) => new URL(path, site.address).href
  const openAs = (page: Page, name: CallerName, path: string) => openPageAs(page, all.callers[name], at(path))

  it('no page has a fault of access: empty, typical and overfull', async () => {
    const page = await browser.newPage()
    const pages: readonly (readonly [CallerName, string])[] = [
      ['colleague', `${base}/apply`],
      ['colleague', `${base}/application`],
      ['reviewer', `${base}/apply/mentee?find=money`],
      ['reviewer', `${base}/application?done=sent`],
      ['reviewer', `${base}/application/mentor/withdraw`],
      ['mentee of the pair', '/seasons/women-2021/application'],
    ]
    for (const [name, path] of pages) {
      await openAs(page, name, path)
      expect(await page.locator('h1').innerText(), path).not.toMatch(/no page for you/)
      expect(await faultsOf(page, `${path} as ${name}`)).toEqual([])
    }
    await page.close()
  })

  it('saves as one types, is resumed on a phone without script, and is sent', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await openAs(page, 'colleague', `${base}/apply/mentee`)
    await page.getByLabel('What should your mentor know of you?').fill('I run the rota.')
    await page.locator('form p[role=status]').filter({ hasText: 'Saved at' }).waitFor({ timeout: 10_000 })
    await page.getByLabel('What should your mentor know of you?').fill('I run the rota and more.')
    await page.locator('input[name=version][value="2"]').waitFor({ state: 'attached', timeout: 10_000 })
    await context.close()

    const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
    const again = await phone.newPage()
    await openAs(again, 'colleague', `${base}/apply`)
    await again.getByRole('link', { name: 'Go on with your application' }).click()
    expect(await again.getByLabel('What should your mentor know of you?').inputValue()).toBe('I run the rota and more.')
    await again.getByLabel('Look for a topic').fill('public speaking')
    await again.getByRole('button', { name: 'Find' }).click()
    await again.getByLabel('Speaking in public').check()
    await again.getByRole('button', { name: 'Send my application' }).click()
    expect(await again.title()).toMatch(/^Error:/)
    expect(await again.getByLabel('Speaking in public').isChecked()).toBe(true)
    for (const it of await again.locator('input[name=confirms]').all()) await it.check()
    await again.getByRole('button', { name: 'Send my application' }).click()
    expect(await again.locator('h1').innerText()).toBe('We have your application')
    await again.getByRole('link', { name: 'Take it back' }).click()
    await again.getByRole('button', { name: 'Take it back' }).click()
    expect(await again.locator('[role=status]').innerText()).toContain('taken back')
    await again.getByRole('link', { name: 'Apply again' }).click()
    await again.getByRole('button', { name: 'Send my application' }).click()
    expect(await again.locator('[role=status]').innerText()).toContain('Your application is sent.')
    await phone.close()
  })

  it('errors and closed calls have no fault either', async () => {
    const page = await browser.newPage()
    await openAs(page, 'auditor', `${base}/apply/mentor`)
    await page.getByRole('button', { name: 'Send my application' }).click()
    expect(await page.locator('.error-summary a').first().getAttribute('href')).toMatch(/^#confirm-/)
    expect(await faultsOf(page, 'the form with errors')).toEqual([])
    await openCall(all, { opensIn: 3 })
    await askForNextCall(await actAs(all, 'auditor'), { season: base.slice(9), role: 'mentee', wants: true })
    await openAs(page, 'auditor', `${base}/apply?done=asked`)
    expect(await faultsOf(page, 'calls that are not open')).toEqual([])
    await page.close()
  })
})
