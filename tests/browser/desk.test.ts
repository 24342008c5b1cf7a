import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../src/runtime/new-id.ts'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'

const LONG_NAME = `${'Wanjirũ-Aleksandra '.repeat(4).trim()}`.slice(0, 80)

describe('a coordinator’s desk in a real browser, on a phone and on a desk', () => {
  let all: Everybody
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>

  beforeAll(async () => {
    all = await everybody()
    const { installation, ids } = all
    const { pool } = installation
    await pool.query('delete from meeting where mentee_id = $1', [ids.mentee])
    await pool.query('update person set name = $2 where id = $1', [ids.mentor, LONG_NAME])
    for (const [kind, by] of [
      ['help', ids.mentee],
      ['another-match', ids.mentor],
    ])
      await pool.query(
        `insert into pair_request (organisation_id, id, pair_id, kind, asked_by, asked_on, asked_at)
          values ($1, $2, $3, $4, $5, '2021-07-27', '2021-07-27T10:00:00Z')`,
        [ids.organisation, newId(), ids.pair, kind, by],
      )
    site = await serveSite({ ...installation, machineClock: { now: () => '2021-07-28T10:00:00.000Z' } })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  it('no page has a fault of access, empty, typical and with long names', async () => {
    const page = await browser.newPage()
    const pages: readonly (readonly [CallerName, string])[] = [
      ['coordinator', '/desk'],
      ['coordinator of another season', '/desk'],
      ['coordinator', '/desk/pairs?season=women-2021'],
      ['coordinator', '/desk/pairs?season=women-2021&q=nobody'],
      ['coordinator', `/desk/pairs/${all.ids.pair}`],
      ['coordinator', `/desk/pairs/${all.ids.endedPair}`],
      ['coordinator', '/desk?closed=a%0Ab&already=1&of=women-2021&days=done'],
      ['coordinator', '/desk/together?season=women-2021&kind=certificate'],
      ['coordinator', '/desk/write?season=women-2021&to=pairs'],
      ['coordinator', '/desk/write?season=women-2021&to=seats'],
      ['coordinator', '/desk/write?season=women-2021&to=unplaced'],
      ['coordinator', '/desk/write?season=women-2022&to=applied'],
      ['coordinator', '/desk/written?season=women-2021'],
      ['coordinator', '/desk/selection?season=women-2021&done=released'],
      ['coordinator', '/desk/selection?season=women-2022'],
      ['coordinator', '/desk/match?season=women-2021'],
      ['coordinator', '/desk/letters?season=women-2021'],
    ]
    const faults: string[] = []
    for (const [name, path] of pages) {
      await openPageAs(page, all.callers[name], new URL(path, site.address).href)
      faults.push(...(await faultsOf(page, `desk ${name} ${path.slice(0, 40)}`)))
    }
    expect(faults).toEqual([])
    await page.close()
  })

  it('a line is done by keyboard alone, and undone', async () => {
    const page = await browser.newPage()
    await openPageAs(page, all.callers.coordinator, new URL('/desk?about=pairs', site.address).href)
    const before = await page.locator('main ol > li h3').count()
    const more = page.locator('summary', { hasText: 'Done or later' }).first()
    await more.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('status').waitFor()
    expect(await page.locator('main ol > li h3').count()).toBe(before - 1)
    await page.getByRole('button', { name: 'Undo' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.search === '?about=pairs')
    expect(await page.locator('main ol > li h3').count()).toBe(before)
    await page.close()
  })

  it('a letter to a group is written, looked at and sent by keyboard alone, and taken back', async () => {
    const page = await browser.newPage()
    await openPageAs(page, all.callers.coordinator, new URL('/desk/pairs?season=women-2021', site.address).href)
    await page.getByRole('link', { name: 'Write to those in this list' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Subject').focus()
    await page.keyboard.type('A word to all')
    await page.keyboard.press('Tab')
    await page.keyboard.type('The rooms are open to pairs from Monday.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'As it is read' }).waitFor()
    expect(await faultsOf(page, 'desk write look')).toEqual([])
    await page.getByRole('button', { name: /^Send to/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'A word to all' }).waitFor()
    expect(await faultsOf(page, 'desk written one')).toEqual([])
    await page.getByRole('button', { name: 'Take back what has not left' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').waitFor()
    expect(await page.getByRole('status').innerText()).toContain('taken back')
    await page.close()
  })
})
