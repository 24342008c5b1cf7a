import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { openEvent } from '../make/open-event.ts'

const PATH = '/seasons/women-2021/events/kickoff'

describe('events, at the door', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>
  let today = ''

  beforeAll(async () => {
    all = await everybody()
    today = await openEvent(all)
    site = makeSite(all.installation)
  })

  const ask = async (name: CallerName, method: string, path: string, form: Readonly<Record<string, string>> = {}) => {
    const { headers, formToken } = all.callers[name]
    const body = method === 'GET' ? undefined : new URLSearchParams({ ...form, token: formToken ?? '' })
    const answer = await site.request(path, { method, headers: { ...headers, origin: 'http://localhost' }, body })
    return {
      status: answer.status,
      headers: answer.headers,
      location: answer.headers.get('location'),
      text: await answer.text(),
    }
  }
  const get = (name: CallerName, path = PATH) => ask(name, 'GET', path)
  const post = (name: CallerName, path: string, form: Readonly<Record<string, string>> = {}) =>
    ask(name, 'POST', path, form)
  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows

  it('shows the sessions that are still to come on my clock and on the season’s, with what belongs to them', async () => {
    await rows("update directory_entry set time_zone = 'Pacific/Tongatapu' where person_id = $1", all.ids.mentee)
    const { text } = await get('mentee of the pair')
    expect(text).toContain('Choose the session that suits you')
    expect(text).toMatch(/on your clock \(Tongatapu\); that is/)
    expect(text).toContain('Read this before')
    expect(text).toContain('Recording of session 3')
    expect(text).not.toContain('value="3"')
    for (const name of ['colleague', 'owner', 'coordinator'] as const) {
      expect((await get(name)).status, name).toBe(404)
      expect((await post(name, PATH, { session: '1' })).status, name).toBe(404)
    }
  })

  it('somebody signs up once, changes, withdraws, and may do each twice', async () => {
    const both = await Promise.all([1, 2].map(() => post('mentee of the pair', PATH, { session: '1' })))
    for (const it of both) expect(it.status).toBe(303)
    const mine = () => rows('select session from event_sign_up where person_id = $1', all.ids.mentee)
    expect(await mine()).toEqual([{ session: '1' }])
    expect((await post('mentee of the pair', PATH, { session: '2' })).location).toBe(`${PATH}?done=moved`)
    expect(await mine()).toEqual([{ session: '2' }])
    expect((await get('mentee of the pair')).text).toMatch(/You come on \w+day/)
    expect((await post('mentee of the pair', PATH, { session: '9' })).status).toBe(422)
    expect((await post('mentee of the pair', PATH, { session: '3' })).status).toBe(409)
    for (const _ of [1, 2])
      expect((await post('mentee of the pair', `${PATH}/withdraw`)).location).toBe(`${PATH}?done=withdrawn`)
    expect(await mine()).toEqual([])
  })

  it('the calendar holds the time and nobody else, and in a season that tells something no title that does', async () => {
    expect((await get('mentee of the pair', `${PATH}/calendar.ics`)).status).toBe(404)
    await post('mentee of the pair', PATH, { session: '1' })
    const { text, headers } = await get('mentee of the pair', `${PATH}/calendar.ics`)
    expect(headers.get('content-disposition')).toBe('attachment; filename="appointment.ics"')
    expect(text).toMatch(/DTSTART:\d{8}T\d{6}Z\r\nDTEND:\d{8}T\d{6}Z\r\nSUMMARY:Appointment\r\n/)
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER|Kickoff|women|Mentor/i)
    await rows(
      "update season set program = jsonb_set(jsonb_set(program, '{roles,mentor,requirements}', '[]'), '{roles,mentee,requirements}', '[]')",
    )
    const told = (await get('mentee of the pair', `${PATH}/calendar.ics`)).text
    expect(told).toContain('SUMMARY:Kickoff\\, ')
    expect(told).toContain('URL:')
  })

  it('the coordinator sees codes, counts and names, and nobody else does', async () => {
    const desk = `${PATH}/desk`
    expect((await get('coordinator', desk)).text).toContain('none yet')
    for (const _ of [1, 2]) expect((await post('coordinator', desk)).location).toBe(desk)
    const codes = await rows('select session, code from check_in_code order by session')
    expect(codes.map((it) => it.session)).toEqual(['1', '2', '3'])
    const { text } = await get('coordinator', desk)
    for (const { code } of codes) expect(text).toContain(code)
    expect(text).toContain('1 signed up')
    for (const name of ['mentee of the pair', 'owner', 'colleague', 'coordinator of another season'] as const)
      expect((await get(name, desk)).status, name).toBe(404)
    expect((await get('mentee of the pair', '/me/who-looked')).text).toContain('who signed up')
  })

  it('small groups keep pairs apart, are drawn again when people are missing, and undone; each sees their own number', async () => {
    const groups = { session: '1', size: '4' }
    for (const size of ['2', '6', 'many'])
      expect((await post('coordinator', `${PATH}/groups`, { ...groups, size })).status, size).toBe(422)
    expect((await post('coordinator', `${PATH}/groups`, { ...groups, session: '2' })).status).toBe(409)
    expect((await post('coordinator', `${PATH}/groups`, groups)).text).toContain('too few')
    expect((await post('mentee of the pair', `${PATH}/groups`, groups)).status).toBe(404)
    await rows(
      `insert into event_sign_up (organisation_id, id, season_id, person_id, event, session, made_at)
       select organisation_id, gen_random_uuid(), season_id, person, 'kickoff', '1', now()
       from (select organisation_id, season_id, mentor_id as person from pair union select organisation_id, season_id, mentee_id from pair) p
       where person <> $1`,
      all.ids.mentee,
    )
    const both = await Promise.all([1, 2].map(() => post('coordinator', `${PATH}/groups`, groups)))
    for (const it of both) expect(it.location).toBe(`${PATH}/desk?done=drawn`)
    const together = () =>
      rows(`select 1 from pair p join group_place a on a.person_id = p.mentor_id
        join group_place b on b.person_id = p.mentee_id and b.draw_id = a.draw_id and b.number = a.number`)
    const current = async () => (await rows('select id from group_draw where replaced_at is null'))[0].id
    const places = () =>
      rows(
        'select person_id, number from group_place where draw_id = (select id from group_draw where replaced_at is null) order by 1',
      )
    expect(await together()).toEqual([])
    expect((await rows('select 1 from group_draw')).length).toBe(1)
    expect((await get('mentee of the pair')).text).toMatch(/You are in small group \d/)
    const [first, before] = [await current(), await places()]
    const again = { ...groups, instead: first }
    const races = await Promise.all([1, 2].map(() => post('coordinator', `${PATH}/groups`, again)))
    expect(races.map((it) => it.status).sort()).toEqual([303, 409])
    expect(races.find((it) => it.status === 409)?.text).toContain(
      'Somebody drew these groups since you opened the page',
    )
    expect(await together()).toEqual([])
    expect((await get('coordinator', `${PATH}/desk`)).text).toContain('Undo')
    const undone = { session: '1', instead: await current() }
    expect((await post('coordinator', `${PATH}/groups/back`, undone)).location).toBe(`${PATH}/desk?done=undrawn`)
    expect((await post('coordinator', `${PATH}/groups/back`, undone)).status).toBe(409)
    expect([await current(), await places()]).toEqual([first, before])
  })

  it('a code checks in on its day, once, guests too, and becomes the row an import writes', async () => {
    const [first, second] = await rows('select code from check_in_code order by session')
    const typed = ` ${first.code.toLowerCase().slice(0, 3)}-${first.code.toLowerCase().slice(3)} `
    const both = await Promise.all([1, 2].map(() => post('mentee of the pair', '/check-in', { code: typed })))
    for (const it of both) expect(it.location).toBe('/check-in?done=yes')
    expect((await post('colleague', '/check-in', { code: first.code })).status).toBe(303)
    const came = await rows("select event, session, happened_on::text as on from attendance where event = 'kickoff'")
    expect(came).toEqual([
      { event: 'kickoff', session: '1', on: today },
      { event: 'kickoff', session: '1', on: today },
    ])
    expect((await post('mentee of the pair', '/check-in', { code: second.code })).status).toBe(409)
    const wrong = await post('mentee of the pair', '/check-in', { code: 'ZZZZZZ' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="ZZZZZZ"')
    expect((await get('anybody', '/check-in?code=ABC')).location).toMatch(/^\/sign-in/)
    expect((await get('mentee of the pair')).text).toContain('You were at')
    expect((await get('colleague', `/check-in?code=${first.code}`)).text).toContain(`value="${first.code}"`)
  })

  it('codes cannot be guessed: after twenty tries one waits', async () => {
    const tries = []
    for (let at = 0; at < 21; at += 1)
      tries.push((await post('mentor of the pair', '/check-in', { code: `A${at}` })).status)
    expect(tries.filter((it) => it === 422).length).toBeLessThanOrEqual(40)
    expect(tries.some((it) => it === 429 || it === 409)).toBe(true)
  })
})

