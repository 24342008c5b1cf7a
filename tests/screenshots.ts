import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { comeInAs, peopleToComeInAs } from '../src/rehearsal/come-in.ts'
import { loadDemo } from '../src/rehearsal/demo.ts'
import { readConfig } from '../src/runtime/config.ts'
import { openInstallation } from '../src/runtime/installation.ts'
import { asAnybody, type House, openHouse } from '../src/runtime/open-context.ts'
import { pairHistories } from '../src/store/pair-pages.ts'
import { seasonsOf } from '../src/store/seasons.ts'
import { serveSite } from '../src/web/serve-site.ts'
import { cookieName } from '../src/web/visitor.ts'
import { openBrowser } from './make/browser.ts'
import { makeDataFolder } from './make/data-folder.ts'

/** Makes the pictures of the README from the demo: `npm run screenshots`. */
const OUT = 'docs/pictures'
const VIEWS = [
  { name: 'wide', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'phone', width: 390, height: 800, colorScheme: 'dark' },
] as const

/** Pages that are seen signed in, by the mentee and by the coordinator. */
const OWN = new Set(['my', 'pair', 'meetings', 'times', 'apply'])
const OF_THE_DESK = new Set(['desk', 'pairs'])

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
const asMentee = house ? await comeInAsMentee(house) : null
const asCoordinator = house ? await comeInAsOne(house, 'Runs the program') : null
const pair = asMentee?.pair ?? ''
for (const { name, width, height, colorScheme } of VIEWS) {
  for (const [page, path] of [
    ['front', '/'],
    ['program', `/seasons/${key}`],
    ['results', `/seasons/${key}/results`],
    ['mailbox', '/demo/mailbox'],
    ['my', '/my'],
    ['pair', `/pairs/${pair}`],
    ['meetings', `/pairs/${pair}/meetings`],
    ['times', `/pairs/${pair}/meetings/times`],
    ['apply', `/seasons/${key}/apply`],
    ['desk', '/desk'],
    ['pairs', '/desk/pairs'],
  ] as const) {
    const tab = await browser.newPage({ viewport: { width, height }, colorScheme })
    const as = OWN.has(page) ? asMentee : OF_THE_DESK.has(page) ? asCoordinator : null
    if (as) await tab.context().addCookies([{ ...as.cookie, url: site.address }])
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

/** The mentee that the demo offers to come in as, and their pair. */
async function comeInAsMentee(of: House) {
  const mentee = await comeInAsOne(of, 'A mentee')
  if (!mentee) return null
  const subject = { organisationId: of.organisation.id, personId: mentee.id, shownOn: of.today }
  const [first] = await pairHistories(of.db, subject)
  return { pair: first?.id ?? '', cookie: mentee.cookie }
}

async function comeInAsOne(of: House, as: string) {
  const ctx = await asAnybody(of)
  const person = (await peopleToComeInAs(ctx)).find((it) => it.as.startsWith(as))
  if (!person) return null
  const { secret } = await comeInAs(ctx, { personId: person.id, device: 'pictures' })
  return { id: person.id, cookie: { name: cookieName(of.config.publicUrl), value: secret } }
}
