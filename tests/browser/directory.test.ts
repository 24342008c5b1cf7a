import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../make/browser.ts'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { faultsOf } from '../make/looking.ts'
import { signInAs } from '../make/sign-in.ts'
import { openSite } from '../make/site.ts'
import { playSmallSeason } from '../make/small-season.ts'

const PEOPLE = 300
const COORDINATOR = 'coordinator@example.com'
const COLUMNS =
  'name,email,title,division,department,manager_email,start_date,time_zone,works_from,works_until,works_on,holidays'

/** One line for each of so many people, in eight divisions; the first is everybody's manager. */
function peopleSheet(many: number, title = 'Specialist'): string {
  const lines = Array.from({ length: many }, (_, at) => {
    const hours = at % 3 === 0 ? '07:30,15:30,Mon-Thu' : ',,'
    return `Given${at} of-a-long-family-name-${at},p${at}@example.com,${title},Division ${at % 8},Department ${at % 24},p0@example.com,2015-01-0${1 + (at % 9)},Europe/Dublin,${hours},Dublin`
  })
  return [COLUMNS, ...lines].join('\n')
}

function fileOf(content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'alongside-browser-')), 'people.csv')
  writeFileSync(path, content)
  return path
}

/** A site with so many people, and a way to come in as its coordinator and owner. */
async function siteWith(people: number) {
  const installation = await freshInstallation()
  const run = commandLineOf(installation)
  if (people === 0) await run('office', 'setup', '--organisation', 'Example', '--operator', COORDINATOR)
  else {
    await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: 3, mentees: 3 })
    // Pairs are left alone while their season runs.
    await installation.pool.query("update season set program = jsonb_set(program, '{endsOn}', '\"2099-12-31\"')")
    await run('people', 'import', fileOf(peopleSheet(people)))
  }
  const { secret } = await signInAs(installation, COORDINATOR, { stepped: true })
  const site = await openSite(installation.pool)
  return { ...installation, run, secret, site }
}
type Site = Awaited<ReturnType<typeof siteWith>>

describe('the directory in a real browser', () => {
  let browser: Browser
  let full: Site
  let empty: Site
  let person = ''

  beforeAll(async () => {
    browser = await openBrowser()
    empty = await siteWith(0)
    full = await siteWith(PEOPLE)
    await full.run('people', 'holidays', fileOf('calendar,date,name\nDublin,2099-12-25,Christmas Day\n'))
    await full.run('people', 'import', fileOf('name,email,title\nGiven1 of-a-long-family-name-1,p1@example.com,Lead\n'))
    for (const email of ['p2@example.com', 'mentor1@example.com', 'mentee2@example.com'])
      await full.run('people', 'leave', email)
    person = (await full.pool.query("select id from person where email = 'p1@example.com'")).rows[0].id
  })
  afterAll(async () => {
    await browser?.close()
    await empty?.site.close()
    await full?.site.close()
  })

  async function comeIn(of: Site, context: BrowserContext) {
    await context.addCookies([{ name: 'alongside', value: of.secret, url: of.site.address }])
  }

  async function isSound(page: Page, name: string) {
    expect(await page.locator('script').count()).toBe(0)
    expect(await faultsOf(page, name)).toEqual([])
  }

  async function choose(page: Page, of: Site, content: string, whole: boolean) {
    await page.goto(new URL('/people/import', of.site.address).href)
    await page.locator('#file').setInputFiles(fileOf(content))
    if (whole) await page.locator('#whole').check()
    await page.getByRole('button', { name: 'See what would change' }).click()
  }

  async function opened(of: Site, look: (page: Page) => Promise<void>) {
    const context = await browser.newContext()
    await comeIn(of, context)
    await look(await context.newPage())
    await context.close()
  }
  const lookAt = (of: Site, paths: readonly string[]) =>
    opened(of, async (page) => {
      for (const path of paths) {
        await page.goto(new URL(path, of.site.address).href)
        await isSound(page, path)
      }
    })

  it('an empty directory has no fault of access', () =>
    lookAt(empty, ['/people', '/people/import', '/people/left-alone']))

  it(`${PEOPLE} people, one of them and pairs left alone have none`, () =>
    lookAt(full, [
      '/people',
      '/people?q=nobody-of-this-name',
      '/people?presence=left',
      `/people/${person}`,
      `/people/${person}/leave`,
      '/people/left-alone',
    ]))

  it('what a spreadsheet would change, and what is wrong with one, has none', () =>
    opened(full, async (page) => {
      await choose(page, full, peopleSheet(250, 'Chief'), true)
      expect(await page.locator('h1').innerText()).toContain('would leave')
      await isSound(page, 'the preview')
      await choose(page, full, `${peopleSheet(3)}\nOdd,odd,,,,,,,,,,`, true)
      await isSound(page, 'the preview of a faulty file')
      await choose(page, full, 'nothing,here\n1,2\n', false)
      expect(await page.title()).toMatch(/^Error:/)
      await isSound(page, 'a file that cannot be read')
    }))

  it('a spreadsheet is chosen, looked at and taken without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    await comeIn(full, context)
    const page = await context.newPage()
    await choose(page, full, 'name,email,title\nNew Person,new.person@example.com,Analyst\n', false)
    expect(await page.locator('h1').innerText()).toBe('1 person would change')
    await page.getByRole('button', { name: 'Take it' }).click()
    expect(await page.getByRole('status').innerText()).toContain('1 person of the file was added or changed')
    await page.goto(new URL('/people?q=new.person', full.site.address).href)
    await page.getByRole('link', { name: 'New Person' }).click()
    expect(await page.locator('h1').innerText()).toBe('New Person')
    await context.close()
  })

  it('an owner marks somebody as having left, is asked once, and takes it back', async () => {
    const context = await browser.newContext()
    await comeIn(full, context)
    const page = await context.newPage()
    await page.goto(new URL(`/people/${person}`, full.site.address).href)
    await page.getByRole('link', { name: 'Mark as having left' }).click()
    await page.getByRole('button', { name: 'Yes, they have left' }).click()
    expect(await page.locator('main').innerText()).toContain('Left on')
    await page.getByRole('button', { name: 'Take it back' }).click()
    expect(await page.getByRole('status').innerText()).toContain('back in the directory')
    await context.close()
  })
})
