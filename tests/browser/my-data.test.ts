import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readNotes, writeNote } from '../../src/journey/meet/actions/notes.ts'
import { readReports } from '../../src/journey/meet/actions/reading-reports.ts'
import { reportPair } from '../../src/journey/meet/actions/reports.ts'
import { htmlLetter } from '../../src/outbox/html-letter.tsx'
import { askToLookAgain } from '../../src/people/actions/look-again.ts'
import { serveSite } from '../../src/web/serve-site.ts'
import { actAs } from '../make/acting.ts'
import { openBrowser } from '../make/browser.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { fillRows } from '../make/full-rows.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'

describe('my data, notes, reports and the record in a real browser', () => {
  let all: Everybody
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>
  let pages: readonly (readonly [CallerName, string])[] = []

  beforeAll(async () => {
    all = await everybody()
    await fillRows(all)
    const mentee = await actAs(all, 'mentee of the pair')
    const { pair } = all.ids
    await writeNote(mentee, { pair, text: 'Ask about the budget.\nSay what I decided.' })
    await writeNote(mentee, { pair, text: 'an-endless-word-'.repeat(40) })
    await reportPair(mentee, { pair, words: 'We cannot find a time, and messages stay without an answer.' })
    await askToLookAgain(mentee, { season: 'women-2021', words: 'My first season here was not counted.' })
    const note = (await readNotes(mentee, { pair, page: 1 })).notes[0]?.id
    const report = (await readReports(await actAs(all, 'named contact'))).reports[0]?.id
    const { rows } = await all.installation.pool.query('select id from look_again')
    const letter = await all.installation.pool.query(
      "select id from outbox_message where person_id = $1 and kind = 'pair'",
      [all.ids.mentee],
    )
    pages = [
      ['mentee of the pair', '/me'],
      ['colleague', '/me'],
      ['mentee of the pair', '/me/who-looked'],
      ['colleague', '/me/who-looked'],
      ['mentee of the pair', '/me/letters'],
      ['colleague', '/me/letters'],
      ['mentee of the pair', `/me/letters/${letter.rows[0].id}`],
      ['mentee of the pair', '/me/erase'],
      ['mentee of the pair', '/me/look-again/women-2021'],
      ['mentor of the pair', '/me/look-again/women-2021'],
      ['mentee of the pair', `/pairs/${pair}/notes`],
      ['mentor of the pair', `/pairs/${pair}/notes`],
      ['mentee of the pair', `/pairs/${pair}/notes?done=both`],
      ['mentee of the pair', `/pairs/${pair}/notes/${note}`],
      ['mentee of the pair', `/pairs/${pair}/report`],
      ['mentor of the pair', `/pairs/${pair}/report`],
      ['named contact', '/reports'],
      ['named contact', `/reports/${report}`],
      ['deputy', '/reports'],
      ['coordinator', '/look-again'],
      ['coordinator', '/look-again?q=nobody'],
      ['coordinator', `/look-again/${rows[0].id}`],
      ['owner', '/upkeep/record'],
      ['owner', '/upkeep/retention'],
      ['owner', '/upkeep/retention?all=yes'],
      ['owner', `/people/${all.ids.outsider}/erase`],
    ]
    site = await serveSite(all.installation)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const at = (path: string) => new URL(path, site.address).href
  const openAs = (page: Page, name: CallerName, path: string) => openPageAs(page, all.callers[name], at(path))

  it('no page has a fault of access, and none has a script', async () => {
    const page = await browser.newPage()
    for (const [name, path] of pages) {
      await openAs(page, name, path)
      expect(await page.locator('script').count(), path).toBe(0)
      expect(await page.locator('h1').innerText(), path).not.toMatch(/no page for you/)
      expect(await faultsOf(page, `${path} as ${name}`)).toEqual([])
    }
    await page.close()
  })

  it('a note that could not be kept is given back, with the fault beside it', async () => {
    const page = await browser.newPage()
    await openAs(page, 'mentor of the pair', `/pairs/${all.ids.pair}/notes`)
    await page.locator('textarea').fill('   ')
    await page.locator('textarea').evaluate('(it) => it.removeAttribute("required")')
    await page.getByRole('button', { name: 'Keep this note' }).click()
    expect(await page.title()).toMatch(/^Error:/)
    expect(await page.locator('.error-summary a').getAttribute('href')).toBe('#text')
    expect(await faultsOf(page, 'the fault')).toEqual([])
    await page.locator('textarea').fill('Kept at last.')
    await page.getByRole('button', { name: 'Keep this note' }).click()
    expect(await page.locator('[role=status]').innerText()).toContain('Your note is kept.')
    expect(await page.locator('main').innerText()).toContain('Kept at last.')
    await page.close()
  })

  it('a letter that is sent has no fault of access as HTML', async () => {
    const page = await browser.newPage()
    const body = `Hello Ada,\n\n${'an-endless-word'.repeat(20)}\n\nLook here: https://mentoring.example/me/letters`
    await page.setContent(htmlLetter({ subject: 'A letter', body }))
    expect(await faultsOf(page, 'letter as html')).toEqual([])
    await page.close()
  })

  it('the export and the certificate are files', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await openAs(page, 'mentor of the pair', '/me')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Take it away to read' }).click(),
    ])
    const text = readFileSync(await file.path(), 'utf8')
    const reader = await context.newPage()
    await reader.setContent(text)
    expect(await faultsOf(reader, 'the export')).toEqual([])
    expect(await reader.locator('h1').innerText()).toMatch(/^What Example holds about/)
    await page.getByRole('link', { name: 'What erasing would do' }).click()
    const { rows } = await all.installation.pool.query('select email from person where id = $1', [all.ids.mentor])
    await page.getByLabel('Your own address, to be sure').fill(rows[0].email)
    await page.getByRole('button', { name: 'Erase for good' }).click()
    expect(await page.locator('h1').innerText()).toBe('You are erased')
    expect(await faultsOf(page, 'the certificate')).toEqual([])
    const [certificate] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download it' }).click(),
    ])
    expect(certificate.suggestedFilename()).toMatch(/^certificate-of-erasure-.*\.txt$/)
    expect(readFileSync(await certificate.path(), 'utf8')).toMatch(/^Certificate of erasure/)
    await context.close()
  })
})
