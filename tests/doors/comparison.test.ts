import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Results } from '../../src/model/figures.ts'
import { makeSite } from '../../src/web/site.tsx'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { type Rows, slowFigures } from '../make/slow-figures.ts'

const [FIRST, SECOND] = ['women-2021', 'women-2022'] as const
const PATH = `/seasons/${FIRST}/results/compare?with=${SECOND}`

describe('two seasons of the same people', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>

  beforeAll(async () => {
    all = await everybody()
    site = makeSite(all.installation)
    await fillSecondSeason(all)
  })

  const get = (name: CallerName, path: string) => requestAs(site, all.callers[name], 'GET', path, {})
  const query = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows

  it.each([
    [FIRST, ['2021-07-20', '2021-08-15', '2021-08-21', '2021-10-07']],
    [SECOND, ['2022-02-20', '2022-04-01', '2022-06-01', '2022-08-01']],
  ] as const)('%s counts its own rows alone, as a slow second computation does, on %j', async (season, days) => {
    const rows = await rowsOf(query, season)
    for (const asOf of days) {
      const shown = JSON.parse((await get('coordinator', `/seasons/${season}/results/file?as=json&on=${asOf}`)).body)
      const again = slowFigures(rows, asOf)
      const { participation, cadence, attendance }: Results = shown
      expect([asOf, participation]).toEqual([asOf, again.participation])
      expect(cadence).toMatchObject(again.cadence)
      for (const one of again.attendance) expect(attendance.find((it) => it.event === one.event)).toMatchObject(one)
    }
  })

  it('stand side by side with the same numbers as each by itself, and what differs is said', async () => {
    const { status, body } = await get('coordinator', PATH)
    expect(status).toBe(200)
    expect(body).toContain('Seasons side by side')
    expect(body).toContain('They do not count the same events.')
    const csv = (await get('coordinator', `${PATH}&as=csv`)).body
    for (const season of [FIRST, SECOND]) {
      const own = JSON.parse((await get('coordinator', `/seasons/${season}/results/file?as=json`)).body)
      expect(csv).toContain(`participation,people,${season},${own.asOf},${own.participation.people},`)
      const { pairsEveryWindow, pairs, percent } = own.cadence
      expect(csv).toContain(`,${season},${own.asOf},${pairsEveryWindow},${pairs},${percent},`)
    }
  })

  it('are the same by the API as on the page, for a token of whoever sees both', async () => {
    const query = new URLSearchParams({ season: FIRST, with: SECOND })
    const answer = await get('token of a coordinator', `/api/v1/results/compare?${query}`)
    const { seasons, rows } = JSON.parse(answer.body)
    expect(seasons.map((it: { key: string }) => it.key)).toEqual([FIRST, SECOND])
    const csv = (await get('coordinator', `${PATH}&as=csv`)).body
    const cadence = rows.find((it: { definition: string }) => it.definition === 'cadence')
    expect(cadence.differs.length).toBe(0)
    for (const [at, { counted, base, percent }] of cadence.figures.entries())
      expect(csv).toContain(`,${seasons[at].key},${seasons[at].asOf},${counted},${base},${percent},`)
    const missing = await get('token of a coordinator', `/api/v1/results/compare?season=${FIRST}&with=women-1999`)
    expect(missing.status).toBe(404)
    expect((await get('token of a colleague', `/api/v1/results/compare?${query}`)).status).toBe(404)
  })

  it('can be seen as of the same point of each', async () => {
    const csv = (await get('coordinator', `${PATH}&at=same&as=csv`)).body
    const days = new Set(csv.match(/women-202\d,\d{4}-\d\d-\d\d/g))
    expect(days.size).toBe(2)
  })

  it('open to whoever may see both; one that does not open reads like one that is not there', async () => {
    const closed = await get('coordinator of the season', PATH)
    const missing = await get('coordinator of the season', PATH.replace(SECOND, 'women-1999'))
    expect([closed.status, missing.status]).toEqual([404, 404])
    expect(closed.body).toBe(missing.body)
    const alone = await get('coordinator of the season', `/seasons/${FIRST}/results/compare`)
    expect(alone.body).toContain('There is no other season whose figures you can see.')
    await query(`update season set program = jsonb_set(program, '{results}', '{"audience": "public"}')`)
    expect((await get('anybody', PATH)).status).toBe(200)
  })

  it('the picture of a public season is its figures of a day, for any page, and of no other season there is one', async () => {
    const path = `/seasons/${FIRST}/results/picture.svg?on=2021-10-07`
    await query(`update season set program = jsonb_set(program, '{results}', '{"audience": "public"}')`)
    const answer = await site.request(path)
    const drawn = await answer.text()
    expect(answer.headers.get('content-type')).toContain('image/svg+xml')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(drawn).toContain('As of Thursday 7 October 2021')
    const page = (await get('anybody', `/seasons/${FIRST}/results?on=2021-10-07`)).body
    const words = /<title>([^<]*)<\/title>/.exec(drawn)?.[1] ?? 'none'
    expect(words).toContain('pairs met every two weeks')
    expect(page).toContain(`alt="${words}"`)
    expect(page).toContain('&lt;img src=')
    await query(`update season set program = jsonb_set(program, '{results}', '{"audience": "organisation"}')`)
    expect((await site.request(path)).status).toBe(404)
    expect((await get('coordinator', path)).status).toBe(404)
    expect((await get('coordinator', `/seasons/${FIRST}/results`)).body).not.toContain('picture.svg')
  })
})

