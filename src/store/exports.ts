import { type RawBuilder, sql } from 'kysely'
import { type Database, rowsOf } from './database.ts'
import { FIELDS } from './fields/all.ts'
import type { KeyKind } from './keys.ts'
import { isAboutSomebody, type Subject, whose } from './whose.ts'

/** One row as JSON; days and instants are text, sealed bytes are PostgreSQL's own hex. */
export type ExportedRow = Readonly<Record<string, unknown>>

/** The tables that a person's own export holds, in the order of the catalogue. */
export const EXPORTED = Object.keys(FIELDS).filter(
  (table) => isAboutSomebody(table) && FIELDS[table]?.notExported === undefined && columnsFor(table).length > 0,
)

/** The columns of a table that its subject may read. */
export function columnsFor(table: string): readonly string[] {
  const fields = Object.entries(FIELDS[table]?.fields ?? {})
  return fields.filter(([, it]) => it.readers.includes('subject')).map(([name]) => name)
}

type SealedIn = {
  readonly column: string
  /** The column of the person whose own it is; null where a pair shares it. */
  readonly owner: string | null
  readonly key: KeyKind
  /** The column that names whose key opens it. */
  readonly keyIn: string
}

/** What is sealed in a table, whose it is and whose key opens it: the person's own, their pair's, or a survey's. */
export function sealedIn(table: string): SealedIn | null {
  for (const [column, it] of Object.entries(FIELDS[table]?.fields ?? {})) {
    if (it.sealedForPair) return { column, owner: null, key: 'pair', keyIn: it.sealedForPair }
    if (it.sealedFor)
      return {
        column,
        owner: it.sealedFor,
        key: it.sealedWith ? 'survey' : 'person',
        keyIn: it.sealedWith ?? it.sealedFor,
      }
  }
  return null
}

/** Of copies that are sealed for one person each, only their own. */
function ownCopies(table: string, { personId }: Subject): RawBuilder<unknown> {
  const owner = sealedIn(table)?.owner
  return owner ? sql`and ${sql.ref(`${table}.${owner}`)} = ${personId}::uuid` : sql``
}

/** Every row of one table that is about the person, with what they may read of it; of sealed copies their own only. */
export async function rowsAbout(tx: Database, table: string, subject: Subject): Promise<readonly ExportedRow[]> {
  const columns = columnsFor(table)
  const rows = await rowsOf<{ it: ExportedRow }>(
    tx,
    sql`select to_jsonb(it) as it from (select ${sql.join(columns.map((name) => sql.ref(`${table}.${name}`)))}
      from ${sql.table(table)} where ${whose(table, subject)} ${ownCopies(table, subject)}) it order by (to_jsonb(it) - 'id')::text`,
  )
  return rows.map((row) => row.it)
}

/** How many rows of each exported table are about the person, in one query. */
export async function countsAbout(tx: Database, subject: Subject): Promise<ReadonlyMap<string, number>> {
  const each = EXPORTED.map((table) => {
    return sql`select ${table} as "table", count(*)::int as rows from ${sql.table(table)} where ${whose(table, subject)} ${ownCopies(table, subject)}`
  })
  const rows = await rowsOf<{ table: string; rows: number }>(tx, sql`${sql.join(each, sql` union all `)}`)
  return new Map(rows.map((row) => [row.table, row.rows]))
}

export type Look = {
  readonly day: string
  readonly ground: string | null
  readonly action: string
  readonly class: 'S3' | 'S4'
  readonly times: number
}

/** Who looked at a person's sensitive content, by hat and day and never by name, newest first; own looks are none. */
export async function looksAt(tx: Database, organisationId: string, personId: string, limit: number, offset: number) {
  const rows = await rowsOf<Look & { found: number }>(
    tx,
    sql`select to_char(a.recorded_at at time zone 'UTC', 'YYYY-MM-DD') as day, a.ground, a.action, s.class,
        count(*)::int as times, count(*) over ()::int as found
      from audit_subject s join audit a on a.organisation_id = s.organisation_id and a.id = s.audit_id
      where s.organisation_id = ${organisationId} and s.person_id = ${personId}
        and a.outcome = 'done' and a.actor_person_id is distinct from ${personId}::uuid
      group by 1, a.ground, a.action, s.class order by 1 desc, a.action, a.ground limit ${limit} offset ${offset}`,
  )
  return { found: rows[0]?.found ?? 0, looks: rows.map(({ found, ...look }) => look) }
}
