import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

const EVENTS = '/seasons/women-2021/events'
const OF = `${EVENTS}/mid-program`

describe('an event that does not take place', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>

  beforeAll(async () => {
    all = await everybody()
    site = makeSite({ ...all.installation, machineClock: { now: () => '2021-08-01T10:00:00.000Z' } })
  })

  const get = (name: CallerName, path: string) => requestAs(site, all.callers[name], 'GET', path, {})
  const post = (name: CallerName, path: string, form: Record<string, string>) =>
    requestAs(site, all.callers[name], 'POST', path, form)
  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const seen = async (of = OF) =>
    /name="seen" value="([^"]+)"/.exec((await get('coordinator', `${of}/call-off`)).body)?.[1] ?? ''
  const programOf = async () => (await rows("select program from season where key = 'women-2021'"))[0].program
  const keys = async () => (await programOf()).events.map((it: { key: string }) => it.key)
  const letters = () =>
    rows("select person_id, subject, body from outbox_message where kind = 'event-news' order by recorded_at, subject")
  const because = 'Nobody has the hour for it.'

  it('leaves the file before anything has happened, with its reason in the log, and can be put back', async () => {
    const of = `${EVENTS}/celebration`
    const page = await get('coordinator', `${of}/call-off`)
    expect(page.body).toContain('Nobody has signed up yet.')
    const silent = await post('coordinator', `${of}/remove`, { seen: await seen(of), because: '  ' })
    expect([silent.status, silent.body.includes('Say in a sentence why')]).toEqual([422, true])
    const [first] = await rows('select file_text as text from season_version order by number desc limit 1')
    const gone = await post('coordinator', `${of}/remove`, { seen: await seen(of), because })
    expect(gone.location).toBe('/desk/events?season=women-2021&removed=celebration')
    expect(await keys()).toEqual(['kickoff', 'mid-program'])
    expect((await programOf()).decisions.at(-1)).toEqual({
      on: '2021-08-01',
      text: '“Closing celebration” is not part of the program any more.',
      because,
    })
    expect((await get('coordinator', '/desk/design/versions?season=women-2021')).body).toContain(because)
    expect((await get('coordinator', gone.location)).body).toContain('The event is taken out of the program.')
    expect((await post('coordinator', `${of}/back`, { seen: 'new' })).location).toBe(`${of}/desk?done=back`)
    const [last] = await rows('select file_text as text from season_version order by number desc limit 1')
    const events = (text: string) => text.slice(text.indexOf('decisions:'))
    expect(events(last.text)).toBe(events(first.text))
    expect(await keys()).toEqual(['kickoff', 'mid-program', 'celebration'])
    expect((await post('coordinator', `${EVENTS}/no-such-event/back`, { seen: 'new' })).status).toBe(404)
  })

  it('is called off once somebody has signed up, and they hear why, once', async () => {
    await post('mentee of the pair', OF, { session: '1' })
    expect((await get('coordinator', `${OF}/call-off`)).body).not.toContain('Take it out of the program')
    const removed = await post('coordinator', `${OF}/remove`, { seen: await seen(), because })
    expect(removed.status).toBe(422)
    expect(removed.body).toContain('call it off instead')
    expect(removed.body).toContain(because)
    const form = { seen: await seen(), because }
    const off = await post('coordinator', `${OF}/call-off`, form)
    expect(off.location).toBe(`${OF}/desk?done=off`)
    expect((await post('lent coordinator', `${OF}/call-off`, form)).status).toBe(422)
    expect((await get('coordinator', off.location)).body).toContain('Called off on')
    const [letter, ...others] = await letters()
    expect(others).toEqual([])
    expect(letter.person_id).toBe(all.ids.mentee)
    expect(letter.subject).toBe('“Questions to a panel at half-time” is called off')
    expect(letter.body).toContain(because)
    const own = await get('mentee of the pair', OF)
    expect(own.body).toContain('is called off')
    expect(own.body).toContain(because)
    expect((await post('mentor of the pair', OF, { session: '1' })).status).toBe(409)
    expect((await get('mentee of the pair', `${OF}/calendar.ics`)).status).toBe(404)
    expect((await get('anybody', '/seasons/women-2021')).body).toContain('Called off on')
    expect((await get('coordinator', '/desk/events?season=women-2021')).body).toContain('called off')
    expect((await get('mentee of the pair', '/my')).body).toContain('Questions to a panel at half-time, called off')
  })

  it('cannot be changed back in silence, takes place after all with a reason, and the same people hear', async () => {
    const back = await post('coordinator', `${OF}/back`, { seen: await seen() })
    expect(back.status).toBe(409)
    expect(back.body).toContain('People have heard of it')
    const stale = await post('coordinator', `${OF}/hold`, { seen: 'something else', because })
    expect(stale.status).toBe(422)
    expect(stale.body).toMatch(/Changed by coordinator on 2021-08-01 since you opened it/)
    const held = await post('coordinator', `${OF}/hold`, { seen: await seen(), because: 'We found an hour.' })
    expect(held.location).toBe(`${OF}/desk?done=held`)
    expect((await letters()).map((it) => it.subject)).toContain(
      '“Questions to a panel at half-time” takes place after all',
    )
    expect((await post('mentor of the pair', OF, { session: '1' })).status).toBe(303)
  })

  it('stays in history where people came, whoever changes the file', async () => {
    site = makeSite({ ...all.installation, machineClock: { now: () => '2021-08-19T10:00:00.000Z' } })
    await rows(
      `insert into attendance (organisation_id, id, season_id, person_id, event, session, happened_on, recorded_at)
        select organisation_id, gen_random_uuid(), season_id, mentee_id, 'mid-program', '1', '2021-08-18', now() from pair where id = $1`,
      all.ids.pair,
    )
    const off = await post('coordinator', `${OF}/call-off`, { seen: await seen(), because })
    expect(off.status).toBe(303)
    expect((await letters()).filter((it) => it.person_id === all.ids.mentee)).toHaveLength(2)
    const results = await get('coordinator', '/seasons/women-2021/results?on=2021-09-30')
    expect(results.body).toContain('called off; 1 came before')
    const removed = await post('coordinator', `${OF}/remove`, { seen: await seen(), because })
    expect(removed.status).toBe(422)
  })
})
