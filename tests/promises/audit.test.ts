import type pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { sealWhatIsNew } from '../../src/jobs/sealing.ts'
import { stoppedClock } from '../../src/runtime/clock.ts'
import type { Installation } from '../../src/runtime/installation.ts'
import { lowestIdAt, newId } from '../../src/runtime/new-id.ts'
import { type House, openHouse } from '../../src/runtime/open-context.ts'
import { forgetAudit } from '../../src/store/audit-seals.ts'
import { openStore } from '../../src/store/database.ts'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'

/** The founding, what retention did on its first day, and a token for each of the rest. */
const LINES = 13

/** An organisation with some lines in its audit, sealed, and what `verify-audit` says of it. */
async function audited() {
  const installation = await freshInstallation()
  const run = commandLineOf(installation)
  await run('office', 'setup', '--organisation', 'Example', '--operator', 'owner@example.com')
  for (let at = 2; at < LINES; at += 1) await run('office', 'token')
  const { pool } = installation
  const verify = async (...words: string[]) => {
    try {
      return JSON.parse((await run('upkeep', 'verify-audit', '--json', ...words))[0] ?? '')
    } catch (error) {
      return error
    }
  }
  return { installation, pool, verify }
}

async function houseOf(installation: Installation): Promise<House> {
  const house = await openHouse(installation)
  if (!house) throw new Error('no organisation')
  return house
}

async function lineAt(pool: pg.Pool, number: number): Promise<{ id: string; action: string; day: string }> {
  const { rows } = await pool.query(
    `select a.id, a.action, a.on_day::text as day from audit_seal s join audit a on a.id = s.audit_id where s.number = $1`,
    [number],
  )
  return rows[0]
}

const broken = (fault: string, more: object = {}) => ({
  name: 'Refused',
  code: 'audit-broken',
  facts: expect.objectContaining({ fault, ...more }),
})

