import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeFirstOwnerLink } from '../../src/office/actions/first-owner-link.ts'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { codeApp } from '../make/code-app.ts'
import { freshInstallation } from '../make/installation.ts'
import { faultsOf } from '../make/looking.ts'
import { OWNER, type SignInSite, signInSite } from '../make/signing-in.ts'

describe('signing in, in a real browser', () => {
  let browser: Browser
  let office: SignInSite
  let site: Awaited<ReturnType<typeof serveSite>>
  const faults: string[] = []

  beforeAll(async () => {
    office = await signInSite()
    site = await serveSite(office.installation)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const at = (path: string) => new URL(path, site.address).href

  async function look(page: Page, name: string): Promise<void> {
    faults.push(...(await faultsOf(page, name)))
  }

  async function comeIn(context: BrowserContext, next: string): Promise<Page> {
    const page = await context.newPage()
    await page.goto(at(next))
    await look(page, 'sign in')
    await page.getByLabel('Your e-mail address').fill(OWNER)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()
    await look(page, 'sent')
    await page.goto(at((await office.linkTo(OWNER)) ?? ''))
    await look(page, 'confirm')
    await page.getByRole('button', { name: 'Sign in' }).click()
    return page
  }

  it('the owner asks, opens the link of the letter, sets up codes, reaches the board, and signs out; no page has a fault of access', async () => {
    const context = await browser.newContext()
    const page = await comeIn(context, '/office')
    await page.getByRole('heading', { name: 'Set up your second step' }).waitFor()
    await look(page, 'second step to set up')
    await page.getByRole('button', { name: 'Set up one-time codes' }).click()
    await look(page, 'codes')
    await page.getByLabel('The code your app shows now').fill('000000')
    await page.getByRole('button', { name: 'Finish' }).click()
    await page.getByRole('heading', { name: 'The code was not taken' }).waitFor()
    await look(page, 'codes with a wrong code')
    const app = codeApp(await page.content(), office.clock)
    await page.getByLabel('The code your app shows now').fill(app.code())
    await page.getByRole('button', { name: 'Finish' }).click()
    await page.getByRole('heading', { name: 'Keep these 10 codes' }).waitFor()
    await look(page, 'recovery codes')
    await page.getByRole('link', { name: 'I have kept them' }).click()
    expect(new URL(page.url()).pathname).toBe('/office')
    await page.goto(at('/me/second-step'))
    await look(page, 'second step')
    await page.goto(at('/me/sign-ins'))
    await look(page, 'sign-ins')
    await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
    expect(new URL(page.url()).pathname).toBe('/')
    await page.goto(at('/me/sign-ins'))
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await context.close()
    expect(faults).toEqual([])
  })

  it('the next sign-in asks for the code, all of it without script', async () => {
    office.clock.forward({ minutes: 20 })
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(at('/office'))
    await page.getByLabel('Your e-mail address').fill(OWNER)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await page.goto(at((await office.linkTo(OWNER)) ?? ''))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'One more step' }).waitFor()
    await page.getByText('Use a recovery code').click()
    expect(await page.getByLabel('One of your recovery codes').isVisible()).toBe(true)
    const later = await browser.newContext()
    await later.addCookies(await context.cookies())
    const seen = await later.newPage()
    await seen.goto(at('/sign-in/step'))
    await seen.getByText('Use a recovery code').click()
    await look(seen, 'step')
    await seen.getByLabel('The code your app shows now').fill('12')
    await seen.getByRole('button', { name: 'Go on' }).click()
    await look(seen, 'step with a wrong code')
    await context.close()
    await later.close()
    expect(faults).toEqual([])
  })

  it('the pages of the first start, and of a link that is over, have no fault of access', async () => {
    const installation = await freshInstallation()
    const early = await serveSite(installation)
    const first = new URL(await makeFirstOwnerLink(installation))
    const page = await browser.newPage()
    await page.goto(new URL('/', early.address).href)
    await look(page, 'begin')
    await page.goto(new URL(first.pathname + first.search, early.address).href)
    await look(page, 'first')
    await page.getByRole('button', { name: 'Set it up' }).click()
    await page.getByRole('heading', { name: 'Something is missing; nothing is lost' }).waitFor()
    await look(page, 'first with what is missing')
    await page.goto(new URL('/first?token=x', early.address).href)
    await look(page, 'first link over')
    await page.goto(at('/sign-in/confirm?token=x'))
    await look(page, 'link over')
    await page.close()
    await early.close()
    expect(faults).toEqual([])
  })
})
