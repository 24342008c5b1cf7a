import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { exitFor } from '../../src/cli/exit.ts'
import { doWhatIsDue } from '../../src/jobs/tick.ts'
import type { Hat } from '../../src/model/hats.ts'
import { stoppedClock } from '../../src/runtime/clock.ts'
import { newId } from '../../src/runtime/new-id.ts'
import { openHouse } from '../../src/runtime/open-context.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { mailServer } from '../make/mail-server.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

const DURING = '2021-08-15'
/** The season of the program runs then. */
const CLOCK = stoppedClock(`${DURING}T12:00:00.000Z`)
const MOST_MS = 5000

/** A season of five pairs in August 2021, with the people around it. */
async function season(smtpUrl: string | null = null) {
  const installation = { ...(await freshInstallation({ smtpUrl })), machineClock: CLOCK }
  const run = commandLineOf(installation)
  await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: 5, mentees: 5 })
  const { pool } = installation
  const site = makeSite(installation)
  const give = (email: string, hat: Hat, seasonId: string | null = null) =>
    pool.query(
      `insert into hat (organisation_id, id, person_id, season_id, hat, from_on)
       select organisation_id, $1, id, $2, $3, '2021-01-01' from person where email = $4`,
      [newId(), seasonId, hat, email],
    )
  const one = async (statement: string, ...values: unknown[]) => (await pool.query(statement, values)).rows[0] ?? {}
  const sheet = (content: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'alongside-leavers-')), 'people.csv')
    writeFileSync(path, content)
    return path
  }
  const json = async (...words: string[]) => JSON.parse((await run(...words, '--json'))[0] ?? '')
  const pairs = (
    await pool.query(
      `select p.id, p.season_id, a.email as mentor, b.email as mentee from pair p join person a on a.id = p.mentor_id
       join person b on b.id = p.mentee_id order by b.email`,
    )
  ).rows
  return { installation, pool, run, json, site, give, one, sheet, pairs }
}
type Season = Awaited<ReturnType<typeof season>>

const exitOf = async (work: Promise<unknown>) =>
  exitFor(
    await work.then(
      () => null,
      (thrown: unknown) => thrown,
    ),
  )

