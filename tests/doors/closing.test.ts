import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { completedSeason, tickOn } from '../make/completed-season.ts'
import { type SignedIn, signInAs } from '../make/sign-in.ts'

const KEY = 'new-managers-weekly'
const PATH = `/desk/closing?season=${KEY}`

describe('closing a season, at the door', () => {
  let season: Awaited<ReturnType<typeof completedSeason>>
  let site: ReturnType<typeof makeSite>
  let coordinator: SignedIn
  let mentee: SignedIn

  beforeAll(async () => {
    season = await completedSeason()
    const after = season.on('2026-05-04')
    site = makeSite(after)
    coordinator = await signInAs(after, 'coordinator@example.com', { stepped: true })
    mentee = await signInAs(after, season.pairs[1]?.mentee ?? '')
  })

  const rows = async (statement: string, ...values: unknown[]) => (await season.pool.query(statement, values)).rows
  async function get(path: string, by: SignedIn | null = coordinator, at = site) {
    const answer = await at.request(path, { headers: by ? { cookie: by.cookie } : {} })
    return { status: answer.status, text: await answer.text() }
  }
  async function post(path: string, form: Readonly<Record<string, string>>, by = coordinator, at = site) {
    const answer = await at.request(path, {
      method: 'POST',
      headers: { cookie: by.cookie, origin: 'http://localhost' },
      body: new URLSearchParams({ ...form, token: by.formToken }),
    })
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
  }
  const close = () => post('/desk/closing/close', { season: KEY })

  it('while it runs it is not closed, and the page says what would be open', async () => {
    const running = season.on('2026-04-24')
    const early = makeSite(running)
    const by = await signInAs(running, 'coordinator@example.com', { stepped: true })
    expect((await get(PATH, by, early)).text).toContain('The season still runs')
    expect((await post('/desk/closing/close', { season: KEY }, by, early)).status).toBe(409)
    expect(await rows('select 1 from season_closing')).toEqual([])
  })

  it('the desk says that it can be closed, and the page what is open and what is kept until when', async () => {
    expect((await get('/desk')).text).toContain('The season can be closed')
    const { text } = await get(PATH)
    expect(text).toContain('things are still open')
    expect(text).toContain('They count as not met.')
    expect(text).toContain('Nothing is decided yet.')
    // Ninety days after 24 April, and the day after.
    expect(text).toContain('Gone from Friday 24 July 2026 on')
    expect(text).toContain('Who has answered a survey, and nothing of what they said')
    expect((await get(PATH, mentee)).status).toBe(404)
  })

  it('is closed once, whoever presses at the same time', async () => {
    const answers = await Promise.all([close(), close(), close()])
    expect(answers.map((it) => it.status)).toEqual([303, 303, 303])
    expect(await rows('select 1 from season_closing')).toHaveLength(1)
    expect((await get(PATH)).text).toContain('This season is closed')
  })

  it('then nothing of it changes any more, by no door', async () => {
    const [pair] = season.pairs
    const excuse = await post(`/desk/pairs/${pair?.id}/excuse`, { on: '2026-03-10' })
    // Said on the pair’s own page, where the form is.
    expect(excuse.status).toBe(422)
    expect(excuse.text).toContain('This season is closed')
    const run = commandLineOf(season.on('2026-05-04'))
    await expect(run('meet', 'log', '--mentee', pair?.mentee ?? '', '--on', '2026-03-10')).rejects.toThrow('closed')
    expect(await rows("select 1 from pair_change where kind = 'excused'")).toEqual([])
  })

  it('its figures stay open, pairs keep what is theirs, and certificates go on', async () => {
    expect((await get(`/seasons/${KEY}/results`)).status).toBe(200)
    expect((await get(`/pairs/${season.pairs[1]?.id}`, mentee)).status).toBe(200)
    expect((await post(`/pairs/${season.pairs[1]?.id}/notes`, { text: 'My own words' }, mentee)).status).toBe(303)
    await rows(
      `insert into survey_answered (organisation_id, season_id, survey, role, person_id)
        select organisation_id, season_id, 'end', 'mentee', mentee_id from pair where id = $1`,
      season.pairs[1]?.id,
    )
    await tickOn(season.on('2026-05-04'))
    const made = await post(`/seasons/${KEY}/certificate`, { role: 'mentee', lines: 'name' }, mentee)
    expect(made.location).toContain('done=made')
  })

  it('it is off the desk, and under earlier seasons', async () => {
    const desk = (await get('/desk')).text
    expect(desk).not.toContain('The season can be closed')
    const earlier = (await get('/desk/earlier')).text
    expect(earlier).toContain('First Team, Spring 2026')
    expect(earlier).toContain('Closed on Monday 4 May 2026')
    const pairs = (await get(`/desk/pairs?season=${KEY}`)).text
    expect(pairs).toContain('First Team, Spring 2026 was closed on Monday 4 May 2026')
    expect(pairs).toContain('href="/desk/earlier"')
  })

  it('whoever was hasty opens it again within two weeks, and not later', async () => {
    const late = season.on('2026-05-19')
    const by = await signInAs(late, 'coordinator@example.com', { stepped: true })
    const refused = await post('/desk/closing/open', { season: KEY }, by, makeSite(late))
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('The days are over')
    expect((await post('/desk/closing/open', { season: KEY })).location).toContain('done=opened')
    expect((await post('/desk/closing/open', { season: KEY })).status).toBe(409)
    expect((await post(`/desk/pairs/${season.pairs[0]?.id}/excuse`, { on: '2026-03-10' })).status).toBe(303)
    expect((await close()).status).toBe(303)
    expect(
      await rows('select undone_at is null as stands from season_closing order by closed_at, undone_at'),
    ).toHaveLength(2)
  })

  it('the next season begins with its rules, new dates and what was decided', async () => {
    const decision = {
      decision: 'change',
      reasons: 'Too few mentors.',
      changes: 'Mentors are called in January: earlier.',
    }
    expect((await post(`/seasons/${KEY}/results/decide`, decision)).status).toBe(303)
    expect((await get(PATH)).text).toContain('Mentors are called in January: earlier.')
    const start = { from: 'season', of: KEY, key: 'first-team-2027', season: 'Spring 2027', startsOn: '2027-02-01' }
    const { location } = await post('/desk/design/start', start)
    expect(location).toMatch(/^\/desk\/design\/drafts\//)
    const [{ text }] = await rows("select file_text as text from program_draft_save where title like '%2027%' limit 1")
    expect(text).toContain('Mentors are called in January: earlier.')
    expect(text).toContain('because: Too few mentors.')
    expect(text).toContain('2026-05-04')
    expect(text).toContain('startsOn: 2027-02-01')
  })
})
