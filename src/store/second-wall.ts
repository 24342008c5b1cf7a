import { sql } from 'kysely'
import pg from 'pg'
import { Invalid } from '../runtime/errors.ts'
import type { Tx } from './database.ts'

/** The database role that actions run as: it sees one organisation's rows, and adds to the audit without changing it. */
export const APP_ROLE = 'alongside_app'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Tables to which an action may add, and nothing else: what was written stays as it was. */
const ADD_ONLY = ['audit', 'audit_subject', 'audit_seal', 'erasure', 'retention_run']
const INSUFFICIENT_PRIVILEGE = '42501'
/** PostgreSQL 16; with 15 the user has the rights of actions outside of them too, row-level security not lifted. */
const FIRST_TO_GRANT_WITHOUT_INHERITING = 160_000

/** The role of what is asked before anybody is known, for a user that does not own the tables: which organisation, whose secret. */
const DOOR_ROLE = 'alongside_door'
/** What that role may do, table by table. `open-context.ts`, the tick and the public pages ask this and nothing else. */
const AT_THE_DOOR: Readonly<Record<string, readonly string[]>> = {
  organisation: ['select'],
  demo_clock: ['select', 'insert', 'update'],
  person: ['select'],
  hat: ['select'],
  api_token: ['select', 'update (used_at)'],
  directory_token: ['select', 'update (used_at)'],
  sign_in: ['select', 'update (seen_at)'],
  glass: ['select (organisation_id, id, owner_id, until_at, ended_at)'],
  season: ['select'],
  season_closing: ['select (organisation_id, season_id, closed_on, undone_at)'],
  results_link: ['select'],
  retention_run: ['select'],
  outbox_message: ['select (organisation_id, id, state, try_at)'],
  first_owner_link: ['select', 'insert', 'update'],
  migration: ['select'],
  migration_lock: ['select', 'update'],
}

/** Makes the rest of a transaction see one organisation only; the role and the setting end with it. */
export async function enterOrganisation(tx: Tx, organisationId: string): Promise<void> {
  if (!UUID.test(organisationId)) throw new Error('an organisation is named by its id')
  await sql.raw(`set local role ${APP_ROLE}; set local app.organisation = '${organisationId}'`).execute(tx)
}

/** Puts row-level security on every table that has none yet. Run after migrations; a second run finds nothing to do. */
export async function raiseSecondWall(pool: pg.Pool, appUser?: string): Promise<void> {
  for (const role of [APP_ROLE, DOOR_ROLE]) await makeRole(pool, role, appUser)
  for (const table of await unwalled(pool)) {
    const key = table === 'organisation' ? 'id' : 'organisation_id'
    await pool.query(`alter table ${table} enable row level security`)
    await pool.query(`create policy one_organisation on ${table} to ${APP_ROLE}
      using (${key} = nullif(current_setting('app.organisation', true), '')::uuid)`)
    const may = ADD_ONLY.includes(table) ? 'select, insert' : 'select, insert, update, delete'
    await pool.query(`grant ${may} on ${table} to ${APP_ROLE}`)
  }
  for (const table of await withoutDoor(pool)) await openDoor(pool, table, AT_THE_DOOR[table] ?? [])
}

/** A policy for each thing the door may do; on the two tables that no organisation leads they only mark that it was opened. */
async function openDoor(pool: pg.Pool, table: string, rights: readonly string[]): Promise<void> {
  for (const right of rights) {
    const [command = ''] = right.split(' ')
    const rows = { select: 'using (true)', insert: 'with check (true)', update: 'using (true)' }[command]
    await pool.query(`create policy at_the_door_${command} on ${table} for ${command} to ${DOOR_ROLE} ${rows}`)
    await pool.query(`grant ${right} on ${table} to ${DOOR_ROLE}`)
  }
}

/** What the site's own user may do in the keys database, where it does not own it. */
export async function grantKeys(pool: pg.Pool, appUser: string): Promise<void> {
  await makeRole(pool, DOOR_ROLE, appUser)
  await pool.query(`grant select, insert, update on wrapped_key to ${DOOR_ROLE}`)
  await pool.query(`grant select, insert, update, delete on root_key to ${DOOR_ROLE}`)
}

async function makeRole(pool: pg.Pool, role: string, appUser: string | undefined): Promise<void> {
  const { rows } = await pool.query('select 1 from pg_roles where rolname = $1', [role])
  if (rows.length === 0)
    await pool.query(`create role ${role} nologin`).catch((error: { code?: string }) => {
      if (error.code === INSUFFICIENT_PRIVILEGE) throw mayNotMakeRole(role)
      // Another start was quicker.
      if (error.code !== '23505' && error.code !== '42710') throw error
    })
  const user = appUser ?? (await pool.query<{ name: string }>('select current_user as name')).rows[0]?.name ?? ''
  const member = await pool.query<{ is: boolean }>('select pg_has_role($1, $2, $3) as is', [user, role, 'MEMBER'])
  if (!member.rows[0]?.is)
    await pool.query(`grant ${role} to ${pg.escapeIdentifier(user)}${await howGranted(pool, role)}`)
}

/** The rights of an action are there within an action only: the user must take that role, and has nothing of it before. */
async function howGranted(pool: pg.Pool, role: string): Promise<string> {
  if (role !== APP_ROLE) return ''
  const { rows } = await pool.query<{ version: string }>("select current_setting('server_version_num') as version")
  return Number(rows[0]?.version) >= FIRST_TO_GRANT_WITHOUT_INHERITING ? ' with inherit false' : ''
}

/** Tables of the door that have no policy for it yet. */
async function withoutDoor(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname = any($1)
       and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'at_the_door_select') order by c.relname`,
    [Object.keys(AT_THE_DOOR)],
  )
  return rows.map((row) => row.name)
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

function mayNotMakeRole(role: string): Invalid {
  const remedy = `As an administrator of the database run: create role ${role} nologin; and grant it to this user.`
  return new Invalid(`This database user may not create the role ${role}. ${remedy}`, {
    fields: [{ place: 'DATABASE_OWNER_URL', message: 'may not create roles', remedy }],
  })
}
