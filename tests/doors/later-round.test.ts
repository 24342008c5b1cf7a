import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { announcedSoFar, toldIn } from '../../src/store/who-hears.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { requestAs } from '../make/doors.ts'
import { freshInstallation } from '../make/installation.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'alongside-later-round-'))
const HEADER =
  'submitted_at,email,role,commits_for_whole_program,attends_live_trainings,identifies_with_program,manager_informed,can_complete_certificate,topics,capacity'
const LATE = ['lea', 'lin', 'lou', 'lux', 'lyn']
const SEASON = { season: 'women-2021' }

describe('a round of letters', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let site: ReturnType<typeof makeSite>
  let run: ReturnType<typeof commandLineOf>
  let caller: { headers: Record<string, string>; formToken: string }

  beforeAll(async () => {
    installation = await freshInstallation()
    run = commandLineOf(installation)
    const notCleared = ['mentee5@example.com']
    await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: 3, mentees: 5, announced: false, notCleared })
    const people = LATE.map((name) => `${name},${name}@example.com,Sales,Sales team,2015-01-01`)
    await run('people', 'import', sheet('people.csv', ['name,email,division,department,start_date', ...people]))
    const late = LATE.slice(0, 3).map(application)
    await run('apply', 'import', sheet('late.csv', [HEADER, ...late]))
    await installation.pool.query("update hat set from_on = '2021-01-01'")
    site = makeSite({ ...installation, machineClock: { now: () => '2021-06-29T10:00:00.000Z' } })
    const { cookie, formToken } = await signInAs(installation, 'coordinator@example.com', { stepped: true })
    caller = { headers: { cookie }, formToken }
  })

  const sheet = (name: string, lines: readonly string[]) => {
    writeFileSync(join(FOLDER, name), `${lines.join('\n')}\n`)
    return join(FOLDER, name)
  }
  const application = (name: string) => `2021-06-25T09:00:00Z,${name}@example.com,mentor,yes,yes,yes,yes,yes,coaching,1`
  const letters = async () => (await requestAs(site, caller, 'GET', '/desk/letters?season=women-2021', {})).body
  const selecting = async () => (await requestAs(site, caller, 'GET', '/desk/selection?season=women-2021', {})).body
  const putBack = (row: Readonly<Record<string, unknown>>) =>
    installation.pool.query('insert into pair select * from jsonb_populate_record(null::pair, $1)', [
      JSON.stringify(row),
    ])
  const release = () => requestAs(site, caller, 'POST', '/desk/letters/release', { ...SEASON, sure: 'yes' })
  const counted = async (today: string) => {
    const { rows } = await installation.pool.query('select organisation_id as "organisationId", id from season')
    const tx = installation.db as unknown as Parameters<typeof announcedSoFar>[0]
    const { organisationId, id } = rows[0]
    const { waiting } = await announcedSoFar(tx, organisationId, id, { day: '2021-07-10', today })
    return { waits: waiting > 0, told: (await toldIn(tx, organisationId, id, today)).size }
  }
  const told = async () => {
    const { rows } = await installation.pool.query(
      `select p.name from outbox_message m join person p on p.id = m.person_id
        where m.kind = 'no-place' and m.state <> 'draft' order by 1`,
    )
    return rows.map((it) => it.name)
  }

  it('is nobody’s before a match is published: until then nobody is without a place', async () => {
    await installation.pool.query('update match_run set published_on = null')
    const { rows } = await installation.pool.query('delete from pair returning *')
    const page = await letters()
    expect(page).toContain('No match is published yet')
    // They may well be decided: that there is no match is all that keeps the letters.
    expect(page).not.toContain('Nothing is decided yet')
    expect(await selecting()).not.toContain('to be read')
    const refused = await release()
    expect([refused.status, refused.body.includes('Publish a run first')]).toEqual([409, true])
    expect(await told()).toEqual([])
    for (const it of rows) await putBack(it)
    await installation.pool.query("update match_run set published_on = '2021-06-29'")
  })

  it('is theirs too who were decided and are not cleared any more before everybody hears', async () => {
    const waiting =
      "(select a.id from application a join person p on p.id = a.person_id where p.email = 'mentee4@example.com')"
    const { rows } = await installation.pool.query(`delete from decision where application_id = ${waiting} returning *`)
    expect(rows).toHaveLength(1)
    await installation.pool.query(
      `update clearance set cleared = false, recorded_at = now() where application_id = ${waiting}`,
    )
    expect(await letters()).toContain('2 people are told that there is no place')
  })

  it('tells nobody “no place” about whom nothing is decided, and says how many are left for a later one', async () => {
    expect(await letters()).toContain('Nothing is decided yet about 3 people who applied')
    await release()
    expect(await told()).toEqual(['mentee4', 'mentee5'])
    const after = await letters()
    expect(after).toContain('No letter waits')
    expect(after).toContain('Nothing is decided yet about 3 people who applied')
  })

  it('is not the sooner theirs whom the people team does not clear: they hear with those who applied late too', async () => {
    await run('review', 'clear', sheet('not-cleared.csv', ['email', 'lin@example.com']), '--on', '2021-06-29')
    expect(await letters()).toContain('Nothing is decided yet about 3 people who applied')
    await run('review', 'decide', '--on', '2021-06-29')
    expect(await letters()).toContain('Nothing is decided yet about 3 people who applied')
    expect(await selecting()).not.toContain('to be read')
    await run('review', 'decide', '--late', '--on', '2021-06-29')
    const decided = await letters()
    expect(decided).not.toContain('Nothing is decided yet')
    expect(decided).toContain('3 people are told that there is no place')
    expect(await selecting()).toContain('3 letters wait to be read')
    // Six days after they were decided, whatever day it is when the desk is opened.
    await installation.pool.query(
      "update audit set on_day = '2021-07-20' where action = 'review.decideApplications' and about = 'late'",
    )
    const desk = await requestAs(site, caller, 'GET', '/desk', {})
    expect(desk.body.replace(/<[^>]+>/g, ' ')).toMatch(/by 26 July\s+3 letters are to be read/)
    await release()
    expect(await told()).toEqual(['lea', 'lin', 'lou', 'mentee4', 'mentee5'])
  })

  it('is one of its own for whoever applies after that, cleared or not', async () => {
    await run('apply', 'import', sheet('later.csv', [HEADER, application('lux')]))
    await run('review', 'clear', sheet('not-cleared.csv', ['email', 'lux@example.com']), '--on', '2021-06-29')
    expect(await letters()).toContain('Nothing is decided yet about 1 person who applied')
    await run('review', 'decide', '--late', '--on', '2021-06-29')
    expect(await letters()).toContain('1 person is told that there is no place')
  })
  it('is not theirs whom the people team had not answered for when the others were decided', async () => {
    await run('apply', 'import', sheet('latest.csv', [HEADER, application('lyn')]))
    await run('review', 'decide', '--late', '--on', '2021-06-29')
    await run('review', 'clear', sheet('not-cleared.csv', ['email']), '--on', '2021-06-29')
    expect(await letters()).toContain('Nothing is decided yet about 1 person who applied')
    await run('review', 'decide', '--late', '--on', '2021-06-29')
    expect(await letters()).toContain('2 people are told that there is no place')
    expect(await selecting()).toContain('2 letters wait to be read')
  })

  it('is taken back before its moment in a season that was closed meanwhile, too', async () => {
    const moment = { ...SEASON, on: '2021-06-30', time: '09:00', sure: 'yes' }
    expect((await requestAs(site, caller, 'POST', '/desk/letters/moment', moment)).status).toBe(303)
    await installation.pool.query(
      `insert into season_closing (organisation_id, id, season_id, closed_on, closed_by, closed_at)
        select organisation_id, gen_random_uuid(), (select id from season), '2021-06-29', id, now() from person
        where email = 'coordinator@example.com'`,
    )
    const page = await letters()
    expect(page).not.toContain('at that moment</button>')
    expect(page).toContain('Take the moment back</button>')
    const [, was = ''] = /name="was" value="([^"]+)"/.exec(page) ?? []
    await requestAs(site, caller, 'POST', '/desk/letters/moment/withdraw', { ...SEASON, was })
    expect(await letters()).toContain('2 letters wait to be read')
    await installation.pool.query('delete from season_closing')
  })

  it('is over after a year, when nobody knows any more who has heard: nobody hears twice', async () => {
    const { rows } = await installation.pool.query(
      "delete from outbox_message where kind in ('pair', 'no-place') returning *",
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(await letters()).not.toContain('No letter waits')
    // Rows are on record by the machine’s own clock.
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    expect(await counted(inDays(364))).toEqual({ waits: true, told: 0 })
    const after = await counted(inDays(367))
    expect(after.waits).toBe(false)
    expect(after.told).toBeGreaterThan(0)
    await installation.pool.query(
      'insert into outbox_message select * from jsonb_populate_recordset(null::outbox_message, $1)',
      [JSON.stringify(rows)],
    )
  })

  it('counts nobody for a later one who has heard, once it is forgotten who was cleared', async () => {
    await release()
    await installation.pool.query('delete from clearance')
    expect(await letters()).not.toContain('Nothing is decided yet')
  })
})
