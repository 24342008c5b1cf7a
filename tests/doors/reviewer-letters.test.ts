import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { remindReviewers } from '../../src/journey/review/actions/tell-reviewers.ts'
import { asProgram, openHouse } from '../../src/runtime/open-context.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { requestAs } from '../make/doors.ts'
import { freshInstallation } from '../make/installation.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

const SEASON = { season: 'women-2021' }
const smtpUrl = 'smtp://nowhere.example:25'

describe('letters to reviewers', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let site: ReturnType<typeof makeSite>
  let coordinator: { headers: Record<string, string>; formToken: string }
  let now = '2021-06-18T10:00:00.000Z'

  beforeAll(async () => {
    const fresh = await freshInstallation({ smtpUrl, mailFrom: 'alongside@example.com' })
    installation = { ...fresh, machineClock: { now: () => now } }
    const { pool } = fresh
    const size = { mentors: 2, mentees: 4, announced: false, notCleared: ['mentee4@example.com'] }
    await playSmallSeason(commandLineOf(fresh), 'programs/women-2021.yaml', size)
    for (const table of ['pair', 'match_run', 'decision', 'review']) await pool.query(`delete from ${table}`)
    await pool.query("update season set loaded_on = '2021-05-01'")
    await pool.query("update hat set from_on = '2021-01-01'")
    await pool.query(
      `insert into person (organisation_id, id, email, name, kind, created_at)
        select o.id, ('00000000-0000-4000-8000-00000000000' || at)::uuid, e || '@example.com', e, 'directory', now()
          from organisation o, unnest(array['ann', 'ben']) with ordinality as named (e, at)`,
    )
    await pool.query(
      `insert into hat (organisation_id, id, person_id, hat, from_on)
        select organisation_id, gen_random_uuid(), id, 'reviewer', '2021-01-01' from person where name in ('ann', 'ben')`,
    )
    site = makeSite(installation)
    const { cookie, formToken } = await signInAs(fresh, 'coordinator@example.com', { stepped: true })
    coordinator = { headers: { cookie }, formToken }
  })
  beforeEach(async () => {
    now = '2021-06-18T10:00:00.000Z'
    for (const table of ['review', 'review_assignment', 'letter_choice']) await rows(`delete from ${table}`)
    await rows("delete from outbox_message where kind in ('reviews-given', 'reviews-due')")
  })

  const rows = async (sql: string) => (await installation.pool.query(sql)).rows
  const letters = (states = "'released'") =>
    rows(
      `select p.name, m.kind, m.state, m.subject, m.body from outbox_message m join person p on p.id = m.person_id
        where m.kind in ('reviews-given', 'reviews-due') and m.state in (${states}) order by p.name, m.kind`,
    )
  const post = (path: string, form: Record<string, string> = {}) =>
    requestAs(site, coordinator, 'POST', path, { ...SEASON, ...form })
  const give = async (each = '1') => {
    const { body } = await requestAs(site, coordinator, 'GET', `/desk/reviewing?season=women-2021&each=${each}`, {})
    const [, seen = ''] = /name="seen" value="([^"]*)"/.exec(body) ?? []
    return (await post('/desk/reviewing', { each, seen })).location
  }
  const remind = async () => {
    const house = await openHouse(installation)
    if (!house) throw new Error('There is no organisation.')
    return (await remindReviewers(asProgram(house, 'tick'))).written
  }

  it('tell each reviewer once how many applications wait, by when, and where their list is', async () => {
    await give()
    const found = await letters()
    expect(found.map((it) => [it.name, it.kind, it.subject])).toEqual([
      ['ann', 'reviews-given', "Women's Mentorship Program: 3 applications to review"],
      ['ben', 'reviews-given', "Women's Mentorship Program: 2 applications to review"],
    ])
    expect(found[0]?.body).toContain('3 applications wait for your review')
    expect(found[0]?.body).toContain('by Friday 25 June 2021')
    expect(found[0]?.body).toContain('/reviews?season=women-2021')
    expect(found.map((it) => it.body).join()).not.toMatch(/mentee\d|mentor\d/)
  })

  it('are one for all that waits: a later step takes the place of a letter that has not left', async () => {
    await give()
    await give('2')
    expect((await letters()).map((it) => it.subject.slice(-24))).toEqual([
      '5 applications to review',
      '5 applications to review',
    ])
    await rows("update outbox_message set state = 'sent' where kind = 'reviews-given' and state = 'released'")
    await post('/desk/reviewing/back')
    await give()
    expect(await letters("'sent', 'released'")).toHaveLength(4)
  })

  it('are taken back with what was given, and say anew what stays', async () => {
    await give()
    const step = new URL(await give('2'), 'http://x').searchParams.get('step') ?? ''
    await post('/desk/reviewing/back', { step })
    expect((await letters()).map((it) => it.subject.slice(-24))).toEqual([
      '3 applications to review',
      '2 applications to review',
    ])
    await post('/desk/reviewing/back')
    expect(await letters()).toEqual([])
  })

  it('stay on the page of whoever switched them off, and leave by their own switch', async () => {
    await rows(
      `insert into letter_choice (organisation_id, person_id, page_only, changed_at)
        select organisation_id, id, '{reviews}', now() from person where name = 'ann'`,
    )
    await give()
    expect((await letters("'page', 'released'")).map((it) => [it.name, it.state])).toEqual([
      ['ann', 'page'],
      ['ben', 'released'],
    ])
  })

  it('remind once, from three days before the day, whoever has something open', async () => {
    await give()
    now = '2021-06-21T10:00:00.000Z'
    expect(await remind()).toBe(0)
    await rows(
      `insert into review (organisation_id, id, application_id, reviewer_id, scores, happened_on, recorded_at)
        select s.organisation_id, gen_random_uuid(), s.application_id, s.reviewer_id, '{}', '2021-06-20', now()
        from review_assignment s join person p on p.id = s.reviewer_id where p.name = 'ben'`,
    )
    now = '2021-06-22T10:00:00.000Z'
    expect([await remind(), await remind()]).toEqual([1, 0])
    const [one] = (await letters()).filter((it) => it.kind === 'reviews-due')
    expect(one?.name).toBe('ann')
    expect(one?.body).toContain('3 reviews of yours are still open')
    now = '2021-06-24T10:00:00.000Z'
    expect(await remind()).toBe(0)
  })

  it('come with a line on the desk as the day nears, until all are in', async () => {
    const desk = async () => (await requestAs(site, coordinator, 'GET', '/desk', {})).body
    expect(await desk()).not.toContain('Some reviews are still out')
    await give()
    expect(await desk()).toContain('Some reviews are still out')
    await rows(
      `insert into review (organisation_id, id, application_id, reviewer_id, scores, happened_on, recorded_at)
        select organisation_id, gen_random_uuid(), application_id, reviewer_id, '{}', '2021-06-20', now() from review_assignment`,
    )
    expect(await desk()).not.toContain('Some reviews are still out')
  })

  it('remind of nothing that does not proceed', async () => {
    await give()
    await rows(
      'update clearance set cleared = false where application_id in (select application_id from review_assignment)',
    )
    now = '2021-06-22T10:00:00.000Z'
    expect(await remind()).toBe(0)
    await rows(
      'update clearance set cleared = true where application_id in (select application_id from review_assignment)',
    )
  })
})
