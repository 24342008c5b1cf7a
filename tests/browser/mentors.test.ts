import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askMentor } from '../../src/journey/offer/actions/requests.ts'
import { hashOf } from '../../src/runtime/new-id.ts'
import { serveSite } from '../../src/web/serve-site.ts'
import { actAs } from '../make/acting.ts'
import { openBrowser } from '../make/browser.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'

const MENTOR: CallerName = 'mentor of the pair'
const ASKER: CallerName = 'colleague'
const LONG_NAME = 'Wanjirũ wa Kamau-Ochieng’ de la Fuente y Vásquez-Øvergaard Nakamura of Kilimani'
const LONG_WORDS = `${'שלום, אני מקשיבה. '.repeat(8)}Antidisestablishmentarianism-and-everything-else-in-one-word-without-a-break`

describe('the directory of mentors in a real browser', () => {
  let all: Everybody
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>

  beforeAll(async () => {
    all = await everybody()
    site = await serveSite(all.installation)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const openAs = (page: Page, name: CallerName, path: string) =>
    openPageAs(page, all.callers[name], new URL(path, site.address).href)
  const press = async (page: Page, name: string) => {
    await page.getByRole('button', { name, exact: true }).click()
    await page.waitForLoadState()
  }

  it('somebody shows themselves, is asked on a phone in four taps, and answers in two', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    const faults: string[] = []
    await openAs(page, MENTOR, '/offer')
    await page.getByLabel('What you can offer').fill('I listen well.')
    await press(page, 'Show me')
    expect(await page.title()).toContain('Error')
    // The topics of every parent look like those of the first.
    await page.evaluate('for (const it of [...document.querySelectorAll("form details")].slice(1)) it.remove()')
    faults.push(...(await faultsOf(page, 'offer, error')))
    await page.getByRole('checkbox', { name: 'Giving feedback' }).check()
    await press(page, 'Show me')
    expect(await page.locator('h1').innerText()).toBe('You show yourself as a mentor')
    await press(page, 'Take me out')
    await press(page, 'Undo')

    await openAs(page, ASKER, '/my')
    await page.getByRole('link', { name: 'Mentors', exact: true }).click()
    await page.locator('h2 a').first().click()
    await page.getByLabel('What would you like to talk about?').fill('I would like to learn to say no.')
    await press(page, 'Send the request')
    expect(await page.locator('[role=status]').innerText()).toContain('on its way')

    await openAs(page, MENTOR, '/requests')
    await page.locator('h2 a').first().click()
    faults.push(...(await faultsOf(page, 'request, to answer')))
    await press(page, 'Yes, gladly')
    expect(await page.locator('h1').innerText()).toContain('find a time')
    faults.push(...(await faultsOf(page, 'request, accepted')))
    await page.close()
    expect(faults).toEqual([])
  }, 60_000)

  it('overfull: many, with long names and other scripts; a request; the pages of links', async () => {
    await rows(
      `insert into open_mentor (organisation_id, person_id, topics, words, places, asynchronous, opened_at, changed_at)
       select organisation_id, id, $1, $2, 5, true, now(), now() from person where organisation_id = $3 and email in ('auditor@staff.example', 'reviewer@staff.example')
       on conflict do nothing`,
      ['Giving feedback', 'Bee keeping', LONG_WORDS.slice(-75)],
      LONG_WORDS,
      all.ids.organisation,
    )
    await rows("update person set name = $1 where email = 'reviewer@staff.example'", LONG_NAME)
    const [{ id: mentor }] = await rows("select id from person where email = 'reviewer@staff.example'")
    const asked = { mentor, words: LONG_WORDS, topics: ['Giving feedback'] }
    await askMentor(await actAs(all, 'mentee of the pair'), asked)
    await rows('update mentor_request set hash = $1 where mentor_id = $2', hashOf('known'), mentor)
    const until = '2999-01-01T00:00:00Z'
    const ask = [all.ids.organisation, all.ids.season, all.ids.mentee, mentor, hashOf('known'), until]
    await rows(
      'insert into manager_ask (organisation_id, id, season_id, person_id, manager_id, asked_at, until_at, hash) values ($1, gen_random_uuid(), $2, $3, $4, now(), $6, $5)',
      ...ask,
    )
    const faults: string[] = []
    const page = await browser.newPage()
    const pages: readonly (readonly [CallerName, string])[] = [
      [ASKER, '/mentors'],
      [ASKER, `/mentors/${mentor}`],
      ['anybody', '/answer-request?link=known&say=ask-more'],
      ['anybody', '/answer-manager?link=known'],
    ]
    for (const [name, path] of pages) {
      await openAs(page, name, path)
      expect(await page.locator('script').count(), path).toBe(0)
      faults.push(...(await faultsOf(page, `${name} ${path.replaceAll(/[0-9a-f-]{36}/g, 'id')}`)))
    }
    await page.close()
    expect(faults).toEqual([])
  }, 60_000)
})
