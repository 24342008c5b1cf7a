import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Everybody, everybody } from '../make/everybody.ts'
import { layDownSeries, layDownWords } from '../make/laid-down.ts'
import { faultsOf } from '../make/looking.ts'
import { openToEverybody } from '../make/open-to-everybody.ts'

const RESULTS = '/seasons/women-2021/results'

describe('what people said, told without telling who, in a real browser', () => {
  let all: Everybody
  let site: Awaited<ReturnType<typeof openToEverybody>>

  beforeAll(async () => {
    all = await everybody()
    await layDownSeries(all)
    await layDownWords(all)
    site = await openToEverybody(all)
  })
  afterAll(() => site?.close())

  it('the results say how answers moved, how far that may be chance, and what is shown of no group', async () => {
    const page = await site.browser.newPage()
    await site.openAs(page, 'coordinator', RESULTS)
    const text = await page.locator('main').innerText()
    expect(text).toContain('Up 0.8, from 2.0 to 2.8; 24 people. On a scale from 1 to 5.')
    expect(text).toContain('Nothing is shown of one more question or answer')
    expect(text).toContain('Closing survey, mentees, by division')
    expect(text).toContain('The departments are too small, or answered too much alike, to show figures.')
    expect(await faultsOf(page, 'results with change and groups')).toEqual([])
    await page.close()
  })

  it('whoever is in a pair offers words to be read by others, and a coordinator puts them on the results page', async () => {
    const page = await site.browser.newPage()
    await site.openAs(page, 'mentee of the pair', '/seasons/women-2021/quote')
    await page.getByRole('button', { name: 'Offer it' }).click()
    await page.locator('.error-summary').waitFor()
    expect(await faultsOf(page, 'a quote with a fault')).toEqual([])
    await page
      .getByLabel('Your words')
      .fill('I stopped preparing the meeting for somebody else. In July I simply ran it.')
    await page.getByLabel('As “A mentee”').check()
    await page.getByRole('button', { name: 'Offer it' }).click()
    expect(await page.locator('main').innerText()).toContain('Your words are offered.')
    expect(await faultsOf(page, 'a quote that is offered')).toEqual([])
    await page.context().clearCookies()
    await site.openAs(page, 'coordinator', '/seasons/women-2021/words')
    expect(await page.locator('main').innerText()).toContain('Nobody else reads this.')
    expect(await faultsOf(page, 'what people wrote')).toEqual([])
    await page.getByRole('button', { name: 'Put it on the results page' }).click()
    expect(await page.locator('main').innerText()).toContain('On the results page since')
    await page.getByLabel('In other words').fill('Most hope for time.\n\nSome hope to lead a meeting by themselves.')
    await page.getByLabel('Publish it, and delete what people wrote').check()
    await page.getByRole('button', { name: 'Publish it' }).click()
    expect(await page.locator('main').innerText()).toContain('what people wrote is deleted')
    await site.openAs(page, 'coordinator', RESULTS)
    expect(await page.locator('#words').locator('..').innerText()).toContain('A mentee, released by its author')
    expect(await faultsOf(page, 'results with words')).toEqual([])
    await page.close()
  })
})
