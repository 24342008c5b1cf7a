import { type RawBuilder, sql } from 'kysely'
import { asRecords, changed, type Database, firstOf, rowsOf } from './database.ts'
import { WATCHED, WATCHED_NAMES, type WatchedName } from './watched-tables.ts'

export type RowKey = Readonly<Record<string, string | null>>
/** A row as it stands: its hash, and its text for what may be shown or brought back. */
export type Image = { readonly hash: string; readonly text: string }

/** The rows that go by these keys, by the place of their key; a key without a row has none. */
export async function imagesOf(
  tx: Database,
  organisationId: string,
  table: WatchedName,
  keys: readonly RowKey[],
): Promise<ReadonlyMap<number, Image>> {
  const asked = keys.map((key, n) => ({ n, key }))
  const rows = await rowsOf<Image & { n: number }>(
    tx,
    sql`select k.n, md5(to_jsonb(t)::text) as hash, to_jsonb(t)::text as text
      from jsonb_to_recordset(${asRecords(asked)}) as k(n int, key jsonb)
      join ${sql.table(table)} t on t.organisation_id = ${organisationId}::uuid and ${goesBy(table, sql`k.key`)}`,
  )
  return new Map(rows.map(({ n, hash, text }) => [n, { hash, text }]))
}

/** Whether `t` goes by the key: compared as text, so that one way fits every table and an empty part finds its like. */
function goesBy(table: WatchedName, key: RawBuilder<unknown>): RawBuilder<boolean> {
  const parts = WATCHED[table].key.map(
    (column) => sql`coalesce(${sql.ref(`t.${column}`)}::text, '') = coalesce(${key} ->> ${sql.lit(column)}, '')`,
  )
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

export type SheetChange = {
  readonly number: number
  readonly table_name: WatchedName
  readonly row_key: RowKey
  readonly person_id: string | null
  readonly before: string | null
  readonly after_hash: string | null
}

export async function addSheetChanges(
  tx: Database,
  organisationId: string,
  importId: string,
  changes: readonly SheetChange[],
  recordedAt: string,
): Promise<void> {
  await sql`insert into sheet_change (organisation_id, import_id, number, table_name, row_key, person_id, before, after_hash, recorded_at)
    select ${organisationId}::uuid, ${importId}::uuid, r.number, r.table_name, r.row_key, r.person_id, r.before::jsonb, r.after_hash,
      ${recordedAt}::timestamptz
    from jsonb_to_recordset(${asRecords(changes)}) as r(number int, table_name text, row_key jsonb, person_id uuid, before text, after_hash text)`.execute(
    tx,
  )
}

/** Leaves out of an undoing whoever has taken back an application since: that stays as they wanted it, and nobody hears of it. */
export async function leaveOutWithdrawn(tx: Database, organisationId: string, importId: string): Promise<void> {
  await sql`delete from sheet_change c where c.organisation_id = ${organisationId} and c.import_id = ${importId}
    and exists (select 1 from application a join sheet_import i on i.organisation_id = a.organisation_id and i.season_id = a.season_id
      where a.organisation_id = c.organisation_id and i.id = c.import_id and a.person_id = c.person_id
        and a.withdrawn_at >= i.imported_at)`.execute(tx)
}

/** How many rows of an import there still are to take back, and how many are not any more as it left them. */
export async function standingOf(
  tx: Database,
  organisationId: string,
  importId: string,
): Promise<{ readonly rows: number; readonly moved: number }> {
  const ofTable = (table: WatchedName) => sql`select count(*)::int as rows,
      (count(*) filter (where md5(to_jsonb(t)::text) is distinct from c.after_hash))::int as moved
    from sheet_change c left join ${sql.table(table)} t on t.organisation_id = c.organisation_id and ${goesBy(table, sql`c.row_key`)}
    where c.organisation_id = ${organisationId}::uuid and c.import_id = ${importId}::uuid and c.table_name = ${table}`
  const found = await firstOf<{ rows: number; moved: number }>(
    tx,
    sql`select sum(rows)::int as rows, sum(moved)::int as moved from (${sql.join(WATCHED_NAMES.map(ofTable), sql` union all `)}) of`,
  )
  return found ?? { rows: 0, moved: 0 }
}

/** Whether somebody an import added is named as a manager by an entry that is not of the import. */
export async function leadsSomebody(tx: Database, organisationId: string, importId: string): Promise<boolean> {
  const found = await firstOf<{ is: boolean }>(
    tx,
    sql`select exists (select 1 from sheet_change c
      join directory_entry e on e.organisation_id = c.organisation_id and e.manager_id::text = c.row_key ->> 'id'
      where c.organisation_id = ${organisationId} and c.import_id = ${importId} and c.table_name = 'person' and c.before is null
        and not exists (select 1 from sheet_change o where o.organisation_id = c.organisation_id and o.import_id = c.import_id
          and o.table_name = 'directory_entry' and o.row_key ->> 'person_id' = e.person_id::text
          and o.row_key ->> 'from_on' = e.from_on::text)) as is`,
  )
  return found?.is === true
}

/** Whether anything is decided of an application whose clearance or review came by an import. */
export async function isDecidedUpon(tx: Database, organisationId: string, importId: string): Promise<boolean> {
  const found = await firstOf<{ is: boolean }>(
    tx,
    sql`select exists (select 1 from sheet_change c
      join decision d on d.organisation_id = c.organisation_id and d.application_id::text = c.row_key ->> 'application_id'
      where c.organisation_id = ${organisationId} and c.import_id = ${importId}) as is`,
  )
  return found?.is === true
}

/** Brings every row of an import back to what it was: what was added goes, what was changed changes back, what was removed returns. */
export async function restoreRows(tx: Database, organisationId: string, importId: string): Promise<number> {
  let restored = 0
  const of = (table: WatchedName) =>
    sql`c.organisation_id = ${organisationId}::uuid and c.import_id = ${importId}::uuid and c.table_name = ${table}`
  const same = (table: WatchedName) => sql`t.organisation_id = c.organisation_id and ${goesBy(table, sql`c.row_key`)}`
  for (const table of WATCHED_NAMES)
    restored += await changed(
      tx,
      sql`delete from ${sql.table(table)} t using sheet_change c where ${of(table)} and c.before is null and ${same(table)}`,
    )
  for (const table of WATCHED_NAMES) {
    const sets = WATCHED[table].columns.map((column) => sql`${sql.id(column)} = ${sql.ref(`r.${column}`)}`)
    const was = sql`cross join lateral jsonb_populate_record(null::${sql.table(table)}, c.before) r`
    restored += await changed(
      tx,
      sql`update ${sql.table(table)} t set ${sql.join(sets)} from sheet_change c ${was}
        where ${of(table)} and c.before is not null and c.after_hash is not null and ${same(table)}`,
    )
    restored += await changed(
      tx,
      sql`insert into ${sql.table(table)} select r.* from sheet_change c ${was}
        where ${of(table)} and c.before is not null and c.after_hash is null`,
    )
  }
  return restored
}