type Query = (statement: string, ...values: unknown[]) => Promise<readonly Record<string, never>[]>

/** Every row of a season as it lies there, read plainly. */
async function rowsOf(query: Query, season: string): Promise<Rows> {
  const [found] = await query('select id, program from season where key = $1', season)
  const program = found?.program as unknown as Rows['program']
  const of = async (statement: string) => (await query(statement, found?.id)) as never
  const text = (name: string, as: string) => `${name}::text as "${as}"`
  return {
    // The plain loops know events whose sessions have their own days.
    program: { ...program, events: program.events.filter((it) => it.sessions.every((one) => one.on !== undefined)) },
    pairs:
      await of(`select p.id, p.mentor_id as "mentorId", p.mentee_id as "menteeId", ${text('p.published_on', 'publishedOn')},
        (select min(from_on)::text from pair_change c where c.pair_id = p.id and c.kind = 'ended') as "endedOn",
        coalesce((select json_agg(json_build_object('from', from_on, 'until', until_on)) from pair_change c
          where c.pair_id = p.id and c.kind = 'paused'), '[]') as pauses,
        coalesce((select json_agg(from_on) from pair_change c where c.pair_id = p.id and c.kind = 'excused'), '[]') as "excusedOn"
      from pair p where season_id = $1`),
    meetings: await of(`select mentee_id as "menteeId", mentor_id as "mentorId", ${text('happened_on', 'heldOn')},
        confirmed_by as "confirmedBy", ${text('denied_on', 'deniedOn')}, ${text('said_on', 'saidOn')} from meeting where season_id = $1`),
    attendance: await of(`select event, session, person_id as "personId", ${text('happened_on', 'happenedOn')}
      from attendance where season_id = $1`),
    departments:
      await of(`select distinct on (person_id) person_id as "personId", department, division from directory_entry
      where $1::uuid is not null order by person_id, from_on desc`),
    trained: [],
    careers: [],
    questionsAskedOn: [],
    surveys: [],
  }
}

/** The same people once more: mentors have become mentees, one pair began late, one ended early, some meetings are unknown. */
async function fillSecondSeason({ installation, ids }: Everybody): Promise<void> {
  const { pool } = installation
  const { rows: pairs } = await pool.query('select * from pair where season_id = $1 order by mentee_id', [ids.season])
  const { rows } = await pool.query('select program from season where id = $1', [ids.otherSeason])
  const { meetings, announcement, events } = rows[0].program as Rows['program']
  for (const [at, pair] of pairs.entries()) {
    const id = randomUUID()
    const on = at === 0 ? '2022-04-05' : announcement.on
    await insert(pool, 'pair', {
      ...pair,
      id,
      season_id: ids.otherSeason,
      mentor_id: pair.mentee_id,
      mentee_id: pair.mentor_id,
      published_on: on,
    })
    if (at === 1)
      await pool.query(
        `insert into pair_change (organisation_id, id, pair_id, kind, from_on, recorded_at) values ($1, $2, $3, 'ended', '2022-04-10', now())`,
        [ids.organisation, randomUUID(), id],
      )
    for (const [number, days] of [2, 16, 30, 44, 58, 72].entries()) {
      const day = new Date(Date.parse(meetings.from) + days * 86_400_000).toISOString().slice(0, 10)
      const said = (['both', 'mentor', 'unknown', 'denied'] as const)[at === 2 ? number % 4 : 0]
      await pool.query(
        `insert into meeting (organisation_id, season_id, id, mentee_id, mentor_id, happened_on, confirmed_by, recorded_at)
          values ($1, $2, $3, $4, null, $5, $6, now())`,
        [ids.organisation, ids.otherSeason, randomUUID(), pair.mentor_id, day, said],
      )
    }
  }
  const [event] = events
  const held = event?.sessions[0]?.on ?? '2022-03-01'
  for (const pair of pairs.slice(0, 3))
    await pool.query(
      `insert into attendance (organisation_id, season_id, id, person_id, event, session, happened_on, recorded_at)
        values ($1, $2, $3, $4, $5, $6, $7, now())`,
      [ids.organisation, ids.otherSeason, randomUUID(), pair.mentee_id, event?.key, event?.sessions[0]?.key, held],
    )
}

async function insert(
  pool: Everybody['installation']['pool'],
  table: string,
  row: Record<string, unknown>,
): Promise<void> {
  const names = Object.keys(row)
  const places = names.map((_, at) => `$${at + 1}`)
  await pool.query(`insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`, Object.values(row))
}