describe('a leaver loses every way in, however it is said that they left', () => {
  let it_: Season
  const WAYS: readonly (readonly [string, (email: string) => Promise<unknown>])[] = [
    ['the command', (email) => it_.run('people', 'leave', email)],
    [
      'a day in a spreadsheet',
      (email) => it_.run('people', 'import', it_.sheet(`name,email,left_on\nGone,${email},2021-08-15\n`)),
    ],
    ['not being in the whole directory', (email) => wholeWithout(email)],
    ['the button of an owner', (email) => byButton(email)],
  ]

  beforeAll(async () => {
    it_ = await season()
  })

  async function wholeWithout(email: string) {
    const { rows } = await it_.pool.query(
      "select name, email from person where kind = 'directory' and left_on is null and email <> $1",
      [email],
    )
    await it_.run(
      'people',
      'import',
      it_.sheet(['name,email', ...rows.map((row) => `${row.name},${row.email}`)].join('\n')),
      '--whole',
    )
  }

  async function byButton(email: string) {
    const owner = await signInAs(it_.installation, 'coordinator@example.com', { stepped: true })
    const { id } = await it_.one('select id from person where email = $1', email)
    const asked = await it_.site.request(`/people/${id}/leave`, { headers: { cookie: owner.cookie } })
    expect(await asked.text()).toContain('Yes, they have left')
    const answer = await it_.site.request(`/people/${id}/leave`, {
      method: 'POST',
      body: new URLSearchParams({ token: owner.formToken }),
      headers: { cookie: owner.cookie, origin: 'http://localhost' },
    })
    expect(answer.headers.get('location')).toBe(`/people/${id}?done=left`)
  }

  for (const [at, [way, end]] of WAYS.entries())
    it(`${way}: sign-in, token, link, hats and letters end within five seconds`, async () => {
      const { pool, site, one } = it_
      const email = `leaver${at}@example.com`
      await it_.run('people', 'import', it_.sheet(`name,email\nLeaver,${email}\n`))
      await it_.give(email, 'coordinator')
      const { cookie } = await signInAs(it_.installation, email, { stepped: true })
      const { token } = await it_.json('office', 'token', '--as', email)
      const { id, organisation_id } = await one('select id, organisation_id from person where email = $1', email)
      await pool.query(
        `insert into sign_in_link (organisation_id, id, person_id, hash, goes_to, made_at, until_at) values ($1, $2, $3, $6, '/', $4, $5)`,
        [organisation_id, newId(), id, CLOCK.now(), '2021-08-15T12:15:00Z', newId()],
      )
      await pool.query(
        `insert into outbox_message (organisation_id, id, person_id, kind, about, subject, body, state, drafted_on, recorded_at)
         values ($1, $2, $3, 'test', 'waiting', 's', 'b', 'released', $4::date, $4::date)`,
        [organisation_id, newId(), id, DURING],
      )
      const page = () => site.request('/people', { headers: { cookie } })
      const api = () => site.request('/api/v1/people/left-alone', { headers: { authorization: `Bearer ${token}` } })
      expect([(await page()).status, (await api()).status]).toEqual([200, 200])
      const before = performance.now()
      await end(email)
      expect((await page()).headers.get('location')).toMatch(/^\/sign-in\?/)
      expect((await api()).status).toBe(404)
      expect(performance.now() - before).toBeLessThan(MOST_MS)
      const left = await one(
        `select (select left_on::text from person where id = $1) as on_day,
           (select count(*)::int from sign_in where person_id = $1 and ended_at is null) as sign_ins,
           (select count(*)::int from api_token where person_id = $1 and revoked_at is null) as tokens,
           (select count(*)::int from sign_in_link where person_id = $1 and until_at > $2) as links,
           (select count(*)::int from hat where person_id = $1 and (until_on is null or until_on >= $3)) as hats,
           (select string_agg(state || ': ' || problem, ', ') from outbox_message where person_id = $1) as letters`,
        id,
        CLOCK.now(),
        DURING,
      )
      expect(left).toEqual({
        on_day: DURING,
        sign_ins: 0,
        tokens: 0,
        links: 0,
        hats: 0,
        letters: 'withdrawn: has left',
      })
    })

  it('whose day is still to come keeps every way in until it has come, and then loses it by itself', async () => {
    const email = 'later@example.com'
    await it_.run('people', 'import', it_.sheet(`name,email,left_on\nLater,${email},2021-08-20\n`))
    await it_.give(email, 'coordinator')
    const { cookie } = await signInAs(it_.installation, email, { stepped: true })
    const asks = async (installation: Season['installation']) =>
      (await makeSite(installation).request('/people', { headers: { cookie } })).status
    const on = (day: string) => ({ ...it_.installation, machineClock: stoppedClock(`${day}T08:00:00.000Z`) })
    expect(await asks(it_.installation)).toBe(200)
    expect(await asks(on('2021-08-20'))).toBe(303)
    const house = await openHouse(on('2021-08-20'))
    if (!house) throw new Error('no organisation')
    await doWhatIsDue(house)
    const { hats } = await it_.one(
      "select count(*)::int as hats from hat h join person p on p.id = h.person_id where p.email = $1 and (h.until_on is null or h.until_on >= '2021-08-20')",
      email,
    )
    expect(hats).toBe(0)
    const lines = "select count(*)::int as many from audit where action = 'people.finishLeaving'"
    const { many } = await it_.one(lines)
    await doWhatIsDue(house)
    expect(await it_.one(lines)).toEqual({ many })
  })

  it('can be taken back by an owner, and by nobody else', async () => {
    await it_.run('people', 'import', it_.sheet('name,email\nBack,back@example.com\nOther,other@example.com\n'))
    await it_.give('other@example.com', 'coordinator')
    await it_.run('people', 'leave', 'back@example.com')
    expect(await exitOf(it_.run('people', 'leave', 'back@example.com'))).toMatchObject({ code: 5 })
    for (const verb of ['leave', 'return'])
      expect(await exitOf(it_.run('people', verb, 'back@example.com', '--as', 'other@example.com'))).toMatchObject({
        code: 4,
      })
    expect(await it_.json('people', 'return', 'back@example.com')).toEqual({
      email: 'back@example.com',
      returned: true,
    })
    expect(await it_.one("select left_on from person where email = 'back@example.com'")).toEqual({ left_on: null })
    expect(await exitOf(it_.run('people', 'leave', 'nobody@example.com'))).toMatchObject({ code: 3 })
    expect(await exitOf(it_.run('people', 'leave'))).toMatchObject({ code: 2 })
  })

  it('of two owners who mark each other at once one stays', async () => {
    await it_.run('people', 'import', it_.sheet('name,email\nTwo,two@owners.example\n'))
    await it_.run('office', 'give-hat', 'two@owners.example', 'owner')
    const both = await Promise.allSettled([
      it_.run('people', 'leave', 'two@owners.example', '--as', 'coordinator@example.com'),
      it_.run('people', 'leave', 'coordinator@example.com', '--as', 'two@owners.example'),
    ])
    expect(both.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
    await it_.pool.query("update person set left_on = null where email = 'coordinator@example.com'")
    await it_.pool.query(
      "update hat h set until_on = null from person p where p.id = h.person_id and p.email = 'coordinator@example.com'",
    )
    await it_.pool.query("delete from hat h using person p where p.id = h.person_id and p.email = 'two@owners.example'")
  })

  it('the same sheet twice at once is taken once', async () => {
    const sheet = it_.sheet('name,email,title\nOnce,once@twice.example,Baker\n')
    await Promise.all([it_.run('people', 'import', sheet), it_.run('people', 'import', sheet)])
    expect(await it_.one("select count(*)::int as many from person where email = 'once@twice.example'")).toEqual({
      many: 1,
    })
  })

  it('the only owner stays until somebody else is one', async () => {
    const answer = await exitOf(it_.run('people', 'leave', 'coordinator@example.com'))
    expect(answer).toMatchObject({ code: 5 })
    expect(answer.lines[0]).toContain('only owner')
    const report = await it_.json(
      'people',
      'import',
      it_.sheet('name,email,left_on\nC,coordinator@example.com,2021-08-01\n'),
    )
    expect(report.notes).toMatchObject([{ row: 2, column: 'left_on' }])
    expect(await it_.one("select left_on from person where email = 'coordinator@example.com'")).toEqual({
      left_on: null,
    })
  })
})

describe('pairs left alone', () => {
  let it_: Season
  let figures: unknown
  const shown = (email: string) => it_.json('people', 'left-alone', '--as', email)

  beforeAll(async () => {
    it_ = await season()
    const [first, second, third] = it_.pairs
    await it_.run('design', 'load', 'programs/women-2022.yaml')
    const { id: other } = await it_.one("select id from season where key = 'women-2022'")
    await it_.run(
      'people',
      'import',
      it_.sheet('name,email\nSea,sea@staff.example\nElse,else@staff.example\nPlain,plain@staff.example\n'),
    )
    await it_.give('sea@staff.example', 'coordinator', first.season_id)
    await it_.give('else@staff.example', 'coordinator', other)
    await it_.give(third.mentor, 'coordinator')
    figures = await it_.json('results', 'show', '--season', 'women-2021', '--on', DURING)
    await it_.run('people', 'leave', first.mentor)
    await it_.run('people', 'leave', second.mentee)
    await it_.run('people', 'leave', third.mentee)
  })

  it('are shown to the coordinators of their season, with who is gone since when', async () => {
    const { pairs, own } = await shown('sea@staff.example')
    expect(own).toBe(0)
    expect(pairs).toHaveLength(3)
    expect(pairs.map((pair: { gone: string }) => pair.gone).sort()).toEqual(['mentee', 'mentee', 'mentor'])
    expect(pairs[0]).toMatchObject({ season: 'women-2021', since: DURING })
  })

  it('of another season appear to nobody, and to who coordinates none it is not there', async () => {
    expect(await shown('else@staff.example')).toEqual({ pairs: [], own: 0 })
    expect(await exitOf(it_.run('people', 'left-alone', '--as', 'plain@staff.example'))).toMatchObject({ code: 4 })
    const { cookie } = await signInAs(it_.installation, 'sea@staff.example', { stepped: true })
    const answer = await it_.site.request('/people/left-alone', { headers: { cookie } })
    const text = await answer.text()
    expect(text).toContain('3 pairs are left alone')
    expect(text).toContain(`${it_.pairs[0].mentee.split('@')[0]}, mentee, is still there`)
  })

  it('a coordinator who is of the pair sees that there is one, and another has it', async () => {
    const { pairs, own } = await shown(it_.pairs[2].mentor)
    expect([pairs.length, own]).toEqual([2, 1])
    expect(JSON.stringify(pairs)).not.toContain(it_.pairs[2].mentee.split('@')[0])
  })

  it('each coordinator of the season has one letter about each pair, and never one about their own', async () => {
    const letters = async () =>
      (
        await it_.pool.query(
          "select p.email, count(*)::int as many from outbox_message m join person p on p.id = m.person_id where m.kind = 'left-alone' group by 1 order by 1",
        )
      ).rows
    const told = [
      { email: 'coordinator@example.com', many: 3 },
      { email: it_.pairs[2].mentor, many: 2 },
      { email: 'sea@staff.example', many: 3 },
    ]
    expect(await letters()).toEqual(told)
    await it_.run('people', 'return', it_.pairs[0].mentor)
    await it_.run('people', 'leave', it_.pairs[0].mentor)
    const house = await openHouse(it_.installation)
    if (house) await doWhatIsDue(house)
    expect(await letters()).toEqual(told)
    const { subject, body } = await it_.one(
      "select subject, body from outbox_message where kind = 'left-alone' and about = $1 limit 1",
      it_.pairs[0].id,
    )
    expect(subject).toContain('a pair is left alone')
    expect(body).toContain(`${it_.pairs[0].mentor.split('@')[0]} left on Sunday 15 August 2021`)
    expect(body).toContain('/people/left-alone')
  })

  it('are none any more once they have ended, and figures do not change because somebody left', async () => {
    expect(await it_.json('results', 'show', '--season', 'women-2021', '--on', DURING)).toEqual(figures)
    await it_.run('meet', 'end', '--season', 'women-2021', '--mentee', it_.pairs[0].mentee, '--on', DURING)
    expect((await shown('sea@staff.example')).pairs).toHaveLength(2)
  })
})

describe('letters to somebody who has left', () => {
  it('that still wait are not sent, the others are', async () => {
    const server = await mailServer()
    const it_ = await season()
    const [first] = it_.pairs
    await it_.pool.query("update outbox_message set state = 'released' where kind = 'pair'")
    await it_.run('people', 'leave', first.mentee)
    const house = await openHouse({ ...it_.installation, config: { ...it_.installation.config, smtpUrl: server.url } })
    if (!house) throw new Error('no organisation')
    await doWhatIsDue({ ...house, clock: stoppedClock('2026-03-04T10:00:00.000Z') })
    const to = server.received.map((it) => it.to)
    expect(to).toContain(first.mentor)
    expect(to).not.toContain(first.mentee)
  })
})
