import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { doWhatIsDue } from '../../src/jobs/tick.ts'
import { letterId } from '../../src/journey/announce/actions/plan-letters.ts'
import { openHouse } from '../../src/runtime/open-context.ts'
import { makeSite } from '../../src/web/site.tsx'
import { browsing } from '../make/browsing.ts'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

const HERE = '/desk/letters?season=women-2021'
const SEASON = { season: 'women-2021' }

describe('the letters of the day everyone hears', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let run: ReturnType<typeof commandLineOf>
  let now = '2021-06-28T10:00:00.000Z'

  beforeAll(async () => {
    installation = await freshInstallation()
    run = commandLineOf(installation)
    await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: 3, mentees: 5, announced: false })
    await installation.pool.query("update hat set from_on = '2021-01-01'")
    await installation.pool.query(
      `insert into hat (organisation_id, id, person_id, hat, from_on, given_by)
        select organisation_id, gen_random_uuid(), id, 'coordinator', '2021-01-01', id from person where email = 'mentor3@example.com'`,
    )
  })
  beforeEach(async () => {
    now = '2021-06-28T10:00:00.000Z'
    for (const table of ['announcement_text', 'announcement_moment', 'outbox_message'])
      await installation.pool.query(`delete from ${table}`)
    await installation.pool.query('update decision set released_on = null')
  })

  const site = () => makeSite({ ...installation, machineClock: { now: () => now } })
  const as = async (email = 'coordinator@example.com') => {
    const browser = browsing(site())
    const { cookie } = await signInAs(installation, email, { stepped: true })
    const [name = '', value = ''] = cookie.split('=')
    browser.jar.set(name, value)
    return browser
  }
  /** What a form of the page carries, for a button that sends it elsewhere. */
  const tokenOf = async (browser: Awaited<ReturnType<typeof as>>) =>
    /name="token" value="([^"]+)"/.exec((await browser.get(HERE)).text)?.[1] ?? ''
  const tick = async () => {
    const house = await openHouse({ ...installation, machineClock: { now: () => now } })
    if (house) await doWhatIsDue(house)
  }
  const one = async (statement: string, ...values: unknown[]) =>
    (await installation.pool.query(statement, values)).rows[0] ?? {}
  const idOf = async (email: string): Promise<string> => {
    const found = await one(
      `select p.id as person, q.id as pair, q.season_id as season from person p
        left join pair q on p.id in (q.mentor_id, q.mentee_id) where p.email = $1`,
      email,
    )
    const { person: personId, pair, season } = found
    return letterId(season, { kind: 'pair', personId, about: pair })
  }
  const drafts = async (): Promise<{ to: string; kind: string; subject: string; body: string }[]> =>
    JSON.parse((await run('announce', 'drafts', '--json', '--on', '2021-06-28'))[0] ?? '').drafts
  const bodyOf = async (email: string) => {
    const found = (await drafts()).find((it) => it.to === email)
    return `${found?.subject}\n${found?.body}`
  }
  const heard = async () =>
    (
      await one(
        "select count(*)::int as many from outbox_message where kind in ('pair', 'no-place') and state <> 'draft'",
      )
    ).many
  const text = (letter: string) => `/desk/letters/text?season=women-2021&kind=pair${letter ? `&letter=${letter}` : ''}`
  const words = async (
    browser: Awaited<ReturnType<typeof as>>,
    path: string,
    body: string,
    subject = 'Meet {partner}',
  ) => {
    await browser.get(path)
    return browser.submit('/desk/letters/text', { does: 'save', subject, body })
  }
  const GOOD = 'Dear {name}, meet {partner} at {their address}.\n\nThey say: {their words}'

  it('are kept nowhere while they are only read', async () => {
    const ada = await as()
    const id = await idOf('mentee1@example.com')
    for (const path of [HERE, text(''), text(id)]) expect((await ada.get(path)).status).toBe(200)
    for (const path of [`/desk/letters/${id}`, `/desk/letters/${id}/html`, '/desk/selection', '/desk'])
      expect((await ada.get(`${path}?season=women-2021`)).status).toBe(200)
    expect(await drafts()).toHaveLength(8)
    expect((await one('select count(*)::int as many from outbox_message')).many).toBe(0)
    expect((await ada.get('/desk?about=selection')).text).toContain('8 letters are to be read before they leave')
  })

  it('are changed for one, and every other stays as it was', async () => {
    const ada = await as()
    await ada.get(HERE)
    const before = await bodyOf('mentee2@example.com')
    const saved = await words(ada, text(await idOf('mentee1@example.com')), GOOD)
    expect(saved.location).toContain('done=changed')
    const list = (await ada.get(saved.location)).text
    expect(list).toContain('Changed for 1 letter. Nothing has left.')
    expect(list).toContain('words of its own')
    const changed = await bodyOf('mentee1@example.com')
    expect(changed).toContain('Dear mentee1, meet mentor')
    // Nothing to say in a paragraph: it is left out.
    expect(changed).not.toContain('They say')
    expect(changed).toContain('ask a person to look again')
    expect(await bodyOf('mentee2@example.com')).toBe(before)
    await ada.submit('/desk/letters/text', { does: 'undo' })
    await ada.get(HERE)
    expect(await bodyOf('mentee1@example.com')).not.toContain('Dear')
  })

  it('are changed for some, for all, and a letter with its own words keeps them', async () => {
    const ada = await as()
    await ada.get(HERE)
    const ids = [await idOf('mentee1@example.com'), await idOf('mentor1@example.com')]
    const chosen = await ada.post('/desk/letters/text', {
      ...SEASON,
      token: await tokenOf(ada),
      kind: 'pair',
      does: 'open',
      letter: ids[0] ?? '',
    })
    expect(chosen.text).toContain('The letter to mentee1')
    await words(ada, text(ids[0] ?? ''), GOOD)
    const all = await ada.get(text(''))
    expect(all.text).toContain('1 letter keeps its own words.')
    await ada.submit('/desk/letters/text', { does: 'save', subject: 'For all', body: `All: ${GOOD}` })
    await ada.get(HERE)
    expect(await bodyOf('mentee1@example.com')).toContain('\nDear mentee1')
    expect(await bodyOf('mentor2@example.com')).toContain('All: Dear mentor2')
    expect((await ada.get(`${HERE}&changed=yes`)).text).not.toContain('mentor2:')
  })

  it('give back everything that was entered with what is wrong, where, and what to do', async () => {
    const ada = await as()
    await ada.get(HERE)
    const faulty = await words(ada, text(''), 'Dear {nome}, an unfinished text')
    expect(faulty.status).toBe(422)
    expect(faulty.text).toContain('Nothing can fill {nome}')
    expect(faulty.text).toContain('Dear {nome}, an unfinished text')
    const nameless = await words(ada, text(''), 'Dear {name}, good luck')
    expect(nameless.text).toContain('Keep {partner}')
    expect((await one('select count(*)::int as many from announcement_text')).many).toBe(0)
  })

  it('say who changed the words meanwhile instead of writing over them, and lose neither', async () => {
    const ada = await as()
    const bo = await as('mentor3@example.com')
    await ada.get(text(''))
    await words(bo, text(''), `Bo says: ${GOOD}`)
    const clash = await ada.submit('/desk/letters/text', { does: 'save', subject: 'Mine', body: `Mine: ${GOOD}` })
    expect(clash.status).toBe(422)
    expect(clash.text).toContain('Changed by mentor3 since you opened it')
    expect(clash.text).toContain('Mine: Dear')
    expect(clash.text).toContain('Bo says: Dear')
    await ada.get(HERE)
    expect(await bodyOf('mentee1@example.com')).toContain('Bo says')
  })

  it('to everyone without a place are the same, whatever is tried', async () => {
    const ada = await as()
    await ada.get(HERE)
    const path = `/desk/letters/text?season=women-2021&kind=no-place&letter=${await idOf('mentee1@example.com')}`
    expect((await ada.get(path)).status).toBe(409)
    const page = await ada.get('/desk/letters/text?season=women-2021&kind=no-place')
    expect(page.text).toContain('The words for everybody told that there is no place')
    await ada.submit('/desk/letters/text', {
      does: 'save',
      subject: 'Thank you',
      body: 'Dear {name},\n\nnot this time.',
    })
    await ada.get(HERE)
    const told = (await drafts()).filter((it) => it.kind === 'no-place')
    const said = told.map((it) => `${it.subject}\n${it.body.replace(it.to.split('@')[0] ?? '', 'NAME')}`)
    expect(told.length).toBeGreaterThan(1)
    expect(new Set(said).size).toBe(1)
    expect(said[0]).toContain('not this time.')
  })

  it('about whoever reads stay with another coordinator, in the list, by their address and in a bulk', async () => {
    const ada = await as()
    await ada.get(HERE)
    const own = await idOf('mentor3@example.com')
    const bo = await as('mentor3@example.com')
    expect((await bo.get(HERE)).text).toContain('letters are about you: another coordinator reads them.')
    expect((await bo.get(`/desk/letters/${own}?season=women-2021`)).status).toBe(404)
    expect((await bo.get(`/desk/letters/${own}/html?season=women-2021`)).status).toBe(404)
    expect((await bo.get(text(own))).status).toBe(404)
    expect((await ada.get(`/desk/letters/${own}?season=women-2021`)).status).toBe(200)
  })

  it('are tried on oneself as their reader would get them, and their reader hears nothing', async () => {
    const ada = await as()
    await ada.get(HERE)
    const id = await idOf('mentee1@example.com')
    const page = await ada.get(`/desk/letters/${id}?season=women-2021`)
    expect(page.text).toContain('To mentee1')
    const done = await ada.submit(`/desk/letters/${id}/test`)
    expect((await ada.get(done.location)).text).toContain('It lies with your own letters')
    const test = await one(
      "select m.subject, m.body, p.email from outbox_message m join person p on p.id = m.person_id where m.kind = 'test'",
    )
    expect(test.email).toBe('coordinator@example.com')
    expect(test.subject).toMatch(/^Test: /)
    expect(test.body).toContain('Hello mentee1')
    const html = await ada.get(`/desk/letters/${id}/html?season=women-2021`)
    expect(html.text).toContain('Hello mentee1')
    expect(html.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await bodyOf('mentee1@example.com')).toContain('Hello mentee1')
    expect((await (await as('mentee1@example.com')).get('/me/letters')).text).not.toContain('meet mentor')
  })

  it('leave at their moment and not before, for everybody at once', async () => {
    const ada = await as()
    await ada.get(HERE)
    const unread = await ada.submit('/desk/letters/moment', { on: '2021-07-05', time: '09:00' })
    expect(unread.text).toContain('Tick that you have read the letters')
    expect(unread.text).toContain('value="2021-07-05"')
    const past = await ada.submit('/desk/letters/moment', { on: '2021-06-28', time: '09:00', sure: 'yes' })
    expect(past.text).toContain('That moment has passed')
    const set = await ada.submit('/desk/letters/moment', { on: '2021-07-05', time: '09:00', sure: 'yes' })
    expect((await ada.get(set.location)).text).toContain('Everyone hears at Monday 5 July 2021, 09:00')
    const mentee = await as('mentee1@example.com')
    const before = (await mentee.get('/my')).text
    now = '2021-07-05T06:59:00.000Z'
    await tick()
    expect(await heard()).toBe(0)
    now = '2021-07-05T16:30:00.000Z'
    await one(`insert into season_closing (organisation_id, id, season_id, closed_on, closed_by, closed_at)
      select organisation_id, gen_random_uuid(), (select id from season), '2021-07-04', id, now() from person
      where email = 'coordinator@example.com'`)
    await tick()
    expect(await heard(), 'a season that was closed tells nobody').toBe(0)
    await one('delete from season_closing')
    await tick()
    expect(await heard()).toBe(8)
    expect((await (await as('mentee1@example.com')).get('/my')).text).not.toBe(before)
    await tick()
    expect(await heard()).toBe(8)
    expect((await ada.get('/desk/letters/progress?season=women-2021')).text).toContain('Everyone can read their letter')
  })

  it('stay where they are once the moment was taken back', async () => {
    const ada = await as()
    await ada.get(HERE)
    const set = await ada.submit('/desk/letters/moment', { on: '2021-07-05', time: '09:00', sure: 'yes' })
    await ada.get(set.location)
    const back = await ada.submit('/desk/letters/moment/withdraw')
    expect((await ada.get(back.location)).text).toContain('The moment is taken back')
    now = '2021-07-06T09:00:00.000Z'
    await tick()
    expect(await heard()).toBe(0)
  })

  it('stay where they are when pairs or words changed since they were read, and the coordinators hear', async () => {
    const ada = await as()
    await ada.get(HERE)
    await ada.submit('/desk/letters/moment', { on: '2021-07-05', time: '09:00', sure: 'yes' })
    await words(ada, text(''), GOOD)
    now = '2021-07-05T16:30:00.000Z'
    await tick()
    expect((await one("select count(*)::int as many from outbox_message where kind = 'asks-coordinator'")).many).toBe(2)
    expect(await heard()).toBe(0)
    expect((await (await as()).get(HERE)).text).toContain('Nothing left at Monday 5 July 2021')
  })

  it('are not released by whoever read others, and a moment set by another is not written over', async () => {
    const ada = await as()
    const bo = await as('mentor3@example.com')
    await ada.get(HERE)
    await bo.get(HERE)
    await bo.submit('/desk/letters/moment', { on: '2021-07-05', time: '09:00', sure: 'yes' })
    const late = await ada.submit('/desk/letters/moment', { on: '2021-07-06', time: '09:00', sure: 'yes' })
    expect(late.text).toContain('Changed by mentor3 since you opened it')
    await ada.get(HERE)
    await words(bo, text(''), GOOD)
    await ada.get(HERE)
    await words(bo, text(''), `${GOOD} Again.`)
    const stale = await ada.post('/desk/letters/release', {
      ...SEASON,
      token: await tokenOf(ada),
      sure: 'yes',
      seen: 'something-else',
    })
    expect(stale.text).toContain('Pairs or words have changed since you opened the letters')
    expect(await heard()).toBe(0)
  })

  it('are followed by themselves while some are on the way, and stand still once none is, or when asked to', async () => {
    const ada = await as()
    const here = '/desk/letters/progress?season=women-2021'
    await ada.get(HERE)
    await ada.post('/desk/letters/release', { ...SEASON, token: await tokenOf(ada), sure: 'yes' })
    expect((await ada.get(here)).text).not.toContain('http-equiv="refresh"')
    await installation.pool.query("update outbox_message set state = 'released' where kind = 'pair'")
    const { text } = await ada.get(`${here}&page=2`)
    expect(text).toContain(`<meta http-equiv="refresh" content="2;url=${here}&amp;page=2&amp;looks=1"/>`)
    expect((await ada.get(`${here}&looks=no`)).text).not.toContain('http-equiv="refresh"')
  })

  it('that did not arrive stand with their person and what to do, and leave once more', async () => {
    const ada = await as()
    await ada.get(HERE)
    await ada.post('/desk/letters/release', { ...SEASON, token: await tokenOf(ada), sure: 'yes' })
    await installation.pool.query(
      `update outbox_message m set state = 'failed', problem = 'no such mailbox', sent_at = '2021-06-28T10:00:00Z'
        from person p where p.id = m.person_id and p.email in ('mentee1@example.com', 'mentor3@example.com')`,
    )
    const page = await ada.get('/desk/letters/progress?season=women-2021')
    expect(page.text).toContain('mentee1, mentee1@example.com')
    expect(page.text).toContain('It came back from the mailbox: no such mailbox')
    const refused = await ada.submit('/desk/letters/again')
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('No mail server is set up')
    const bo = await as('mentor3@example.com')
    expect((await bo.get('/desk/letters/progress?season=women-2021')).text).not.toContain('mentor3@example.com')
  })
})
