import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { commandLineOf } from '../make/command-line.ts'
import type { Caller } from '../make/everybody.ts'
import { freshInstallation } from '../make/installation.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

const KEY = 'women-2021'
const LONG_NAME = `${'Wanjirũ-Aleksandra '.repeat(4).trim()}`.slice(0, 80)
const DIVISIONS = ['Care Delivery', 'Clinical Quality', 'Engineering', 'Finance and Legal', 'Member Support', 'People']

describe('the match board in a real browser, on a phone and on a desk', () => {
  let browser: Browser
  const opened: { close: () => Promise<void> }[] = []

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    for (const site of opened) await site.close()
  })

  /** A season of so many people of several divisions, run once; the address of its site, and its coordinator. */
  async function seasonOf(mentors: number, mentees: number, divisions: readonly string[]) {
    const installation = await freshInstallation()
    const { pool } = installation
    const run = commandLineOf(installation)
    await playSmallSeason(run, `programs/${KEY}.yaml`, { mentors, mentees, announced: false })
    for (const table of ['pair', 'match_run']) await pool.query(`delete from ${table}`)
    await pool.query("update hat set from_on = '2021-01-01'")
    const { rows } = await pool.query("select id, name from person where name like 'ment%' order by name")
    const folder = mkdtempSync(join(tmpdir(), 'alongside-board-'))
    const lines = rows.map(
      ({ name }, at) =>
        `${name},${name}@example.com,${divisions[at % divisions.length]},Team,2015-01-01,${['Europe/Dublin', 'America/Toronto', 'Asia/Tokyo'][at % 3]}`,
    )
    writeFileSync(
      join(folder, 'people.csv'),
      `${['name,email,division,department,start_date,time_zone', ...lines].join('\n')}\n`,
    )
    await run('people', 'import', join(folder, 'people.csv'), '--on', '2021-05-01')
    await pool.query(
      `update application set topics = case (abs(hashtext(person_id::text)) % 3) when 0 then '{coaching}'::text[]
        when 1 then '{coaching,SQL}'::text[] else '{Public speaking,SQL}'::text[] end`,
    )
    if (mentors > 20) await pool.query('update person set name = $1 where name = $2', [LONG_NAME, 'mentor3'])
    const site = await serveSite({ ...installation, machineClock: { now: () => '2021-06-28T10:00:00.000Z' } })
    opened.push(site)
    const { cookie, formToken } = await signInAs(installation, 'coordinator@example.com', { stepped: true })
    const caller: Caller = { headers: { cookie }, formToken }
    const at = (path: string) => new URL(path, site.address).href
    return { installation, run, caller, at }
  }

  async function pressed(page: Page, name: string) {
    const button = page.getByRole('button', { name }).first()
    await button.focus()
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  }

  async function followed(page: Page, link: Locator) {
    await link.focus()
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  }

  it('no page has a fault of access before the first run, in a small season, and in an overfull one', async () => {
    const page = await browser.newPage()
    const faults: string[] = []
    const looks = async (name: string) => faults.push(...(await faultsOf(page, `match ${name}`)))
    const small = await seasonOf(4, 6, ['Sales', 'Finance'])
    await openPageAs(page, small.caller, small.at(`/desk/match?season=${KEY}`))
    await looks('empty')
    await page.goto(small.at(`/desk/match/runs?season=${KEY}`))
    await looks('runs-empty')
    const large = await seasonOf(52, 57, DIVISIONS)
    await openPageAs(page, large.caller, large.at(`/desk/match/ready?season=${KEY}`))
    await looks('ready')
    const { pool } = large.installation
    await pool.query(
      `insert into match_making (organisation_id, season_id, id, step, mentees, mentors, seated, begun_at, beat_at)
        select organisation_id, id, gen_random_uuid(), 'pairing', 57, 52, 52, '2021-06-28T09:59:20Z', '2021-06-28T10:00:00Z' from season`,
    )
    await page.goto(large.at(`/desk/match/under-way?season=${KEY}`))
    await looks('under-way')
    await pool.query('update match_making set gap = 1234')
    await page.getByRole('status').filter({ hasText: 'worth more than 12.3 points' }).waitFor()
    await pool.query("update match_making set stopped_because = 'fault'")
    await page.getByRole('heading', { name: 'The run stopped before it was kept' }).waitFor()
    await looks('stopped')
    await pressed(page, 'Run again')
    await looks('board')
    await followed(page, page.locator('main section[aria-labelledby=pairs] li a').first())
    await looks('place')
    await followed(page, page.getByRole('link', { name: /^Pin this instead/ }).first())
    await looks('price')
    await pressed(page, 'Pin it')
    await pressed(page, 'Run again')
    await looks('board-again')
    await followed(page, page.getByRole('link', { name: /^What it costs/ }).first())
    await looks('price-undo')
    await page.goto(large.at(`/desk/match/runs?season=${KEY}`))
    await looks('runs')
    await pressed(page, 'Compare')
    await looks('compare')
    const { rows } = await pool.query('select answer from match_run order by number desc limit 1')
    const [waiting] = rows[0].answer.waitingList
    await page.goto(large.at(`/desk/match/place?season=${KEY}&mentee=${waiting}`))
    await looks('place-without')
    expect(faults).toEqual([])
    await page.close()
  }, 300_000)

  it('a coordinator runs, looks, forbids, undoes, comments and publishes by keyboard, and without script', async () => {
    const { caller, at } = await seasonOf(4, 6, ['Sales', 'Finance'])
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await openPageAs(page, caller, at(`/desk/match/ready?season=${KEY}`))
    await pressed(page, 'Run the match')
    const name = await page.locator('main section[aria-labelledby=pairs] li a').first().textContent()
    await followed(page, page.locator('main section[aria-labelledby=pairs] li a').first())
    await page.getByLabel('Say something of this pair').fill('They know each other.')
    await pressed(page, 'Keep the comment')
    expect(await page.getByRole('status').textContent()).toContain('Kept')
    await followed(page, page.getByRole('link', { name: 'Forbid this pair' }))
    await pressed(page, 'Forbid it')
    expect(await page.locator('main').textContent()).toContain(`Forbidden: ${name}`)
    await pressed(page, 'Undo')
    expect(await page.getByRole('status').textContent()).toContain('Undone')
    await pressed(page, 'Publish these pairs')
    expect(await page.getByRole('status').textContent()).toContain('Published')
    await context.close()
  }, 120_000)
})
