import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proposeExtension } from '../../src/journey/meet/actions/own-pair-changes.ts'
import { saveProgress, writeAgreement, writeGoal, writePage } from '../../src/journey/meet/actions/shared-texts.ts'
import { stoppedClock } from '../../src/runtime/clock.ts'
import type { Context } from '../../src/runtime/context.ts'
import { newId } from '../../src/runtime/new-id.ts'
import { actAs } from '../make/acting.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { faultsOf } from '../make/looking.ts'
import { openToEverybody } from '../make/open-to-everybody.ts'

const TODAY = '2021-08-25'
const clock = stoppedClock(`${TODAY}T10:00:00.000Z`)
const MENTEE = 'mentee of the pair'
const MENTOR = 'mentor of the pair'
const LONG_NAME = 'Wanjirũ wa Kamau-Ochieng’ de la Fuente y Vásquez-Øvergaard Nakamura of Kilimani'

describe('my page and the pair’s page in a real browser', () => {
  let all: Everybody
  let site: Awaited<ReturnType<typeof openToEverybody>>
  let pair = ''
  const pageId = newId()

  beforeAll(async () => {
    all = await everybody()
    pair = `/pairs/${all.ids.pair}`
    await fill(all, pageId)
    site = await openToEverybody(all, clock)
  })
  afterAll(() => site?.close())

  it('no page has a fault of access, and none has a script: empty, typical and overfull', async () => {
    const page = await site.browser.newPage()
    const pages: readonly (readonly [CallerName, string])[] = [
      [MENTEE, '/my'],
      [MENTEE, pair],
      ['mentee of another pair', `/pairs/${all.ids.otherPair}`],
      ['mentee of an ended pair', `/pairs/${all.ids.endedPair}`],
      [MENTEE, `${pair}/agreement?done=both`],
      [MENTEE, `${pair}/goal`],
      [MENTEE, `${pair}/workbook`],
      [MENTEE, `${pair}/workbook/${pageId}`],
      [MENTEE, `${pair}/change`],
      [MENTEE, `${pair}/end`],
    ]
    for (const [name, path] of pages) {
      await site.openAs(page, name, path)
      expect(await page.locator('script').count(), path).toBe(0)
      expect(await page.locator('h1').innerText(), path).not.toMatch(/no page for you/)
      const shot = path
        .replace(pair, 'pair')
        .replace(pageId, 'page')
        .replace(/[0-9a-f-]{36}/, 'other')
      expect(await faultsOf(page, `${shot} as ${name}`)).toEqual([])
    }
    await page.close()
  })

  it('on a phone a mentee goes from what is next to a written goal in four taps, by keyboard too', async () => {
    const page = await site.browser.newPage({ viewport: { width: 390, height: 844 } })
    await site.openAs(page, 'mentee of another pair', '/my')
    expect(await page.locator('h1').innerText()).toMatch(/how you work together$/)
    await page.getByRole('link', { name: 'Write it down' }).click()
    await page.getByLabel('When do you meet?').fill('Every other Thursday at ten')
    await page.getByRole('button', { name: 'Keep it for both of you' }).press('Enter')
    expect(await page.locator('[role=status]').innerText()).toContain('Your agreement is kept.')
    await page.getByRole('link', { name: 'My page' }).click()
    expect(await page.locator('h1').innerText()).toBe('Write down what you want to reach')
    await page.getByRole('link', { name: 'Write the goal' }).press('Enter')
    await page.getByRole('button', { name: 'Keep it for both of you' }).click()
    await page.getByLabel('The goal, in one sentence').fill('I present our figures myself.')
    await page.getByRole('checkbox', { name: 'It is yours, and in your own hands' }).press('Space')
    await page.getByRole('button', { name: 'Keep it for both of you' }).press('Enter')
    expect(await page.locator('main').innerText()).toContain('It is yours.')
    await page.close()
  })

  it('what could not be kept is given back, with the fault beside it', async () => {
    const page = await site.browser.newPage()
    await site.openAs(page, MENTEE, `${pair}/change`)
    await page.evaluate('document.getElementById("until").removeAttribute("min")')
    await page.getByLabel('Last day of the pause').fill('2021-08-01')
    await page.getByRole('button', { name: 'Pause from today' }).click()
    await page.locator('.error-summary').waitFor({ timeout: 5000 })
    expect(await page.title()).toMatch(/^Error:/)
    expect(await page.locator('.error-summary a').getAttribute('href')).toBe('#until')
    expect(await page.getByLabel('Last day of the pause').inputValue()).toBe('2021-08-01')
    expect(await faultsOf(page, 'the fault of a pause')).toEqual([])
    await page.close()
  })
})

/** A pair in the middle of everything: both wrote at once, one proposes to go on, a name of eighty characters. */
async function fill(all: Everybody, page: string): Promise<void> {
  const { pool } = all.installation
  const { pair, mentor, mentee } = all.ids
  const as = async (name: CallerName): Promise<Context> => ({ ...(await actAs(all, name)), clock, today: TODAY })
  const [one, other] = [await as(MENTEE), await as(MENTOR)]
  await pool.query('update person set name = $1 where id = $2', [LONG_NAME, mentor])
  await pool.query(
    "update application set about = $1, topics = '{saying no,first team lead role}' where person_id = $2",
    ['I have changed field twice and would do it again.\nסיפור קצר על הדרך', mentor],
  )
  await pool.query('delete from meeting where mentee_id = $1 and happened_on > $2', [mentee, '2021-08-10'])
  await pool.query(
    "update meeting set confirmed_by = 'denied', denied_on = happened_on where mentee_id = $1 and happened_on > '2021-08-01'",
    [mentee],
  )
  await pool.query(
    `insert into meeting (organisation_id, id, season_id, mentee_id, happened_on, confirmed_by, recorded_at)
     values ($1, gen_random_uuid(), $2, $3, '2021-08-24', 'mentor', now())`,
    [all.ids.organisation, all.ids.season, mentee],
  )
  await writeAgreement(one, { pair, seen: 0, rhythm: 'Every other Thursday', place: 'The small room', between: '' })
  await writeAgreement(one, {
    pair,
    seen: 1,
    rhythm: 'Every other Friday',
    place: 'The small room',
    between: 'All of it',
  })
  await writeAgreement(other, { pair, seen: 1, rhythm: 'Mondays', place: 'A walk', between: 'All of it' })
  const goal = { pair, purpose: 'I know the work. I do not yet believe the room will listen.', byOn: '2021-09-30' }
  await writeGoal(one, { ...goal, seen: 0, words: 'Be heard.', holds: [] })
  const words = 'By the end of September I lead the rota meeting myself, from the agenda to the follow-up.'
  await writeGoal(one, { ...goal, seen: 1, words, holds: ['specific', 'positive', 'personal'] })
  await saveProgress(one, { pair, percent: 40 })
  await writePage(one, { pair, page, seen: 0, title: 'First meeting', text: 'an-endless-word-'.repeat(40) })
  await writePage(other, { pair, page, seen: 0, title: 'Our first meeting', text: 'What we said' })
  for (const title of ['The rota meeting', 'עמוד משותף', 'x'.repeat(180)])
    await writePage(other, { pair, page: newId(), seen: 0, title, text: '' })
  await proposeExtension(other, { pair, until: '2021-12-17' })
}
