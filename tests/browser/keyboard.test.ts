import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { hashOf } from '../../src/runtime/new-id.ts'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { byKeyboard } from '../make/by-keyboard.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { fillRows } from '../make/full-rows.ts'
import { openPageAs } from '../make/open-as.ts'
import { openCall } from '../make/open-call.ts'
import { openEvent } from '../make/open-event.ts'
import { openSurvey } from '../make/open-survey.ts'

const NOW = '2021-07-23T10:00:00.000Z'
describe('the eight tasks of a season, by keyboard alone', () => {
  let all: Everybody
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>
  let page: Page
  let call = ''

  beforeAll(async () => {
    const made = await everybody()
    all = { ...made, installation: { ...made.installation, machineClock: { now: () => NOW } } }
    await fillRows(all)
    call = `/seasons/${(await openCall(all)).key}/apply`
    await openEvent(all, NOW)
    await openSurvey(all, { today: NOW.slice(0, 10) })
    const { pool } = all.installation
    await pool.query('delete from shared_wording')
    await pool.query('delete from survey_answered')
    await pool.query('delete from event_sign_up')
    await pool.query('delete from meeting_proposal')
    await pool.query('delete from planned_meeting')
    await pool.query('update meeting_question set until_at = $2, hash = $3 where person_id = $1', [
      all.ids.mentee,
      '2021-08-05T10:00:00Z',
      hashOf('a-link'),
    ])
    site = await serveSite(all.installation)
    browser = await openBrowser()
    page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
    page.setDefaultTimeout(15_000)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const open = (name: CallerName, path: string) => openPageAs(page, all.callers[name], new URL(path, site.address).href)
  const ofPair = (path: string) => `/pairs/${all.ids.pair}${path}`

  const keys = () => byKeyboard(page)
  const press = (wanted: RegExp, key?: 'Enter' | 'Space') => keys().press(wanted, key)
  const write = (wanted: RegExp, words: string) => keys().write(wanted, words)
  const reads = (text: string | RegExp) => page.getByText(text).first().waitFor()

  it('applies', async () => {
    await open('colleague', call)
    await press(/^(Apply|Go on)/)
    await page.locator('#q-about').waitFor()
    await write(/^q-about$/, 'I run the rota.')
    for (const promise of await page.locator('input[name=confirms]').all())
      await press(new RegExp(`^${await promise.getAttribute('id')}$`), 'Space')
    await press(/^Send my application$/)
    await reads('We have your application')
  })

  it('agrees how the two work together', async () => {
    await open('mentee of the pair', ofPair('/agreement'))
    await write(/^rhythm$/, 'Every other Thursday')
    await press(/^Keep it for both of you$/)
    await reads('Kept. Both of you see it.')
  })

  it('sets a goal', async () => {
    await open('mentee of the pair', ofPair('/goal'))
    await write(/^words$/, 'Lead one retrospective by October.')
    await press(/^holds-/, 'Space')
    await press(/^Keep it for both of you$/)
    await reads('Your goal is kept.')
  })

  it('proposes times and accepts one', async () => {
    await open('mentee of the pair', ofPair('/meetings/times'))
    await press(/^Propose these times$/)
    await reads('Your times are on their way.')
    await open('mentor of the pair', ofPair('/meetings/times'))
    await press(/^Accept/)
    await reads('It is planned.')
  })

  it('answers whether the two met', async () => {
    await open('anybody', '/answer?link=a-link&say=met')
    await press(/^Yes, we met$/)
    await reads('Thank you, that is answered')
  })

  it('asks for help', async () => {
    await open('mentee of the pair', ofPair('/change'))
    await write(/^words$/, 'How do we begin?')
    await press(/^Send it to the coordinators$/)
    await reads('Your words are on their way to the coordinators.')
  })

  it('signs up for an event', async () => {
    await open('mentee of the pair', '/seasons/women-2021/events/kickoff')
    await press(/^Session 1/, 'Space')
    await press(/^Sign up$/)
    await reads('You are signed up.')
  })

  it('answers a survey', async () => {
    await open('mentee of the pair', '/seasons/women-2021/surveys/now')
    await press(/^asking$/, 'Space')
    await byKeyboard(page).tabTo(/^I leave this out$/)
    await page.keyboard.press('ArrowUp')
    await write(/What should we change/, 'More time for questions.')
    await press(/^Send my answers$/)
    await reads('Your answers are in')
  })
})
