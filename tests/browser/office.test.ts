import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveSite } from '../../src/web/serve-site.ts'
import { openBrowser } from '../make/browser.ts'
import { faultsOf } from '../make/looking.ts'
import { foundedOffice, type Office, OWNER } from '../make/office.ts'
import { signInAs } from '../make/sign-in.ts'

type House = { readonly office: Office; readonly address: string; readonly close: () => Promise<void> }

async function openHouse(names?: readonly string[]): Promise<House> {
  const office = await foundedOffice(names)
  const { address, close } = await serveSite(office.installation)
  return { office, address, close }
}

/** A season, hats of every kind, one lent, one ended, one glass open and one waiting. */
async function fill({ office }: House): Promise<void> {
  await office.run('design', 'load', 'programs/new-managers-weekly.yaml')
  const give = (...words: string[]) => office.run('office', 'give-hat', ...words)
  await give('ada@example.com', 'coordinator', '--until', '2026-12-24')
  await give('bo@example.com', 'people-team')
  await give('cleo@example.com', 'named-contact')
  await give('dan@example.com', 'auditor')
  await give('dan@example.com', 'reviewer')
  await office.run('office', 'take-hat', 'dan@example.com', 'reviewer')
  const ada = await office.as('ada@example.com')
  const lend = /action="(\/me\/hats\/[^"]+\/lend)"/.exec((await ada.get('/me/hats')).text)?.[1] ?? ''
  await ada.submit(lend, { email: 'dan@example.com', until: '2026-10-20' })
  const owner = await office.as(OWNER)
  for (const reason of [
    'The works council asked whether the topics were read.',
    'A second reason, which nobody has agreed to yet.',
  ]) {
    await owner.get('/office/glass')
    const season = 'new-managers-weekly'
    await owner.submit('/office/glass', { email: 'bo@example.com', season: await keyOf(office, season), reason })
  }
  const dan = await office.as('dan@example.com')
  const { text } = await dan.get('/office/glass')
  await dan.submit(`/office/glass/${/glass\/([^"/]+)\/agree/.exec(text)?.[1]}/agree`)
}

async function keyOf(office: Office, fallback: string): Promise<string> {
  return (await office.pool.query('select key from season limit 1')).rows[0]?.key ?? fallback
}

async function manyHats({ office }: House): Promise<void> {
  await office.pool.query(
    `with people as (
       insert into person (organisation_id, id, email, name, kind, created_at)
       select o.id, gen_random_uuid(), 'person' || n || '@a-rather-long-name-of-a-department.example.com',
         'Maximiliane Annabelle Fürstin von Hohenstein-Langenburg the ' || n || 'th', 'directory', '2026-10-01'
       from organisation o, generate_series(1, 120) n returning organisation_id, id)
     insert into hat (organisation_id, id, person_id, hat, from_on) select organisation_id, gen_random_uuid(), id, 'reviewer', '2026-01-01' from people`,
  )
}

describe('the pages of the office in a real browser', () => {
  let browser: Browser
  let bare: House
  let typical: House
  let over: House
  beforeAll(async () => {
    bare = await openHouse([])
    typical = await openHouse()
    await fill(typical)
    over = await openHouse()
    await fill(over)
    await manyHats(over)
    await finishBoard(over)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    for (const it of [bare, typical, over]) await it?.close()
  })

  async function open({ office, address }: House): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: { width: 390, height: 900 } })
    const { secret } = await signInAs(office.installation, OWNER, { stepped: true })
    await context.addCookies([{ name: 'alongside', value: secret, url: address }])
    return context
  }

  async function faultsIn(house: House, pages: readonly (readonly [name: string, path: string])[]) {
    const context = await open(house)
    const page = await context.newPage()
    const faults: string[] = []
    for (const [name, path] of pages) {
      await page.goto(new URL(path, house.address).href)
      await page.locator('h1').waitFor()
      faults.push(...(await faultsOf(page, name)))
    }
    await context.close()
    return faults
  }

  it('before anything is set up they have no fault of access', async () => {
    const pages = [
      ['bare-board', '/office'],
      ['bare-organisation', '/office/organisation'],
      ['bare-hats', '/office/hats?hat=auditor'],
      ['bare-own-hats', '/me/hats'],
      ['bare-tokens', '/me/tokens'],
      ['bare-directory', '/office/directory'],
      ['bare-glass', '/office/glass'],
    ] as const
    expect(await faultsIn(bare, pages)).toEqual([])
  })

  it('half way, with hats, a loan and an opened application, they have none', async () => {
    const { rows } = await typical.office.pool.query('select id from glass where agreed_at is not null')
    const pages = [
      ['half-board', '/office'],
      ['half-hats', '/office/hats'],
      ['half-hats-past', '/office/hats?when=past'],
      ['half-own-hats', '/me/hats'],
      ['half-glass', '/office/glass'],
      ['half-opened', `/office/glass/${rows[0]?.id}`],
    ] as const
    expect(await faultsIn(typical, pages)).toEqual([])
  })

  it('with everything set up and 120 hats they have none', async () => {
    const pages = [
      ['full-board', '/office'],
      ['full-hats', '/office/hats'],
      ['full-hats-last', '/office/hats?page=3'],
    ] as const
    expect(await faultsIn(over, pages)).toEqual([])
  })

  it('a hat is given, refused with everything kept, and taken off again without script', async () => {
    const context = await open(typical)
    const page = await context.newPage()
    await page.goto(new URL('/office/hats', typical.address).href)
    await page.getByLabel('Address', { exact: true }).fill('bo@example.com')
    await page.getByLabel('Hat', { exact: true }).last().selectOption('coordinator')
    await page.getByLabel('Last day').fill('2026-11-30')
    await page.getByRole('button', { name: 'Give the hat' }).click()
    await page.getByRole('alert').getByText('One person is not coordinator and people team at once').waitFor()
    expect(await page.getByLabel('Address', { exact: true }).inputValue()).toBe('bo@example.com')
    expect(await page.getByLabel('Last day').inputValue()).toBe('2026-11-30')
    expect(await faultsOf(page, 'hat-refused')).toEqual([])
    await page.getByLabel('Hat', { exact: true }).last().selectOption('reviewer')
    await page.getByRole('button', { name: 'Give the hat' }).click()
    await page.getByRole('status').getByText('Bo is reviewer now.').waitFor()
    expect(await faultsOf(page, 'hat-given')).toEqual([])
    await page.getByRole('button', { name: 'Take it off again' }).click()
    await page.getByRole('status').getByText('Bo is not reviewer any more.').waitFor()
    await context.close()
  })
})

async function finishBoard({ office }: House): Promise<void> {
  await office.run('office', 'give-hat', 'bo@example.com', 'named-contact', '--deputy')
  await office.pool.query(
    `update organisation set keys_backed_up_at = '2026-09-30T09:00:00Z', mail_tested_at = '2026-09-30T09:00:00Z',
       privacy_contact = 'privacy@example.com'`,
  )
  await office.pool.query(
    `insert into one_time_code (organisation_id, person_id, sealed_secret, made_at, confirmed_at)
     select organisation_id, id, 'x', '2026-10-01', '2026-10-01' from person where email = $1`,
    [OWNER],
  )
}
