import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeNote } from '../../src/journey/meet/actions/notes.ts'
import { reportPair } from '../../src/journey/meet/actions/reports.ts'
import { writeAgreement } from '../../src/journey/meet/actions/shared-texts.ts'
import { exportMyData } from '../../src/people/actions/export-my-data.ts'
import { leave, returnPerson } from '../../src/people/actions/leave.ts'
import { askToLookAgain } from '../../src/people/actions/look-again.ts'
import { whoLooked } from '../../src/people/actions/who-looked.ts'
import { myData } from '../../src/people/screens/my-data.ts'
import type { Context } from '../../src/runtime/context.ts'
import { NotAllowed } from '../../src/runtime/errors.ts'
import { openStore } from '../../src/store/database.ts'
import { EXPORTED } from '../../src/store/exports.ts'
import { actAs, everyActor } from '../make/acting.ts'
import { type CallerName, type Everybody, everybody } from '../make/everybody.ts'
import { fillRows } from '../make/full-rows.ts'
import { type Marker, plantMarkers } from '../make/markers.ts'

describe('everything about a person, for taking away', () => {
  let all: Everybody
  let markers: readonly Marker[]
  const idOf = { 'mentee of the pair': '', 'mentor of the pair': '', reviewer: '', 'named contact': '' }
  const NAMES = Object.keys(idOf) as (keyof typeof idOf)[]

  beforeAll(async () => {
    all = await everybody()
    await fillRows(all)
    for (const name of ['mentee of the pair', 'mentor of the pair'] as const) {
      const ctx = await actAs(all, name)
      await writeNote(ctx, { pair: all.ids.pair, text: `note of ${name}` })
      await reportPair(ctx, { pair: all.ids.pair, words: `report of ${name}` })
      await askToLookAgain(ctx, { season: 'women-2021', words: 'look' })
      const seen = name === 'mentee of the pair' ? 0 : 1
      await writeAgreement(ctx, { pair: all.ids.pair, seen, rhythm: `rhythm of ${name}`, place: '', between: '' })
    }
    markers = await plantMarkers(all.installation.pool)
    for (const name of NAMES) {
      const ctx = await actAs(all, name)
      idOf[name] = 'personId' in ctx.actor ? ctx.actor.personId : ''
    }
  })

  const exported = async (name: CallerName) => JSON.stringify(await exportMyData(await actAs(all, name)))

  it('every table that may hold something about somebody holds something here', async () => {
    const { rows } = await all.installation.pool.query(
      EXPORTED.map((table) => `select '${table}' as name, count(*)::int as rows from "${table}"`).join(' union all '),
    )
    expect(rows.filter((row) => row.rows === 0).map((row) => row.name)).toEqual([])
  })

  it('holds every word about them that they may read', async () => {
    for (const name of NAMES) {
      const text = await exported(name)
      const theirs = markers.filter(
        (it) =>
          it.subjects.includes(idOf[name]) &&
          it.entry.readers.includes('subject') &&
          EXPORTED.includes(it.table) &&
          // Of lines about them that others wrote they learn the hat and the day; their own stand below.
          it.table !== 'audit',
      )
      const missing = theirs.filter((it) => !text.includes(it.word)).map((it) => `${it.table}.${it.column}`)
      expect(missing, name).toEqual([])
      if (name.endsWith('of the pair')) expect(new Set(theirs.map((it) => it.table)).size).toBeGreaterThan(6)
    }
  })

  it('holds every line of the audit that they wrote', async () => {
    const { tables } = await exportMyData(await actAs(all, 'mentee of the pair'))
    const { rows } = await all.installation.pool.query('select id from audit where actor_person_id = $1', [
      all.ids.mentee,
    ])
    const lines = tables.find((it) => it.table === 'audit')?.rows ?? []
    expect(lines.map((it) => it.id).sort()).toEqual(rows.map((row) => row.id).sort())
  })

  it('holds nothing sensitive about anybody else, and of the partner the name and the address', async () => {
    for (const name of NAMES) {
      const text = await exported(name)
      const others = markers.filter((it) => !it.subjects.includes(idOf[name]) && text.includes(it.word))
      const partner = name === 'mentee of the pair' ? all.ids.mentor : all.ids.mentee
      for (const it of others) {
        expect(`${it.table}.${it.column}`).toMatch(/^person\.(name|email)$/)
        expect(it.subjects, `${name} got ${it.table}.${it.column}`).toEqual([partner])
      }
    }
  })

  it('holds nothing that its subject may not read, not even of themselves', async () => {
    for (const name of NAMES) {
      const text = await exported(name)
      const kept = markers.filter((it) => !it.entry.readers.includes('subject') && text.includes(it.word))
      expect(kept.map((it) => `${it.table}.${it.column}`)).toEqual([])
    }
  })

  it('opens their own notes and reports, and nobody else’s, the reader of a report included', async () => {
    const text = await exported('mentee of the pair')
    expect(text).toContain('note of mentee of the pair')
    expect(text).toContain('report of mentee of the pair')
    expect(text).not.toMatch(/(note|report) of mentor/)
    expect(await exported('named contact')).not.toContain('report of')
  })

  it('what a pair wrote together is in the export of both, every wording of it, and in nobody else’s', async () => {
    for (const name of ['mentee of the pair', 'mentor of the pair'] as const) {
      const text = await exported(name)
      for (const by of ['mentee', 'mentor']) expect(text, name).toContain(`rhythm of ${by} of the pair`)
    }
    for (const name of ['mentee of another pair', 'named contact', 'owner', 'coordinator'] as const)
      expect(await exported(name), name).not.toContain('rhythm of')
  })

  it('what one of a pair asked the coordinators is in their own export and not in the partner’s', async () => {
    expect(await exported('mentee of the pair')).toContain('pair_request')
    expect(await exported('mentor of the pair')).not.toContain('pair_request')
  })

  it('holds the scores they were given and whether they were cleared; a reviewer’s own has neither', async () => {
    const { tables } = await exportMyData(await actAs(all, 'mentee of the pair'))
    const rows = (table: string) => tables.find((it) => it.table === table)?.rows ?? []
    expect(rows('review')).toMatchObject([{ scores: { track: 4 } }])
    expect(rows('review')[0]).not.toHaveProperty('reviewer_id')
    expect(rows('clearance')).toMatchObject([{ cleared: true }])
    const reviewer = await exportMyData(await actAs(all, 'reviewer'))
    expect(reviewer.tables.map((it) => it.table)).not.toContain('review')
  })

  it('is for themselves alone, in a sign-in of their own', async () => {
    const got: string[] = []
    for (const [name, ctx] of await everyActor(all)) {
      const found = await exportMyData(ctx).catch((error) => {
        if (error instanceof NotAllowed) return null
        throw error
      })
      if (found && 'personId' in ctx.actor) expect(found.about.id).toBe(ctx.actor.personId)
      if (found) got.push(name)
    }
    for (const name of ['operator', 'program', 'anybody', 'directory service', 'token of a colleague', 'leaver'])
      expect(got).not.toContain(name)
    expect(got).toContain('colleague')
  })

  it('takes as many queries for a thousand rows as for one', async () => {
    const { pool } = all.installation
    let queries = 0
    const db = openStore(pool, () => {
      queries += 1
    })
    const count = async (ctx: Context) => {
      queries = 0
      await exportMyData({ ...ctx, db })
      return queries
    }
    const mentee = await actAs(all, 'mentee of the pair')
    const before = await count(mentee)
    for (let at = 0; at < 30; at += 1) await writeNote(mentee, { pair: all.ids.pair, text: `note ${at}` })
    await pool.query(
      `insert into attendance (organisation_id, id, season_id, person_id, event, session, happened_on, recorded_at)
       select organisation_id, gen_random_uuid(), $1, id, 'event ' || n, '1', '2021-07-08', now()
       from person, generate_series(1, 1000) n where id = $2`,
      [all.ids.season, all.ids.mentee],
    )
    expect(await count(mentee)).toBe(before)
  })

  it('leaves no row out, however many there are', async () => {
    const { tables } = await exportMyData(await actAs(all, 'mentee of the pair'))
    for (const table of ['attendance', 'private_note']) {
      const owner = table === 'attendance' ? 'person_id' : 'author_id'
      const { rows } = await all.installation.pool.query(`select id from ${table} where ${owner} = $1`, [
        all.ids.mentee,
      ])
      expect(rows.length).toBeGreaterThan(30)
      const got = tables.find((it) => it.table === table)?.rows ?? []
      expect(got.map((it) => it.id).sort()).toEqual(rows.map((row) => row.id).sort())
    }
  })
})

