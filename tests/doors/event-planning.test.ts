import { beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/database.ts'
import { makeSite } from '../../src/web/site.tsx'
import { requestAs } from '../make/doors.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'

const OF = '/seasons/women-2021/events/kickoff'
const FORM = {
  name: 'Kickoff',
  text: 'Come to any one.',
  minutes: '25',
  first: '2021-07-07',
  last: '2021-07-08',
  counts: 'yes',
  'key-0': '1',
  'on-0': '2021-07-07',
  'startsAt-0': '09:00',
  'places-0': '',
  'recording-0': '',
}

describe('what a coordinator sets of an event', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>

  beforeAll(async () => {
    all = await everybody()
    // What was played was recorded today; here it is the summer of 2021.
    await all.installation.pool.query("update season_version set recorded_at = '2021-06-01'")
    site = makeSite({ ...all.installation, machineClock: { now: () => '2021-07-01T10:00:00.000Z' } })
  })

  const get = (name: CallerName, path: string) => requestAs(site, all.callers[name], 'GET', path, {})
  const post = (name: CallerName, path: string, form: Record<string, string>) =>
    requestAs(site, all.callers[name], 'POST', path, form)
  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const seen = async (path = OF) =>
    /name="seen" value="([^"]+)"/.exec((await get('coordinator', `${path}/edit`)).body)?.[1] ?? ''
  const eventOf = async (key: string) =>
    (
      await rows(
        "select e from season, jsonb_array_elements(program -> 'events') e where key = 'women-2021' and e ->> 'key' = $1",
        key,
      )
    )[0]?.e
  const versions = async () => (await rows('select 1 from season_version where season_id = $1', all.ids.season)).length

  it('is a new version of the season’s file, and the same again changes nothing', async () => {
    const before = await versions()
    const form = {
      ...FORM,
      seen: await seen(),
      panellists: 'Ada\nBea',
      'on-1': '2021-07-08',
      'startsAt-1': '16:30',
      'places-1': '40',
    }
    expect((await post('coordinator', `${OF}/edit`, form)).location).toBe(`${OF}/desk?done=saved`)
    expect((await post('coordinator', `${OF}/edit`, { ...form, 'key-1': '2' })).location).toBe(`${OF}/desk?done=same`)
    expect(await versions()).toBe(before + 1)
    expect(await eventOf('kickoff')).toMatchObject({
      panellists: ['Ada', 'Bea'],
      sessions: [
        { key: '1', on: '2021-07-07', startsAt: '09:00' },
        { key: '2', on: '2021-07-08', startsAt: '16:30', places: 40 },
      ],
    })
    const [{ text }] = await rows(
      'select file_text as text from season_version order by recorded_at desc, id desc limit 1',
    )
    expect(text).toContain('16:30')
  })

  it('tells the second of two that the first has changed it, keeps what they entered, and overwrites only when asked again', async () => {
    const opened = await seen()
    const form = { ...FORM, seen: opened, 'key-1': '2', 'on-1': '2021-07-08' }
    expect((await post('lent coordinator', `${OF}/edit`, { ...form, minutes: '30' })).status).toBe(303)
    const late = await post('coordinator', `${OF}/edit`, { ...form, minutes: '45', text: 'What I wrote.' })
    expect(late.status).toBe(422)
    expect(late.body).toMatch(/Changed by lent on 2021-07-01 since you opened it/)
    expect(late.body).toContain('What I wrote.')
    expect((await eventOf('kickoff')).minutes).toBe(30)
    const renewed = /name="seen" value="([^"]+)"/.exec(late.body)?.[1] ?? ''
    expect((await post('coordinator', `${OF}/edit`, { ...form, minutes: '45', seen: renewed })).status).toBe(303)
    expect((await eventOf('kickoff')).minutes).toBe(45)
  })

  it('is undone as it was, once, and only while nobody changed it since', async () => {
    const stale = await seen()
    const form = { ...FORM, seen: stale, minutes: '50', 'key-1': '2', 'on-1': '2021-07-08' }
    await post('coordinator', `${OF}/edit`, form)
    expect((await post('coordinator', `${OF}/back`, { seen: stale })).status).toBe(422)
    const desk = (await get('coordinator', `${OF}/desk?done=saved`)).body
    const now = /name="seen" value="([^"]+)"/.exec(desk)?.[1] ?? ''
    expect((await post('coordinator', `${OF}/back`, { seen: now })).location).toBe(`${OF}/desk?done=back`)
    expect((await eventOf('kickoff')).minutes).toBe(45)
  })

  it('says everything that is wrong at its field, and keeps what was entered', async () => {
    const form = { ...FORM, seen: await seen(), minutes: 'long', 'startsAt-0': '9 o’clock' }
    const { status, body } = await post('coordinator', `${OF}/edit`, form)
    expect(status).toBe(422)
    expect(body).toContain('href="#minutes"')
    expect(body).toContain('href="#startsAt-0"')
    expect(body).toContain('value="9 o’clock"')
    const outside = await post('coordinator', `${OF}/edit`, { ...FORM, seen: await seen(), 'on-0': '2031-07-07' })
    expect(outside.status).toBe(422)
    expect(outside.body).toContain('2031-07-07')
  })

  it('keeps a session that somebody signed up for', async () => {
    await post('mentee of the pair', OF, { session: '2' })
    const form = { ...FORM, seen: await seen(), 'key-1': '2', 'on-1': '2021-07-08', 'remove-1': 'yes' }
    const { status, body } = await post('coordinator', `${OF}/edit`, form)
    expect(status).toBe(422)
    expect(body).toContain('People have signed up for it, so it stays')
    expect(body).toContain('href="#on-1"')
  })

  it('adds an event, and undoing takes it away', async () => {
    const form = { ...FORM, seen: 'new', name: 'Reading circle', optional: 'yes', 'key-0': '', 'on-0': '2021-08-03' }
    expect((await post('coordinator', '/seasons/women-2021/events/new/edit', form)).location).toBe(
      '/seasons/women-2021/events/reading-circle/desk?done=saved',
    )
    expect((await get('coordinator', '/desk/events?season=women-2021')).body).toContain('Reading circle')
    expect((await get('mentee of the pair', '/seasons/women-2021/events/reading-circle')).status).toBe(200)
    const of = '/seasons/women-2021/events/reading-circle'
    expect((await post('coordinator', `${of}/back`, { seen: await seen(of) })).location).toBe(
      '/desk/events?season=women-2021',
    )
    expect(await eventOf('reading-circle')).toBeUndefined()
  })

  it('asks who would come to an optional event without a day, and proposes hours for those', async () => {
    const form = {
      ...FORM,
      seen: 'new',
      name: 'Discussion',
      optional: 'yes',
      first: '',
      last: '',
      'key-0': '1',
      'on-0': '',
      'startsAt-0': '',
    }
    const of = '/seasons/women-2021/events/discussion'
    expect((await post('coordinator', '/seasons/women-2021/events/new/edit', form)).location).toBe(
      `${of}/desk?done=saved`,
    )
    expect((await get('mentee of the pair', of)).body).toContain('Would you come to')
    for (const _ of [1, 2])
      expect((await post('mentee of the pair', `${of}/interest`, {})).location).toBe(`${of}?done=interested`)
    expect((await post('colleague', `${of}/interest`, {})).status).toBe(404)
    expect((await post('mentee of the pair', `${OF}/interest`, {})).status).toBe(409)
    expect((await get('coordinator', '/desk/events?season=women-2021')).body).toContain('1 would come')
    expect((await get('coordinator', `${of}/times`)).body).toContain('The one person has a session')
    expect((await post('mentee of the pair', `${of}/interest`, { back: 'yes' })).location).toBe(
      `${of}?done=not-interested`,
    )
    expect(await rows('select 1 from event_interest')).toEqual([])
  })

  it('gives the last place of a session to one', async () => {
    const form = { ...FORM, seen: await seen(), 'places-0': '1', 'key-1': '2', 'on-1': '2021-07-08' }
    expect((await post('coordinator', `${OF}/edit`, form)).status).toBe(303)
    const both = await Promise.all(
      (['mentor of the pair', 'mentee of another pair'] as const).map((name) => post(name, OF, { session: '1' })),
    )
    expect(both.map((it) => it.status).sort()).toEqual([303, 409])
    expect(both.find((it) => it.status === 409)?.body).toContain('Every place of this session is taken')
    expect((await rows("select 1 from event_sign_up where session = '1'")).length).toBe(1)
    expect((await get('mentee of the pair', OF)).body).toContain('Every place is taken: session 1')
    expect((await get('coordinator', `${OF}/desk`)).body).toContain('1 of 1')
  })

  it('proposes hours for those in pairs, says who is left without, and puts them into the form', async () => {
    await rows("update directory_entry set time_zone = 'Etc/UTC'")
    await rows(
      "update directory_entry set time_zone = 'Pacific/Auckland', works_from = '09:00', works_until = '10:00' where person_id = $1",
      all.ids.mentor,
    )
    const path = `${OF}/times?from=2021-07-07&until=2021-07-08&sessions=1`
    const one = await get('coordinator', path)
    expect(one.body).toMatch(/\d+ of \d+ have a session inside their hours/)
    const [{ name }] = await rows('select name from person where id = $1', all.ids.mentor)
    expect(one.body).toContain(name)
    const two = await get('coordinator', path.replace('sessions=1', 'sessions=2'))
    expect(two.body).toMatch(/All \d+ have a session inside their hours/)
    const use = /href="([^"]*edit\?times=[^"]+)"/.exec(two.body)?.[1] ?? ''
    const form = await get('coordinator', use)
    expect(form.body).toContain('Look at them, then save')
    expect(form.body).toContain(`value="${/times=([\d-]+)T/.exec(use)?.[1]}"`)
    for (const [query, field] of [
      ['from=soon&until=2021-07-08', 'from'],
      ['from=2021-07-08&until=2021-07-07', 'until'],
      ['from=2021-07-01&until=2021-12-31', 'until'],
      ['sessions=9', 'sessions'],
    ]) {
      const wrong = await get('coordinator', `${OF}/times?${query}`)
      expect(wrong.status, query).toBe(422)
      expect(wrong.body).toContain(`href="#${field}"`)
    }
  })

  it('ticks who came from the day on, and two who tick at once do not undo each other', async () => {
    const path = `${OF}/attendance`
    const tick = (name: CallerName, came: readonly string[], was: readonly string[], at = site) => {
      const form = new URLSearchParams([
        ['session', '1'],
        ...came.map((id) => ['came', id]),
        ...was.map((id) => ['was', id]),
        ['token', all.callers[name].formToken ?? ''],
      ])
      return at.request(path, {
        method: 'POST',
        headers: { ...all.callers[name].headers, origin: 'http://localhost' },
        body: form,
      })
    }
    const { mentor, mentee, outsider } = all.ids
    expect((await tick('coordinator', [mentee], [])).status).toBe(409)
    const later = makeSite({ ...all.installation, machineClock: { now: () => '2021-07-09T10:00:00.000Z' } })
    expect((await tick('coordinator', [mentee], [], later)).headers.get('location')).toContain('added=1&removed=0')
    expect((await tick('lent coordinator', [mentor], [], later)).headers.get('location')).toContain('added=1&removed=0')
    const came = async () =>
      (
        await rows(
          "select person_id, happened_on::text as on from attendance where event = 'kickoff' and session = '1' and person_id = any($1)",
          [mentor, mentee],
        )
      ).length
    expect(await came()).toBe(2)
    expect((await tick('coordinator', [], [mentee], later)).headers.get('location')).toContain('added=0&removed=1')
    expect(await came()).toBe(1)
    expect((await tick('coordinator', [outsider], [], later)).status).toBe(422)
    expect((await tick('mentee of the pair', [mentee], [], later)).status).toBe(404)
    const page = await requestAs(later, all.callers.coordinator, 'GET', `${path}?session=1`, {})
    expect(page.body).toContain('Save who came')
    expect((await requestAs(later, all.callers.coordinator, 'GET', `${path}?q=zzz`, {})).body).toContain(
      'Nobody of that name',
    )
  })
})

