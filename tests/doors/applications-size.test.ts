import { beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/database.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { requestAs } from '../make/doors.ts'
import { freshInstallation } from '../make/installation.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

const MANY = 5000
/** Of one page, with those that begin and end its transactions, who is there, and the audit. */
const MOST_QUERIES = 16

describe('a season of five thousand applications', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let site: ReturnType<typeof makeSite>
  let caller: { headers: Record<string, string>; formToken: string }
  let queries = 0
  const SEASON = 'season=women-2021'

  beforeAll(async () => {
    installation = await freshInstallation()
    await playSmallSeason(commandLineOf(installation), 'programs/women-2021.yaml', {
      mentors: 4,
      mentees: 6,
      announced: false,
    })
    for (const table of ['pair', 'match_run']) await installation.pool.query(`delete from ${table}`)
    await installation.pool.query("update hat set from_on = '2021-01-01'")
    await installation.pool.query(
      `with r as (insert into person (organisation_id, id, email, name, kind, created_at)
          select id, gen_random_uuid(), 'reviewer' || n || '@example.com', 'Reviewer ' || n, 'directory', now()
          from organisation, generate_series(1, 12) n returning organisation_id, id)
        insert into hat (organisation_id, id, person_id, hat, from_on)
        select organisation_id, gen_random_uuid(), id, 'reviewer', '2021-01-01' from r`,
    )
    const db = openStore(installation.pool, () => {
      queries += 1
    })
    site = makeSite({ ...installation, db, machineClock: { now: () => '2021-06-28T10:00:00.000Z' } })
    const { cookie, formToken } = await signInAs(installation, 'coordinator@example.com', { stepped: true })
    caller = { headers: { cookie }, formToken }
  })

  /** How many queries each page takes. */
  async function pages() {
    const { rows } = await installation.pool.query(
      "select id from application where role = 'mentee' order by submitted_at limit 1",
    )
    const counted: Record<string, number> = {}
    const asked: readonly (readonly [string, string, Record<string, string>])[] = [
      ['GET', `/desk/applications?${SEASON}`, {}],
      ['GET', `/desk/applications?${SEASON}&page=2&q=mentee&sort=name`, {}],
      ['GET', `/desk/applications.csv?${SEASON}`, {}],
      ['GET', `/desk/applications/${rows[0].id}?${SEASON}`, {}],
      ['GET', `/desk/funnel?${SEASON}`, {}],
      ['GET', `/desk/waiting-list?${SEASON}`, {}],
      ['GET', `/desk/reviewing?${SEASON}`, {}],
      ['POST', '/desk/applications/preview', { season: 'women-2021', outcome: 'reserve', which: 'found', at: SEASON }],
    ]
    for (const [method, path, form] of asked) {
      queries = 0
      const { status } = await requestAs(site, caller, method, path, form)
      expect(status, path).toBe(200)
      counted[path] = queries
    }
    return counted
  }

  it('takes as many queries a page as one of ten, decides all at once, and undoes it', async () => {
    await pages()
    const small = await pages()
    await fill()
    expect(await pages()).toEqual(small)
    for (const [path, many] of Object.entries(small)) expect(many, path).toBeLessThanOrEqual(MOST_QUERIES)
    const shown = await requestAs(site, caller, 'POST', '/desk/applications/preview', {
      season: 'women-2021',
      outcome: 'declined',
      which: 'found',
      at: `${SEASON}&role=mentee`,
    })
    expect(shown.body).toContain('5006 applications would be declined')
    const seen = /name="seen" value="([^"]*)"/.exec(shown.body)?.[1] ?? ''
    const form = { season: 'women-2021', outcome: 'declined', seen, at: `${SEASON}&role=mentee` }
    const done = await requestAs(site, caller, 'POST', '/desk/applications/decide', form)
    const step = new URLSearchParams(done.location.split('?')[1]).get('step') ?? ''
    expect((await requestAs(site, caller, 'POST', '/desk/applications/undo', { step })).location).toContain(
      'undone=5006-5006',
    )
  }, 120_000)

  it('gives out ten thousand reviews evenly at once', async () => {
    const page = (await requestAs(site, caller, 'GET', `/desk/reviewing?${SEASON}`, {})).body
    expect(page).toContain('10020 reviews would be given out. Each reviewer would have 835, and gets one letter')
    const seen = /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? ''
    const form = { season: 'women-2021', each: '2', seen }
    expect((await requestAs(site, caller, 'POST', '/desk/reviewing', form)).location).toContain('given=10020')
    const { rows } = await installation.pool.query(
      'select count(*)::int as many from review_assignment group by reviewer_id',
    )
    expect(rows.map((it) => it.many)).toEqual(Array(12).fill(835))
  })

  async function fill() {
    const { pool } = installation
    const { rows } = await pool.query('select organisation_id, season_id from application limit 1')
    const { organisation_id: organisation, season_id: season } = rows[0]
    await pool.query(
      `insert into person (organisation_id, id, email, name, kind, created_at)
        select $1, gen_random_uuid(), 'many' || n || '@example.com', 'Many ' || n, 'directory', now() from generate_series(1, $2::int) n`,
      [organisation, MANY],
    )
    const many = "person where organisation_id = $1 and email like 'many%'"
    await pool.query(
      `insert into directory_entry (organisation_id, id, person_id, from_on, division, started_on, recorded_at)
        select $1, gen_random_uuid(), id, '0001-01-01', 'Division ' || length(name), '2015-01-01', now() from ${many}`,
      [organisation],
    )
    await pool.query(
      `insert into application (organisation_id, id, season_id, person_id, role, submitted_at, submitted_on, late, commits, trainings,
          identity, certificate, topics, recorded_at)
        select $1, gen_random_uuid(), $2, id, 'mentee', '2021-06-10T09:00:00Z', '2021-06-10', false, true, true, true, true, '{}', now() from ${many}`,
      [organisation, season],
    )
    await pool.query(
      `insert into clearance (organisation_id, application_id, cleared, decided_on, recorded_at)
        select organisation_id, id, true, '2021-06-24', now() from application on conflict do nothing`,
    )
    await pool.query(
      `insert into decision (organisation_id, application_id, outcome, decided_on, recorded_at)
        select organisation_id, id, 'pool', '2021-06-25', now() from application on conflict do nothing`,
    )
    await pool.query('analyze')
  }
})
