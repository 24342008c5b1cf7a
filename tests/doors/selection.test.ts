import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { requestAs } from '../make/doors.ts'
import { freshInstallation } from '../make/installation.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

describe('selecting, step by step in the browser', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let site: ReturnType<typeof makeSite>
  let caller: { headers: Record<string, string>; formToken: string }

  beforeAll(async () => {
    installation = await freshInstallation()
    const run = commandLineOf(installation)
    await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: 4, mentees: 6, announced: false })
    for (const table of ['pair', 'match_run', 'decision']) await installation.pool.query(`delete from ${table}`)
    await installation.pool.query("update hat set from_on = '2021-01-01'")
    site = makeSite({ ...installation, machineClock: { now: () => '2021-06-28T10:00:00.000Z' } })
    const { cookie, formToken } = await signInAs(installation, 'coordinator@example.com', { stepped: true })
    caller = { headers: { cookie }, formToken }
  })

  const SEASON = { season: 'women-2021' }
  const get = (path: string) => requestAs(site, caller, 'GET', path, {})
  const post = (path: string, form: Record<string, string> = {}) =>
    requestAs(site, caller, 'POST', path, { ...SEASON, ...form })
  const count = async (table: string) =>
    (await installation.pool.query(`select count(*)::int as many from ${table}`)).rows[0].many

  it('goes from the applications to the letters, each step on its page and nothing before its time', async () => {
    expect((await get('/desk')).body).toContain('10 applications wait for a decision')
    const before = (await get('/desk/selection')).body
    expect(before).toContain('10 applications wait for a decision')
    expect(before).not.toContain('Run the match')
    expect((await post('/desk/selection/decide')).status).toBe(303)
    expect((await get('/desk')).body).toContain('The match can be run')
    expect((await post('/desk/selection/match')).status).toBe(303)
    const run = (await get('/desk/match?season=women-2021')).body
    expect(run).toContain('4 pairs')
    expect(run).toContain('2 mentees without a mentor')
    expect(await count('pair')).toBe(0)
    expect((await post('/desk/match/publish')).status).toBe(303)
    expect(await count('pair')).toBe(4)
    expect((await get('/desk')).body).not.toContain('The match can be run')
    const letters = (await get('/desk/letters?season=women-2021')).body
    expect(letters).toContain('10 letters wait to be read')
    expect(letters).toContain('8 people are told of their pair')
    expect(letters).toContain('2 people are told that there is no place')
    expect((await get('/desk')).body).toContain('10 letters are to be read before they leave')
    const unread = await post('/desk/letters/release')
    expect(unread.status).toBe(409)
    expect(unread.body).toContain('Tick that you have read the letters')
    expect((await post('/desk/letters/release', { sure: 'yes' })).status).toBe(303)
    expect((await get('/desk/selection')).body).toContain('Everyone has heard')
    expect((await get('/desk/letters?season=women-2021')).body).toContain('No letter waits')
  })

  it('refuses to publish a run after somebody withdrew, and says what to do', async () => {
    for (const table of ['outbox_message', 'pair', 'match_run']) await installation.pool.query(`delete from ${table}`)
    await installation.pool.query('update decision set released_on = null')
    await post('/desk/selection/match')
    await installation.pool.query(
      "update application set superseded_by = id where person_id = (select id from person where email = 'mentee1@example.com')",
    )
    const refused = await post('/desk/match/publish')
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('Propose again, look at it, then publish.')
    expect(await count('pair')).toBe(0)
  })

  it('publishes once, however many coordinators press at the same time', async () => {
    await post('/desk/selection/match')
    const all = await Promise.all([1, 2, 3].map(() => post('/desk/match/publish')))
    expect(all.map((it) => it.status)).toEqual([303, 303, 303])
    expect(await count('pair')).toBe(4)
  })

  it('finds pairs by part of a name', async () => {
    expect((await get('/desk/match?season=women-2021&q=mentor2')).body).toContain('with mentor2<')
    expect((await get('/desk/match?season=women-2021&q=nobody')).body).toContain('No pair fits')
  })
})
