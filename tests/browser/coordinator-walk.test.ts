import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doWhatIsDue } from '../../src/jobs/tick.ts'
import { openHouse } from '../../src/runtime/open-context.ts'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { byKeyboard } from '../make/by-keyboard.ts'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { signInAs } from '../make/sign-in.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'alongside-walk-'))
const WHO = 'coordinator@example.com'
const SEASON = 'autumn-2027'
const people = (role: string) => [1, 2, 3, 4, 5, 6].map((at) => `${role}${at}`)

describe('a whole season as its coordinator, from a template to the decision, by keyboard alone', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>
  let page: Page
  let now = '2027-05-03T08:00:00.000Z'

  beforeAll(async () => {
    const fresh = await freshInstallation()
    installation = { ...fresh, machineClock: { now: () => now } }
    const run = commandLineOf(installation)
    await run('office', 'setup', '--organisation', 'Example', '--operator', WHO, '--one-person')
    const line = (division: string) => (name: string) => `${name},${name}@example.com,${division},Team,2015-01-01`
    const rows = [...people('mentor').map(line('Sales')), ...people('mentee').map(line('Finance'))]
    await run('people', 'import', file('people', ['name,email,division,department,start_date', ...rows]))
    site = await serveSite(installation)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  function file(name: string, lines: readonly string[]): string {
    const path = join(FOLDER, `${name}.csv`)
    writeFileSync(path, `${lines.join('\n')}\n`)
    return path
  }

  /** Signs in on a day, and does what would be due by then. */
  async function comeOn(day: string): Promise<void> {
    now = `${day}T09:00:00.000Z`
    const house = await openHouse(installation)
    if (house) await doWhatIsDue(house)
    await page?.context().close()
    const { secret, cookie } = await signInAs(installation, WHO, { stepped: true })
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    await context.addCookies([{ name: cookie.split('=')[0] ?? '', value: secret, url: site.address }])
    page = await context.newPage()
    page.setDefaultTimeout(20_000)
  }
  const go = (path: string) => page.goto(new URL(path, site.address).href)
  const press = (wanted: RegExp, key?: 'Enter' | 'Space') => byKeyboard(page).press(wanted, key)
  /** Presses what leads to another page, and waits until it is there. */
  async function follow(wanted: RegExp): Promise<void> {
    const arrived = page.waitForEvent('load')
    await press(wanted)
    await arrived
  }
  const write = (wanted: RegExp, words: string) => byKeyboard(page).write(wanted, words)
  /** Waits for words on the page; where they do not come, says what stands there instead. */
  async function reads(text: string): Promise<void> {
    const found = page.getByText(text).first()
    await found.waitFor({ timeout: 8000 }).catch(async () => {
      throw new Error(`“${text}” is not on ${page.url()}:\n${(await page.locator('main').innerText()).slice(0, 1500)}`)
    })
  }

  async function choose(wanted: RegExp, path: string): Promise<void> {
    const asked = page.waitForEvent('filechooser')
    await press(wanted)
    await (await asked).setFiles(path)
  }

  /** Each step finds what the one before left, as a season does. */
  const steps: readonly (readonly [string, () => Promise<void>])[] = [
    [
      'designs it: a template, its dates, checked, published',
      async () => {
        await comeOn('2027-05-03')
        await go('/desk/design')
        await follow(/^As Women/)
        await reads('Begin a season')
        await write(/^key$/, SEASON)
        await write(/^season$/, 'Autumn 2027')
        await write(/^startsOn$/, '05052027')
        await follow(/^Begin the draft$/)
        await follow(/^Check$/)
        await write(/^mentors$/, '6')
        await write(/^mentees$/, '6')
        await follow(/^Check$/)
        await reads('Places and demand')
        await follow(/^Differences$/)
        await reads('A season that is ready to be published')
        await write(/^because$/, 'The program goes on for another year.')
        await follow(/^Publish the season$/)
        await reads('Women')
        await go(`/seasons/${SEASON}`)
        await reads('Autumn 2027')
      },
    ],
    [
      'takes in applications from a spreadsheet, looked at before they count',
      async () => {
        await comeOn('2027-06-24')
        const day = { mentor: '2027-05-25', mentee: '2027-06-10' }
        const line = (role: 'mentor' | 'mentee') => (name: string, at: number) =>
          `${day[role]}T09:0${at}:00Z,${name}@example.com,${role},yes,yes,yes,yes,yes,coaching,1`
        const columns =
          'submitted_at,email,role,commits_for_whole_program,attends_live_trainings,identifies_with_program,manager_informed,can_complete_certificate,topics,capacity'
        const rows = [...people('mentor').map(line('mentor')), ...people('mentee').map(line('mentee'))]
        await go(`/imports/applications?season=${SEASON}`)
        await choose(/^file$/, file('applications', [columns, ...rows]))
        await follow(/^See what would change$/)
        await follow(/^Take it$/)
        await reads('12')
        // Nothing of anybody who is not cleared yet.
        await go(`/desk/applications?season=${SEASON}`)
        await reads('No application has reached you yet')
      },
    ],
    [
      'lets the people team answer for each, decides by the rules, and runs the match',
      async () => {
        await comeOn('2027-06-25')
        await go(`/clearance?season=${SEASON}`)
        for (let left = 12; left > 0; left -= 1) {
          await reads(left === 1 ? '1 person waits for your answer' : `${left} people wait for your answer`)
          await follow(/^Yes|^Cleared/)
        }
        await reads('Everybody is answered for')
        await go(`/desk/applications?season=${SEASON}`)
        await reads('12 applications')
        await go(`/desk/selection?season=${SEASON}`)
        await follow(/^Decide$/)
        await reads('Decided by the program’s rules')
        await go(`/desk/match/ready?season=${SEASON}`)
        await follow(/^Run the match$/)
        await reads('6 pairs')
        await follow(/^Publish these pairs$/)
        await reads('Published')
      },
    ],
    [
      'reads the letters and lets everybody hear on one day',
      async () => {
        await comeOn('2027-06-29')
        await go(`/desk/letters?season=${SEASON}`)
        await press(/^sure$/, 'Space')
        await follow(/^Release 12 letters now$/)
        await reads('Everyone can read their letter')
      },
    ],
    [
      'takes in what happened, sees who has gone quiet, and how the season stands',
      async () => {
        await comeOn('2027-08-24')
        const met = people('mentee').flatMap((name, at) =>
          ['2027-07-12', '2027-07-26', ...(at === 0 ? [] : ['2027-08-09'])].map(
            (on) => `${name}@example.com,${on},30,both`,
          ),
        )
        await go(`/imports/meetings?season=${SEASON}`)
        await choose(/^file$/, file('meetings', ['mentee_email,held_on,minutes,confirmed_by', ...met]))
        await follow(/^See what would change$/)
        await follow(/^Take it$/)
        await go('/desk')
        await reads('mentee1')
        await go(`/desk/health?season=${SEASON}`)
        await reads('6 pairs')
      },
    ],
    [
      'keeps the results, and records what becomes of the program',
      async () => {
        await comeOn('2027-10-11')
        await go(`/seasons/${SEASON}/results`)
        await write(/^note$/, 'Shown to the steering group.')
        await follow(/^Keep the figures of/)
        await reads('Edition 1, kept on')
        await follow(/^The figures of today$/)
        await press(/^decision-choice|^Go on/, 'Space')
        await write(/^reasons$/, 'Five of six pairs met every two weeks.')
        await follow(/^Record the decision$/)
        await reads('The program goes on')
        expect(await page.locator('main').innerText()).toContain('Five of six pairs met every two weeks.')
      },
    ],
  ]

  it('needs no mouse and no developer, step by step', async () => {
    for (const [what, step] of steps)
      await step().catch((fault) => {
        throw new Error(`The step that ${what}: ${fault}`)
      })
  })
})
