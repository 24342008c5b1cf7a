import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../src/calendar/days.ts'
import { writeNote } from '../../src/journey/meet/actions/notes.ts'
import { reportPair } from '../../src/journey/meet/actions/reports.ts'
import { writeAgreement } from '../../src/journey/meet/actions/shared-texts.ts'
import { askToLookAgain } from '../../src/people/actions/look-again.ts'
import { loadDemo } from '../../src/rehearsal/demo.ts'
import { stoppedClock } from '../../src/runtime/clock.ts'
import type { Context } from '../../src/runtime/context.ts'
import { NotAllowed } from '../../src/runtime/errors.ts'
import { openHouse } from '../../src/runtime/open-context.ts'
import { FIELDS } from '../../src/store/fields/all.ts'
import { retainDue } from '../../src/upkeep/actions/retain.ts'
import { retentionReport } from '../../src/upkeep/screens/retention.ts'
import { actAs, everyActor } from '../make/acting.ts'
import { commandLineOf } from '../make/command-line.ts'
import { type Everybody, everybody } from '../make/everybody.ts'
import { fillRows } from '../make/full-rows.ts'
import { freshInstallation } from '../make/installation.ts'
import { plantMarkers } from '../make/markers.ts'

/** Days for which a line of the audit stays. PRODUCT.md, figures. */
const AUDIT_DAYS = 730

type There = Pick<Everybody, 'installation'>

/** Runs retention as on a day, by both clocks. */
async function retainOn(all: There, day: string): Promise<boolean> {
  const house = await openHouse({ ...all.installation, machineClock: stoppedClock(`${day}T12:00:00.000Z`) })
  if (!house) throw new Error('There is no organisation.')
  return retainDue(house)
}

/** How many rows each table has, and how many of them still say something in the columns named. */
async function counts(all: There, ...names: readonly string[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const name of names) {
    const [table = '', column] = name.split('.')
    const only = column ? `where coalesce("${column}"::text, '') <> ''` : ''
    const { rows } = await all.installation.pool.query(`select count(*)::int as rows from "${table}" ${only}`)
    found[name] = rows[0].rows
  }
  return found
}

/** A season that ended on a day, announced on a day, with everything in it recorded on a day. */
async function season(it: { endsOn: string; announcedOn: string; recordedOn: string }): Promise<Everybody> {
  const all = await everybody()
  const { pool } = all.installation
  await fillRows(all)
  const mentee = await actAs(all, 'mentee of the pair')
  await writeNote(mentee, { pair: all.ids.pair, text: 'note' })
  await reportPair(mentee, { pair: all.ids.pair, words: 'report' })
  await writeAgreement(mentee, { pair: all.ids.pair, seen: 0, rhythm: 'Thursdays', place: '', between: '' })
  await askToLookAgain(mentee, { season: 'women-2021', words: 'look' })
  await pool.query(
    "insert into survey_answer (organisation_id, id, season_id, survey, role, question, \"values\") values ($1, $2, $3, 'mid', 'mentee', 'q', '{a}')",
    [all.ids.organisation, randomUUID(), all.ids.season],
  )
  await pool.query(
    `update season set program = jsonb_set(jsonb_set(program, '{endsOn}', to_jsonb($1::text)), '{announcement,on}', to_jsonb($2::text))`,
    [it.endsOn, it.announcedOn],
  )
  await pool.query('update decision set priority = 1, released_on = $1::date, decided_on = $1::date', [it.announcedOn])
  await pool.query('update outbox_message set released_on = $1::date, state = $2', [it.announcedOn, 'filed'])
  for (const [table, { madeAt }] of Object.entries(FIELDS))
    if (madeAt && table !== 'audit_seal')
      await pool.query(`update "${table}" set "${madeAt}" = $1::date`, [it.recordedOn])
  await pool.query('update season set recorded_at = $1::date', [it.recordedOn])
  return all
}

