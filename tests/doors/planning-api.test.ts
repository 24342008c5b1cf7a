import { beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'
import { playSmallSeason } from '../make/small-season.ts'

const SEASON = 'women-2021'
type Query = Readonly<Record<string, string>>

describe('a season is planned by the API as it is in pages', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let site: ReturnType<typeof makeSite>
  let run: ReturnType<typeof commandLineOf>
  let token = ''

  beforeAll(async () => {
    installation = await freshInstallation()
    run = commandLineOf(installation)
    await playSmallSeason(run, `programs/${SEASON}.yaml`, { mentors: 3, mentees: 4 })
    token = JSON.parse((await run('office', 'token', '--json'))[0] ?? '').token
    site = makeSite(installation)
  })

  const named = (text: string) => text.replace('name: Kickoff\n    when', 'name: Opening\n    when')

  async function ask(method: 'GET' | 'POST', operation: string, query: Query = {}, body?: string) {
    const headers = { authorization: `Bearer ${token}` }
    const answer = await site.request(`/api/v1/${operation}?${new URLSearchParams(query)}`, { method, headers, body })
    return { status: answer.status, body: await answer.json() }
  }
  const rows = async (statement: string) => (await installation.pool.query(statement)).rows
  const seenOf = async (key: string) => {
    const { body } = await ask('GET', 'gather/events')
    return body.events.find((it: { event: { key: string } }) => it.event.key === key)
  }

  it('a draft is begun, saved, read with what it would change, and put in force as it was read', async () => {
    const { draft } = (await ask('POST', 'design/begin', { from: 'running', of: SEASON })).body
    const { text } = (await ask('GET', 'design/draft', { draft })).body
    const faulty = await ask(
      'POST',
      'design/save',
      { draft, seen: '1' },
      text.replace('everyDays: 14', 'everyDays: often'),
    )
    expect(faulty.body).toEqual({ number: 2, changed: true })
    const wrong = (await ask('GET', 'design/draft', { draft })).body
    expect([wrong.faults[0].path, wrong.changes]).toEqual(['meetings.everyDays', null])
    const late = await ask('POST', 'design/save', { draft, seen: '1' }, text)
    expect([late.status, late.body.code]).toEqual([409, 'changed-since'])
    const changed = named(text).replace('everyDays: 14', 'everyDays: 7')
    await ask('POST', 'design/save', { draft, seen: '2' }, changed)
    const read = (await ask('GET', 'design/draft', { draft })).body
    expect(read.changes.map((it: { place: string; lock: string }) => [it.place, it.lock])).toEqual([
      ['meetings.everyDays', 'windows-are-counted'],
      ['events.kickoff.name', null],
    ])
    const publish = { draft, seen: '3', 'in-force': read.inForce, because: 'A better word.' }
    expect((await ask('POST', 'design/publish', publish)).body.code).toBe('cannot-change-any-more')
    await ask('POST', 'design/save', { draft, seen: '3' }, named(text))
    expect((await ask('POST', 'design/publish', { ...publish, seen: '4', 'in-force': 'another' })).status).toBe(409)
    expect((await ask('POST', 'design/publish', { ...publish, seen: '4' })).body).toEqual({ season: SEASON })
    const { versions } = (await ask('GET', 'design/versions')).body
    expect(versions[0]).toMatchObject({ number: 2, because: 'A better word.' })
    expect((await seenOf('kickoff')).event.name).toBe('Opening')
  })

  it('two versions of one instant have an order', async () => {
    await rows("update season_version set recorded_at = '2021-05-01T10:00:00Z', id = id")
    const { versions } = (await ask('GET', 'design/versions')).body
    expect(versions.map((it: { number: number }) => it.number)).toEqual([2, 1])
    const { draft } = (await ask('POST', 'design/begin', { from: 'running', of: SEASON })).body
    expect((await ask('GET', 'design/draft', { draft })).body.text).toContain('name: Opening')
  })

  it('an event is changed as it stands in the file, as it was seen, and is not called off in passing', async () => {
    const { event, seen } = await seenOf('celebration')
    const longer = JSON.stringify({ ...event, minutes: 55 })
    const of = { event: 'celebration', seen }
    expect((await ask('POST', 'gather/save', of, longer)).body).toEqual({ event: 'celebration', changed: true })
    expect((await ask('POST', 'gather/save', of, longer)).body.changed).toBe(false)
    expect((await ask('POST', 'gather/save', of, JSON.stringify({ ...event, minutes: 50 }))).status).toBe(422)
    const now = await seenOf('celebration')
    const again = { ...of, seen: now.seen }
    const off = { ...now.event, calledOff: { on: '2021-09-01', because: 'ill' } }
    for (const [body, place] of [
      [JSON.stringify(off), 'calledOff'],
      [JSON.stringify({ ...now.event, key: 'party' }), 'key'],
      ['key: celebration\nminutes: soon\n', 'line 2, column 1'],
    ] as const) {
      const answer = await ask('POST', 'gather/save', again, body)
      expect([answer.status, answer.body.fields.map((it: { place: string }) => it.place)]).toEqual([
        422,
        expect.arrayContaining([place]),
      ])
    }
    const taken = await ask('POST', 'gather/save', {}, JSON.stringify(now.event))
    expect(taken.body.fields[0].message).toContain('say that it is the one you change')
    expect(
      await run('gather', 'call-off', '--event', 'celebration', '--seen', now.seen, '--because', 'No hour.'),
    ).toEqual(['hear: 0'])
    expect((await seenOf('celebration')).event.calledOff.because).toBe('No hour.')
  })

  it('people are ticked by their ids, and a list of something else is said', async () => {
    const { people } = (await ask('GET', 'gather/attendance', { event: 'kickoff' })).body
    const one = { event: 'kickoff', session: '1', people: people[0].id }
    expect((await ask('POST', 'gather/tick', one)).body).toEqual({ added: 1, removed: 0 })
    expect((await ask('POST', 'gather/tick', one)).body).toEqual({ added: 0, removed: 0 })
    expect((await ask('POST', 'gather/tick', { ...one, back: 'true' })).body).toEqual({ added: 0, removed: 1 })
    expect((await ask('POST', 'gather/tick', { ...one, people: 'mentee1@example.com' })).status).toBe(422)
  })

  it('a letter goes to the group that was seen, once', async () => {
    const group = (await ask('GET', 'desk/group', { to: 'pairs', who: 'mentees' })).body
    const letter = '0d1b4f6e-63a4-4d53-9d3b-0b7f6f0f3a11'
    const query = { to: 'pairs', who: 'mentees', subject: 'News', letter, seen: group.seen }
    expect((await ask('POST', 'desk/write', { ...query, seen: 'else' }, 'Words.')).body.code).toBe('group-changed')
    for (const _ of [1, 2])
      expect((await ask('POST', 'desk/write', query, 'Words – with an ü.')).body).toEqual({
        people: group.people.length,
      })
    const copies = await rows(`select body from outbox_message where about = '${letter}'`)
    expect(copies).toHaveLength(group.people.length)
    expect(copies[0].body).toContain('Words – with an ü.')
    expect((await ask('POST', 'desk/write', { ...query, letter: 'one' }, 'Words.')).status).toBe(422)
    expect((await ask('POST', 'desk/write', query, ' ')).body.fields[0].place).toBe('words')
  })
})
