import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

const NOW = '2021-06-28T10:00:00.000Z'

describe('a letter to each who applied', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>
  let notCleared: { id: string; name: string }

  beforeAll(async () => {
    all = await everybody()
    site = makeSite({ ...all.installation, machineClock: { now: () => NOW } })
    ;[notCleared] = await rows(
      `update clearance set cleared = false where application_id = (select id from application where season_id = $1
        and role = 'mentee' and superseded_by is null and person_id <> $2 and person_id in (select mentee_id from pair)
        order by id limit 1)
        returning (select person_id from application a where a.id = application_id) as id,
          (select name from person p, application a where p.id = a.person_id and a.id = application_id) as name`,
      all.ids.season,
      all.ids.mentee,
    )
    await rows("update outbox_message set released_on = null, state = 'draft' where kind in ('pair', 'no-place')")
  })

  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const get = (name: CallerName, path: string) => requestAs(site, all.callers[name], 'GET', path, {})
  const post = (name: CallerName, path: string, form: Record<string, string>) =>
    requestAs(site, all.callers[name], 'POST', path, form)
  const hidden = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
  async function begin(group: Record<string, string>) {
    const query = new URLSearchParams({ season: 'women-2021', ...group })
    const { body } = await get('coordinator', `/desk/write?${query}`)
    const form = { season: 'women-2021', ...group, id: hidden(body, 'id'), seen: hidden(body, 'seen') }
    return { body, form: { ...form, subject: 'More time', words: 'The call is open for a week more.' } }
  }
  const readers = async (id: string) =>
    (await rows('select person_id as id from outbox_message where about like $1', `${id}%`)).map((it) => it.id)

  it('before everybody has heard goes to all of them, cleared or not, and no page names or counts who is not', async () => {
    const { body, form } = await begin({ to: 'applied', who: 'mentees' })
    expect(body).toContain('A letter to everyone who applied as mentee')
    expect(body).not.toContain(notCleared.name)
    const look = await post('coordinator', '/desk/write', { ...form, do: 'look' })
    expect(look.body).toContain('Send to everyone who applied as mentee')
    expect(look.body).toContain('because you applied to')
    const sent = await post('coordinator', '/desk/write', { ...form, do: 'send' })
    expect(sent.status).toBe(303)
    const applied = await rows(
      "select distinct person_id as id from application where season_id = $1 and role = 'mentee' and superseded_by is null",
      all.ids.season,
    )
    const got = await readers(form.id)
    expect(got.toSorted()).toEqual(applied.map((it) => it.id).toSorted())
    expect(got).toContain(notCleared.id)
    const page = await get('coordinator', sent.location)
    const named = Number(/to (\d+) (?:people|person)/.exec(page.body)?.[1])
    expect(named).toBe((/columns-3">(.*?)<\/ul>/.exec(body)?.[1]?.match(/<li>/g) ?? []).length)
    expect(named).toBeLessThan(got.length)
    const list = await get('coordinator', '/desk/written?season=women-2021')
    expect(list.body.match(/More time/g)).toHaveLength(1)
  })

  it('is taken back from all of them, and counts those that are named', async () => {
    const { form } = await begin({ to: 'applied' })
    const sent = await post('coordinator', '/desk/write', { ...form, do: 'send' })
    const before = await readers(form.id)
    const back = await post('coordinator', `/desk/written/${form.id}/back`, { season: 'women-2021' })
    const many = Number(/back=(\d+)/.exec(back.location)?.[1])
    expect([sent.status, many]).toEqual([303, before.length - 1])
    expect(
      await rows("select 1 from outbox_message where about like $1 and state <> 'withdrawn'", `${form.id}%`),
    ).toEqual([])
  })

  it('shows everybody who applied alike that somebody looked', async () => {
    const [{ many }] = await rows(
      "select count(*)::int as many from audit where action = 'desk.seeApplicants' and outcome = 'done' and season_id = $1",
      all.ids.season,
    )
    expect(many).toBeGreaterThan(0)
    expect(await rows("select 1 from audit where action = 'desk.seeGroup'")).toEqual([])
  })

  it('to those without a place or to the waiting list is written once everybody has heard, and not before', async () => {
    for (const to of ['unplaced', 'waiting']) {
      const early = await begin({ to })
      expect(early.body).toContain('would tell them how they stand')
      expect((await post('coordinator', '/desk/write', { ...early.form, id: randomUUID(), do: 'send' })).status).toBe(
        422,
      )
    }
    await rows(
      "update outbox_message set released_on = '2021-06-28', state = 'kept' where kind in ('pair', 'no-place')",
    )
    const told = (
      await rows(
        "select person_id as id from outbox_message where kind = 'no-place' and season_id = $1",
        all.ids.season,
      )
    ).map((it) => it.id)
    expect(told.length).toBeGreaterThan(0)
    expect((await begin({ to: 'applied' })).body).toContain('Everybody has heard.')
    const { form } = await begin({ to: 'unplaced' })
    expect((await post('coordinator', '/desk/write', { ...form, do: 'send' })).status).toBe(303)
    expect((await readers(form.id)).toSorted()).toEqual(told.toSorted())
    const [waits] = told
    await rows(
      "update decision set outcome = 'reserve' where application_id in (select id from application where person_id = $1)",
      waits,
    )
    const waiting = await begin({ to: 'waiting' })
    expect(waiting.body).toContain('They were not told that they wait')
    expect((await post('coordinator', '/desk/write', { ...waiting.form, do: 'send' })).status).toBe(303)
    expect(await readers(waiting.form.id)).toEqual([waits])
  })
})
