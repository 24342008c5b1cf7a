import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../make/browser.ts'
import { CLIENT, identityProvider } from '../make/identity-provider.ts'
import { faultsOf } from '../make/looking.ts'
import { namedSite } from '../make/named-site.ts'
import { signInAs } from '../make/sign-in.ts'

const OWNER = 'owner@example.com'

describe('an identity provider in a real browser', () => {
  let browser: Browser
  let site: Awaited<ReturnType<typeof namedSite>>
  let provider: Awaited<ReturnType<typeof identityProvider>>

  beforeAll(async () => {
    browser = await openBrowser()
    site = await namedSite(OWNER, async (address) => {
      const accounts = { owner: { email: OWNER, email_verified: true } }
      provider = await identityProvider(accounts, [`${address}/sign-in/from/1`])
      return { privateOutbound: [provider.host] }
    })
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
  const signedIn = async (context: Awaited<ReturnType<Browser['newContext']>>) => {
    const { cookie } = await signInAs(site.installation, OWNER, { stepped: true })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: site.address }])
  }

  for (const javaScriptEnabled of [true, false])
    it(`the owner names it, and people come in by it, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
      const context = await browser.newContext({ javaScriptEnabled })
      const page = await context.newPage()
      if (javaScriptEnabled) {
        await signedIn(context)
        await page.goto(`${site.address}/office/sign-in`)
        await page.getByLabel('Name').fill('Work account')
        await page.getByLabel('Issuer').fill(provider.url)
        await page.getByLabel('Client id').fill(CLIENT.clientId)
        await page.getByLabel('Client secret').fill(CLIENT.clientSecret)
        await page.getByRole('button', { name: 'Test it and add it' }).click()
        await page.getByRole('heading', { name: 'People may sign in with Work account' }).waitFor()
        await context.clearCookies()
      }
      const answer = await page.goto(`${site.address}/sign-in?next=%2Fme%2Fsign-ins`)
      expect(answer?.headers()['content-security-policy']).toMatch(/form-action 'self'(;|$)/)
      await page.getByRole('button', { name: 'Continue with Work account' }).click()
      await page.waitForURL(`${site.address}/me/sign-ins`)
      expect((await context.cookies(site.address)).filter((it) => it.httpOnly).map((it) => it.name)).toContain(
        'alongside',
      )
      await context.close()
    })

  it('the pages have no fault of access', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    for (const path of ['/sign-in', '/sign-in/from/1', '/office/sign-in', '/office/sign-in/1/end']) {
      if (path.startsWith('/office')) await signedIn(context)
      await page.goto(`${site.address}${path}`)
      expect(await faultsOf(page, path)).toEqual([])
    }
    await context.close()
  })
})
