import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { exitFor } from '../../src/cli/exit.ts'
import type { ImportReport } from '../../src/model/report.ts'
import { makeSite } from '../../src/web/site.tsx'
import { commandLine } from '../make/command-line.ts'
import { freshDatabase } from '../make/database.ts'
import { freshInstallation } from '../make/installation.ts'

const HEAD =
  'submitted_at,email,role,commits_for_whole_program,attends_live_trainings,identifies_with_program,manager_informed,can_complete_certificate,topics,capacity,about'
const GOOD = '2021-05-21T09:00:00Z,ann@example.com,mentor,yes,yes,yes,yes,yes,coaching,1,hello'

describe('what is given wrongly is answered with place and remedy, and the rest is kept', () => {
  let run: ReturnType<typeof commandLine>
  let site: ReturnType<typeof makeSite>
  let token = ''
  let pool: pg.Pool
  const folder = mkdtempSync(join(tmpdir(), 'alongside-bad-'))

  beforeAll(async () => {
    pool = await freshDatabase()
    run = commandLine(pool)
    await run('office', 'setup', '--organisation', 'Example', '--operator', 'coordinator@example.com')
    await run('design', 'load', 'programs/women-2021.yaml')
    await importOf(
      'people',
      'import',
      'name,email,division,department,start_date\nAnn,ann@example.com,Sales,S,2015-01-01\nBea,bea@example.com,Legal,L,2015-01-01\n',
    )
    token = JSON.parse((await run('office', 'token', '--json'))[0] ?? '').token
    site = makeSite(await freshInstallation({}, pool))
  })

  async function importOf(
    stage: string,
    verb: string,
    content: string | Uint8Array,
    ...more: string[]
  ): Promise<ImportReport> {
    const file = join(folder, `${stage}-${Math.abs(content.length)}.csv`)
    writeFileSync(file, content)
    return JSON.parse((await run(stage, verb, file, '--json', ...more))[0] ?? '')
  }
  const post = (path: string, body: string | Uint8Array) =>
    site.request(`/api/v1${path}`, {
      method: 'POST',
      body: body as BodyInit,
      headers: { authorization: `Bearer ${token}` },
    })
  const exitOf = async (work: Promise<unknown>) =>
    exitFor(
      await work.then(
        () => null,
        (error: unknown) => error,
      ),
    )

  const FILE_FAULTS: readonly (readonly [what: string, content: string | Uint8Array, says: RegExp])[] = [
    ['is not UTF-8', new Uint8Array([...new TextEncoder().encode(`${HEAD}\n`), 0xff, 0xfe, 0x41]), /UTF-8/],
    ['is empty', '', /empty|header/],
    ['has a quote that never closes', `${HEAD}\n2021-05-21T09:00:00Z,"ann@example.com,mentor\n`, /quote/],
    ['misses a column', 'submitted_at,role\n2021-05-21T09:00:00Z,mentor\n', /email/],
    ['has a column twice', `${HEAD},email\n${GOOD},ann@example.com\n`, /email/],
  ]
  for (const [what, content, says] of FILE_FAULTS) {
    it(`a file that ${what} writes nothing: exit 2 and 422 with fields`, async () => {
      const { code, lines } = await exitOf(importOf('apply', 'import', content))
      expect(code).toBe(2)
      expect(lines.join('\n')).toMatch(says)
      const answer = await post('/apply/import', content)
      expect(answer.status).toBe(422)
      expect((await answer.json()).fields[0].message).toMatch(says)
    })
  }

  const ROW_FAULTS: readonly (readonly [what: string, row: string, code: RegExp, column: string])[] = [
    ['an over-long cell', GOOD.replace('hello', 'x'.repeat(10_001)), /too-long/, 'about'],
    ['an unknown role', GOOD.replace('mentor', 'mentr'), /role/, 'role'],
    ['a negative capacity', GOOD.replace(',1,hello', ',-1,hello'), /number|negative|small/, 'capacity'],
    ['a person nobody knows', GOOD.replace('ann@', 'nobody@'), /unknown-person/, 'email'],
  ]
  for (const [what, row, code, column] of ROW_FAULTS) {
    it(`a row with ${what} is reported by its number and left out`, async () => {
      const report = await importOf('apply', 'import', `${HEAD}\n${row}\n`)
      expect(report).toMatchObject({ accepted: 0, rejected: [{ row: 2, column }] })
      expect(report.rejected[0]?.code).toMatch(code)
      expect(report.rejected[0]?.remedy).toBeTruthy()
    })
  }

  it('a date such as 5/6/2021 needs to be told its order', async () => {
    const content = 'mentee_email,held_on,minutes,confirmed_by\nbea@example.com,5/6/2021,30,both\n'
    expect(await importOf('meet', 'import', content)).toMatchObject({
      accepted: 0,
      rejected: [{ row: 2, column: 'held_on' }],
    })
    expect(await importOf('meet', 'import', content, '--dates', 'dmy')).toMatchObject({ accepted: 1, rejected: [] })
  })

  it('a sheet of meetings that says no minutes keeps those that are known', async () => {
    const sheet = (minutes: string) =>
      `mentee_email,held_on,minutes,confirmed_by\nbea@example.com,2021-07-08,${minutes},both\n`
    expect(await importOf('meet', 'import', sheet('45'))).toMatchObject({ accepted: 1 })
    expect(await importOf('meet', 'import', sheet(''))).toMatchObject({ accepted: 0, unchanged: 1 })
    const without = 'mentee_email,held_on,confirmed_by\nbea@example.com,2021-07-08,mentor\n'
    expect(await importOf('meet', 'import', without)).toMatchObject({ accepted: 1 })
    const { rows } = await pool.query("select minutes, confirmed_by from meeting where happened_on = '2021-07-08'")
    expect(rows).toEqual([{ minutes: 45, confirmed_by: 'mentor' }])
  })

  it('with --strict one faulty row makes the whole file faulty', async () => {
    const content = `${HEAD}\n${GOOD.replace('ann@', 'bea@')}\n${GOOD.replace('mentor', 'mentr')}\n`
    expect(await exitOf(importOf('apply', 'import', content, '--strict'))).toMatchObject({ code: 2 })
    expect(await importOf('apply', 'import', content)).toMatchObject({ accepted: 1, rejected: [{ row: 3 }] })
  })

  it('a byte order mark, a header alone, and a formula are taken', async () => {
    expect(await importOf('apply', 'import', `\uFEFF${HEAD}\n`)).toMatchObject({ read: 0, rejected: [] })
    expect(await importOf('apply', 'import', `\uFEFF${HEAD}\n${GOOD.replace('hello', '=1+1')}\n`)).toMatchObject({
      accepted: 1,
      rejected: [],
    })
  })

  it('a header that is a long question is mapped once and remembered', async () => {
    const content = 'Who are you?,course,completed_on\nann@example.com,course,2021-07-14\n'
    expect((await exitOf(importOf('learn', 'import', content))).code).toBe(2)
    expect(await importOf('learn', 'import', content, '--map', 'email=Who are you?')).toMatchObject({ accepted: 1 })
    expect(await importOf('learn', 'import', content)).toMatchObject({ accepted: 0, unchanged: 1 })
  })

  it('an unknown season or person is exit 3', async () => {
    expect(await exitOf(run('match', 'show', '--season', 'nowhere'))).toMatchObject({ code: 3 })
    expect(await exitOf(run('match', 'show', '--as', 'nobody@example.com'))).toMatchObject({ code: 3 })
  })

  it('what is not yours to do is exit 4, and 404 like what is not there', async () => {
    expect(await exitOf(run('match', 'show', '--as', 'ann@example.com'))).toMatchObject({ code: 4 })
    const unknown = await site.request('/api/v1/match/show', { headers: { authorization: 'Bearer als_guessed' } })
    const absent = await site.request('/api/v1/no/such')
    expect([unknown.status, absent.status]).toEqual([404, 404])
    expect(await unknown.text()).toBe(await absent.text())
  })

  it('clearance needs the people team: without one person deciding so, the coordinator may not', async () => {
    const file = join(folder, 'clear.csv')
    writeFileSync(file, 'email,standing\n')
    expect(await exitOf(run('review', 'clear', file))).toMatchObject({ code: 4 })
  })

  it('what a rule refuses is exit 5 and 409 with code and facts', async () => {
    expect(await exitOf(run('match', 'publish'))).toMatchObject({ code: 5 })
    const answer = await post('/match/publish', '')
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ code: 'no-match-yet' })
    const again = exitOf(run('office', 'setup', '--organisation', 'Other', '--operator', 'x@example.com'))
    expect(await again).toMatchObject({ code: 5 })
  })

  it('answers before the first pairs are published are refused', async () => {
    const content = 'email,skills,will_keep_meeting\nann@example.com,confidence,yes\n'
    expect(await exitOf(importOf('survey', 'import', content, '--survey', 'end', '--role', 'mentee'))).toMatchObject({
      code: 5,
    })
  })

  it('a word that is no command, a day that is none and an unknown option are exit 2', async () => {
    for (const words of [
      ['dance'],
      ['match', 'dance'],
      ['match', 'show', '--on', '2021-02-30'],
      ['match', 'show', '--loud'],
      ['survey', 'import', 'x.csv'],
    ])
      expect(await exitOf(run(...words))).toMatchObject({ code: 2 })
  })

  it('the audit names the operator, and the person acted for', async () => {
    await exitOf(run('design', 'show', '--as', 'coordinator@example.com'))
    const answer = await site.request('/api/v1/design/show', { headers: { authorization: `Bearer ${token}` } })
    expect(answer.status).toBe(200)
    const { rows } = await pool.query(
      `select distinct a.actor_kind, p.email, case when a.actor_kind = 'operator' then a.via = o.operator_person_id::text or a.via = 'operator' end as operator
       from audit a join person p on p.id = a.actor_person_id join organisation o on o.id = a.organisation_id
       where a.outcome = 'done' order by 1`,
    )
    expect(rows).toEqual([
      { actor_kind: 'operator', email: 'coordinator@example.com', operator: true },
      { actor_kind: 'token', email: 'coordinator@example.com', operator: null },
    ])
  })

  it('what was not allowed is in the audit as refused, with who asked and no ground', async () => {
    await exitOf(run('match', 'publish', '--as', 'ann@example.com'))
    const { rows } = await pool.query(
      `select a.action, a.outcome, a.ground, p.email from audit a join person p on p.id = a.actor_person_id
       where a.outcome = 'refused' and a.action = 'match.publishMatch'`,
    )
    expect(rows).toEqual([{ action: 'match.publishMatch', outcome: 'refused', ground: null, email: 'ann@example.com' }])
  })

  it('an action that a rule refuses leaves no audit line and changes nothing', async () => {
    const count = async () => (await pool.query('select count(*)::int as n from audit')).rows[0].n
    const before = await count()
    await exitOf(run('match', 'publish'))
    expect(await count()).toBe(before)
  })
})
