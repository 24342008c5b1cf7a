import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Everybody, everybody } from '../make/everybody.ts'
import { faultsOf } from '../make/looking.ts'
import { openToEverybody } from '../make/open-to-everybody.ts'

const PATH = '/seasons/women-2021/results'

describe('closing a season, in a real browser', () => {
  let all: Everybody
  let site: Awaited<ReturnType<typeof openToEverybody>>

  beforeAll(async () => {
    all = await everybody()
    site = await openToEverybody(all)
  })
  afterAll(() => site?.close())

  it('every measure says how it is counted and what can still come; a coordinator sums a survey up', async () => {
    const page = await site.browser.newPage()
    await site.openAs(page, 'coordinator', `${PATH}?on=2021-08-20`)
    await page.locator('summary', { hasText: 'How this is counted' }).first().click()
    expect(await page.locator('#measures').locator('..').innerText()).toContain(
      'two meetings can lie nearly two windows apart',
    )
    expect(await faultsOf(page, 'results half-way')).toEqual([])
    await page.getByRole('link', { name: 'Change the summary' }).last().click()
    await page.getByRole('textbox', { name: 'Summary' }).fill('Most pairs are on their way.')
    await page.getByRole('button', { name: 'Save the summary' }).click()
    expect(await page.locator('main').innerText()).toContain('Saved. What stood before')
    expect(await faultsOf(page, 'a summary')).toEqual([])
    await page.close()
  })

  it('seasons stand side by side, and a public page carries a picture that can be pasted elsewhere', async () => {
    await all.installation.pool.query(
      `update season set program = jsonb_set(program, '{results}', '{"audience": "public"}')`,
    )
    const page = await site.browser.newPage()
    await page.goto(site.hrefOf(`${PATH}?on=2021-10-07`))
    await page.locator('summary', { hasText: 'Show these figures on another page' }).click()
    expect(await page.locator('img[alt*="pairs met every two weeks"]').isVisible()).toBe(true)
    expect(await faultsOf(page, 'public results')).toEqual([])
    await page.getByRole('link', { name: 'Compare with another season' }).click()
    await page.getByLabel('Beside').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.getByText('They do not count the same events.').first().waitFor()
    expect(await faultsOf(page, 'seasons side by side')).toEqual([])
    await page.goto(site.hrefOf(`${PATH}/picture.svg?on=2021-10-07`))
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/picture.png` })
    await page.close()
  })

  it('a slider goes back through the season: it says its day, and shows that day at Enter or when it is let go', async () => {
    const page = await site.browser.newPage()
    await site.openAs(page, 'coordinator', `${PATH}?on=2021-08-15`)
    const slider = page.getByRole('slider', { name: 'Through the season, day by day' })
    const says = async () => [await slider.getAttribute('aria-valuetext'), await page.locator('output').textContent()]
    expect(await says()).toEqual(Array(2).fill('Sunday 15 August 2021. Surveys closed by then: Before the program.'))
    expect(await faultsOf(page, 'results with a slider')).toEqual([])
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await says()).toEqual(
      Array(2).fill('Tuesday 17 August 2021. Surveys closed by then: Before the program, Half-way.'),
    )
    expect(page.url()).toContain('on=2021-08-15')
    await page.keyboard.press('Enter')
    await page.waitForURL(/on=2021-08-17#look-back-day$/)
    expect(await page.locator('main').innerText()).toContain('As of Tuesday 17 August 2021')
    expect(await page.evaluate('document.activeElement.id')).toBe('look-back-day')
    const box = await slider.boundingBox()
    await page.mouse.click((box?.x ?? 0) + 1, (box?.y ?? 0) + (box?.height ?? 0) / 2)
    await page.waitForURL(/on=2021-07-\d\d#look-back-day$/)
    await page.close()
  })

  it('a coordinator keeps an edition and records the decision; what is wrong is said, and nothing is lost', async () => {
    const page = await site.browser.newPage()
    await site.openAs(page, 'coordinator', `${PATH}?on=2021-10-07`)
    await page.getByLabel('A note to this edition').fill('Shown to the steering group.')
    await page.getByRole('button', { name: 'Keep the figures of Thursday 7 October 2021' }).click()
    expect(await page.locator('main').innerText()).toContain('Edition 1, kept on')
    expect(await faultsOf(page, 'an edition')).toEqual([])
    await page.getByRole('link', { name: 'The figures of today' }).click()
    await page.getByLabel('Go on, with changes').check()
    await page.getByLabel('Why').fill('Too few mentors could be found. '.repeat(12))
    await page.getByRole('button', { name: 'Record the decision' }).click()
    await page.locator('.error-summary').waitFor()
    expect(await page.getByLabel('Go on, with changes').isChecked()).toBe(true)
    expect(await faultsOf(page, 'a decision with a fault')).toEqual([])
    await page.getByLabel('What changes in the next season').fill('Ask mentors in May.')
    await page.getByRole('button', { name: 'Record the decision' }).click()
    expect(await page.locator('main').innerText()).toContain('The program goes on, with changes.')
    expect(await faultsOf(page, 'results that were decided')).toEqual([])
    await page.close()
  })
})