describe('before everyone hears', () => {
  it('neither the export nor “my data” says what became of an application', async () => {
    const all = await everybody()
    const { pool } = all.installation
    const ctx = await actAs(all, 'mentee of the pair')
    const { rows } = await pool.query(
      'select mentor_id, p.name from pair join person p on p.id = pair.mentor_id where pair.id = $1',
      [all.ids.pair],
    )
    const said = async () => {
      const { tables, partners } = await exportMyData(ctx)
      return { tables: tables.map((it) => it.table), partners: partners.length, data: await myData(ctx) }
    }
    const after = await said()
    expect(after.tables).toEqual(expect.arrayContaining(['clearance', 'decision', 'pair', 'outbox_message']))
    await pool.query("update season set program = jsonb_set(program, '{endsOn}', '\"2999-01-01\"')")
    await pool.query('update decision set released_on = null')
    await pool.query("update outbox_message set state = 'draft', released_on = null")
    const before = await said()
    for (const table of ['clearance', 'review', 'decision', 'pair', 'pair_change', 'outbox_message'])
      expect(before.tables).not.toContain(table)
    expect(before.partners).toBe(0)
    expect(before.data.pairs).toEqual([])
    expect(before.data.heard).toEqual([])
    expect(before.data.held.map((it) => it.table)).not.toContain('pair')
    expect(JSON.stringify(await exportMyData(ctx))).not.toContain(rows[0].mentor_id)
    // Who leaves and is back before the day learns nothing by it either, and their draft still waits for the day.
    const owner = await actAs(all, 'owner')
    await leave(owner, { id: all.ids.mentee })
    await returnPerson(owner, { id: all.ids.mentee })
    const back = await said()
    expect(back.tables).toEqual(before.tables)
    expect([back.partners, back.data.pairs, back.data.heard]).toEqual([0, [], []])
    const drafts = await pool.query("select 1 from outbox_message where person_id = $1 and state = 'draft'", [
      all.ids.mentee,
    ])
    expect(drafts.rowCount).toBeGreaterThan(0)
  })
})

