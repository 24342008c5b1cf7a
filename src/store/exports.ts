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

/** Actions by what their subjects are told of a look: lists of a season, and what is told once they have heard. */
export type LooksTold = { readonly lists: readonly string[]; readonly later: readonly string[]; readonly today: string }

/** Who looked at a person's sensitive content, by hat and day and never by name, newest first; own looks are none. */
export async function looksAt(
  tx: Database,
  organisationId: string,
  personId: string,
  told: LooksTold,
  page: { readonly limit: number; readonly offset: number },
) {
  const rows = await rowsOf<Look & { found: number }>(
    tx,
    sql`select to_char(it.recorded_at at time zone 'UTC', 'YYYY-MM-DD') as day, it.ground, it.action, it.class,
        count(*)::int as times, count(*) over ()::int as found
      from (${looksOf(organisationId, personId, told)} union all ${listsOf(organisationId, personId, told.lists)}) it
      where it.outcome = 'done' and it.actor_person_id is distinct from ${personId}::uuid
      group by 1, it.ground, it.action, it.class order by 1 desc, it.action, it.ground limit ${page.limit} offset ${page.offset}`,
  )
  return { found: rows[0]?.found ?? 0, looks: rows.map(({ found, ...look }) => look) }
}

/** Looks that name the person. */
function looksOf(organisationId: string, personId: string, { later, today }: LooksTold): RawBuilder<unknown> {
  const heard = sql`(a.season_id is null or exists (select 1 from outbox_message m where m.organisation_id = a.organisation_id and m.season_id = a.season_id
      and m.person_id = s.person_id and m.kind in ('pair', 'no-place') and m.released_on is not null)
    or exists (select 1 from season e where e.organisation_id = a.organisation_id and e.id = a.season_id
      and e.program ->> 'endsOn' < ${today}))`
  return sql`select a.recorded_at, a.ground, a.action, s.class, a.outcome, a.actor_person_id
    from audit_subject s join audit a on a.organisation_id = s.organisation_id and a.id = s.audit_id
    where s.organisation_id = ${organisationId} and s.person_id = ${personId}
      and (a.action <> all(${later as string[]}::text[]) or ${heard})`
}

/** Looks at lists of a season in which the person has applied by then: the same for all who have, however they stand. */
function listsOf(organisationId: string, personId: string, lists: readonly string[]): RawBuilder<unknown> {
  return sql`select a.recorded_at, a.ground, a.action, 'S3', a.outcome, a.actor_person_id from audit a
    where a.organisation_id = ${organisationId} and a.action = any(${lists as string[]}::text[])
      and exists (select 1 from application p where p.organisation_id = a.organisation_id and p.season_id = a.season_id
        and p.person_id = ${personId} and p.recorded_at <= a.recorded_at)`
}
