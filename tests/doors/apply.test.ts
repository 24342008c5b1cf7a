import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tellInterested } from '../../src/journey/apply/actions/interest.ts'
import { importApplications } from '../../src/journey/apply/actions.ts'
import { proposeMatch } from '../../src/journey/match/actions.ts'
import { decideApplications } from '../../src/journey/review/actions.ts'
import { asOperator, asProgram, openHouse } from '../../src/runtime/open-context.ts'
import { makeSite } from '../../src/web/site.tsx'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { COMPLETE, openCall } from '../make/open-call.ts'

type Form = Readonly<Record<string, string | readonly string[]>>

describe('applying in the browser', () => {
  let all: Everybody
  let site: ReturnType<typeof makeSite>
  let key = ''
  let base = ''
  const WHO: CallerName = 'colleague'

  beforeAll(async () => {
    all = await everybody()
    site = makeSite(all.installation)
  })
  beforeEach(async () => {
    for (const table of ['application_draft', 'match_wish', 'call_interest'])
      await all.installation.pool.query(`delete from ${table}`)
    await all.installation.pool.query('delete from application where season_id = $1', [all.ids.otherSeason])
    key = (await openCall(all)).key
    base = `/seasons/${key}`
  })

  async function get(name: CallerName, path: string) {
    const answer = await site.request(path, { headers: all.callers[name].headers })
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
  }
  async function post(name: CallerName, path: string, form: Form, accept?: string) {
    const { headers, formToken } = all.callers[name]
    const body = new URLSearchParams()
    for (const [field, value] of Object.entries({ ...form, ...(formToken ? { token: formToken } : {}) }))
      for (const one of [value].flat()) body.append(field, one)
    const answer = await site.request(path, {
      method: 'POST',
      headers: { ...headers, origin: 'http://localhost', ...(accept ? { accept } : {}) },
      body,
    })
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
  }
  const rows = async (statement: string, ...values: unknown[]) =>
    (await all.installation.pool.query(statement, values)).rows
  const applications = () =>
    rows('select * from application where season_id = $1 order by submitted_at', all.ids.otherSeason)

  it('from the program’s page to what it takes, to the form, to the answer', async () => {
    expect((await get('anybody', base)).text).toContain(`href="${base}/apply"`)
    expect((await get('anybody', `${base}/apply`)).location).toBe(
      `/sign-in?next=${encodeURIComponent(`${base}/apply`)}`,
    )
    const overview = (await get(WHO, `${base}/apply`)).text
    for (const says of [
      'You can apply as a mentor or as a mentee',
      'Read by',
      'Why we ask',
      `href="${base}/apply/mentee"`,
    ])
      expect(overview).toContain(says)
    const form = (await get(WHO, `${base}/apply/mentee`)).text
    for (const says of [
      'name="more-topics"',
      'Money and law',
      'name="confirms"',
      'Save and go on later',
      'By the directory, this is so',
    ])
      expect(form).toContain(says)
    expect((await post(WHO, `${base}/apply/mentee`, COMPLETE)).location).toBe(`${base}/application?done=sent`)
    const [row, ...others] = await applications()
    expect(others).toEqual([])
    expect(row).toMatchObject({
      person_id: all.ids.outsider,
      role: 'mentee',
      late: false,
      commits: true,
      identity: true,
      topics: ['Giving feedback', 'Bee keeping', 'Managing expectations'],
      about: 'I run the rota.',
      asynchronous: true,
      superseded_by: null,
    })
    const status = (await get(WHO, `${base}/application?done=sent`)).text
    expect(status).toContain('We have your application')
    expect(status).toContain('Everyone hears on')
  })

  it('sent twice is sent once, and a change takes the place of what was sent', async () => {
    const twice = await Promise.all([1, 2].map(() => post(WHO, `${base}/apply/mentee`, COMPLETE)))
    expect(twice.map((it) => it.location).sort()).toEqual([
      `${base}/application?done=same`,
      `${base}/application?done=sent`,
    ])
    expect(await applications()).toHaveLength(1)
    const form = (await get(WHO, `${base}/apply/mentee`)).text
    expect(form).toContain('I run the rota.')
    expect(form).toMatch(/value="Bee keeping" checked/)
    const changed = await post(WHO, `${base}/apply/mentee`, { ...COMPLETE, 'q-about': 'I run two rotas.' })
    expect(changed.location).toBe(`${base}/application?done=changed`)
    const [before, now] = await applications()
    expect(before.superseded_by).toBe(now.id)
    expect(now).toMatchObject({ about: 'I run two rotas.', superseded_by: null })
  })

  it('what cannot be sent yet is given back with each field named, and kept', async () => {
    const short = {
      ...COMPLETE,
      confirms: ['commitment'],
      wishes: 'nobody@example.org',
      'q-about': 'Half a <sentence>',
    }
    const answer = await post(WHO, `${base}/apply/mentee`, short)
    expect(answer.status).toBe(422)
    for (const says of [
      'href="#confirm-identity"',
      'href="#wishes"',
      'Nobody here is called “nobody@example.org”',
      'Half a &lt;sentence>',
    ])
      expect(answer.text).toContain(says)
    expect(await applications()).toEqual([])
    expect((await get(WHO, `${base}/apply/mentee`)).text).toContain('Half a &lt;sentence>')
  })

  it('a draft is kept sealed, resumed elsewhere, and never overwritten unseen', async () => {
    const path = `${base}/apply/mentee/draft`
    const first = await post(WHO, path, { 'q-about': 'begun', version: '' }, 'application/json')
    expect(JSON.parse(first.text)).toMatchObject({ version: 1 })
    const [kept] = await rows('select * from application_draft')
    expect(kept.sealed.toString('latin1')).not.toContain('begun')
    expect((await post(WHO, path, { 'q-about': 'gone on', version: '1' })).location).toBe(`${base}/apply?done=kept`)
    const stale = await post(WHO, path, { 'q-about': 'from the other device', version: '1' })
    expect(stale.status).toBe(422)
    expect(stale.text).toContain('from the other device')
    expect(stale.text).toContain('name="version" value="2"')
    expect((await post(WHO, path, { version: '1' }, 'application/json')).status).toBe(409)
    expect((await get(WHO, `${base}/apply/mentee`)).text).toContain('gone on')
    const races = await Promise.all(['a', 'b'].map((text) => post(WHO, path, { 'q-about': text, version: '2' })))
    expect(races.map((it) => it.status).sort()).toEqual([303, 422])
    expect((await get(WHO, `${base}/apply`)).text).toContain('Your application as a mentee is begun')
    for (const other of ['coordinator', 'owner', 'mentee of the pair'] as const)
      expect((await get(other, `${base}/apply/mentee`)).text).not.toContain('gone on')
    await post(WHO, `${base}/apply/mentee`, COMPLETE)
    expect(await rows('select * from application_draft')).toEqual([])
  })

  it('topics are found without a script, and what was entered before stays', async () => {
    const path = `${base}/apply/mentee/draft`
    const found = await post(WHO, path, { 'q-about': 'begun', find: 'public sp', step: 'q-topics', version: '' })
    expect(found.location).toBe(`${base}/apply/mentee?find=public%20sp#q-topics`)
    const page = (await get(WHO, `${base}/apply/mentee?find=public%20sp`)).text
    expect(page).toContain('topic for “public sp”')
    expect(page).toContain('begun')
    expect(page.match(/value="Speaking in public"/g)).toHaveLength(1)
    const group = await post(WHO, path, { find: 'x', step: 'q-topics: Money and law', version: '1' })
    expect(group.location).toBe(`${base}/apply/mentee?of=Money%20and%20law#q-topics`)
    const listed = (await get(WHO, `${base}/apply/mentee?of=Money%20and%20law`)).text
    for (const says of ['value="Budgets and business cases"', 'All 2', 'q-topics: Technology'])
      expect(listed).toContain(says)
  })

  it('says before sending what the directory says, and what to do', async () => {
    const { today } = await openCall(all)
    await all.installation.pool.query('update directory_entry set started_on = $1 where person_id = $2', [
      today,
      all.ids.outsider,
    ])
    expect((await get(WHO, `${base}/apply`)).text).toContain('By the directory you can apply from')
    const answer = await post(WHO, `${base}/apply/mentee`, COMPLETE)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('href="#tenure"')
    await all.installation.pool.query('update directory_entry set started_on = null where person_id = $1', [
      all.ids.outsider,
    ])
    expect((await post(WHO, `${base}/apply/mentee`, COMPLETE)).text).toContain('does not say when you started')
    await all.installation.pool.query("update directory_entry set started_on = '2015-01-01' where person_id = $1", [
      all.ids.outsider,
    ])
  })

  it('after the close late applications are kept in reserve or not at all, as the program says', async () => {
    await post(WHO, `${base}/apply/mentee`, COMPLETE)
    await openCall(all, { opensIn: -20, closesIn: -1, late: 'reserve' })
    const change = await post(WHO, `${base}/apply/mentee`, { ...COMPLETE, 'q-about': 'late' })
    expect(change.status).toBe(409)
    expect(change.text).toContain('what you sent stands')
    expect((await get('reviewer', `${base}/apply`)).text).toContain('late applications are kept in reserve')
    expect((await post('reviewer', `${base}/apply/mentee`, COMPLETE)).status).toBe(303)
    expect((await applications()).map((it) => it.late)).toEqual([false, true])
    await openCall(all, { opensIn: -20, closesIn: -1, late: 'decline' })
    expect((await post('auditor', `${base}/apply/mentee`, COMPLETE)).status).toBe(409)
    expect((await get('auditor', `${base}/apply/mentee`)).location).toBe(`${base}/apply`)
  })

  it('one who applies for both roles reads both times added up', async () => {
    await post(WHO, `${base}/apply/mentor`, COMPLETE)
    const form = (await get(WHO, `${base}/apply/mentee`)).text
    expect(form).toContain('60 minutes for both roles together')
    await post(WHO, `${base}/apply/mentee`, { ...COMPLETE, managerInformed: 'yes' })
    expect((await applications()).map((it) => it.manager_informed)).toEqual([null, true])
    expect((await get(WHO, `${base}/application`)).text).toContain('We have your two applications')
  })

  it('is taken back after one question, and sent again', async () => {
    await post(WHO, `${base}/apply/mentee`, { ...COMPLETE, blocks: 'boss@staff.example' })
    const path = `${base}/application/mentee/withdraw`
    expect((await get(WHO, path)).text).toContain('Take back your application as a mentee?')
    const both = await Promise.all([1, 2].map(() => post(WHO, path, {})))
    expect(both.map((it) => it.location)).toEqual([
      `${base}/application?done=withdrawn`,
      `${base}/application?done=withdrawn`,
    ])
    const [row] = await applications()
    expect(row.superseded_by).toBe(row.id)
    expect(await rows('select * from match_wish')).toEqual([])
    const status = (await get(WHO, `${base}/application`)).text
    expect(status).toContain('You took it back on')
    expect(status).toContain(`href="${base}/apply/mentee"`)
    expect((await get(WHO, path)).location).toBe(`${base}/application`)
    expect((await get(WHO, `${base}/apply/mentee`)).text).toContain('I run the rota.')
    expect((await post(WHO, `${base}/apply/mentee`, COMPLETE)).location).toBe(`${base}/application?done=sent`)
    expect((await applications()).filter((it) => it.superseded_by === null)).toHaveLength(1)
  })

  it('a sheet understands the same words, brings nothing back that was taken back, and counts it without a name', async () => {
    await post(WHO, `${base}/apply/mentee`, COMPLETE)
    await post(WHO, `${base}/application/mentee/withdraw`, {})
    const house = await openHouse(all.installation)
    if (!house) throw new Error('There is no organisation.')
    const operator = await asOperator(house, undefined, null)
    const said = { commits: true, trainings: true, identity: true, certificate: true, managerInformed: null }
    const others = { managementTrack: null, mentoredBefore: null, capacity: null, about: null }
    const row = { row: 2, role: 'mentee' as const, topics: ['STAKEHOLDERS', 'Bee keeping'], ...said, ...others }
    const sheet = [
      { ...row, submittedAt: '2026-01-02T10:00:00.000Z', email: 'colleague@staff.example' },
      { ...row, row: 3, submittedAt: '2026-01-02T10:00:00.000Z', email: 'auditor@staff.example' },
    ]
    const decided = await decideApplications(operator, { season: key })
    expect(decided).toEqual({ pool: 0, reserve: 0, notProceeding: 1 })
    await importApplications(operator, { season: key, rows: sheet })
    const sent = await applications()
    expect(sent.filter((it) => it.superseded_by === null)).toMatchObject([
      { topics: ['Managing expectations', 'Bee keeping'] },
    ])
    expect(await importApplications(operator, { season: key, rows: sheet })).toMatchObject({
      accepted: 0,
      unchanged: 2,
    })
  })

  it('wishes and blocks are sealed together, shown to their author alone, and refused by name', async () => {
    const lists = { wishes: 'Coordinator@staff.example', blocks: 'boss\nreviewer@staff.example' }
    expect((await post(WHO, `${base}/apply/mentee`, { ...COMPLETE, ...lists })).status).toBe(303)
    const [kept] = await rows('select * from match_wish')
    expect(kept.sealed.toString('latin1')).not.toContain('wishes')
    const form = (await get(WHO, `${base}/apply/mentee`)).text
    expect(form).toContain('coordinator@staff.example')
    expect(form).toContain('boss@staff.example\nreviewer@staff.example')
    for (const [name, line, says] of [
      ['wishes', 'colleague', 'This is you.'],
      ['wishes', 'a\nb\nc\nd', 'Choose 3 at most. You chose 4.'],
      ['blocks', 'coordinator@staff.example', 'One person stands in both lists.'],
    ] as const)
      expect((await post(WHO, `${base}/apply/mentee`, { ...COMPLETE, ...lists, [name]: line })).text).toContain(says)
  })

  it('a match never pairs two of whom one blocked the other, and keeps no word of it', async () => {
    const { pool } = all.installation
    const pairsOf = async () => {
      const house = await openHouse(all.installation)
      if (!house) throw new Error('There is no organisation.')
      const run = await proposeMatch(await asOperator(house, undefined, null), { season: key })
      return run.pairs.map((it) => [it.mentor, it.mentee])
    }
    await pool.query("update directory_entry set division = 'Elsewhere' where person_id = $1", [all.ids.outsider])
    await post('reviewer', `${base}/apply/mentor`, COMPLETE)
    await post(WHO, `${base}/apply/mentee`, COMPLETE)
    const admit = async () => {
      for (const { id } of await applications())
        await pool.query(
          "insert into decision values ($1, $2, 'pool', 1, '2026-01-01', null, now()) on conflict do nothing",
          [all.ids.organisation, id],
        )
    }
    await admit()
    expect(await pairsOf()).toEqual([['reviewer@staff.example', 'colleague@staff.example']])
    await post(WHO, `${base}/apply/mentee`, { ...COMPLETE, blocks: 'reviewer' })
    await admit()
    expect(await pairsOf()).toEqual([])
    const runs = await rows('select answer::text as it from match_run where season_id = $1', all.ids.otherSeason)
    expect(runs.map((row) => row.it).join()).not.toMatch(/block/)
    await pool.query('delete from match_run where season_id = $1', [all.ids.otherSeason])
    await pool.query('delete from decision where application_id in (select id from application where season_id = $1)', [
      all.ids.otherSeason,
    ])
    await pool.query("update directory_entry set division = 'Staff' where person_id = $1", [all.ids.outsider])
  })

  it('until everybody has heard, the page is the same to the byte whatever was decided', async () => {
    await post(WHO, `${base}/apply/mentee`, COMPLETE)
    const [{ id }] = await applications()
    const shown = async () => (await get(WHO, `${base}/application`)).text
    const before = await shown()
    const { organisation } = all.ids
    const { pool } = all.installation
    for (const cleared of [true, false])
      for (const outcome of ['pool', 'reserve', 'declined']) {
        await pool.query("insert into clearance values ($1, $2, $3, '2026-01-01', now())", [organisation, id, cleared])
        await pool.query("insert into decision values ($1, $2, $3, 1, '2026-01-01', null, now())", [
          organisation,
          id,
          outcome,
        ])
        expect(await shown()).toBe(before)
        await pool.query('delete from clearance where application_id = $1', [id])
        await pool.query('delete from decision where application_id = $1', [id])
      }
  })

  it('after the announcement it says so, with the way to a person, and nothing of a cause', async () => {
    const paired = (await get('mentee of the pair', '/seasons/women-2021/application')).text
    expect(paired).toContain('You have a pair')
    expect(paired).not.toContain('Take it back')
    expect((await post('mentee of the pair', '/seasons/women-2021/application/mentee/withdraw', {})).status).toBe(409)
    const [{ email }] = await rows(
      "select p.email from outbox_message m join person p on p.id = m.person_id where m.kind = 'no-place' limit 1",
    )
    expect(email).toBeTruthy()
  })

  it('whoever asked hears once when the call opens, and their wish is gone', async () => {
    await openCall(all, { opensIn: 2 })
    expect((await get(WHO, `${base}/apply`)).text).toContain('Tell me when the next one opens')
    const path = `${base}/apply/mentee/interest`
    for (const _ of [1, 2]) expect((await post(WHO, path, { wants: 'yes' })).location).toBe(`${base}/apply?done=asked`)
    await post('reviewer', path, { wants: 'yes' })
    await post('reviewer', path, { wants: 'no' })
    const tell = async () => {
      const house = await openHouse(all.installation)
      if (!house) throw new Error('There is no organisation.')
      return tellInterested(asProgram(house, 'test'))
    }
    expect(await tell()).toEqual({ letters: 0 })
    await openCall(all)
    expect((await post('reviewer', path, { wants: 'yes' })).status).toBe(409)
    const runs = await Promise.all([tell(), tell()])
    expect(runs.reduce((sum, it) => sum + it.letters, 0)).toBe(1)
    const letters = await rows("select * from outbox_message where kind = 'call-open'")
    expect(letters).toMatchObject([{ person_id: all.ids.outsider, state: 'kept', about: 'mentee' }])
    expect(letters[0].body).toContain(`/seasons/${key}/apply`)
    expect(await rows('select * from call_interest')).toEqual([])
  })

  it('somebody outside the directory, the only coordinator and a wrong role are told, or find nothing', async () => {
    await all.installation.pool.query("update person set kind = 'guest' where id = $1", [all.ids.outsider])
    expect((await get(WHO, `${base}/apply`)).text).toContain('not in the directory')
    expect((await post(WHO, `${base}/apply/mentee`, COMPLETE)).status).toBe(409)
    await all.installation.pool.query("update person set kind = 'directory' where id = $1", [all.ids.outsider])
    expect((await get(WHO, `${base}/apply/owner`)).status).toBe(404)
    expect((await get(WHO, '/seasons/no-such-season/apply')).status).toBe(404)
  })

  it('the pages of the audit tell nobody who applied', async () => {
    await post(WHO, `${base}/apply/mentee`, COMPLETE)
    for (const name of ['owner', 'auditor'] as const)
      expect((await get(name, '/upkeep/audit?what=apply.')).text).not.toMatch(/apply\.(send|see|keep|withdraw)/)
  })
})
