import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'
import { openEvent } from '../make/open-event.ts'
import { openSurvey } from '../make/open-survey.ts'

describe('surveys, training and events in a real browser', () => {
  let all: Everybody
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>

  beforeAll(async () => {
    all = await everybody()
    await openSurvey(all)
    await openEvent(all)
    site = await serveSite(all.installation)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const at = (path: string) => new URL(path, site.address).href
  const openAs = (page: Page, name: CallerName, path: string) => openPageAs(page, all.callers[name], at(path))
  const BOARD = '/seasons/women-2021/questions'
  const EVENT = '/seasons/women-2021/events/kickoff'
  const SURVEY = '/seasons/women-2021/surveys/now'

  it('a survey is kept as one types, gone on with elsewhere, and sent once', async () => {
    const page = await browser.newPage()
    await openAs(page, 'mentee of the pair', SURVEY)
    expect(await page.locator('h1').innerText()).toBe('6 questions, about 3 minutes')
    expect(await faultsOf(page, 'a survey')).toEqual([])
    await page.getByLabel('What should we change?').fill('An endless-word-'.repeat(20))
    await page.getByLabel('listening').check()
    await page.getByText('Kept. You may stop and go on later.').waitFor()
    await page.reload()
    expect(await page.getByLabel('listening').isChecked()).toBe(true)
    await page.getByLabel('How much of your goal is reached?').fill('half')
    await page.getByRole('button', { name: 'Send my answers' }).click()
    await page.locator('.error-summary').waitFor()
    expect(await page.title()).toMatch(/^Error:/)
    expect(await page.locator('.error-summary a').getAttribute('href')).toBe('#q-goal')
    expect(await faultsOf(page, 'a survey with a fault')).toEqual([])
    await page.getByLabel('How much of your goal is reached?').fill('50')
    await page.getByRole('button', { name: 'Send my answers' }).click()
    expect(await page.locator('h1').innerText()).toBe('Your answers are in')
    expect(await faultsOf(page, 'a survey sent')).toEqual([])
    await page.close()
  })

  it('training is recorded in two taps, and taken back', async () => {
    const page = await browser.newPage()
    await openAs(page, 'mentor of the pair', '/seasons/women-2021/training')
    expect(await faultsOf(page, 'training')).toEqual([])
    await page.getByLabel('The slides made from the course').check()
    await page.getByRole('button', { name: 'Record it' }).first().click()
    expect(await page.locator('h1').innerText()).toBe('One to complete: Inclusion certificate')
    expect(await faultsOf(page, 'training recorded')).toEqual([])
    await page.getByLabel('A link to your certificate').fill('ftp://example.com/certificate')
    await page.getByRole('button', { name: 'Record it' }).click()
    await page.locator('.error-summary').waitFor()
    expect(await faultsOf(page, 'training with a fault')).toEqual([])
    await page.getByRole('button', { name: /^Take it back/ }).click()
    expect(await page.locator('h1').innerText()).toBe('2 to complete')
    await page.close()
  })

  it('an event is signed up for, put into a calendar and checked in to', async () => {
    const page = await browser.newPage()
    await openAs(page, 'mentee of the pair', EVENT)
    expect(await faultsOf(page, 'an event')).toEqual([])
    await page.getByLabel(/^Session 1/).check()
    await page.getByRole('button', { name: 'Sign up' }).click()
    expect(await page.locator('h1').innerText()).toMatch(/^You come on/)
    expect(await faultsOf(page, 'an event signed up for')).toEqual([])
    const calendar = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Add it to my calendar' }).click()
    expect((await calendar).suggestedFilename()).toBe('appointment.ics')
    await openAs(page, 'coordinator', `${EVENT}/desk`)
    await page.getByRole('button', { name: 'Make the codes' }).click()
    await page.getByText('1 signed up').first().waitFor()
    expect(await faultsOf(page, 'the desk of an event')).toEqual([])
    const code = await page.locator('td').first().innerText()
    await openAs(page, 'mentee of the pair', `/check-in?code=nothing`)
    await page.getByRole('button', { name: 'Check in' }).click()
    await page.locator('.error-summary').waitFor()
    expect(await faultsOf(page, 'a code that is none')).toEqual([])
    await page.getByLabel('Code').fill(code)
    await page.getByRole('button', { name: 'Check in' }).click()
    expect(await page.locator('h1').innerText()).toBe('You are checked in')
    await page.close()
  })

  it('a question is asked, voted for and withdrawn', async () => {
    const page = await browser.newPage()
    await openAs(page, 'mentee of the pair', BOARD)
    expect(await faultsOf(page, 'an empty board')).toEqual([])
    await page.getByLabel('What do you want to know?').fill(`May we meet more often? ${'An-endless-word'.repeat(15)}`)
    await page.getByRole('button', { name: 'Ask without my name' }).click()
    await page.getByRole('button', { name: /^I want to know this too/ }).click()
    await page.getByText('One vote, yours.').waitFor()
    await openAs(page, 'coordinator', BOARD)
    await page.getByRole('button', { name: /^Mark as answered/ }).click()
    await page.getByText('It is marked as answered.').waitFor()
    await openAs(page, 'mentee of the pair', BOARD)
    expect(await faultsOf(page, 'a board')).toEqual([])
    await page.getByRole('button', { name: /^Withdraw it/ }).click()
    await page.getByText('Your question is gone.').waitFor()
    await page.close()
  })

  it('without script a survey is kept by its button', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await openAs(page, 'mentor of the pair', SURVEY)
    await page.getByLabel('4', { exact: true }).check()
    await page.getByRole('button', { name: 'Keep it and go on later' }).click()
    expect(await page.locator('[role=status]').first().innerText()).toContain('What you entered is kept')
    expect(await page.getByLabel('4', { exact: true }).isChecked()).toBe(true)
    await context.close()
  })
})
