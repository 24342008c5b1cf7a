import type { Page } from 'playwright-core'
import type { Caller } from './everybody.ts'

/** Opens an address as one of the callers, signed in as they are; whoever came before is forgotten. */
export async function openPageAs(page: Page, caller: Caller, url: string): Promise<void> {
  const [name = '', value = ''] = caller.headers.cookie?.split('=') ?? []
  await page.context().clearCookies()
  if (name) await page.context().addCookies([{ name, value, url: new URL(url).origin }])
  await page.goto(url)
}
