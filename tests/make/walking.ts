import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { doWhatIsDue } from '../../src/jobs/tick.ts'
import { eventDesk, makeCodes } from '../../src/journey/gather/actions/check-in.ts'
import { openHouse } from '../../src/runtime/open-context.ts'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from './browser.ts'
import { commandLineOf } from './command-line.ts'
import { freshInstallation } from './installation.ts'
import { mailServer } from './mail-server.ts'
import { signInAs } from './sign-in.ts'

const PHONE = { width: 390, height: 844 }
export const MENTEE = 'mina@example.com'
export const MENTOR = 'noor@example.com'

export type Letter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly isInvitation: boolean
  /** The hour of the product's clock at which it was sent, on its reader's clock. */
  readonly hour: number
}
const ZONES: Readonly<Record<string, string>> = { [MENTEE]: 'Europe/Lisbon', [MENTOR]: 'America/New_York' }

/** A product with a clock of its own and a real mail server, two people with a phone each, and a coordinator at the command line. */
export async function walking(program: string) {
  let now = '2026-02-02T09:00:00.000Z'
  const server = await mailServer()
  const made = await freshInstallation({ smtpUrl: server.url })
  const installation = { ...made, machineClock: { now: () => now } }
  const run = commandLineOf(installation)
  const sheet = async (lines: readonly string[], ...words: string[]) => {
    const file = join(mkdtempSync(join(tmpdir(), 'alongside-walk-')), 'sheet.csv')
    writeFileSync(file, `${lines.join('\n')}\n`)
    await run(...words, file)
  }
  const setup = ['--organisation', 'Example', '--operator', 'coordinator@example.com', '--one-person'] as const
  await run('office', 'setup', ...setup)
  await run('design', 'load', program)
  const people = [
    'name,email,division,department,start_date,time_zone',
    `Mina Amado,${MENTEE},Finance,Ledgers,2015-01-01,Europe/Lisbon`,
    `Noor Haddad,${MENTOR},Sales,Field,2015-01-01,America/New_York`,
  ]
  await sheet(people, 'people', 'import')
  const site = await serveSite(installation)
  const browser: Browser = await openBrowser()
  const phones = new Map<string, Page>()
  const taps: Record<string, number> = {}
  const received: Letter[] = []
  let task = ''

  /** Somebody's phone, signed in as they are on this day. */
  async function phone(email: string): Promise<Page> {
    const page = phones.get(email) ?? (await (await newPhone()).newPage())
    page.setDefaultTimeout(15_000)
    phones.set(email, page)
    const [name = '', value = ''] = (await signInAs(installation, email)).cookie.split('=')
    await page.context().addCookies([{ name, value, url: site.address }])
    return page
  }
  function newPhone(): Promise<BrowserContext> {
    return browser.newContext({ viewport: PHONE, javaScriptEnabled: false })
  }
  async function open(email: string, path: string): Promise<Page> {
    const page = await phone(email)
    await page.goto(new URL(path, site.address).href)
    return page
  }

  /** Reads what has arrived since, with the hour it came to its reader. */
  function newLetters(): readonly Letter[] {
    const fresh = server.received.slice(received.length).map(({ to, source }) => asLetter(to, source, hourIn(now, to)))
    received.push(...fresh)
    return fresh
  }

  return {
    installation,
    run,
    sheet,
    browser,
    /** Every letter that was read. */
    received,
    taps,
    at: (instant: string) => {
      now = instant
    },
    /** What the next taps are for. */
    begin: (name: string) => {
      task = name
      taps[name] = 0
    },
    open,
    /** What somebody reads first on their page. */
    next: async (email: string) => (await open(email, '/my')).locator('h1').innerText(),
    tap: async (page: Page, role: 'link' | 'button' | 'radio' | 'checkbox', name: string | RegExp) => {
      taps[task] = (taps[task] ?? 0) + 1
      await page
        .getByRole(role, { name, exact: typeof name === 'string' })
        .first()
        .click()
    },
    /** A browser in which nobody is signed in. */
    stranger: async () => (await newPhone()).newPage(),
    /** What has arrived since the letters were read last. */
    letters: newLetters,
    /** What the minute's tick does now; returns the letters that arrived by it, by their reader. */
    tick: async () => {
      const house = await openHouse(installation)
      if (!house) throw new Error('no organisation')
      newLetters()
      await doWhatIsDue(house)
      return newLetters()
    },
    /** The code that is shown at the first session of an event. */
    codeOf: async (event: string) => {
      const coordinator = await signInAs(installation, 'coordinator@example.com', { stepped: true })
      await makeCodes(await coordinator.ctx(), { season: 'walk-2026', event })
      const desk = await eventDesk(await coordinator.ctx(), { season: 'walk-2026', event, page: 1 })
      return desk.sessions[0]?.code ?? ''
    },
    close: async () => {
      await browser.close()
      await site.close()
    },
    address: site.address,
  }
}

/** The subject and the plain part of a letter as it came over the wire. */
function asLetter(to: string, source: string, hour: number): Letter {
  const part = /text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(source)?.[1] ?? ''
  const bytes = part.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => `%${hex}`)
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(source)?.[1]?.replace(/\r\n[ \t]/g, ' ') ?? ''
  return { to, subject, text: decodeURIComponent(bytes), isInvitation: /text\/calendar/.test(source), hour }
}

function hourIn(instant: string, to: string): number {
  const hour = new Intl.DateTimeFormat('en', { timeZone: ZONES[to] ?? 'Etc/UTC', hour: '2-digit', hourCycle: 'h23' })
  return Number(hour.format(new Date(instant)))
}
