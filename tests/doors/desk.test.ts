import { beforeAll, describe, expect, it } from 'vitest'
import { proposeMatch } from '../../src/journey/match/actions.ts'
import { makeSite } from '../../src/web/site.tsx'
import { actAs } from '../make/acting.ts'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

describe('a coordinator’s desk', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>

  beforeAll(async () => {
    all = await everybody()
    const { installation, ids } = all
    site = makeSite({ ...installation, machineClock: { now: () => '2021-07-28T10:00:00.000Z' } })
    await installation.pool.query('delete from meeting where mentee_id = $1', [ids.mentee])
    await ask('help', ids.mentee, '2021-07-27')
    await ask('another-match', ids.mentor, '2021-07-26')
  })

  const ask = (kind: string, by: string, on: string) =>
    all.installation.pool.query(
      `insert into pair_request (organisation_id, id, pair_id, kind, asked_by, asked_on, asked_at)
        values ($1, gen_random_uuid(), $2, $3, $4, $5, $6)`,
      [all.ids.organisation, all.ids.pair, kind, by, on, `${on}T10:00:00Z`],
    )
  const get = (name: CallerName, path: string) => requestAs(site, all.callers[name], 'GET', path, {})
  const post = (name: CallerName, path: string, form: Record<string, string>) =>
    requestAs(site, all.callers[name], 'POST', path, form)
  const keyOf = (body: string, kind: string) => new RegExp(`name="key" value="(${kind} [^"]+)"`).exec(body)?.[1] ?? ''
  const off = async () => (await all.installation.pool.query('select line_key, state from desk_mark')).rows.length

  it('says who asked for what and which pair has gone quiet, with the way to the pair', async () => {
    const { body } = await get('coordinator', '/desk')
    expect(body).toContain('asked for help')
    expect(body).toContain('asked for another match')
    expect(body).toContain('Nothing is known of')
    expect(body).toContain(`/desk/pairs/${all.ids.pair}`)
    expect((await get('coordinator of another season', '/desk')).body).toContain('Nothing needs you today')
  })

  it('finds by name and subject, and gives the same lines as a sheet', async () => {
    expect((await get('coordinator', '/desk?about=people')).body).not.toContain('asked for help')
    expect((await get('coordinator', '/desk?q=asked+for+help')).body).not.toContain('Nothing is known of')
    expect((await get('coordinator', '/desk?q=zzz')).body).toContain('Nothing fits')
    const sheet = await get('coordinator', '/desk/lines.csv?about=pairs')
    expect(sheet.body.split('\r\n')[0]).toBe('due_on,since,season,about,line,reason')
    expect(sheet.body).toContain('asked for help')
  })

  it('takes a line off and puts it back, for every coordinator, and the same twice is once', async () => {
    const key = keyOf((await get('coordinator', '/desk')).body, 'help')
    const done = { season: 'women-2021', key, days: 'done' }
    const answer = await post('coordinator', '/desk/lines', done)
    expect(answer.status).toBe(303)
    await post('coordinator', '/desk/lines', done)
    expect(await off()).toBe(1)
    expect((await get('lent coordinator', '/desk')).body).not.toContain('asked for help')
    expect((await get('coordinator', '/desk/closed')).body).toContain('asked for help')
    await post('lent coordinator', '/desk/lines/back', { season: 'women-2021', key })
    expect((await get('coordinator', '/desk')).body).toContain('asked for help')
    expect(await off()).toBe(0)
  })

  it('brings a line back that was put off, on its day', async () => {
    const key = keyOf((await get('coordinator', '/desk')).body, 'another-match')
    await post('coordinator', '/desk/lines', { season: 'women-2021', key, days: '3' })
    expect((await get('coordinator', '/desk')).body).not.toContain('asked for another match')
    const later = makeSite({ ...all.installation, machineClock: { now: () => '2021-07-31T10:00:00.000Z' } })
    expect((await requestAs(later, all.callers.coordinator, 'GET', '/desk', {})).body).toContain(
      'asked for another match',
    )
    await post('coordinator', '/desk/lines/back', { season: 'women-2021', key })
  })

  it('knows no line that is not there, and nobody closes a line of another season', async () => {
    const made = { season: 'women-2021', key: 'help nothing', days: 'done' }
    expect((await post('coordinator', '/desk/lines', made)).status).toBe(404)
    const key = keyOf((await get('coordinator', '/desk')).body, 'help')
    expect((await post('coordinator of another season', '/desk/lines', { ...made, key })).status).toBe(404)
    expect((await post('mentee of the pair', '/desk/lines', { ...made, key })).status).toBe(404)
    expect(await off()).toBe(0)
  })

  it('keeps from a coordinator what is about themself, and says only that there is something', async () => {
    await all.installation.pool.query('update pair_request set pair_id = $1 where kind = $2', [
      all.ids.otherPair,
      'help',
    ])
    const { body } = await get('coordinator in another pair', '/desk')
    const isIn = (
      await all.installation.pool.query('select mentor_id, mentee_id from pair where id = $1', [all.ids.otherPair])
    ).rows
    expect(isIn).toHaveLength(1)
    const page = await get('coordinator in another pair', `/desk/pairs/${all.ids.pair}`)
    expect(page.status).toBe(200)
    expect(body).toContain('asked for another match')
    await all.installation.pool.query('update pair_request set pair_id = $1 where kind = $2', [all.ids.pair, 'help'])
  })

  it('lists the pairs of a season with their windows, by name and standing, and as a sheet', async () => {
    const { body } = await get('coordinator', '/desk/pairs?season=women-2021')
    expect(body).toContain(`/desk/pairs/${all.ids.pair}`)
    expect((await get('coordinator', '/desk/pairs?season=women-2021&standing=running')).body).toContain('pairs found')
    expect((await get('coordinator', '/desk/pairs?season=women-2021&q=zzz')).body).toContain('Nothing fits')
    expect((await get('coordinator', '/desk/pairs.csv?season=women-2021')).body).toMatch(
      /^mentee,mentor,standing,met,due,window_1/,
    )
    expect((await get('coordinator of another season', '/desk/pairs?season=women-2021')).status).toBe(404)
  })

  it('shows one pair and changes it: excused, paused, ended; what was wrong is said on the page', async () => {
    const path = `/desk/pairs/${all.ids.pair}`
    expect((await get('coordinator', path)).body).toContain('Done for them')
    const bad = await post('coordinator', `${path}/pause`, { until: 'soon' })
    expect(bad.status).toBe(422)
    expect(bad.body).toContain('value="soon"')
    expect((await post('coordinator', `${path}/end`, {})).body).toContain('Tick that both know of it')
    expect((await post('coordinator', `${path}/excuse`, { on: '2021-07-08' })).status).toBe(303)
    expect((await get('coordinator', path)).body).toContain('excused')
    expect((await post('coordinator', `${path}/pause`, { until: '2021-08-10' })).status).toBe(303)
    expect((await get('coordinator', path)).body).toContain('Paused until')
    expect((await post('mentee of the pair', `${path}/end`, { sure: 'yes' })).status).toBe(404)
    expect((await post('coordinator of another season', `${path}/end`, { sure: 'yes' })).status).toBe(404)
    expect((await post('coordinator', `${path}/end`, { sure: 'yes' })).status).toBe(303)
    expect((await get('coordinator', path)).body).not.toContain('End it without blame')
  })

  it('puts either of an ended pair back for the next match, which seats them with somebody else, and takes it back', async () => {
    const { pool } = all.installation
    const path = `/desk/pairs/${all.ids.pair}`
    const seeking = async () => (await pool.query('select 1 from seeks_again')).rows.length
    expect((await post('coordinator', `/desk/pairs/${all.ids.otherPair}/seek`, { who: 'mentee' })).status).toBe(422)
    expect((await get('coordinator', path)).body).toContain('look for another mentor?')
    for (const _ of [1, 2])
      expect((await post('coordinator', `${path}/seek`, { who: 'mentee' })).location).toContain('done=back')
    expect(await seeking()).toBe(1)
    expect((await post('mentee of the pair', `${path}/seek`, { who: 'mentee' })).status).toBe(404)
    expect((await get('coordinator', path)).body).toContain('is on the waiting list since')
    expect((await get('coordinator', '/desk/waiting?season=women-2021')).status).toBeLessThan(500)
    const house = await actAs(all, 'coordinator')
    const run = await proposeMatch(house, { season: 'women-2021' })
    const { rows } = await pool.query('select id, email from person where id = any($1)', [
      [all.ids.mentee, all.ids.mentor],
    ])
    const mentee = rows.find((it) => it.id === all.ids.mentee)?.email
    const mentor = rows.find((it) => it.id === all.ids.mentor)?.email
    expect([...run.waitingList, ...run.pairs.map((it) => it.mentee)]).toContain(mentee)
    expect(run.pairs.some((it) => it.mentee === mentee && it.mentor === mentor)).toBe(false)
    expect((await post('coordinator', `${path}/seek`, { who: 'mentee', back: 'yes' })).location).toContain('done=stays')
    expect(await seeking()).toBe(0)
    const without = await proposeMatch(house, { season: 'women-2021' })
    expect([...without.waitingList, ...without.pairs.map((it) => it.mentee)]).not.toContain(mentee)
  })

  it('asks both by letter whether they would go on, once a day named, and agrees nothing for them', async () => {
    const { pool } = all.installation
    const path = `/desk/pairs/${all.ids.otherPair}`
    const letters = async () =>
      (await pool.query("select 1 from outbox_message where kind = 'pair-news' and subject like '%would you go on%'"))
        .rows.length
    expect((await post('coordinator', `${path}/extend`, { until: 'later' })).body).toContain('value="later"')
    expect((await post('coordinator', `${path}/extend`, { until: '2021-08-01' })).status).toBe(422)
    for (const _ of [1, 2])
      expect((await post('coordinator', `${path}/extend`, { until: '2022-01-31' })).location).toContain('done=asked')
    expect(await letters()).toBe(2)
    expect((await pool.query("select 1 from pair_request where kind = 'extension'")).rows).toEqual([])
    expect((await post('coordinator of another season', `${path}/extend`, { until: '2022-01-31' })).status).toBe(404)
  })
})