describe('nobody changes the audit unnoticed, not even whoever owns the database', () => {
  let at: Awaited<ReturnType<typeof audited>>
  beforeEach(async () => {
    at = await audited()
  })

  it('every line is sealed when its command ends, and the check says where the chain ends', async () => {
    const { rows } = await at.pool.query('select count(*)::int as lines from audit')
    const found = await at.verify()
    expect(found).toMatchObject({ checked: rows[0].lines, first: 1, head: expect.stringMatching(/^13:[0-9a-f]{64}$/) })
    expect(found.lines.at(-1)).toBe(found.head)
    expect((await at.verify()).checked).toBe(rows[0].lines + 1)
  })

  it.each([
    ['the action', "update audit set action = 'meet.logMeeting' where id = $1"],
    ['who it was', 'update audit set actor_person_id = gen_random_uuid() where id = $1'],
    ['the day', 'update audit set on_day = on_day + 1 where id = $1'],
    [
      'the instant, by a microsecond',
      "update audit set recorded_at = recorded_at + interval '1 microsecond' where id = $1",
    ],
    ['a refusal into a success', "update audit set outcome = 'refused' where id = $1"],
  ])('a line of which somebody changed %s is named', async (_, statement) => {
    const { id, day } = await lineAt(at.pool, 7)
    await at.pool.query(statement, [id])
    const { rows } = await at.pool.query('select action, on_day::text as day from audit where id = $1', [id])
    const says = { number: 7, id, action: rows[0].action, day: rows[0].day }
    expect(await at.verify()).toMatchObject(broken('line-changed', says))
    expect(day).toBeTruthy()
  })

  it('a person whose data was looked at cannot be put into a line, or taken out of it', async () => {
    const { id } = await lineAt(at.pool, 5)
    await at.pool.query(
      `insert into audit_subject (organisation_id, audit_id, person_id, class)
       select organisation_id, id, actor_person_id, 'S4' from audit where id = $1`,
      [id],
    )
    expect(await at.verify()).toMatchObject(broken('line-changed', { number: 5, id }))
  })

  it('a line that was removed is named, also with its seal', async () => {
    const { id } = await lineAt(at.pool, 3)
    await at.pool.query('delete from audit where id = $1', [id])
    expect(await at.verify()).toMatchObject(broken('line-removed', { number: 3, id }))
    await at.pool.query('delete from audit_seal where number = 3')
    expect(await at.verify()).toMatchObject(broken('seal-missing', { number: 3 }))
  })

  it('two lines that changed places are named', async () => {
    await at.pool.query('update audit_seal set number = -1 where number = 4')
    await at.pool.query('update audit_seal set number = 4 where number = 5')
    await at.pool.query('update audit_seal set number = 5 where number = -1')
    expect(await at.verify()).toMatchObject(broken('lines-reordered', { number: 4 }))
  })

  it('a tail that was cut off is found by an anchor, and so is an older copy put back', async () => {
    const { head } = await at.verify()
    expect(await at.verify('--anchor', head)).toMatchObject({ first: 1 })
    await at.pool.query('delete from audit where id in (select audit_id from audit_seal where number > 8)')
    await at.pool.query('delete from audit_seal where number > 8')
    expect(await at.verify()).toMatchObject({ first: 1, head: expect.stringMatching(/^8:/) })
    for (let more = 0; more < 6; more += 1) await at.verify()
    expect(await at.verify('--anchor', head)).toMatchObject(broken('anchor-differs', { number: 13 }))
    expect(await at.verify('--anchor', head.replace(/^13/, '999'))).toMatchObject(broken('tail-cut', { number: 999 }))
    expect(await at.verify('--anchor', 'yesterday')).toMatchObject({ name: 'Invalid' })
  })

  it('a line without a seal is named once it is a minute old, and not before', async () => {
    const { id } = await lineAt(at.pool, 13)
    await at.pool.query('delete from audit_seal where number = 13')
    expect(await at.verify()).toMatchObject({ checked: 12 })
    await at.pool.query('delete from audit_seal where number >= 13')
    const later = { ...at.installation, machineClock: stoppedClock(new Date(Date.now() + 61_000).toISOString()) }
    const run = commandLineOf(later)
    await expect(run('upkeep', 'verify-audit')).rejects.toMatchObject(broken('line-unsealed', { id }))
  })

  it('a forged line of long ago is sealed as what it is, the newest, or named', async () => {
    const old = lowestIdAt('2021-06-15T09:00:00Z')
    await at.pool.query(
      `insert into audit (organisation_id, id, action, actor_kind, via, on_day, recorded_at)
       select id, $1, 'review.decideApplications', 'person', 'forged', '2021-06-15', '2021-06-15' from organisation`,
      [old],
    )
    expect(await at.verify()).toMatchObject(broken('line-unsealed', { id: old }))
    await sealWhatIsNew(await houseOf(at.installation), true)
    const { rows } = await at.pool.query('select number::int from audit_seal where audit_id = $1', [old])
    expect(rows[0].number).toBeGreaterThan(LINES)
  })

  it('two processes that seal at once make one chain', async () => {
    const { rows } = await at.pool.query('select id from organisation')
    const ids = Array.from({ length: 1200 }, newId)
    await at.pool.query(
      `insert into audit (organisation_id, id, action, actor_kind, via, on_day, recorded_at)
       select $1, id, 'meet.logMeeting', 'program', 'test', '2026-11-24', '2026-11-24' from unnest($2::uuid[]) as t(id)`,
      [rows[0].id, ids],
    )
    const house = await houseOf(at.installation)
    await Promise.all([1, 2, 3, 4].map(() => sealWhatIsNew(house, true)))
    expect(await at.verify()).toMatchObject({ checked: LINES + 1200, first: 1 })
  })

  it('what retention removed from the beginning leaves a chain that holds from there', async () => {
    const { rows } = await at.pool.query('select id from organisation')
    const { id } = await lineAt(at.pool, 6)
    await at.pool.query("update audit set recorded_at = '2020-01-01' where id <= $1", [id])
    expect(await forgetAudit(openStore(at.pool), rows[0].id, '2021-01-01')).toBe(6)
    expect(await at.verify()).toMatchObject({ first: 7, checked: 7 })
    expect(await forgetAudit(openStore(at.pool), rows[0].id, '2021-01-01')).toBe(0)
  })

  it('whoever has no hat for it learns nothing of the chain, and the try is on record', async () => {
    await at.pool.query(
      "insert into person (organisation_id, id, email, name, kind, created_at) select id, gen_random_uuid(), 'other@example.com', 'Other', 'guest', now() from organisation",
    )
    expect(await at.verify('--as', 'other@example.com')).toMatchObject({ name: 'NotAllowed' })
    const { rows } = await at.pool.query("select outcome from audit where action = 'upkeep.verifyAudit'")
    expect(rows).toEqual([{ outcome: 'refused' }])
  })
})