describe('what has been kept long enough goes by itself', () => {
  const END = '2026-03-31'
  const ANNOUNCED = '2026-01-10'
  let all: Everybody
  let owner: Context
  const steps: readonly [day: string, says: string, gone: readonly string[], stays: readonly string[]][] = [
    [
      addDays(ANNOUNCED, 30),
      'scores and clearance stay 30 days after the selection closed',
      [],
      ['clearance', 'review'],
    ],
    [
      addDays(ANNOUNCED, 31),
      'and go on the next',
      ['clearance', 'review'],
      ['decision', 'decision.priority', 'outbox_message'],
    ],
    [END, 'the order of the waiting list stays to the end of the season', [], ['decision.priority']],
    [addDays(END, 1), 'and goes then', ['decision.priority'], ['decision', 'application']],
    [
      addDays(END, 90),
      'answers and decisions stay 90 days after the end',
      [],
      ['survey_answer', 'survey_answered', 'decision', 'look_again'],
    ],
    [
      addDays(END, 91),
      'and go on the next',
      ['survey_answer', 'survey_answered', 'decision', 'look_again'],
      ['private_note', 'report', 'meeting'],
    ],
    [
      addDays(END, 365),
      'notes, reports, meetings and attendance stay a year',
      [],
      [
        'private_note',
        'shared_wording',
        'pair_request',
        'report',
        'report_copy',
        'meeting',
        'attendance',
        'training_record',
      ],
    ],
  ]

  beforeAll(async () => {
    all = await season({ endsOn: END, announcedOn: ANNOUNCED, recordedOn: '2026-01-01' })
    owner = await actAs(all, 'owner')
  })

  for (const [day, says, gone, stays] of steps)
    it(`${says} (${day})`, async () => {
      const before = await counts(all, ...gone, ...stays)
      for (const name of [...gone, ...stays]) expect(before[name], `${name} was there before`).toBeGreaterThan(0)
      await retainOn(all, day)
      const after = await counts(all, ...gone, ...stays)
      for (const name of gone) expect(after[name], name).toBe(0)
      for (const name of stays) expect(after[name], name).toBe(before[name])
    })

  it('applications without a place go after 90 days, the others after a year, and pairs stay', async () => {
    const left = await counts(all, 'application', 'pair')
    const { rows } = await all.installation.pool.query(
      'select count(distinct a.id)::int as placed from application a join pair p on a.person_id in (p.mentor_id, p.mentee_id)',
    )
    expect(rows[0].placed).toBeGreaterThan(0)
    expect(left.application).toBe(rows[0].placed)
    await retainOn(all, addDays(END, 366))
    const gone = [
      'application',
      'private_note',
      'shared_wording',
      'pair_request',
      'report',
      'report_copy',
      'meeting',
      'attendance',
      'training_record',
    ]
    expect(await counts(all, ...gone, 'pair')).toEqual({
      ...Object.fromEntries(gone.map((it) => [it, 0])),
      pair: left.pair,
    })
  })

  it('of a run of the match nobody is left a year after, and the run is still there', async () => {
    const { rows } = await all.installation.pool.query('select answer from match_run')
    const nobody = { pairs: [], unmatched: [], waitingList: [], reserve: [], mentorOnly: [], refusedPins: [] }
    expect(rows).toMatchObject([{ answer: { ...nobody, certificate: null, asked: null } }])
    expect(JSON.stringify(rows)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/)
  })

  it('says on one page what went when, as counts', async () => {
    const { runs } = await retentionReport(owner, { page: 1, all: false })
    const lines = runs.flatMap((run) => run.deleted.map((it) => `${run.onDay}: ${it.holds} ${it.rows}`))
    expect(lines).toContain(`${addDays(END, 91)}: Answers, without a person, a time or an order 1`)
    const text = JSON.stringify(runs)
    // Counts of these would tell that there was one.
    for (const holds of [FIELDS.report?.holds, FIELDS.private_note?.holds, FIELDS.clearance?.holds])
      expect(text).not.toContain(holds)
  })
})

