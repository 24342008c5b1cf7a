import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callOffRuns } from '../../src/jobs/runs-under-way.ts'
import type { Solve } from '../../src/journey/match/actions/solve-whole.ts'
import { proposeMatch } from '../../src/journey/match/actions.ts'
import { planWithoutWaiting } from '../../src/journey/match/solve-apart.ts'
import type { Context } from '../../src/runtime/context.ts'
import { Refused } from '../../src/runtime/errors.ts'
import { asOperator, openHouse } from '../../src/runtime/open-context.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { requestAs } from '../make/doors.ts'
import { freshInstallation } from '../make/installation.ts'
import { signInAs } from '../make/sign-in.ts'
import { playSmallSeason } from '../make/small-season.ts'

const KEY = 'women-2021'
const SEASON = { season: KEY }
const UNDER_WAY = `/desk/match/under-way?season=${KEY}`

describe('a run of the match while it is made', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let site: ReturnType<typeof makeSite>
  let ctx: Context
  let caller: { headers: Record<string, string>; formToken: string }

  beforeAll(async () => {
    const fresh = await freshInstallation()
    installation = { ...fresh, machineClock: { now: () => '2021-06-28T10:00:00.000Z' } }
    const run = commandLineOf(fresh)
    await playSmallSeason(run, `programs/${KEY}.yaml`, { mentors: 5, mentees: 7, announced: false })
    for (const table of ['pair', 'match_run']) await fresh.pool.query(`delete from ${table}`)
    await fresh.pool.query("update hat set from_on = '2021-01-01'")
    site = makeSite(installation)
    const { cookie, formToken } = await signInAs(fresh, 'coordinator@example.com', { stepped: true })
    caller = { headers: { cookie }, formToken }
    const house = await openHouse(installation)
    if (!house) throw new Error('There is no organisation.')
    ctx = await asOperator(house, undefined, null)
  })
  beforeEach(async () => {
    for (const table of ['match_making', 'match_run']) await installation.pool.query(`delete from ${table}`)
  })

  const get = (path: string) => requestAs(site, caller, 'GET', path, {})
  const runAgain = () => requestAs(site, caller, 'POST', '/desk/selection/match', SEASON)
  const rows = async (sql: string) => (await installation.pool.query(sql)).rows
  const until = async (sql: string) => {
    while ((await rows(sql)).length === 0) await new Promise((done) => setTimeout(done, 20))
  }

  /** A solver that says how far it is, and then waits until it is let go. */
  function held() {
    let letGo = () => {}
    const free = new Promise<void>((done) => {
      letGo = done
    })
    let solved = 0
    const solve: Solve = async (problem, policy, how) => {
      solved += 1
      how?.onProgress?.({ round: 1, candidates: 35, gap: 1234, seated: 5 })
      await free
      return planWithoutWaiting(problem, policy)
    }
    return { solve, letGo, solved: () => solved }
  }

  it('is followed in numbers, without script and with, and its page leads to the run once it is kept', async () => {
    const { solve, letGo } = held()
    const making = proposeMatch(ctx, SEASON, solve)
    await until('select 1 from match_making where seated = 5')
    const { body } = await get(UNDER_WAY)
    expect(body).toContain('7 mentees, 5 mentors')
    expect(body).toContain('5 of 7 mentees can have a place; no other match is worth more than 12.3 points')
    const next = `${UNDER_WAY}&amp;looks=1`
    expect(body).toContain(`<noscript><meta http-equiv="refresh" content="2;url=${next}"/></noscript>`)
    expect(body).toContain(`data-follow="${next}"`)
    expect((await get(`${UNDER_WAY}&looks=12`)).body).toContain('content="13;url=')
    const still = (await get(`${UNDER_WAY}&looks=no`)).body
    expect(still).not.toContain('http-equiv="refresh"')
    expect(still).not.toContain('data-follow="')
    expect((await get(`/desk/match?season=${KEY}`)).body).toContain('A run is being made now.')
    letGo()
    expect((await making).run).toBe(1)
    expect((await get(UNDER_WAY)).location).toBe(`/desk/match?season=${KEY}`)
    expect(await rows('select 1 from match_making')).toEqual([])
  })

  it('is one run for two who start it at once, solved once', async () => {
    const first = held()
    const second = held()
    const one = proposeMatch(ctx, SEASON, first.solve)
    await until('select 1 from match_making')
    const other = proposeMatch(ctx, SEASON, second.solve)
    const third = runAgain()
    expect((await third).location).toBe(UNDER_WAY)
    first.letGo()
    second.letGo()
    expect(await other).toEqual(await one)
    expect([first.solved(), second.solved()]).toEqual([1, 0])
    expect(await rows('select number from match_run')).toEqual([{ number: 1 }])
    await callOffRuns()
  })

  it('is seen as stopped at once when it fails, and is made again by a button', async () => {
    const dying = proposeMatch(ctx, SEASON, async () => {
      throw new Error('The lights went out.')
    })
    await expect(dying).rejects.toThrow('The lights went out.')
    expect((await get(`/desk/match?season=${KEY}`)).body).toContain('A run stopped before it was kept.')
    const { body } = await get(UNDER_WAY)
    expect(body).toContain('The run stopped before it was kept')
    expect(body).not.toContain('http-equiv="refresh"')
    expect((await runAgain()).location).toBe(`/desk/match?season=${KEY}`)
    expect((await get(`/desk/match?season=${KEY}`)).body).not.toContain('stopped before')
    expect(await rows('select number from match_run')).toEqual([{ number: 1 }])
  })

  it('is seen as stopped when its process is gone between solving and keeping, and whoever waited for it makes it', async () => {
    const { solve, letGo } = held()
    const lostOne = proposeMatch(ctx, SEASON, solve)
    await until('select 1 from match_making')
    const waiting = proposeMatch(ctx, SEASON)
    // The sign of life that a process gives every second is twenty-one seconds old.
    await installation.pool.query("update match_making set id = gen_random_uuid(), beat_at = '2021-06-28T09:59:39Z'")
    expect((await waiting).run).toBe(1)
    letGo()
    expect((await lostOne).run).toBe(1)
    expect(await rows('select 1 from match_making')).toEqual([])
  })

  it('is called off when the server stops, and says so', async () => {
    const stop = new AbortController()
    const waits: Solve = (_, __, how) =>
      new Promise((_done, failed) => {
        how?.signal?.addEventListener('abort', () => failed(how.signal?.reason), { once: true })
      })
    const making = proposeMatch(ctx, SEASON, waits, stop.signal)
    await until('select 1 from match_making')
    stop.abort(new Refused('run-called-off', {}, 'The server stopped.'))
    await expect(making).rejects.toThrow('The server stopped.')
    const { body } = await get(UNDER_WAY)
    expect(body).toContain('The server was stopped while it was made.')
    expect(body).toContain('Run again')
  })
})
