import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { type Everybody, everybody } from '../make/everybody.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'
import { openSurvey } from '../make/open-survey.ts'

/** Friday noon in London is Saturday, one in the morning, on Tonga. */
const NOW = '2021-07-23T12:00:00.000Z'
const HEBREW = 'נועה בת־שבע אלמגור־הרציג הלוי '.repeat(3).trim().slice(0, 80)
const ARABIC = 'أريد أن أقود اجتماعاً واحداً على الأقل قبل نهاية أكتوبر.'
/** A stylesheet knows which way the words of an element go. */
const DIRECTION = (it: object) =>
  (globalThis as unknown as { getComputedStyle: (of: object) => { direction: string } }).getComputedStyle(it).direction

describe('pages with a name of eighty characters, words from right to left, and a partner thirteen hours ahead', () => {
  let all: Everybody
  let browser: Browser
  let page: Page
  let site: Awaited<ReturnType<typeof serveSite>>

  beforeAll(async () => {
    const made = await everybody()
    all = { ...made, installation: { ...made.installation, machineClock: { now: () => NOW } } }
    const { pool } = all.installation
    await openSurvey(all, { today: '2021-07-23' })
    await pool.query('delete from meeting where mentee_id = $1', [all.ids.mentee])
    await pool.query('update person set name = $2 where id = $1', [all.ids.mentor, HEBREW])
    await pool.query('update application set about = $2 where person_id = $1', [all.ids.mentor, ARABIC.repeat(8)])
    const zone = 'update directory_entry set time_zone = $2 where person_id = $1'
    await pool.query(zone, [all.ids.mentor, 'Pacific/Tongatapu'])
    await pool.query(zone, [all.ids.mentee, 'America/Los_Angeles'])
    site = await serveSite(all.installation)
    browser = await openBrowser()
    page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
    page.setDefaultTimeout(15_000)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const open = (name: 'mentor of the pair' | 'mentee of the pair', path: string) =>
    openPageAs(page, all.callers[name], new URL(path, site.address).href)
  it('no page scrolls sideways or has a fault of access', async () => {
    const pair = `/pairs/${all.ids.pair}`
    for (const path of ['/my', pair, `${pair}/meetings/times`, `${pair}/meetings`, '/seasons/women-2021/surveys/now']) {
      await open('mentee of the pair', path)
      expect(await page.locator('h1').innerText(), path).not.toMatch(/no page for you/)
      expect(await faultsOf(page, `hard ${path.replace(/[0-9a-f-]{36}/, 'pair')}`)).toEqual([])
    }
  })

  it('a goal typed from right to left is read from right to left', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open('mentee of the pair', `/pairs/${all.ids.pair}/goal`)
    await page.getByLabel('The goal, in one sentence').fill(ARABIC)
    expect(await page.locator('#words').evaluate(DIRECTION)).toBe('rtl')
    await page.getByRole('button', { name: 'Keep it for both of you' }).click()
    expect(await page.locator('blockquote').evaluate(DIRECTION)).toBe('rtl')
    expect(await faultsOf(page, 'hard goal')).toEqual([])
  })

  it('each reads the times of a meeting on their own clock and calendar', async () => {
    await open('mentor of the pair', `/pairs/${all.ids.pair}/meetings/times`)
    const mine = await page.locator('main').innerText()
    // Monday afternoon in Los Angeles is Tuesday morning on Tonga.
    expect(mine).toMatch(/Tuesday 27 July 2021, 10:30 \(Pacific\/Tongatapu\)/)
    expect(mine).toMatch(/Monday 26 July 2021, 14:30 \(America\/Los Angeles\) for/)
    await page.getByRole('button', { name: 'Propose these times' }).click()
    await open('mentee of the pair', `/pairs/${all.ids.pair}/meetings/times`)
    await page.getByRole('button', { name: /^Accept Monday 26 July/ }).click()
    await page.getByRole('heading', { level: 1, name: /^Your next meeting/ }).waitFor()
    expect(await page.locator('main').innerText()).toContain('Tuesday 27 July 2021, 10:30')
  })

  it('on a phone the way out stands in the line of the other ways', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open('mentee of the pair', '/my')
    const ways = await page.locator('header nav a').first().boundingBox()
    const out = await page.getByRole('button', { name: 'Sign out' }).boundingBox()
    const middle = (it: typeof out) => (it ? it.y + it.height / 2 : 0)
    expect(Math.abs(middle(ways) - middle(out))).toBeLessThan(4)
  })
})
