import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Database, openStore } from '../../src/store/database.ts'
import { enterOrganisation, raiseSecondWall } from '../../src/store/second-wall.ts'
import { freshDatabase } from '../make/database.ts'

describe('an action sees the rows of its own organisation, whatever its query forgets', () => {
  let pool: pg.Pool
  let db: Database
  const ours = randomUUID()
  const theirs = randomUUID()

  beforeAll(async () => {
    pool = await freshDatabase()
    db = openStore(pool)
    for (const [id, name] of [
      [ours, 'Ours'],
      [theirs, 'Theirs'],
    ] as const) {
      await pool.query(
        "insert into organisation (id, name, kind, operator_person_id, created_at) values ($1, $2, 'real', $1, now())",
        [id, name],
      )
      await pool.query(
        "insert into person (organisation_id, id, email, name, kind, created_at) values ($1, $1, $2, $2, 'guest', now())",
        [id, name],
      )
    }
  })

  const inside = <T>(organisationId: string, statement: string) =>
    db.transaction().execute(async (tx) => {
      await enterOrganisation(tx, organisationId)
      return (await sql.raw<T>(statement).execute(tx)).rows
    })

  it('a query without its organisation finds one’s own people only', async () => {
    expect(await inside(ours, 'select name from person')).toEqual([{ name: 'Ours' }])
    expect(await inside(theirs, 'select name from organisation')).toEqual([{ name: 'Theirs' }])
    expect(await inside(randomUUID(), 'select name from person')).toEqual([])
  })

  it('a row cannot be written into another organisation', async () => {
    const add = `insert into person (organisation_id, id, email, name, kind, created_at)
      values ('${theirs}', '${randomUUID()}', 'x', 'x', 'guest', '2026-01-01')`
    await expect(inside(ours, add)).rejects.toThrow(/row-level security/)
    expect(await inside(ours, "update person set name = 'taken' returning id")).toHaveLength(1)
    expect(await inside(theirs, 'select name from person')).toEqual([{ name: 'Theirs' }])
  })

  it('the audit is added to, and neither changed nor emptied', async () => {
    await inside(
      ours,
      `insert into audit (organisation_id, id, action, actor_kind, via, on_day, recorded_at)
       values ('${ours}', '${randomUUID()}', 'x.y', 'program', 'test', '2026-01-01', '2026-01-01')`,
    )
    for (const statement of ["update audit set action = 'z'", 'delete from audit', 'truncate audit'])
      await expect(inside(ours, statement), statement).rejects.toThrow(/permission denied/)
  })

  it('the role and the organisation end with the transaction', async () => {
    await inside(ours, 'select 1')
    const { rows } = await pool.query("select current_user as who, current_setting('app.organisation', true) as org")
    expect(rows[0].who).not.toBe('alongside_app')
    expect(rows[0].org ?? '').toBe('')
  })

  it('every table led by an organisation has the wall, and a table added later gets it at the next start', async () => {
    const open =
      "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not relrowsecurity order by 1"
    const names = async () => (await pool.query<{ relname: string }>(open)).rows.map((row) => row.relname)
    expect(await names()).toEqual(['first_owner_link', 'migration', 'migration_lock'])
    await pool.query('create table later (organisation_id uuid not null, id uuid not null)')
    expect(await names()).toContain('later')
    await raiseSecondWall(pool)
    expect(await names()).not.toContain('later')
  })

  it('a word that is no id never reaches the database as a setting', async () => {
    await expect(inside("x'; drop table person; --", 'select 1')).rejects.toThrow(/named by its id/)
  })
})
