import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { requestAs } from '../make/doors.ts'
import { freshInstallation } from '../make/installation.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

const NOT_CLEARED = 'mentee5@example.com'
const UNCOMMITTED = 'mentee6@example.com'

describe('the applications of a season', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let site: ReturnType<typeof makeSite>
  type By = { headers: Record<string, string>; formToken: string }
  const by: Record<'first' | 'second', By> = {
    first: { headers: {}, formToken: '' },
    second: { headers: {}, formToken: '' },
  }

  beforeAll(async () => {
    installation = await freshInstallation()
    const size = { mentors: 4, mentees: 6, announced: false, notCleared: [NOT_CLEARED], uncommitted: [UNCOMMITTED] }
    await playSmallSeason(commandLineOf(installation), 'programs/women-2021.yaml', size)
    for (const table of ['pair', 'match_run', 'decision']) await installation.pool.query(`delete from ${table}`)
    await installation.pool.query("update hat set from_on = '2021-01-01'")
    await installation.pool.query("update application set recorded_at = '2021-06-24T09:00:00Z'")
    await installation.pool.query(
      `insert into hat (organisation_id, id, person_id, hat, from_on)
        select organisation_id, gen_random_uuid(), id, 'coordinator', '2021-01-01' from person where email = 'mentor1@example.com'`,
    )
    site = makeSite({ ...installation, machineClock: { now: () => '2021-06-28T10:00:00.000Z' } })
    for (const [name, email] of [
      ['first', 'coordinator@example.com'],
      ['second', 'mentor1@example.com'],
    ] as const) {
      const { cookie, formToken } = await signInAs(installation, email, { stepped: true })
      by[name] = { headers: { cookie }, formToken }
    }
  })

  const SEASON = { season: 'women-2021' }
  const get = (path: string, who: keyof typeof by = 'first') => requestAs(site, by[who], 'GET', path, {})
  const post = (path: string, form: Record<string, string> = {}, who: keyof typeof by = 'first') =>
    requestAs(site, by[who], 'POST', path, { ...SEASON, ...form })
  const list = async (query = '', who: keyof typeof by = 'first') =>
    (await get(`/desk/applications?season=women-2021${query}`, who)).body
  const idOf = async (email: string, role = 'mentee') =>
    (
      await installation.pool.query(
        'select a.id from application a join person p on p.id = a.person_id where p.email = $1 and a.role = $2 and a.superseded_by is null',
        [email, role],
      )
    ).rows[0].id as string
  const outcomeOf = async (id: string) =>
    (await installation.pool.query('select outcome from decision where application_id = $1', [id])).rows[0]?.outcome
  const field = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''

  it('lists who is cleared and eligible, and of the others nothing but a number', async () => {
    const body = await list()
    expect(body).toContain('8 applications')
    expect(body).not.toContain('mentee5')
    expect(body).not.toContain('mentee6')
    const funnel = (await get('/desk/funnel?season=women-2021')).body
    expect(funnel).toContain('8 of 10 applications reached you')
    expect(funnel).toContain('2 do not proceed or are still with the people team')
  })

  it('keeps one’s own application from a coordinator who applied, in lists, counts and by its address', async () => {
    expect(await list('', 'second')).toContain('7 applications')
    expect(await list('', 'second')).not.toContain('>mentor1<')
    expect((await get('/desk/funnel?season=women-2021', 'second')).body).toContain('7 of 9 applications reached you')
    expect((await get('/desk/selection?season=women-2021', 'second')).body).toContain('9 applications wait')
    expect((await get(`/desk/applications/${await idOf('mentor1@example.com', 'mentor')}`, 'second')).status).toBe(404)
    const found = await get('/desk/applications/find?season=women-2021&email=mentor1@example.com&role=mentor', 'second')
    expect(found.body).toContain('No application of this address and role has reached you')
  })

  it('finds by name, role, state and division, in the address of the page, and gives the same as a sheet', async () => {
    expect(await list('&role=mentor')).toContain('4 applications found')
    expect(await list('&q=mentee3')).toContain('1 application found')
    expect(await list('&state=placed')).toContain('Nothing fits')
    expect(await list('&division=Finance&sort=name')).toContain('4 applications found')
    expect(await list('&division=-')).toContain('Nothing fits')
    expect(await list('&role=nobody&state=strange&page=-3')).toContain('8 applications')
    const sheet = await get('/desk/applications.csv?season=women-2021&role=mentee&sort=name')
    const [head, first, ...more] = sheet.body.trim().split('\r\n')
    expect(head).toBe('name,email,role,division,sent_on,late,state,by_hand,priority')
    expect(first).toContain('mentee1@example.com,mentee,Finance,2021-06-07,no,not decided,no,')
    expect(more).toHaveLength(3)
  })

  it('keeps a filter under a name, for whoever keeps it and nobody else', async () => {
    const at = 'season=women-2021&role=mentee'
    expect((await post('/desk/applications/filters', { name: 'My mentees', at })).location).toContain('role=mentee')
    expect(await list()).toContain('>My mentees<')
    expect(await list('', 'second')).not.toContain('My mentees')
    expect((await post('/desk/applications/filters', { name: '  ', at })).status).toBe(422)
    const id = field(await list(), 'id')
    expect((await post('/desk/applications/filters/forget', { id }, 'second')).status).toBe(404)
    expect((await post('/desk/applications/filters/forget', { id })).status).toBe(303)
    expect(await list()).not.toContain('My mentees')
  })

  it('shows one with what was written, each rule with its fact, and the way to the next', async () => {
    const { body } = await get(`/desk/applications/${await idOf('mentee2@example.com')}?season=women-2021&role=mentee`)
    expect(body).toMatch(/coaching, .*listening/i)
    expect(body).toContain('here since Thursday 1 January 2015')
    expect(body).toContain('From their application of Monday 7 June')
    expect(body).toContain('which cleared this application')
    expect(body).toContain('2 of 4')
    expect(body).toContain(`/desk/applications/${await idOf('mentee3@example.com')}?season=women-2021&amp;role=mentee`)
    expect(body).toContain('accesskey="n"')
  })

  it('opens one by its address that is cleared and not eligible, and none that is not cleared or is taken back', async () => {
    const find = (email: string) => get(`/desk/applications/find?season=women-2021&email=${email}&role=mentee`)
    const opened = await get((await find(UNCOMMITTED)).location)
    expect(opened.body).toContain('Not met')
    expect(opened.body).toContain('is not decided by hand')
    const notCleared = await find(NOT_CLEARED)
    expect(notCleared.body).toContain('has reached you')
    expect((await get(`/desk/applications/${await idOf(NOT_CLEARED)}`)).status).toBe(404)
    const nobody = await find('nobody5@example.com')
    expect(notCleared.body.replaceAll('mentee5', 'X')).toBe(nobody.body.replaceAll('nobody5', 'X'))
  })

  it('tells everybody who applied alike that the list was opened, and before they have heard nothing of a single look', async () => {
    const looks: string[] = []
    for (const email of ['mentee2@example.com', NOT_CLEARED, UNCOMMITTED]) {
      const { cookie } = await signInAs(installation, email)
      const { body } = await requestAs(site, { headers: { cookie }, formToken: null }, 'GET', '/me/who-looked', {})
      expect(body).toContain('List the applications')
      expect(body).not.toContain('Read one cleared application')
      looks.push(/<ol class="sheet[\s\S]*?<\/ol>/.exec(body)?.[0] ?? email)
    }
    expect(new Set(looks).size).toBe(1)
  })

  it('decides nothing by hand before the rules have', async () => {
    const id = await idOf('mentee1@example.com')
    const page = (await get(`/desk/applications/${id}`)).body
    expect(page).toContain('Decide by the program’s rules first')
    const refused = await post('/desk/applications/decide', { outcome: 'declined', ids: id, seen: '', from: id })
    expect(refused.status).toBe(409)
    expect(await outcomeOf(id)).toBeUndefined()
    await post('/desk/selection/decide')
    expect(await outcomeOf(id)).toBe('pool')
  })

  const decideOn = async (email: string, outcome: string, who: keyof typeof by = 'first') => {
    const id = await idOf(email)
    const page = (await get(`/desk/applications/${id}?season=women-2021&role=mentee`, who)).body
    const form = { outcome, ids: id, from: id, seen: field(page, 'seen'), next: field(page, 'next'), at: 'role=mentee' }
    return { id, press: () => post('/desk/applications/decide', form, who) }
  }

  it('decides one and goes to the next, offers to undo it, and the rules leave it as it is', async () => {
    const { id, press } = await decideOn('mentee1@example.com', 'reserve')
    const answer = await press()
    expect(answer.location).toContain(`/desk/applications/${await idOf('mentee2@example.com')}?role=mentee&step=`)
    const next = (await get(answer.location)).body
    expect(next).toContain('mentee1 is put on the waiting list')
    await post('/desk/selection/decide')
    expect(await outcomeOf(id)).toBe('reserve')
    const undone = await post('/desk/applications/undo', { step: field(next, 'step'), at: field(next, 'at') })
    expect(undone.location).toContain('undone=1-1')
    expect((await get(undone.location)).body).toContain('1 undone.')
    expect(await outcomeOf(id)).toBe('pool')
    expect((await post('/desk/applications/undo', { step: field(next, 'step') })).status).toBe(404)
  })

  it('tells the second of two coordinators who has changed it, and overwrites nothing', async () => {
    const mine = await decideOn('mentee2@example.com', 'declined')
    const theirs = await decideOn('mentee2@example.com', 'reserve', 'second')
    expect((await theirs.press()).status).toBe(303)
    const late = await mine.press()
    expect(late.status).toBe(409)
    expect(late.body).toContain('the latest by mentor1')
    expect(await outcomeOf(mine.id)).toBe('reserve')
    const undo = await decideOn('mentee2@example.com', 'pool')
    expect((await undo.press()).status).toBe(303)
  })

  it('two who press at the same instant decide once', async () => {
    const all = await Promise.all(
      (['declined', 'reserve'] as const).map((outcome, at) =>
        decideOn('mentee3@example.com', outcome, at === 0 ? 'first' : 'second'),
      ),
    )
    const answers = await Promise.all(all.map((it) => it.press()))
    expect(answers.map((it) => it.status).toSorted()).toEqual([303, 409])
    expect((await decideOn('mentee3@example.com', 'pool')).id).toBe(all[0]?.id)
    await (await decideOn('mentee3@example.com', 'pool')).press()
  })

  it('says before what many would become, by division, and does nothing that was not shown', async () => {
    const at = 'season=women-2021&role=mentee'
    const none = await post('/desk/applications/preview', { outcome: 'declined', which: 'ticked', at })
    expect(none.body).toContain('None is ticked')
    const shown = (await post('/desk/applications/preview', { outcome: 'declined', which: 'found', at })).body
    expect(shown).toContain('4 applications would be declined')
    expect(shown).toMatch(/Finance<\/th><td class="num"[^>]*>4<\/td><td class="num"[^>]*>0<\/td>/)
    await (await decideOn('mentee4@example.com', 'reserve', 'second')).press()
    const press = (body: string) =>
      post('/desk/applications/decide', { outcome: 'declined', at, seen: field(body, 'seen') })
    const refused = await press(shown)
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('have changed since you opened them')
    expect(await outcomeOf(await idOf('mentee1@example.com'))).toBe('pool')
    const done = await press(refused.body)
    expect((await get(done.location)).body).toContain('4 applications are declined')
    expect(await list('&state=declined')).toContain('4 applications found')
    const back = await post('/desk/applications/undo', {
      step: new URLSearchParams(done.location.split('?')[1]).get('step') ?? '',
      at,
    })
    expect((await get(back.location)).body).toContain('4 undone.')
    expect(await outcomeOf(await idOf('mentee4@example.com'))).toBe('reserve')
  })

  it('names who is next on the waiting list where a place is free, and admits them', async () => {
    const waiting = (await get('/desk/waiting-list?season=women-2021')).body
    expect(waiting).toContain('1 mentee waits for a place')
    expect(waiting).toContain('The pool has 4 places and 3 mentees. A place is free, and mentee4 is next.')
    const form = { outcome: 'pool', ids: field(waiting, 'ids'), seen: field(waiting, 'seen'), at: 'season=women-2021' }
    expect((await post('/desk/applications/decide', form)).status).toBe(303)
    expect(await outcomeOf(await idOf('mentee4@example.com'))).toBe('pool')
    expect((await get('/desk/waiting-list?season=women-2021')).body).toContain('Nobody waits for a place')
    expect((await get('/desk/waiting-list?season=women-2021&role=mentor')).body).toContain('No mentor is in reserve')
  })

  it('somebody who withdraws in between is decided no more, and nothing says that they withdrew', async () => {
    const { press } = await decideOn('mentee1@example.com', 'declined')
    await installation.pool.query('update application set superseded_by = id, withdrawn_at = $1 where id = $2', [
      '2021-06-28T09:00:00Z',
      await idOf('mentee1@example.com'),
    ])
    const answer = await press()
    expect(answer.status).toBe(404)
    expect(answer.body).not.toMatch(/withdr|taken back/i)
    expect((await get('/desk/funnel?season=women-2021')).body).toContain('7 of 10 applications reached you')
  })

  it('leaves who has a pair, and who has heard', async () => {
    await post('/desk/selection/match')
    await post('/desk/match/publish')
    const paired = await get(`/desk/applications/${await idOf('mentee2@example.com')}`)
    expect(paired.body).toContain('end the pair instead')
    const at = 'season=women-2021'
    const shown = await post('/desk/applications/preview', { outcome: 'declined', which: 'found', at })
    expect(shown.body).toContain('6 have a pair and stay as decided')
    await post('/desk/letters/release', { sure: 'yes' })
    const heard = await post('/desk/applications/preview', { outcome: 'declined', which: 'found', at })
    expect(heard.body).toContain('Nothing would change')
    expect(heard.body).toContain('7 have heard')
    expect((await get('/desk/waiting-list?season=women-2021&role=mentor')).body).toContain('1 mentor in reserve')
    const { cookie } = await signInAs(installation, 'mentee2@example.com')
    const told = await requestAs(site, { headers: { cookie }, formToken: null }, 'GET', '/me/who-looked', {})
    expect(told.body).toContain('Read one cleared application')
  })
})
