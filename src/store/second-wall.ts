import { sql } from 'kysely'
import type pg from 'pg'
import { Invalid } from '../runtime/errors.ts'
import type { Tx } from './database.ts'

/** The database role that actions run as: it sees one organisation's rows, and adds to the audit without changing it. */
export const APP_ROLE = 'alongside_app'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Tables to which an action may add, and nothing else: what was written stays as it was. */
const ADD_ONLY = ['audit', 'audit_subject', 'audit_seal', 'erasure', 'retention_run']
const INSUFFICIENT_PRIVILEGE = '42501'

/** Makes the rest of a transaction see one organisation only; the role and the setting end with it. */
export async function enterOrganisation(tx: Tx, organisationId: string): Promise<void> {
  if (!UUID.test(organisationId)) throw new Error('an organisation is named by its id')
  await sql.raw(`set local role ${APP_ROLE}; set local app.organisation = '${organisationId}'`).execute(tx)
}

/** Puts row-level security on every table that has none yet. Run after migrations; a second run finds nothing to do. */
export async function raiseSecondWall(pool: pg.Pool): Promise<void> {
  await makeRole(pool)
  for (const table of await unwalled(pool)) {
    const key = table === 'organisation' ? 'id' : 'organisation_id'
    await pool.query(`alter table ${table} enable row level security`)
    await pool.query(`create policy one_organisation on ${table} to ${APP_ROLE}
      using (${key} = nullif(current_setting('app.organisation', true), '')::uuid)`)
    const may = ADD_ONLY.includes(table) ? 'select, insert' : 'select, insert, update, delete'
    await pool.query(`grant ${may} on ${table} to ${APP_ROLE}`)
  }
}

async function makeRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])
  if (rows.length === 0)
    await pool.query(`create role ${APP_ROLE} nologin`).catch((error: { code?: string }) => {
      if (error.code === INSUFFICIENT_PRIVILEGE) throw mayNotMakeRole()
      // Another start was quicker.
      if (error.code !== '23505' && error.code !== '42710') throw error
    })
  const member = await pool.query<{ is: boolean }>('select pg_has_role(current_user, $1, $2) as is', [
    APP_ROLE,
    'MEMBER',
  ])
  if (!member.rows[0]?.is) await pool.query(`grant ${APP_ROLE} to current_user`)
}

async function unwalled(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relrowsecurity
       and (c.relname = 'organisation' or exists (
         select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped))
     order by c.relname`,
  )
  return rows.map((row) => row.name)
}

function mayNotMakeRole(): Invalid {
  const remedy = `As an administrator of the database run: create role ${APP_ROLE} nologin; and grant it to this user.`
  return new Invalid(`This database user may not create the role ${APP_ROLE}. ${remedy}`, {
    fields: [{ place: 'DATABASE_URL', message: 'may not create roles', remedy }],
  })
}
