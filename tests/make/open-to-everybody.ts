import type { Page } from 'playwright-core'
import type { Installation } from '../../src/runtime/installation.ts'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from './browser.ts'
import type { CallerName, Everybody } from './everybody.ts'
import { openPageAs } from './open-as.ts'

/** The site of everybody, served, with a real browser that comes as any of them. */
export async function openToEverybody(all: Everybody, clock?: Installation['machineClock']) {
  const site = await serveSite({ ...all.installation, ...(clock ? { machineClock: clock } : {}) })
  const browser = await openBrowser()
  const hrefOf = (path: string) => new URL(path, site.address).href
  return {
    browser,
    hrefOf,
    openAs: (page: Page, name: CallerName, path: string) => openPageAs(page, all.callers[name], hrefOf(path)),
    close: async () => {
      await browser.close()
      await site.close()
    },
  }
}
