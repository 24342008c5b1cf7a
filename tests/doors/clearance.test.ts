import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { requestAs } from '../make/doors.ts'
import { freshInstallation } from '../make/installation.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

const ANSWER = /name="person" value="([^"]+)"\/?><input type="hidden" name="seen" value="([^"]+)"/

describe('the people team says who is cleared, by name', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let site: ReturnType<typeof makeSite>
  let team: { headers: Record<string, string>; formToken: string }

  beforeAll(async () => {
    installation = await freshInstallation()
    const run = commandLineOf(installation)
    await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: 4, mentees: 6, announced: false })
    const { pool } = installation
    for (const table of ['pair', 'match_run', 'decision', 'clearance']) await pool.query(`delete from ${table}`)
    await pool.query("update hat set from_on = '2021-01-01'")
    site = makeSite({ ...installation, machineClock: { now: () => '2021-06-28T10:00:00.000Z' } })
    await pool.query(
      "insert into person (organisation_id, id, email, name, kind, created_at) select id, gen_random_uuid(), 'team@example.com', 'Tem Moreno', 'guest', now() from organisation",
    )
    await pool.query(
      "insert into hat (organisation_id, id, person_id, hat, from_on) select organisation_id, gen_random_uuid(), id, 'people-team', '2021-01-01' from person where email = 'team@example.com'",
    )
    team = await callerOf('team@example.com')
  })

  const callerOf = async (email: string) => {
    const { cookie, formToken } = await signInAs(installation, email, { stepped: true })
    return { headers: { cookie }, formToken }
  }
  const get = (query = '') => requestAs(site, team, 'GET', `/clearance?season=women-2021${query}`, {})
  const say = (form: Record<string, string>) =>
    requestAs(site, team, 'POST', '/clearance', { season: 'women-2021', ...form })
  const lineOf = async (name: string) => {
    const [, person = '', seen = ''] = ANSWER.exec((await get(`&q=${name}`)).body) ?? []
    return { person, seen }
  }
  const bits = async (email: string) =>
    (
      await installation.pool.query(
        `select c.cleared, c.decided_on::text as on, b.email as by from clearance c join application a on a.id = c.application_id
         join person p on p.id = a.person_id left join person b on b.id = c.decided_by where p.email = $1`,
        [email],
      )
    ).rows
  const outcomes = async () =>
    (
      await installation.pool.query(
        'select p.email, d.outcome from decision d join application a on a.id = d.application_id join person p on p.id = a.person_id order by p.email',
      )
    ).rows.map((it) => `${it.email} ${it.outcome}`)

  it('lists names and nothing that anybody wrote, and finds one by part of a name', async () => {
    const { body } = await get()
    expect(body).toContain('10 people wait for your answer')
    for (const word of ['coaching', 'Finance', '@example.com', 'mentee of', '2021-06']) expect(body).not.toContain(word)
    const one = (await get('&q=mentor3')).body
    expect(one).toContain('mentor3')
    expect(one).not.toContain('mentor2')
    expect((await get('&q=nobody')).body).toContain('No name fits')
  })

  it('says it once for everything somebody has, with who said it and when, and takes it back', async () => {
    const mentee1 = await lineOf('mentee1')
    const done = await say({ ...mentee1, say: 'not-cleared' })
    expect(done.status).toBe(200)
    expect(done.body).toContain('mentee1: not cleared')
    expect(await bits('mentee1@example.com')).toEqual([{ cleared: false, on: '2021-06-28', by: 'team@example.com' }])
    expect((await get('&standing=not-cleared')).body).toContain('not cleared, by Tem Moreno on')
    const [, person = '', seen = ''] = ANSWER.exec(done.body) ?? []
    expect((await say({ person, seen, say: 'open' })).body).toContain('mentee1: not answered yet')
    expect(await bits('mentee1@example.com')).toEqual([])
  })

  it('does not overwrite what a colleague answered since the page was opened, and says who and when', async () => {
    const mentee2 = await lineOf('mentee2')
    await say({ ...mentee2, say: 'cleared' })
    const late = await say({ ...mentee2, say: 'not-cleared' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('mentee2 was answered for since you opened this page: cleared, by Tem Moreno')
    expect((await bits('mentee2@example.com')).map((it) => it.cleared)).toEqual([true])
  })

  it('of two who answer at the same instant one is taken', async () => {
    const mentee3 = await lineOf('mentee3')
    const both = await Promise.all(['cleared', 'not-cleared'].map((it) => say({ ...mentee3, say: it })))
    expect(both.map((it) => it.status).toSorted()).toEqual([200, 409])
  })

  it('nobody answers for themself, neither on the page nor by a sheet of their own', async () => {
    const { pool } = installation
    await pool.query(
      "update hat set person_id = (select id from person where email = 'mentor4@example.com') where hat = 'people-team' and person_id = (select id from person where email = 'team@example.com')",
    )
    const mentor4 = await callerOf('mentor4@example.com')
    const id = (await pool.query("select id from person where email = 'mentor4@example.com'")).rows[0].id
    const page = await requestAs(site, mentor4, 'GET', '/clearance', {})
    expect(page.body).toContain('You applied yourself')
    expect(page.body).not.toContain(id)
    const own = await requestAs(site, mentor4, 'POST', '/clearance', {
      season: 'women-2021',
      person: id,
      say: 'cleared',
      seen: 'x',
    })
    expect(own.status).toBe(404)
    expect(await bits('mentor4@example.com')).toEqual([])
    await pool.query(
      "update hat set person_id = (select id from person where email = 'team@example.com') where hat = 'people-team' and person_id = $1",
      [id],
    )
  })

  it('keeps on the list whoever took their application back: that they are gone from it would tell', async () => {
    await installation.pool.query(
      "update application set superseded_by = id, withdrawn_at = '2021-06-20' where person_id = (select id from person where email = 'mentee6@example.com')",
    )
    expect((await get('&q=mentee6')).body).toContain('not answered yet')
    expect((await say({ ...(await lineOf('mentee6')), say: 'cleared' })).body).toContain('mentee6: cleared')
  })

  it('moves a decision that is pending, by the program’s own rules, and back', async () => {
    const run = commandLineOf(installation)
    for (const name of ['mentor1', 'mentor2', 'mentor3', 'mentor4', 'mentee1', 'mentee4', 'mentee5'])
      await say({ ...(await lineOf(name)), say: 'cleared' })
    await run('review', 'decide', '--on', '2021-06-28')
    const before = await outcomes()
    expect(before).toContain('mentee4@example.com pool')
    await say({ ...(await lineOf('mentee4')), say: 'not-cleared' })
    expect(await outcomes()).not.toContain('mentee4@example.com pool')
    await say({ ...(await lineOf('mentee4')), say: 'cleared' })
    expect(await outcomes()).toEqual(before)
  })

  it('after everyone has heard it moves nobody, and keeps from a new seat', async () => {
    const run = commandLineOf(installation)
    await run('match', 'propose', '--on', '2021-06-28')
    await run('match', 'publish', '--on', '2021-06-28')
    await run('announce', 'release', '--on', '2021-06-28')
    const pairs = async () => (await installation.pool.query('select count(*)::int as many from pair')).rows[0].many
    const before = { pairs: await pairs(), outcomes: await outcomes() }
    await say({ ...(await lineOf('mentee5')), say: 'not-cleared' })
    await say({ ...(await lineOf('mentor1')), say: 'not-cleared' })
    expect({ pairs: await pairs(), outcomes: await outcomes() }).toEqual(before)
    await run('match', 'propose', '--on', '2021-06-29')
    await run('match', 'publish', '--on', '2021-06-29')
    expect(await pairs()).toBe(before.pairs)
  })

  it('pages the names, and shows the address only where two have the same', async () => {
    const { pool } = installation
    await pool.query(
      `insert into person (organisation_id, id, email, name, kind, created_at) select o.id, gen_random_uuid(), 'p' || n || '@example.org',
        case when n < 3 then 'Same Name' else 'Person ' || n end, 'directory', now() from organisation o, generate_series(1, 60) n`,
    )
    await pool.query(
      `insert into application (organisation_id, id, season_id, person_id, role, submitted_at, submitted_on, late, topics, recorded_at)
        select p.organisation_id, gen_random_uuid(), s.id, p.id, 'mentee', now(), '2021-06-10', false, '{}', now()
        from person p, season s where p.email like '%@example.org'`,
    )
    expect((await get()).body).toContain('Page 1 of 2')
    const same = (await get('&q=same')).body
    expect(same).toContain('p1@example.org')
    expect((await get('&page=2')).body).not.toContain('p9@example.org')
  })
})