describe('the question board, at the door', () => {
  const BOARD = '/seasons/women-2021/questions'
  let all: Everybody
  let site: ReturnType<typeof makeSite>

  beforeAll(async () => {
    all = await everybody()
    site = makeSite(all.installation)
  })

  const get = async (name: CallerName, path = BOARD) => {
    const answer = await site.request(path, { headers: all.callers[name].headers })
    return { status: answer.status, text: await answer.text() }
  }
  const post = async (name: CallerName, path: string, form: Readonly<Record<string, string>> = {}) => {
    const { headers, formToken } = all.callers[name]
    const body = new URLSearchParams({ ...form, token: formToken ?? '' })
    const answer = await site.request(path, {
      method: 'POST',
      headers: { ...headers, origin: 'http://localhost' },
      body,
    })
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
  }
  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const WORDS = 'May we meet more often than the program says?'
  const idOf = async (words: string) => (await rows('select id from board_question where words = $1', words))[0]?.id

  it('a question stands there without a name, for everybody of the season, and its asker alone can withdraw it', async () => {
    expect((await get('mentee of the pair')).text).toContain('Nobody has asked yet')
    expect((await post('mentee of the pair', BOARD, { words: WORDS })).location).toBe(`${BOARD}?done=asked`)
    expect((await get('mentee of the pair')).text).toContain('You asked this; only you see that.')
    for (const name of ['mentor of the pair', 'mentee of another pair', 'coordinator'] as const) {
      const { text } = await get(name)
      expect(text, name).toContain(WORDS)
      expect(text, name).not.toContain('You asked this')
      expect((await post(name, `${BOARD}/${await idOf(WORDS)}/withdraw`)).status, name).toBe(404)
    }
    for (const name of ['colleague', 'owner', 'auditor', 'coordinator of another season'] as const)
      expect((await get(name)).status, name).toBe(404)
    const [row] = await rows('select board_question::text as it, id from board_question')
    for (const it of [all.ids.mentee, all.ids.outsider]) expect(row.it).not.toContain(it)
    expect(row.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
  })

  it('no page of the audit says who asked or voted', async () => {
    for (const name of ['owner', 'auditor'] as const)
      expect((await get(name, '/upkeep/audit?what=gather')).text).not.toMatch(/gather\.(ask|vote|withdrawQ)/)
  })

  it('each person has one vote, however often and fast, and the most wanted come first', async () => {
    await post('mentor of the pair', BOARD, { words: 'A second question' })
    const path = `${BOARD}/${await idOf('A second question')}/vote`
    const votes = async () => (await rows('select count(*)::int as votes from board_vote'))[0].votes
    await Promise.all([1, 2, 3, 4].map(() => post('mentee of the pair', path)))
    expect(await votes()).toBe(1)
    await post('mentee of another pair', path)
    expect(await votes()).toBe(2)
    const { text } = await get('mentee of the pair')
    expect(text.indexOf('A second question')).toBeLessThan(text.indexOf(WORDS))
    expect(text).toContain('2 votes, one of them yours.')
    await post('mentee of the pair', path, { back: 'yes' })
    await post('mentee of the pair', path, { back: 'yes' })
    expect(await votes()).toBe(1)
    expect((await post('coordinator', path)).status).toBe(404)
    expect((await post('mentee of the pair', path.replace('2021', '2022'))).status).toBe(404)
  })

  it('a coordinator marks what was answered, and it goes behind what is open', async () => {
    const path = `${BOARD}/${await idOf('A second question')}/answered`
    expect((await post('mentee of the pair', path)).status).toBe(404)
    expect((await post('coordinator', path)).location).toBe(`${BOARD}?done=answered`)
    const { text } = await get('mentee of the pair')
    expect(text).toMatch(/One vote\. Answered on \w+day/)
    expect(text.indexOf('A second question')).toBeGreaterThan(text.indexOf(WORDS))
    await post('coordinator', path, { back: 'yes' })
    expect((await get('mentee of the pair')).text).not.toContain('Answered on')
  })

  it('a coordinator takes a question off the board and puts it back; nobody else sees or votes for it meanwhile', async () => {
    const path = `${BOARD}/${await idOf('A second question')}`
    expect((await post('mentee of the pair', `${path}/hide`)).status).toBe(404)
    for (const _ of [1, 2]) expect((await post('coordinator', `${path}/hide`)).location).toBe(`${BOARD}?done=hidden`)
    expect((await get('mentee of the pair')).text).not.toContain('A second question')
    expect((await post('mentor of the pair', `${path}/vote`)).status).toBe(404)
    const { text } = await get('coordinator')
    expect(text).toContain('Off the board.')
    expect(text.indexOf('A second question')).toBeGreaterThan(text.indexOf(WORDS))
    expect((await post('coordinator', `${path}/hide`, { back: 'yes' })).location).toBe(`${BOARD}?done=shown`)
    expect((await get('mentee of the pair')).text).toContain('A second question')
  })

  it('each event has a board of its own', async () => {
    await post('mentee of the pair', BOARD, { words: 'For the kickoff', event: 'kickoff' })
    expect((await get('mentor of the pair', `${BOARD}?event=kickoff`)).text).toContain('For the kickoff')
    expect((await get('mentor of the pair')).text).not.toContain('For the kickoff')
    expect((await get('mentor of the pair', `${BOARD}?event=none`)).status).toBe(404)
  })

  it('gives back what cannot be asked, and lists fifty a page', async () => {
    expect((await post('mentee of the pair', BOARD, { words: ' ' })).text).toContain('Write your question first')
    const long = await post('mentee of the pair', BOARD, { words: 'why '.repeat(200) })
    expect(long.status).toBe(422)
    expect(long.text).toContain('why why why')
    await rows(
      `insert into board_question (organisation_id, id, season_id, words, asker, asked_on)
       select $1, gen_random_uuid(), $2, 'Question ' || n, 'x', '2021-07-01' from generate_series(1, 60) n`,
      all.ids.organisation,
      all.ids.season,
    )
    const first = (await get('mentee of the pair')).text
    expect(first.match(/<li class="border-b/g)).toHaveLength(50)
    expect(first).toContain('62 questions')
    expect((await get('mentee of the pair', `${BOARD}?page=2`)).text.match(/<li class="border-b/g)).toHaveLength(12)
  })

  it('a question that is withdrawn is gone with its votes', async () => {
    await post('mentor of the pair', `${BOARD}/${await idOf(WORDS)}/vote`)
    const withdrawn = await post('mentee of the pair', `${BOARD}/${await idOf(WORDS)}/withdraw`)
    expect(withdrawn.location).toBe(`${BOARD}?done=withdrawn`)
    expect(await idOf(WORDS)).toBeUndefined()
  })
})