describe('who looked at my data', () => {
  it('is told by hat and day, without a name; one’s own looks are none, and a try that was refused is none', async () => {
    const all = await everybody()
    const { pool } = all.installation
    const mentee = await actAs(all, 'mentee of the pair')
    const add = async (action: string, by: string, ground: string | null, day: string, outcome = 'done') => {
      const id = randomUUID()
      await pool.query(
        `insert into audit (organisation_id, id, action, actor_kind, actor_person_id, via, on_day, recorded_at, outcome, ground)
         values ($1, $2, $3, 'person', $4, 'x', '2020-01-01', $5, $6, $7)`,
        [all.ids.organisation, id, action, by, `${day}T10:00:00Z`, outcome, ground],
      )
      await pool.query("insert into audit_subject values ($1, $2, $3, 'S3')", [
        all.ids.organisation,
        id,
        all.ids.mentee,
      ])
    }
    await pool.query('delete from audit_subject')
    await add('match.showMatch', all.ids.outsider, 'coordinator', '2026-03-02')
    await add('match.showMatch', all.ids.outsider, 'coordinator', '2026-03-02')
    await add('announce.readDrafts', all.ids.outsider, 'coordinator', '2026-03-04')
    await add('people.seeMyData', all.ids.mentee, 'own', '2026-03-05')
    await add('match.showMatch', all.ids.outsider, null, '2026-03-06', 'refused')
    const seen = await whoLooked(mentee, { page: 1 })
    expect(seen).toEqual({
      found: 2,
      looks: [
        { day: '2026-03-04', as: 'coordinator', what: 'Read every letter before it leaves', times: 1 },
        { day: '2026-03-02', as: 'coordinator', what: 'See the latest run with its reasons', times: 2 },
      ],
    })
    expect((await exportMyData(mentee)).whoLooked).toEqual(seen.looks)
    expect(JSON.stringify(seen)).not.toContain(all.ids.outsider)
  })
})
