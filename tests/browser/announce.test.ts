import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { faultsOf } from '../make/looking.ts'
import { openPageAs } from '../make/open-as.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

const LETTERS = '/desk/letters?season=women-2021'

describe('the day everyone hears, in a real browser, on a phone and on a desk', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let browser: Browser
  let page: Page
  let site: Awaited<ReturnType<typeof serveSite>>
  let open: (path: string) => Promise<void>

  beforeAll(async () => {
    installation = await freshInstallation()
    const run = commandLineOf(installation)
    await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: 4, mentees: 6, announced: false })
    await installation.pool.query("update hat set from_on = '2021-01-01'")
    await installation.pool.query(
      "update person set name = 'Wanjirũ-Aleksandra Wanjirũ-Aleksandra Wanjirũ' where email = 'mentor1@example.com'",
    )
    site = await serveSite({ ...installation, machineClock: { now: () => '2021-06-28T10:00:00.000Z' } })
    browser = await openBrowser()
    page = await browser.newPage()
    const { cookie, formToken } = await signInAs(installation, 'coordinator@example.com', { stepped: true })
    open = (path) => openPageAs(page, { headers: { cookie }, formToken }, new URL(path, site.address).href)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  it('letters are read, changed, tried and given a moment by keyboard alone', async () => {
    await open(LETTERS)
    await page.getByRole('checkbox', { name: /^To mentee1/ }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Change the words of those ticked' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'The letter to mentee1' }).waitFor()
    expect(await faultsOf(page, 'letters words of one')).toEqual([])
    await page.getByLabel('Words').focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('We are glad to write to you.\n\n')
    await page.getByRole('button', { name: 'Save for 1 letter' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Changed for 1 letter. Nothing has left.').waitFor()
    expect(await faultsOf(page, 'letters after a change')).toEqual([])
    await page.getByRole('link', { name: 'As mentee1 gets it, to try or to change' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('We are glad to write to you.').waitFor()
    expect(await faultsOf(page, 'letters one')).toEqual([])
    await open(LETTERS)
    await page.getByLabel('I have read the letters').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('The moment is set.').waitFor()
    expect(await faultsOf(page, 'letters with a moment')).toEqual([])
  })

  it('no page of it has a fault of access, with errors, while letters go, and once some came back', async () => {
    await open('/desk/letters/text?season=women-2021&kind=no-place')
    await page.getByLabel('Words').fill('Dear {nome}')
    await page.getByRole('button', { name: /^Save for/ }).click()
    await page.getByText('Nothing can fill {nome}').first().waitFor()
    expect(await faultsOf(page, 'letters words with an error')).toEqual([])
    await open(`${LETTERS}&kind=no-place&q=nobody`)
    expect(await faultsOf(page, 'letters none fits')).toEqual([])
    await open(LETTERS)
    await page.getByLabel('I have read the letters').check()
    await page.getByRole('button', { name: /now$/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Everyone can read their letter' }).waitFor()
    await installation.pool.query(
      `update outbox_message m set state = case when p.email < 'mentee4' then 'failed' when p.email < 'mentor3' then 'released' else 'sent' end,
         problem = case when p.email < 'mentee4' then '550 5.1.1 no mailbox of this name here, and a long reason of the mail server' end,
         sent_at = case when p.email < 'mentee2' then now() end
        from person p where p.id = m.person_id`,
    )
    await open('/desk/letters/progress?season=women-2021')
    expect(await faultsOf(page, 'letters progress')).toEqual([])
  })
})
