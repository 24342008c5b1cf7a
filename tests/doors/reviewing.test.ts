import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { requestAs } from '../make/doors.ts'
import { freshInstallation } from '../make/installation.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

const NOT_CLEARED = 'mentee6@example.com'
/** One manages a mentee, one was a mentee’s mentor before, one applied as a mentee: a review of these is not theirs. */
const REVIEWERS = ['boss@example.com', 'past@example.com', 'mentee5@example.com', 'free@example.com']

describe('reviewers of a season', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let site: ReturnType<typeof makeSite>
  const callers = new Map<string, { headers: Record<string, string>; formToken: string }>()

  beforeAll(async () => {
    installation = await freshInstallation()
    const { pool } = installation
    const size = { mentors: 4, mentees: 6, announced: false, notCleared: [NOT_CLEARED] }
    await playSmallSeason(commandLineOf(installation), 'programs/women-2021.yaml', size)
    for (const table of ['pair', 'match_run', 'decision']) await pool.query(`delete from ${table}`)
    await pool.query("update hat set from_on = '2021-01-01'")
    await pool.query(
      `insert into person (organisation_id, id, email, name, kind, created_at)
        select o.id, gen_random_uuid(), e || '@example.com', e, 'directory', now() from organisation o, unnest(array['boss', 'past', 'free']) e`,
    )
    await pool.query(
      `insert into hat (organisation_id, id, person_id, hat, from_on)
        select organisation_id, gen_random_uuid(), id, 'reviewer', '2021-01-01' from person where email = any($1)`,
      [REVIEWERS],
    )
    await pool.query(
      `update directory_entry set manager_id = (select id from person where email = 'boss@example.com')
        where person_id = (select id from person where email = 'mentee1@example.com')`,
    )
    const of = (email: string) => `(select id from person where email = '${email}@example.com')`
    await pool.query(
      `insert into season (organisation_id, id, key, program, loaded_on, recorded_at)
        select organisation_id, gen_random_uuid(), 'before', program || '{"key": "before"}', '2020-01-01', '2020-01-01' from season`,
    )
    await pool.query(
      `insert into match_run (organisation_id, id, season_id, number, input_hash, seed, answer, happened_on, recorded_at)
        select organisation_id, id, id, 1, 'x', 1, '{}', '2020-01-02', '2020-01-02' from season where key = 'before'`,
    )
    await pool.query(
      `insert into pair (organisation_id, id, season_id, mentor_id, mentee_id, run_id, worth, reason, published_on, recorded_at)
        select organisation_id, id, id, ${of('past')}, ${of('mentee2')}, id, 1, '', '2020-01-02', '2020-01-02' from season where key = 'before'`,
    )
    site = makeSite({ ...installation, machineClock: { now: () => '2021-06-28T10:00:00.000Z' } })
    for (const email of ['coordinator@example.com', ...REVIEWERS]) {
      const { cookie, formToken } = await signInAs(installation, email, { stepped: true })
      callers.set(email.replace('@example.com', ''), { headers: { cookie }, formToken })
    }
  })

  const as = (who: string) => callers.get(who) ?? { headers: {}, formToken: '' }
  const get = (path: string, who = 'coordinator') => requestAs(site, as(who), 'GET', path, {})
  const post = (path: string, form: Record<string, string>, who = 'coordinator') =>
    requestAs(site, as(who), 'POST', path, form)
  const field = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
  const page = async (each = 2) => (await get(`/desk/reviewing?season=women-2021&each=${each}`)).body
  const given = async () =>
    (
      await installation.pool.query(
        `select r.email as reviewer, p.email as person, a.role from review_assignment s join application a on a.id = s.application_id
          join person p on p.id = a.person_id join person r on r.id = s.reviewer_id where s.excused_at is null`,
      )
    ).rows as { reviewer: string; person: string; role: string }[]
  const idOf = async (email: string) =>
    (
      await installation.pool.query(
        "select a.id from application a join person p on p.id = a.person_id where p.email = $1 and a.role = 'mentee'",
        [email],
      )
    ).rows[0].id as string
  const give = async (each = 2) =>
    post('/desk/reviewing', { season: 'women-2021', each: String(each), seen: field(await page(each), 'seen') })

  it('says before what giving out would do, and gives out just that, evenly and past every conflict', async () => {
    const before = await page()
    expect(before).toContain('No review is given out yet')
    expect(before).toContain('18 reviews would be given out')
    const answer = await give()
    expect((await get(answer.location)).body).toContain('18 reviews given out')
    const all = await given()
    expect(all).toHaveLength(18)
    const has = (reviewer: string, person: string) =>
      all.some((it) => it.reviewer === `${reviewer}@example.com` && it.person === `${person}@example.com`)
    expect(has('boss', 'mentee1')).toBe(false)
    expect(has('past', 'mentee2')).toBe(false)
    expect(all.some((it) => it.reviewer === 'mentee5@example.com' && it.role === 'mentee')).toBe(false)
    expect(all.some((it) => it.person === NOT_CLEARED)).toBe(false)
    const loads = REVIEWERS.map((one) => all.filter((it) => it.reviewer === one).length)
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
    const again = await give()
    expect(again.location).not.toContain('given=')
    expect(await given()).toHaveLength(18)
  })

  it('counts a coordinator’s own application nowhere for them: another gives it out', async () => {
    const { pool } = installation
    await pool.query(
      `insert into hat (organisation_id, id, person_id, hat, from_on)
        select organisation_id, gen_random_uuid(), id, 'coordinator', '2021-01-01' from person where email = 'mentor1@example.com'`,
    )
    const { cookie, formToken } = await signInAs(installation, 'mentor1@example.com', { stepped: true })
    callers.set('mentor1', { headers: { cookie }, formToken })
    const { body } = await get('/desk/reviewing?season=women-2021', 'mentor1')
    expect(body).toContain('0 of 16 reviews are in')
    expect(body).toContain('Nothing is missing: 8 applications have 2 reviewers each')
    await post('/desk/reviewing/back', { season: 'women-2021' }, 'mentor1')
    expect((await given()).map((it) => it.person)).toEqual(['mentor1@example.com', 'mentor1@example.com'])
    await post('/desk/reviewing/back', { season: 'women-2021' })
    await give()
  })

  it('is undone as it was done, and given out the same again', async () => {
    const before = await given()
    const shown = (await get('/desk/reviewing?season=women-2021')).body
    expect(shown).toContain('Take 18 back')
    expect((await post('/desk/reviewing/back', { season: 'women-2021' })).location).toContain('back=18')
    expect(await given()).toEqual([])
    await give()
    const key = (it: { reviewer: string; person: string; role: string }) => `${it.reviewer} ${it.person} ${it.role}`
    expect((await given()).map(key).toSorted()).toEqual(before.map(key).toSorted())
  })

  it('gives out once, however many coordinators press at the same time', async () => {
    await post('/desk/reviewing/back', { season: 'women-2021' })
    const seen = field(await page(), 'seen')
    const press = () => post('/desk/reviewing', { season: 'women-2021', each: '2', seen })
    const answers = await Promise.all([press(), press(), press()])
    expect(answers.map((it) => it.status).toSorted()).toEqual([303, 409, 409])
    expect(await given()).toHaveLength(18)
  })

  /** A reviewer and a mentee whose application was given to them and to somebody else. */
  const two = async (email = 'mentee3@example.com') => {
    const who = (await given()).filter((it) => it.person === email && it.role === 'mentee')
    return who.map((it) => it.reviewer.replace('@example.com', ''))
  }

  it('shows a reviewer what was given to them and what reviewers may read of it, and nothing else', async () => {
    const id = await idOf('mentee3@example.com')
    const [first = ''] = await two()
    const { body } = await get(`/reviews/${id}`, first)
    expect(body).toContain('What would you like to talk about?')
    expect(body).not.toContain('You identify as')
    expect(body).not.toContain('Finance')
    const theirs = await two()
    const away = REVIEWERS.map((it) => it.replace('@example.com', '')).find((it) => !theirs.includes(it))
    expect((await get(`/reviews/${id}`, away)).status).toBe(404)
    expect((await get(`/reviews/${await idOf(NOT_CLEARED)}`, first)).status).toBe(404)
    expect((await get(`/desk/applications/${id}`, first)).status).toBe(404)
    expect((await get('/reviews', 'coordinator')).status).toBe(404)
  })

  it('keeps what was entered where a score is missing, and takes the review when all are there', async () => {
    const id = await idOf('mentee3@example.com')
    const [first = ''] = await two()
    const half = await post(`/reviews/${id}`, { 'score-track': '2', note: 'Reads well.' }, first)
    expect(half.status).toBe(422)
    expect(half.body).toContain('Choose a score: Performance in the current role')
    expect(half.body).toMatch(/name="score-track" value="2" checked/)
    expect(half.body).toContain('Reads well.')
    const bad = await post(`/reviews/${id}`, { 'score-track': '9', 'score-performance': '4' }, first)
    expect(bad.status).toBe(422)
    const sent = { 'score-track': '2', 'score-performance': '4', note: 'Reads well.' }
    expect((await post(`/reviews/${id}`, sent, first)).status).toBe(303)
    expect((await get('/reviews', first)).body).toContain('sent')
  })

  it('shows no score while a review is out, then the mean and the spread, and the notes', async () => {
    const id = await idOf('mentee3@example.com')
    const [, second = ''] = await two()
    const open = (await get(`/desk/applications/${id}`)).body
    expect(open).toContain('Reviews in: 1 of 2.')
    expect(open).not.toContain('mean ')
    expect((await get(`/reviews/${id}`, second)).body).not.toContain('Reads well.')
    await post(`/reviews/${id}`, { 'score-track': '5', 'score-performance': '5' }, second)
    const closed = (await get(`/desk/applications/${id}`)).body
    expect(closed).toContain('mean 4.0, from 3.0 to 5.0 between reviewers')
    expect(closed).toContain('Reads well.')
    await post('/desk/selection/decide', { season: 'women-2021' })
    expect((await get('/desk/applications?season=women-2021&q=mentee3')).body).toContain('priority 4.0')
  })

  it('excuses whoever says they stand too near, and another gets it', async () => {
    const id = await idOf('mentee4@example.com')
    const [first = '', second = ''] = await two('mentee4@example.com')
    expect((await post(`/reviews/${id}/excuse`, {}, first)).location).toContain('done=excused')
    expect((await get('/reviews', first)).body).toContain('excused')
    expect((await post(`/reviews/${id}`, { 'score-track': '3', 'score-performance': '3' }, first)).status).toBe(422)
    await give()
    const now = await two('mentee4@example.com')
    expect(now).toHaveLength(2)
    expect(now).toContain(second)
    expect(now).not.toContain(first)
    await post(`/reviews/${id}/excuse`, { back: 'yes' }, first)
    expect((await get(`/reviews/${id}`, first)).body).toContain('Send my review')
  })

  it('a coordinator who is to review sees no score or note of others before theirs is in', async () => {
    const id = await idOf('mentee3@example.com')
    await installation.pool.query(
      `insert into review_assignment (organisation_id, application_id, reviewer_id, step_id, assigned_by, assigned_at)
        select a.organisation_id, a.id, p.id, a.id, p.id, now() from application a, person p where a.id = $1 and p.email = 'coordinator@example.com'`,
      [id],
    )
    const { body } = await get(`/desk/applications/${id}`)
    expect(body).toContain('You are to review it yourself')
    expect(body).not.toContain('Reads well.')
    expect((await get('/desk/applications?season=women-2021&q=mentee3')).body).not.toContain('priority 4.0')
    await installation.pool.query(
      "delete from review_assignment where reviewer_id = (select id from person where email = 'coordinator@example.com')",
    )
  })

  it('keeps a note beside an application, and only its author takes it away', async () => {
    const id = await idOf('mentee1@example.com')
    const empty = await post(`/desk/applications/${id}/notes`, { words: '  ' })
    expect(empty.status).toBe(422)
    expect((await post(`/desk/applications/${id}/notes`, { words: 'Knows finance.' })).status).toBe(303)
    const { body } = await get(`/desk/applications/${id}`)
    expect(body).toContain('Knows finance.')
    const theirs = field((await get(`/desk/applications/${await idOf('mentee3@example.com')}`)).body, 'note')
    expect(theirs).toBe('')
    await post(`/desk/applications/${id}/notes/drop`, { note: field(body, 'note') })
    expect((await get(`/desk/applications/${id}`)).body).not.toContain('Knows finance.')
    expect((await post(`/desk/applications/${await idOf(NOT_CLEARED)}/notes`, { words: 'X' })).status).toBe(404)
  })

  it('somebody who withdraws in between is nobody’s to review any more', async () => {
    const id = await idOf('mentee4@example.com')
    const [first = ''] = await two('mentee4@example.com')
    await installation.pool.query(
      "update application set superseded_by = id, withdrawn_at = '2021-06-28T09:00:00Z' where id = $1",
      [id],
    )
    expect((await post(`/reviews/${id}`, { 'score-track': '3', 'score-performance': '3' }, first)).status).toBe(404)
    expect((await get('/reviews', first)).body).not.toContain('mentee4')
  })

  it('nothing is changed once everybody has heard', async () => {
    await installation.pool.query("update decision set released_on = '2021-06-29'")
    const [first = ''] = await two()
    const id = await idOf('mentee3@example.com')
    expect((await get(`/reviews/${id}`, first)).body).toContain('Everybody has heard')
    expect((await post(`/reviews/${id}`, { 'score-track': '1', 'score-performance': '1' }, first)).status).toBe(422)
    expect(await page()).toContain('everybody has heard')
  })
})
