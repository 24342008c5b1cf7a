import { sql } from 'kysely'
import { type Database, firstOf, type Tx } from './database.ts'
import { APP_ROLE } from './second-wall.ts'

/** What the database says of itself, and of what its roles may do. */
export type DatabaseHealth = {
  readonly version: string
  readonly fsync: string
  readonly synchronousCommit: string
  readonly checksums: string
  /** The user the site connects as. */
  readonly user: string
  /** Tables led by an organisation that row-level security does not cover. */
  readonly openTables: readonly string[]
  /** The role that actions take could see every row, or change the audit. */
  readonly appMayLookAround: boolean
  readonly appMayChangeAudit: boolean
  /** The same of the user the site connects as, outside of an action. */
  readonly userMayChangeAudit: boolean
  readonly newestMigration: string
  readonly migrations: number
}

export async function databaseHealth(db: Database): Promise<DatabaseHealth | undefined> {
  const mayChange = (role: ReturnType<typeof sql>) =>
    sql`(select bool_or(has_table_privilege(${role}, c.oid, 'update') or has_table_privilege(${role}, c.oid, 'delete')
        or has_table_privilege(${role}, c.oid, 'truncate'))
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname in ('audit', 'audit_subject', 'audit_seal'))`
  return firstOf<DatabaseHealth>(
    db,
    sql`select current_setting('server_version') as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as "synchronousCommit", current_setting('data_checksums') as checksums,
      session_user::text as user,
      coalesce((select json_agg(c.relname order by c.relname) from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity
        and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id')), '[]'::json) as "openTables",
      (select rolsuper or rolbypassrls from pg_roles where rolname = ${APP_ROLE}) as "appMayLookAround",
      ${mayChange(sql`${APP_ROLE}::name`)} as "appMayChangeAudit", ${mayChange(sql`session_user`)} as "userMayChangeAudit",
      (select max(file) from migration) as "newestMigration", (select count(*)::int from migration) as migrations`,
  )
}

/** How many times the log was written through to the disk for one commit of just now; null where this server does not count it. */
export function syncsOfACommit(db: Database): Promise<number | null> {
  return db.connection().execute(async (one) => {
    const before = await countSyncs(one)
    // Something to commit that leaves no row behind.
    await sql`select pg_logical_emit_message(true, 'alongside', 'probe')`.execute(one)
    await sql`select pg_stat_force_next_flush()`.execute(one)
    const after = await countSyncs(one)
    return before === null || after === null ? null : after - before
  })
}

const FIRST_TO_COUNT_BY_BACKEND = 180_000

async function countSyncs(db: Database): Promise<number | null> {
  const { version } = (await firstOf<{ version: number }>(
    db,
    sql`select current_setting('server_version_num')::int as version`,
  )) ?? { version: 0 }
  const counted =
    version >= FIRST_TO_COUNT_BY_BACKEND
      ? sql<{ syncs: number }>`select sum(fsyncs)::float8 as syncs from pg_stat_io where object = 'wal'`
      : sql<{ syncs: number }>`select wal_sync::float8 as syncs from pg_stat_wal`
  return (await firstOf(db, counted))?.syncs ?? null
}

/** What an organisation has of its own to keep safe by. */
export type HouseHealth = {
  readonly mailTestedAt: string | null
  readonly keysBackedUpAt: string | null
  readonly privacyContact: string | null
  /** People who wear a hat that opens something, and those of them without a passkey or one-time codes. */
  readonly wearers: number
  readonly wearersWithoutStep: number
  readonly retainedAt: string | null
  /** People of the ledger of erasures who are not erased. */
  readonly erasedAndBack: number
  readonly unsealed: number
}

export function houseHealth(tx: Tx, organisationId: string, today: string, since: string) {
  const instant = (column: string) => sql`to_json(${sql.ref(column)}) #>> '{}'`
  const wearers = sql`select distinct h.person_id from hat h
    join person p on p.organisation_id = h.organisation_id and p.id = h.person_id and p.erased_at is null
      and (p.left_on is null or p.left_on > ${today}::date)
    where h.organisation_id = ${organisationId} and h.from_on <= ${today}::date and (h.until_on is null or h.until_on >= ${today}::date)`
  return firstOf<HouseHealth>(
    tx,
    sql`select ${instant('o.mail_tested_at')} as "mailTestedAt", ${instant('o.keys_backed_up_at')} as "keysBackedUpAt",
      o.privacy_contact as "privacyContact",
      (select count(*)::int from (${wearers}) w) as wearers,
      (select count(*)::int from (${wearers}) w where not exists (select 1 from passkey k
          where k.organisation_id = ${organisationId} and k.person_id = w.person_id)
        and not exists (select 1 from one_time_code c
          where c.organisation_id = ${organisationId} and c.person_id = w.person_id and c.confirmed_at is not null))
        as "wearersWithoutStep",
      (select ${instant('r.ran_at')} from retention_run r where r.organisation_id = o.id order by r.ran_at desc limit 1) as "retainedAt",
      (select count(*)::int from erasure e join person p on p.organisation_id = e.organisation_id and p.id = e.person_id
        where e.organisation_id = o.id and p.erased_at is null) as "erasedAndBack",
      (select count(*)::int from audit a where a.organisation_id = o.id and a.id >= ${since} and not exists (
        select 1 from audit_seal s where s.organisation_id = a.organisation_id and s.audit_id = a.id)) as unsealed
      from organisation o where o.id = ${organisationId}`,
  )
}
