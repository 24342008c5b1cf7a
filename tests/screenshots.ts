import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadDemo } from '../src/rehearsal/demo.ts'
import { readConfig } from '../src/runtime/config.ts'
import { openInstallation } from '../src/runtime/installation.ts'
import { openHouse } from '../src/runtime/open-context.ts'
import { seasonsOf } from '../src/store/seasons.ts'
import { serveSite } from '../src/web/serve-site.ts'
import { openBrowser } from './make/browser.ts'
import { makeDataFolder } from './make/data-folder.ts'

/** Makes the pictures of the README from the demo: `npm run screenshots`. */
const OUT = 'docs/pictures'
const VIEWS = [
  { name: 'wide', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'phone', width: 390, height: 800, colorScheme: 'dark' },
] as const

const config = {
  ...readConfig({ ALONGSIDE_DATA: makeDataFolder('pictures') }, process.cwd()),
  port: 0,
}
const { close, ...installation } = await openInstallation(config, { role: 'server' })
await loadDemo(installation)
const house = await openHouse(installation)
const key = (await seasonsOf(installation.db, house?.organisation.id ?? ''))[0]?.key ?? ''
const site = await serveSite(installation)
const browser = await openBrowser()
mkdirSync(OUT, { recursive: true })
for (const { name, width, height, colorScheme } of VIEWS) {
  for (const [page, path] of [
    ['front', '/'],
    ['program', `/seasons/${key}`],
    ['results', `/seasons/${key}/results`],
    ['mailbox', '/demo/mailbox'],
  ] as const) {
    const tab = await browser.newPage({ viewport: { width, height }, colorScheme })
    await tab.goto(new URL(path, site.address).href)
    await tab.screenshot({ path: join(OUT, `${page}-${name}.png`) })
    if (process.env.WHOLE) await tab.screenshot({ path: join(OUT, `${page}-${name}-whole.png`), fullPage: true })
    await tab.close()
  }
}
await browser.close()
await site.close()
await close()
process.exit(0)