describe('retention', () => {
  it('runs once a day, whoever asks and how often', async () => {
    const all = await everybody()
    const runs = await Promise.all([retainOn(all, '2026-05-04'), retainOn(all, '2026-05-04')])
    expect(runs.filter(Boolean)).toHaveLength(1)
    expect(await retainOn(all, '2026-05-04')).toBe(false)
    expect(await retainOn(all, '2026-05-05')).toBe(true)
    const { rows } = await all.installation.pool.query(
      "select 1 from retention_run where on_day in ('2026-05-04', '2026-05-05')",
    )
    expect(rows).toHaveLength(2)
  })

  it('the page is for owners and auditors alone', async () => {
    const all = await everybody()
    const readers: string[] = []
    for (const [name, ctx] of await everyActor(all)) {
      const read = await retentionReport(ctx, { page: 1, all: true }).catch((error) => {
        if (error instanceof NotAllowed) return null
        throw error
      })
      if (read) readers.push(name)
    }
    expect(readers.sort()).toEqual(['auditor', 'operator', 'owner'])
  })

  it('a season of long ago that is loaded today is not emptied at once', async () => {
    const loaded = '2026-05-04'
    const all = await season({ endsOn: '2021-10-07', announcedOn: '2021-06-29', recordedOn: loaded })
    const names = ['clearance', 'review', 'decision', 'application', 'survey_answer', 'meeting', 'private_note']
    const before = await counts(all, ...names)
    await retainOn(all, loaded)
    expect(await counts(all, ...names)).toEqual({ ...before })
    await retainOn(all, addDays(loaded, 30))
    expect(await counts(all, ...names)).toEqual({ ...before })
    await retainOn(all, addDays(loaded, 31))
    expect(await counts(all, 'clearance', 'review')).toEqual({ clearance: 0, review: 0 })
    const rest = await counts(all, 'survey_answer', 'meeting')
    expect(rest).toEqual({ survey_answer: before.survey_answer, meeting: before.meeting })
  })

  it('goes by the day it is where the season is', async () => {
    const all = await season({ endsOn: '2026-03-31', announcedOn: '2026-01-10', recordedOn: '2026-01-01' })
    const { pool } = all.installation
    await pool.query("update season set program = jsonb_set(program, '{zone}', '\"Pacific/Kiritimati\"')")
    await retainOn(all, addDays('2026-03-31', 89))
    expect(await counts(all, 'survey_answer')).toEqual({ survey_answer: 1 })
    // At noon of the 90th day in UTC it is the 91st there.
    await retainOn(all, addDays('2026-03-31', 90))
    expect(await counts(all, 'survey_answer')).toEqual({ survey_answer: 0 })
  })

  it('lines of the audit go after two years, and what stays still verifies', async () => {
    const all = await everybody()
    const { pool } = all.installation
    const today = new Date().toISOString().slice(0, 10)
    const old = async () =>
      (
        await pool.query("select count(*)::int as n from audit where recorded_at < $1::date + interval '1 day'", [
          today,
        ])
      ).rows[0].n
    const before = await old()
    expect(before).toBeGreaterThan(10)
    await retainOn(all, addDays(today, AUDIT_DAYS - 1))
    expect(await old()).toBe(before)
    await retainOn(all, addDays(today, AUDIT_DAYS + 1))
    // The end of the chain stays, for the next line to join.
    expect(await old()).toBeLessThanOrEqual(1)
    const said = await commandLineOf(all.installation)('upkeep', 'verify-audit')
    expect(said.join('\n')).toContain('as they were written')
  })

  it('answers that were imported late stay 90 days from then', async () => {
    const all = await season({ endsOn: '2021-10-07', announcedOn: '2021-06-29', recordedOn: '2026-01-01' })
    const { pool } = all.installation
    await pool.query(
      `insert into audit (organisation_id, id, action, actor_kind, via, season_id, on_day, recorded_at)
       values ($1, $2, 'survey.importAnswers', 'operator', 'x', $3, '2021-10-01', '2026-05-04T10:00:00Z')`,
      [all.ids.organisation, randomUUID(), all.ids.season],
    )
    await retainOn(all, addDays('2026-05-04', 90))
    expect(await counts(all, 'survey_answer')).toEqual({ survey_answer: 1 })
    await retainOn(all, addDays('2026-05-04', 91))
    expect(await counts(all, 'survey_answer')).toEqual({ survey_answer: 0 })
  })

  it('a letter that may still leave is not touched, and one that left is emptied after two weeks', async () => {
    const all = await season({ endsOn: '2999-01-01', announcedOn: '2999-01-01', recordedOn: '2026-01-01' })
    const { pool } = all.installation
    await pool.query(
      "update outbox_message set released_on = '2026-01-01', subject = 'S', body = 'B', state = case when kind = 'pair' then 'released' else 'filed' end",
    )
    const { rows } = await pool.query("select count(*)::int as n from outbox_message where kind = 'pair'")
    await retainOn(all, '2026-01-15')
    expect((await counts(all, 'outbox_message.body'))['outbox_message.body']).toBeGreaterThan(rows[0].n)
    await retainOn(all, '2026-01-16')
    expect(await counts(all, 'outbox_message.body')).toEqual({ 'outbox_message.body': rows[0].n })
    await retainOn(all, '2028-01-01')
    expect(await counts(all, 'outbox_message')).toEqual({ outbox_message: rows[0].n })
  })

  it('the address a letter was to go to goes after three days, unless it may still leave', async () => {
    const all = await season({ endsOn: '2999-01-01', announcedOn: '2999-01-01', recordedOn: '2026-01-01' })
    const { rows } = await all.installation.pool.query(
      `update outbox_message set released_on = '2026-01-01', to_address = 'there@was.example',
         state = case when kind = 'pair' then 'released' else 'withdrawn' end returning kind`,
    )
    const leaves = rows.filter((row) => row.kind === 'pair').length
    expect([leaves > 0, leaves < rows.length]).toEqual([true, true])
    await retainOn(all, '2026-01-04')
    expect(await counts(all, 'outbox_message.to_address')).toEqual({ 'outbox_message.to_address': rows.length })
    await retainOn(all, '2026-01-05')
    expect(await counts(all, 'outbox_message.to_address')).toEqual({ 'outbox_message.to_address': leaves })
  })

  it('what opens something goes soon after it has expired, by the clock outside', async () => {
    const all = await season({ endsOn: '2999-01-01', announcedOn: '2999-01-01', recordedOn: '2026-01-01' })
    const { pool } = all.installation
    await pool.query("update sign_in set until_at = '2026-03-01'")
    await pool.query("update sign_in_link set until_at = '2026-03-01'")
    await pool.query("insert into rate_limit values ($1, 'b', '2026-03-01T00:00:00Z', 1)", [all.ids.organisation])
    await pool.query("insert into first_owner_link values ('h', '2026-01-01', '2026-03-01', null)")
    await retainOn(all, '2026-03-02')
    expect(await counts(all, 'sign_in_link', 'rate_limit')).toEqual({ sign_in_link: 1, rate_limit: 1 })
    await retainOn(all, '2026-03-03')
    expect(await counts(all, 'sign_in_link', 'rate_limit')).toEqual({ sign_in_link: 0, rate_limit: 0 })
    await retainOn(all, '2026-04-05')
    expect(await counts(all, 'sign_in', 'first_owner_link')).toEqual({ sign_in: 0, first_owner_link: 0 })
  })

  it('the demo is not emptied at once, and empties as its clock moves on', async () => {
    const installation = await freshInstallation()
    await loadDemo(installation)
    const names = ['clearance', 'review', 'outbox_message.body', 'application', 'meeting', 'audit']
    const before = await counts({ installation }, ...names)
    for (const name of names) expect(before[name], name).toBeGreaterThan(0)
    const house = async () => (await openHouse(installation)) ?? fail()
    await retainDue(await house())
    const { audit: _, ...said } = before
    expect(await counts({ installation }, ...names.slice(0, 5))).toEqual(said)
    await installation.pool.query("update demo_clock set now_at = now_at + interval '32 days'")
    await retainDue(await house())
    expect(await counts({ installation }, 'clearance', 'review')).toEqual({ clearance: 0, review: 0 })
  })

  it('every table whose rows go with a season can say when they were recorded', () => {
    for (const [table, it] of Object.entries(FIELDS))
      for (const rule of it.retention) {
        if ('forGood' in rule) continue
        const recorded = it.madeAt ?? it.recordedBy ?? it.through?.table
        if (rule.from.startsWith('season') || rule.from === 'selection') expect(it.season, table).toBeDefined()
        if (rule.from === 'expired') expect(it.expiresAt, table).toBeDefined()
        else expect(recorded, `${table} cannot say when it was recorded`).toBeDefined()
      }
  })

  it('words in every table with an end are gone when all of it is over', async () => {
    const all = await season({ endsOn: '2026-03-31', announcedOn: '2026-01-10', recordedOn: '2026-01-01' })
    const markers = await plantMarkers(all.installation.pool)
    const forGood = Object.entries(FIELDS).flatMap(([table, it]) =>
      it.retention.some((rule) => 'forGood' in rule) ? [table] : [],
    )
    for (const day of ['2027-04-01', '2029-01-01', '2029-01-02']) await retainOn(all, day)
    const { pool } = all.installation
    const texts: string[] = []
    for (const table of Object.keys(FIELDS).filter((it) => !forGood.includes(it) && !it.startsWith('audit')))
      texts.push(...(await pool.query(`select t::text as it from "${table}" t`)).rows.map((row) => row.it))
    const left = markers.filter((it) => texts.some((text) => text.includes(it.word)))
    expect([...new Set(left.map((it) => `${it.table}.${it.column}`))]).toEqual([])
  })
})

function fail(): never {
  throw new Error('There is no organisation.')
}
