import { sql } from 'kysely'
import { type Database, firstOf, rowsOf, type Tx } from './database.ts'

/** A table as a backup sees it: by what its rows are put in order, and which tables must be there before it. */
export type TableShape = {
  readonly name: string
  readonly key: readonly { readonly name: string; readonly isText: boolean }[]
  readonly after: readonly string[]
}

/**
 * What a backup leaves out, and why. A restore must not let anybody in again: who was signed in, or held a link, when the copy was
 * made may have been sent away since.
 */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  migration: 'says how the tables are made, and is in the manifest',
  migration_lock: 'is taken by whoever migrates',
  sign_in: 'would let people in again whose sign-in was ended since',
  sign_in_link: 'would let people in again',
  challenge: 'is of use for minutes',
  rate_limit: 'is of use for minutes',
  first_owner_link: 'would let somebody in again',
}

const ROWS_AT_A_TIME = 500

/** Every table of the main database that a backup holds, those others point to first. */
export async function backedUpTables(db: Database): Promise<readonly TableShape[]> {
  const found = await rowsOf<TableShape>(
    db,
    sql`select c.relname as name,
        (select json_agg(json_build_object('name', a.attname, 'isText', a.attcollation <> 0) order by array_position(i.indkey::int2[], a.attnum))
          from pg_index i, pg_attribute a
          where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = any(i.indkey::int2[])) as key,
        coalesce((select json_agg(distinct other.relname) from pg_constraint f join pg_class other on other.oid = f.confrelid
          where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid), '[]'::json) as after
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`,
  )
  return inOrder(found.filter((it) => !(it.name in LEFT_OUT)))
}

function inOrder(tables: readonly TableShape[]): readonly TableShape[] {
  const done: TableShape[] = []
  let left = [...tables]
  while (left.length > 0) {
    const isReady = (it: TableShape) => it.after.every((name) => !left.some((other) => other.name === name))
    const ready = left.filter(isReady)
    if (ready.length === 0) throw new Error(`these tables point at each other: ${left.map((it) => it.name).join(', ')}`)
    done.push(...ready)
    left = left.filter((it) => !ready.includes(it))
  }
  return done
}

/** Runs work that sees the database as it was at one instant, and changes nothing. */
export function atOneInstant<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
}

/** All rows of a table as lines of JSON, in the order of its key, some at a time. Within a transaction only. */
export async function* linesOf(tx: Tx, table: TableShape): AsyncGenerator<readonly string[]> {
  const order = table.key.map((it) => (it.isText ? sql`${sql.id(it.name)} collate "C"` : sql.id(it.name)))
  const rows = sql.table(table.name)
  await sql`declare backed_up no scroll cursor for
    select to_jsonb(one_row)::text as line from ${rows} one_row order by ${sql.join(order)}`.execute(tx)
  for (;;) {
    const page = await rowsOf<{ line: string }>(tx, sql`fetch ${sql.lit(ROWS_AT_A_TIME)} from backed_up`)
    if (page.length > 0) yield page.map((it) => it.line)
    if (page.length < ROWS_AT_A_TIME) break
  }
  await sql`close backed_up`.execute(tx)
}

/** Puts lines of a backup into their table. */
export async function putLinesBack(tx: Tx, table: string, lines: readonly string[]): Promise<void> {
  const into = sql.table(table)
  await sql`insert into ${into} select * from jsonb_populate_recordset(null::${into}, ${`[${lines.join(',')}]`}::jsonb)`.execute(
    tx,
  )
}

/** The migrations that made this database what it is, with the hash of each. */
export async function appliedMigrations(db: Database): Promise<Readonly<Record<string, string>>> {
  const rows = await rowsOf<{ file: string; sha256: string }>(db, sql`select file, sha256 from migration order by file`)
  return Object.fromEntries(rows.map((it) => [it.file, it.sha256]))
}

/** Whether an organisation is there, or the table of it. */
export async function isEmptyDatabase(db: Database): Promise<boolean> {
  const table = await firstOf<{ name: string | null }>(db, sql`select to_regclass('organisation')::text as name`)
  return !table?.name || (await firstOf(db, sql`select id from organisation limit 1`)) === undefined
}

/** When the keys were last backed up; null where a rotation has made that backup useless. */
export async function setKeysBackedUp(tx: Database, organisationId: string, at: string | null): Promise<void> {
  await sql`update organisation set keys_backed_up_at = ${at}::timestamptz where id = ${organisationId}`.execute(tx)
}

export async function keysBackedUpAt(tx: Database, organisationId: string): Promise<string | null> {
  const found = await firstOf<{ at: string | null }>(
    tx,
    sql`select to_json(keys_backed_up_at) #>> '{}' as at from organisation where id = ${organisationId}`,
  )
  return found?.at ?? null
}
