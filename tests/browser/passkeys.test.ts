import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../make/browser.ts'
import { faultsOf } from '../make/looking.ts'
import { namedSite } from '../make/named-site.ts'
import { signInAs } from '../make/sign-in.ts'

const OWNER = 'owner@example.com'
const LARGEST_SCRIPT = 3 * 1024

describe('passkeys in a real browser, with a device that Chromium plays', () => {
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let site: Awaited<ReturnType<typeof namedSite>>
  let verify: (isUserVerified: boolean) => Promise<void>

  beforeAll(async () => {
    site = await namedSite(OWNER)
    browser = await openBrowser()
    context = await browser.newContext()
    page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    verify = async (isUserVerified) => {
      await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    }
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const come = async (stepped = false, to = context, host = 'localhost') => {
    const { cookie } = await signInAs(site.installation, OWNER, { stepped })
    const [name = '', value = ''] = cookie.split('=')
    await to.clearCookies()
    await to.addCookies([{ name, value, url: `http://${host}:${site.port}` }])
  }
  const at = (path: string) => `${site.address}${path}`
  const passkeys = async () => (await site.installation.pool.query('select name from passkey order by made_at')).rows

  it('a passkey is added under its name', async () => {
    await come()
    await page.goto(at('/me/second-step'))
    await page.getByLabel('Name of the passkey').fill('Phone')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('heading', { name: 'Phone' }).waitFor()
    expect(await passkeys()).toEqual([{ name: 'Phone' }])
  })

  it('the same device is not added twice, and the page says so and keeps the name that was entered', async () => {
    await page.getByLabel('Name of one more passkey').fill('Phone again')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('This device holds a passkey for you already').waitFor()
    expect(await page.getByLabel('Name of one more passkey').inputValue()).toBe('Phone again')
    expect(await passkeys()).toHaveLength(1)
  })

  it('signing in takes the passkey and nothing else, and the second step with it', async () => {
    await context.clearCookies()
    await page.goto(at('/sign-in?next=%2Fme%2Fsecond-step'))
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByRole('heading', { name: 'Phone' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/me/second-step')
  })

  it('the second step of a sign-in by letter is taken with it', async () => {
    await come()
    await page.goto(at('/me/second-step'))
    expect(new URL(page.url()).pathname).toBe('/sign-in/step')
    await page.getByRole('button', { name: 'Use my passkey' }).click()
    await page.getByRole('heading', { name: 'Phone' }).waitFor()
  })

  it('a device that gives no answer changes nothing, and the page says what to do', async () => {
    await verify(false)
    await context.clearCookies()
    await page.goto(at('/sign-in'))
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('Your device gave no answer').waitFor()
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await verify(true)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL(at('/'))
  })

  it('it is renamed, and removed after it was asked once; the last one of somebody with a hat stays', async () => {
    await come(true)
    await page.goto(at('/me/second-step'))
    await page.locator('summary', { hasText: 'Rename Phone' }).click()
    await page.getByLabel('New name').fill('Blue phone')
    await page.getByRole('button', { name: 'Rename' }).click()
    await page.getByRole('link', { name: 'Remove Blue phone' }).click()
    await page.getByRole('heading', { name: 'Remove the passkey Blue phone?' }).waitFor()
    await page.getByRole('button', { name: 'Remove it' }).click()
    await page.getByText('keeps one second step').waitFor()
    expect(await passkeys()).toEqual([{ name: 'Blue phone' }])
  })

  it('at an address of numbers the page names the address at which passkeys work', async () => {
    await come(true, context, '127.0.0.1')
    await page.goto(`http://127.0.0.1:${site.port}/me/second-step`)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText(`Passkeys do not work at this address. Open ${site.address}`).waitFor()
  })

  it('without script the page says so, and offers codes', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    await come(true, plain)
    const still = await plain.newPage()
    await still.goto(at('/me/second-step'))
    expect(await still.getByRole('button', { name: 'Add a passkey' }).isVisible()).toBe(false)
    expect(await still.getByText('One-time codes work in any browser').isVisible()).toBe(true)
    await come(false, plain)
    await still.goto(at('/sign-in/step'))
    expect(await still.getByText('it needs a browser that knows passkeys, with script on').isVisible()).toBe(true)
    await plain.close()
  })

  it('the script is small, of this site, and on no page without passkeys', async () => {
    const files = readdirSync('dist/client/assets').filter((file) => /^passkey-.+\.js$/.test(file))
    expect(files).toHaveLength(1)
    expect(gzipSync(readFileSync(`dist/client/assets/${files[0]}`)).length).toBeLessThan(LARGEST_SCRIPT)
    await come(true)
    await page.goto(at('/me/second-step'))
    expect(await page.locator('script').evaluateAll((all) => all.map((one) => one.getAttribute('src')))).toEqual([
      `/assets/${files[0]}`,
    ])
    for (const path of ['/', '/me/sign-ins', '/office/sign-in']) {
      await page.goto(at(path))
      expect(await page.locator('script').count(), path).toBe(0)
    }
  })

  it('the pages have no fault of access', async () => {
    const context = await browser.newContext()
    const one = await context.newPage()
    const [{ id }] = (await site.installation.pool.query('select id from passkey')).rows
    for (const [path, stepped] of [
      ['/sign-in', null],
      ['/sign-in/step', false],
      ['/me/second-step', true],
      [`/me/passkeys/${id}/remove`, true],
    ] as const) {
      if (stepped === null) await context.clearCookies()
      else await come(stepped, context)
      await one.goto(at(path))
      expect(new URL(one.url()).pathname).toBe(path)
      expect(await faultsOf(one, path)).toEqual([])
    }
    await context.close()
  })
})
