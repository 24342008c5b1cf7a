import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

describe('lines of one kind are done together', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>

  beforeAll(async () => {
    all = await everybody()
    site = makeSite({ ...all.installation, machineClock: { now: () => '2021-07-28T10:00:00.000Z' } })
  })

  const PAGE = '/desk/together?season=women-2021&kind=certificate'
  const get = (name: CallerName, path: string) => requestAs(site, all.callers[name], 'GET', path, {})
  /** A form as a browser sends it: a box for each line. */
  async function send(
    name: CallerName,
    path: string,
    fields: Readonly<Record<string, string>>,
    keys: readonly string[],
  ) {
    const { headers, formToken } = all.callers[name]
    const body = new URLSearchParams({ ...fields, token: formToken ?? '' })
    for (const key of keys) body.append('key', key)
    const answer = await site.request(path, {
      method: 'POST',
      headers: { ...headers, origin: 'http://localhost' },
      body,
    })
    return { status: answer.status, location: answer.headers.get('location') ?? '', body: await answer.text() }
  }
  const together = (name: CallerName, keys: readonly string[], days = 'done') =>
    send(name, '/desk/together', { season: 'women-2021', kind: 'certificate', days }, keys)
  const keysOn = async () =>
    [...(await get('coordinator', PAGE)).body.matchAll(/name="key" value="(certificate [^"]+)"/g)].map(
      (it) => it[1] ?? '',
    )
  const marks = async () =>
    (await all.installation.pool.query('select line_key, state, until_on::text from desk_mark order by line_key')).rows

  it('leads there from the desk, says what will happen, and lists each with its box', async () => {
    const { body } = await get('coordinator', '/desk')
    expect(body).toContain('/desk/together?season=women-2021&amp;kind=certificate')
    const page = (await get('coordinator', PAGE)).body
    expect(page).toContain('Nobody is written to')
    expect((await keysOn()).length).toBeGreaterThan(2)
  })

  it('takes off those chosen and no other, and puts all of them back at once', async () => {
    const keys = await keysOn()
    const chosen = keys.slice(0, 2)
    const done = await together('coordinator', chosen, '3')
    expect(done.status).toBe(303)
    expect(await marks()).toEqual(
      chosen.toSorted().map((key) => ({ line_key: key, state: 'snoozed', until_on: '2021-07-31' })),
    )
    const desk = (await get('coordinator', done.location)).body
    expect(desk).toContain('2 lines put off')
    await send('coordinator', '/desk/lines/back', { season: 'women-2021' }, chosen)
    expect(await marks()).toEqual([])
    expect(await keysOn()).toEqual(keys)
  })

  it('leaves what another coordinator took off meanwhile, and says so', async () => {
    const keys = await keysOn()
    await together('coordinator of the season', keys.slice(0, 1), '7')
    const done = await together('coordinator', keys.slice(0, 2))
    const desk = (await get('coordinator', done.location)).body
    expect(desk).toContain('1 line was off the desk already')
    expect((await marks()).map((it) => it.state).toSorted()).toEqual(['done', 'snoozed'])
    await send('coordinator', '/desk/lines/back', { season: 'women-2021' }, keys)
  })

  it('asks for at least one, changes nothing without, and is not there for others', async () => {
    const none = await together('coordinator', [])
    expect(none.status).toBe(422)
    expect(none.body).toContain('Choose at least one line')
    const keys = await keysOn()
    expect((await together('coordinator of another season', keys)).status).toBe(404)
    expect((await together('mentee of the pair', keys)).status).toBe(404)
    expect((await get('coordinator', '/desk/together?season=women-2021&kind=nothing')).status).toBe(404)
    expect(await marks()).toEqual([])
  })
})
