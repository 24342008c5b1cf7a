import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/web/serve-site.ts'
import { makeSite } from '../../src/web/site.tsx'
import { openBrowser } from '../make/browser.ts'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'
import { openSurvey } from '../make/open-survey.ts'

const INSTRUMENTS = ['pre', 'check-in', 'mid', 'end', 'later', 'supervisors', 'leavers']
const ASKED = [
  { kind: 'agreement' as const, key: 'helps', text: 'Taking part is good for work in our team.', points: 5 },
  { kind: 'goal' as const, key: 'goal', text: 'What became of your goal?', required: true },
  { kind: 'recommend' as const, key: 'recommend', text: 'Would you recommend it?', required: true },
]

describe('the instruments of a program in a real browser', () => {
  let all: Everybody
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveSite>>
  let draft = ''

  beforeAll(async () => {
    all = await everybody()
    const asked = makeSite(all.installation)
    const post = async (path: string, form: Record<string, string>) =>
      (await requestAs(asked, all.callers.coordinator, 'POST', path, form)).location
    const start = { from: 'template', of: 'women-2021', key: 'next', season: 'Spring', startsOn: '2027-05-03' }
    draft = await post('/desk/design/start', start)
    for (const [at, it] of INSTRUMENTS.entries())
      await post(`${draft}/surveys`, {
        seen: String(at + 1),
        do: 'instrument f/surveys',
        'kind/surveys': it,
        'new/surveys': `my-${it}`,
      })
    const questions = { mentee: ASKED, supervisor: ASKED, leaver: ASKED }
    await openSurvey(all, { opens: 3, closes: 9 }, { questions, gate: 'certificate' })
    await post('/desk/design/change', { season: 'women-2021' })
    site = await serveSite(all.installation)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
  const open = async (page: Awaited<ReturnType<Browser['newPage']>>, name: CallerName, path: string) =>
    openPageAs(page, all.callers[name], new URL(path, site.address).href)

  it('no page has a fault of access, and none runs over its edge', async () => {
    const page = await browser.newPage()
    const faults: string[] = []
    for (const path of [
      '/surveys',
      '/bank?survey=my-supervisors&of=supervisor&saved=8',
      '/surveys/my-end?as=mentee',
      '/surveys/my-end/try?as=mentee',
    ]) {
      await open(page, 'coordinator', `${draft}${path}`)
      faults.push(...(await faultsOf(page, `instruments ${path}`)))
    }
    await page.setViewportSize({ width: 390, height: 900 })
    await open(page, 'coordinator', `${draft}?part=surveys`)
    await page.evaluate('for (const it of document.querySelectorAll("details")) it.open = true')
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), 'beside the text').toBe(false)
    await open(page, 'mentee of the pair', '/seasons/women-2021/surveys/now/supervisor')
    faults.push(...(await faultsOf(page, 'ask my manager')))
    await page.getByRole('button', { name: /^Yes, ask/ }).click()
    await page.getByText('will be asked.').waitFor()
    faults.push(...(await faultsOf(page, 'ask my manager, agreed')))
    await open(page, 'mentee of the pair', '/my')
    faults.push(...(await faultsOf(page, 'my page with my manager')))
    await openSurvey(all, { opens: -1, closes: 9 }, { questions: { supervisor: ASKED, leaver: ASKED } })
    await open(page, 'manager of the mentee', '/seasons/women-2021/surveys/now')
    faults.push(...(await faultsOf(page, 'asked as a supervisor')))
    await open(page, 'mentee of an ended pair', '/seasons/women-2021/surveys/now')
    faults.push(...(await faultsOf(page, 'asked as somebody who left')))
    expect(faults).toEqual([])
    await page.close()
  })

  it('by keyboard alone: a survey added, a question of the bank in it, seen in its frame, tried, and nothing kept', async () => {
    const page = await browser.newPage()
    await open(page, 'coordinator', `${draft}/surveys`)
    await page.getByLabel('Which').selectOption('leavers')
    await page.getByLabel('Its short name').fill('Parting')
    await page.keyboard.press('Enter')
    await page.getByText('Saved as 9.').waitFor()
    const added = page.getByRole('listitem').filter({ hasText: 'parting' }).or(page.locator('[id="f/surveys/parting"]'))
    await added.last().getByRole('link', { name: 'add from the bank' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Add.*How likely are you to recommend/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Saved as 10.').waitFor()
    await open(page, 'coordinator', `${draft}/surveys/parting?as=leaver`)
    const phone = page.frameLocator('iframe[title$="on a phone"]')
    await phone.getByText('How likely are you to recommend').waitFor()
    expect(await phone.locator('html').evaluate((it) => it.clientWidth)).toBe(388)
    await page.getByRole('link', { name: 'Try it' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Was there something good in it').or(page.getByText('Yes').first()).first().waitFor()
    await page.getByLabel('What could we have done sooner').fill('Ask us sooner.')
    await page.getByRole('button', { name: 'Send my answers' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('nothing of it is kept').waitFor()
    expect(await page.getByText('Ask us sooner.').count()).toBe(1)
    const { rows } = await all.installation.pool.query(
      'select 1 from survey_draft union all select 1 from survey_sent union all select 1 from survey_answered where survey = $1',
      ['parting'],
    )
    expect(rows).toEqual([])
    await page.close()
  })
})
