import ICAL from 'ical.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { sendMessage } from '../../src/journey/announce/sending.ts'
import { askWhetherMet } from '../../src/journey/meet/actions/ask-whether-met.ts'
import { withdrawPlanned } from '../../src/journey/meet/actions/withdraw-planned.ts'
import type { Letter } from '../../src/outbox/email.ts'
import { newId } from '../../src/runtime/new-id.ts'
import { asProgram, openHouse } from '../../src/runtime/open-context.ts'
import { makeSite } from '../../src/web/site.tsx'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

describe('planning a meeting: proposed, accepted, moved, withdrawn, and in a calendar', () => {
  let all: Everybody
  let now = '2021-07-09T10:00:00.000Z'
  let site: ReturnType<typeof makeSite>
  const TIMES = () => `/pairs/${all.ids.pair}/meetings/times`

  beforeAll(async () => {
    const made = await everybody()
    const { installation, ids } = made
    const config = { ...installation.config, smtpUrl: 'smtp://unused' }
    all = { ...made, installation: { ...installation, machineClock: { now: () => now }, config } }
    site = makeSite(all.installation)
    await installation.pool.query('delete from meeting where mentee_id = $1', [ids.mentee])
    await installation.pool.query("update directory_entry set time_zone = 'Europe/Berlin' where person_id = $1", [
      ids.mentor,
    ])
  })

  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const get = (name: CallerName, path: string) => requestAs(site, all.callers[name], 'GET', path, {})
  const post = (name: CallerName, path: string, form: Record<string, string>) =>
    requestAs(site, all.callers[name], 'POST', path, form)
  async function program() {
    const house = await openHouse(all.installation)
    if (!house) throw new Error('no house')
    return asProgram(house, 'test')
  }
  async function send(): Promise<readonly Letter[]> {
    const sent: Letter[] = []
    const server = {
      send: async (letter: Letter) => {
        sent.push(letter)
        return { ok: true as const, answered: '250' }
      },
      close: () => {},
    }
    for (const { id } of await rows(
      "select id from outbox_message where state = 'released' and kind = 'meet-invitation' order by id",
    ))
      await sendMessage(await program(), server, id)
    return sent
  }
  const suggestedIn = (page: string) => [...page.matchAll(/name="times"[^>]*value="([^"]+)"/g)].map((it) => it[1] ?? '')
  const eventIn = (letter: Letter | undefined) => {
    const calendar = new ICAL.Component(ICAL.parse(letter?.calendar ?? ''))
    const event = calendar.getFirstSubcomponent('vevent')
    const value = (name: string) => String(event?.getFirstPropertyValue(name))
    return {
      method: calendar.getFirstPropertyValue('method'),
      uid: value('uid'),
      sequence: value('sequence'),
      title: value('summary'),
      start: new ICAL.Event(event ?? undefined).startDate.toJSDate().toISOString(),
    }
  }

  it('before the meetings begin a coffee chat of 30 minutes is planned, which reminds of nothing and counts as nothing', async () => {
    now = '2021-07-05T10:00:00.000Z'
    await all.installation.pool.query(
      `update season set program = jsonb_set(program, '{meetings,minutes}', '45') where id = $1`,
      [all.ids.season],
    )
    expect((await get('mentee of the pair', `/pairs/${all.ids.pair}`)).body).toContain('Find a time for a coffee chat')
    const page = (await get('mentee of the pair', TIMES())).body
    expect(page).toContain('A coffee chat first')
    const [first = '', ...others] = suggestedIn(page)
    for (const at of [first, ...others]) expect(at < '2021-07-08').toBe(true)
    const chat = { times: first, kind: 'coffee-chat' }
    const late = await post('mentee of the pair', TIMES(), { ...chat, times: '2021-07-09T10:00:00.000Z' })
    expect([late.status, late.body.includes('A coffee chat is before')]).toEqual([422, true])
    expect((await post('mentee of the pair', TIMES(), { ...chat, series: 'yes' })).status).toBe(303)
    const [proposal] = await rows('select id, is_series from meeting_proposal where closed_at is null')
    expect(proposal.is_series).toBe(false)
    expect((await get('mentor of the pair', TIMES())).body).toContain('for a coffee chat')
    await post('mentor of the pair', `${TIMES()}/accept`, { proposal: proposal.id, at: first })
    expect(await rows('select kind, minutes, every_days from planned_meeting')).toEqual([
      { kind: 'coffee-chat', minutes: 30, every_days: null },
    ])
    const [invitation] = (await send()).filter((it) => it.calendar)
    expect(eventIn(invitation).start).toBe(first)
    // Were it in a window, the reminder would come all the same.
    await rows("update planned_meeting set starts_at = '2021-07-20T10:00:00Z'")
    now = '2021-07-16T10:00:00.000Z'
    await askWhetherMet(await program())
    const reminded = await rows(
      "select 1 from outbox_message where kind = 'meet-reminder' and about like $1",
      `${all.ids.pair}%`,
    )
    expect(reminded).toHaveLength(2)
    for (const table of ['planned_meeting', 'meeting_proposal']) await rows(`delete from ${table}`)
    await rows("delete from outbox_message where kind like 'meet-%'")
    await all.installation.pool.query(
      `update season set program = jsonb_set(program, '{meetings,minutes}', '30') where id = $1`,
      [all.ids.season],
    )
    now = '2021-07-09T10:00:00.000Z'
  })

  it('times inside both working hours are proposed, and the partner hears of them', async () => {
    const page = (await get('mentee of the pair', TIMES())).body
    const suggested = suggestedIn(page)
    expect(suggested).toHaveLength(3)
    for (const at of suggested) expect(at.slice(11, 16) >= '09:00' && at.slice(11, 16) <= '14:30').toBe(true)
    expect(page).toContain('(Europe/Berlin)')
    const none = await post('mentee of the pair', TIMES(), { times: '2020-01-01T10:00:00.000Z' })
    expect(none.status).toBe(422)
    expect(none.body).toContain('Choose one to three times')
    expect((await post('mentee of the pair', TIMES(), { times: suggested[1] ?? '' })).status).toBe(303)
    expect((await get('mentee of the pair', TIMES())).body).not.toContain('/times/accept')
    const [letter] = await send()
    expect(letter?.subject).toContain('proposes times')
    expect(letter?.calendar).toBeNull()
  })

  it('others in their place are a counter-proposal, and the first can be accepted no more', async () => {
    const [first] = await rows("select id, to_json(starts_at[1]) #>> '{}' as at from meeting_proposal")
    const counter = suggestedIn((await get('mentor of the pair', TIMES())).body)[0] ?? ''
    expect((await post('mentor of the pair', TIMES(), { times: counter })).status).toBe(303)
    const late = await post('mentor of the pair', `${TIMES()}/accept`, {
      proposal: first.id,
      at: new Date(first.at).toISOString(),
    })
    expect(late.status).toBe(409)
    expect(await rows('select id from planned_meeting')).toEqual([])
  })

  it('pressing twice at once plans once, and each gets an invitation that names nobody else', async () => {
    const page = (await get('mentee of the pair', TIMES())).body
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? ''
    const form = { proposal: field('proposal'), at: field('at') }
    const wrong = await post('mentor of the pair', `${TIMES()}/accept`, form)
    expect(wrong.status).toBe(422)
    for (const it of await Promise.all([1, 2, 3].map(() => post('mentee of the pair', `${TIMES()}/accept`, form))))
      expect(it.status).toBe(303)
    expect(await rows('select id from planned_meeting')).toHaveLength(1)
    const letters = (await send()).filter((it) => it.calendar)
    expect(letters).toHaveLength(2)
    for (const letter of letters) {
      expect(eventIn(letter)).toMatchObject({ method: 'REQUEST', sequence: '0', title: 'Conversation', start: form.at })
      const other = letters.find((it) => it !== letter)?.email ?? ''
      expect(letter.calendar).not.toContain(other)
    }
  })

  it('what is planned needs no reminder, and after it both are asked about it', async () => {
    now = '2021-07-19T10:00:00.000Z'
    await askWhetherMet(await program())
    expect(await rows("select id from outbox_message where kind = 'meet-reminder'")).toEqual([])
    expect(await rows('select id from meeting_question where planned_at is not null')).toHaveLength(2)
    now = '2021-07-09T10:00:00.000Z'
  })

  it('another time moves it under the same UID, and withdrawing it reaches both calendars', async () => {
    const [{ id }] = await rows('select id from planned_meeting')
    const times = suggestedIn((await get('mentee of the pair', `${TIMES()}?moves=${id}`)).body)
    await post('mentee of the pair', TIMES(), { times: times[2] ?? '', moves: id })
    const [{ id: proposal }] = await rows('select id from meeting_proposal where closed_at is null')
    await post('mentor of the pair', `${TIMES()}/accept`, { proposal, at: times[2] ?? '' })
    const moved = (await send()).filter((it) => it.calendar)
    expect(eventIn(moved[0])).toMatchObject({ uid: `${id}@alongside`, sequence: '1', start: times[2] })
    for (const _ of [1, 2]) await post('mentor of the pair', `${TIMES()}/withdraw`, { meeting: id })
    const withdrawn = (await send()).filter((it) => it.calendar)
    expect(withdrawn).toHaveLength(2)
    expect(eventIn(withdrawn[0])).toMatchObject({ method: 'CANCEL', uid: `${id}@alongside`, sequence: '2' })
  })

  it('a series stands in the private calendar, which dies when it is revoked and when its person leaves', async () => {
    const at = suggestedIn((await get('mentee of the pair', TIMES())).body)[0] ?? ''
    await post('mentee of the pair', TIMES(), { times: at, series: 'yes' })
    const [{ id: proposal }] = await rows('select id from meeting_proposal where closed_at is null')
    await post('mentor of the pair', `${TIMES()}/accept`, { proposal, at })
    const addressIn = (body: string) => /\/feeds\/[\w-]+\.ics/.exec(body)?.[0] ?? ''
    const first = addressIn((await post('mentor of the pair', '/me/calendar', {})).body)
    const second = addressIn((await post('mentor of the pair', '/me/calendar', {})).body)
    expect((await get('anybody', first)).status).toBe(404)
    const feed = await get('anybody', second)
    expect(feed.headers).toContain('text/calendar')
    expect(feed.body).toContain('RRULE:FREQ=DAILY')
    expect(feed.body).not.toContain('ATTENDEE')
    await all.installation.pool.query("update person set left_on = '2021-07-09' where id = $1", [all.ids.mentor])
    expect((await get('anybody', second)).status).toBe(404)
    await all.installation.pool.query('update person set left_on = null where id = $1', [all.ids.mentor])
    expect((await get('anybody', second)).status).toBe(200)
    expect((await post('mentor of the pair', '/me/calendar/revoke', {})).location).toBe('/me/calendar?done=revoked')
    expect((await get('anybody', second)).status).toBe(404)
  })

  it('to everybody outside of the pair its times are not there', async () => {
    for (const name of ['coordinator', 'owner', 'mentee of another pair'] as const) {
      expect((await get(name, TIMES())).status, name).toBe(404)
      expect((await post(name, TIMES(), { times: '2021-07-12T10:00:00.000Z' })).status, name).toBe(404)
    }
  })

  describe('what is planned goes with the pair, by whichever door it ends or pauses', () => {
    const plan = async (
      pair: string,
      startsAt: string,
      series: { everyDays: number; untilOn: string } | null = null,
    ) => {
      const id = newId()
      const values = [all.ids.organisation, id, pair, startsAt, series?.everyDays ?? null, series?.untilOn ?? null]
      await all.installation.pool.query(
        `insert into planned_meeting (organisation_id, id, pair_id, starts_at, minutes, every_days, until_on, zone, sequence, made_at, changed_at)
         values ($1, $2, $3, $4, 30, $5, $6, 'Europe/Berlin', 3, $4, $4)`,
        values,
      )
      return id
    }
    const withdrawn = async () => {
      const done = await withdrawPlanned(await program())
      const letters = await send()
      expect(await withdrawPlanned(await program())).toEqual({ withdrawn: 0 })
      return { ...done, letters: letters.map((it) => ({ to: it.email, body: it.body, ...eventIn(it) })) }
    }
    beforeAll(async () => {
      await all.installation.pool.query('update planned_meeting set cancelled_at = changed_at')
      now = '2021-07-21T10:00:00.000Z'
      await send()
    })

    it('a pause takes what lies in it, and a series that goes on after it stays', async () => {
      const id = await plan(all.ids.pair, '2021-07-28T10:00:00.000Z')
      const series = await plan(all.ids.pair, '2021-07-29T10:00:00.000Z', { everyDays: 14, untilOn: '2021-09-30' })
      expect((await post('mentee of the pair', `/pairs/${all.ids.pair}/pause`, { until: '2021-07-30' })).status).toBe(
        303,
      )
      const told = await withdrawn()
      expect(told.letters.map((it) => [it.method, it.uid, it.sequence])).toEqual([
        ['CANCEL', `${id}@alongside`, '4'],
        ['CANCEL', `${id}@alongside`, '4'],
      ])
      expect(new Set(told.letters.map((it) => it.to)).size).toBe(2)
      expect(told.letters[0]?.body).toContain('Find another time here')
      expect(await rows('select 1 from planned_meeting where id = $1 and cancelled_at is null', series)).toHaveLength(1)
    })

    it('an end takes the rest, for both, and offers no other time', async () => {
      expect((await post('mentee of the pair', `/pairs/${all.ids.pair}/end`, { reason: '' })).status).toBe(303)
      const told = await withdrawn()
      expect(told.letters.map((it) => [it.method, it.sequence])).toEqual([
        ['CANCEL', '4'],
        ['CANCEL', '4'],
      ])
      for (const it of told.letters) {
        expect(it.body).toContain('does not take place')
        expect(it.body).not.toContain('/meetings/times')
      }
    })

    it('a coordinator’s last day to come shortens a series, which a calendar takes in place of the one it has', async () => {
      const id = await plan(all.ids.otherPair, '2021-08-05T10:00:00.000Z', { everyDays: 14, untilOn: '2021-09-30' })
      const change = [all.ids.organisation, newId(), all.ids.otherPair]
      await all.installation.pool.query(
        "insert into pair_change (organisation_id, id, pair_id, kind, from_on, recorded_at) values ($1, $2, $3, 'ended', '2021-08-30', now())",
        change,
      )
      const told = await withdrawn()
      expect(told.letters.map((it) => [it.method, it.uid, it.sequence])).toEqual([
        ['REQUEST', `${id}@alongside`, '4'],
        ['REQUEST', `${id}@alongside`, '4'],
      ])
      expect(await rows('select until_on::text as on from planned_meeting where id = $1', id)).toEqual([
        { on: '2021-08-19' },
      ])
      await all.installation.pool.query('delete from pair_change where pair_id = $1', [all.ids.otherPair])
    })

    it('where one has left, the other is told', async () => {
      const [pair] = await rows('select mentor_id, mentee_id from pair where id = $1', all.ids.otherPair)
      await all.installation.pool.query("update person set left_on = '2021-07-21' where id = $1", [pair.mentor_id])
      const told = await withdrawn()
      const [mentee] = await rows('select email from person where id = $1', pair.mentee_id)
      expect(told.letters.map((it) => [it.to, it.method, it.sequence])).toEqual([[mentee.email, 'CANCEL', '5']])
    })
  })
})