describe('how a season stands', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>

  beforeAll(async () => {
    all = await everybody()
    site = makeSite({ ...all.installation, machineClock: { now: () => '2021-08-25T10:00:00.000Z' } })
  })
  const get = (name: CallerName, path: string) => requestAs(site, all.callers[name], 'GET', path, {})

  it('is counts beside the aims, with what may still be missed, for its coordinators alone', async () => {
    const { body } = await get('coordinator', '/desk/health?season=women-2021')
    expect(body).toMatch(/95.%/)
    expect(body).toMatch(/may miss|cannot be reached|is reached/)
    expect(body).toContain('Each pair with its windows')
    const { rows } = await all.installation.pool.query('select name from person where id = $1', [all.ids.mentee])
    expect(body).not.toContain(rows[0].name)
    for (const name of ['owner', 'auditor', 'mentee of the pair', 'reviewer', 'coordinator of another season'] as const)
      expect((await get(name, '/desk/health?season=women-2021')).status, name).toBe(404)
    expect((await get('coordinator of another season', '/desk/health')).body).toContain('No pairs yet')
  })

  it('takes as many queries with many signed up, there and asking as with one, and few', async () => {
    const { installation, ids } = all
    let queries = 0
    const db = openStore(installation.pool, () => {
      queries += 1
    })
    const counting = makeSite({ ...installation, db, machineClock: { now: () => '2021-08-25T10:00:00.000Z' } })
    const pages = [
      '/desk/health?season=women-2021',
      '/desk/health/training?season=women-2021&training=course',
      '/desk/events?season=women-2021',
      '/seasons/women-2021/events/kickoff/desk',
      '/seasons/women-2021/events/kickoff/edit',
      '/seasons/women-2021/events/kickoff/times',
      '/seasons/women-2021/events/kickoff/attendance',
    ]
    const count = async () => {
      const counted: Record<string, number> = {}
      for (const path of pages) {
        queries = 0
        expect((await requestAs(counting, all.callers.coordinator, 'GET', path, {})).status, path).toBe(200)
        counted[path] = queries
      }
      return counted
    }
    const fill = (statement: string) => installation.pool.query(statement, [ids.organisation, ids.season])
    const signUp = (most: string) =>
      fill(`insert into event_sign_up (organisation_id, id, season_id, person_id, event, session, made_at)
        select $1, gen_random_uuid(), $2, id, 'kickoff', '1', now() from person where organisation_id = $1 limit ${most}
        on conflict do nothing`)
    await signUp('1')
    const before = await count()
    await signUp('all')
    await fill(`insert into attendance (organisation_id, id, season_id, person_id, event, session, happened_on, recorded_at)
      select $1, gen_random_uuid(), $2, id, 'kickoff', '1', '2021-07-07', now() from person where organisation_id = $1
      on conflict do nothing`)
    await fill(`insert into board_question (organisation_id, id, season_id, event, words, asker, asked_on)
      select $1, gen_random_uuid(), $2, 'kickoff', 'Question ' || n, 'x', '2021-07-01' from generate_series(1, 60) n`)
    expect(await count()).toEqual(before)
    expect(Math.max(...Object.values(before))).toBeLessThanOrEqual(16)
  })

  it('names who has not completed a training, by page and as a sheet, and they are told who looked', async () => {
    const { body } = await get('coordinator', '/desk/health?season=women-2021')
    const href = /href="(\/desk\/health\/training[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const list = await get('coordinator', href)
    expect(list.body).toMatch(/\d+ not yet/)
    const sheet = await get('coordinator', href.replace('/training?', '/training.csv?'))
    expect(sheet.body.split('\r\n')[0]).toBe('name,not_completed')
    expect((await get('coordinator', '/desk/health/training?season=women-2021&training=none')).status).toBe(404)
    expect((await get('coordinator of another season', href)).status).toBe(404)
  })
})
