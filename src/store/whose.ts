import { type RawBuilder, sql } from 'kysely'
import { FIELDS } from './fields/all.ts'

/** Whose rows, and as of which day they may see them; null for every row, as an erasure needs it. */
export type Subject = { readonly organisationId: string; readonly personId: string; readonly shownOn: string | null }

/** Whether rows of this table are about somebody, by a column of their own or by the row they hang on. */
export function isAboutSomebody(table: string): boolean {
  const it = FIELDS[table]
  if (!it) return false
  return it.subjects.length > 0 || (it.through !== undefined && isAboutSomebody(it.through.table))
}

/** The condition that a row of `table` is about the person, read from the catalogue. The table is named, never aliased. */
export function whose(table: string, subject: Subject): RawBuilder<unknown> {
  const it = FIELDS[table]
  if (!it) throw new Error(`${table} has no entry`)
  const own = it.subjects.map((column) => sql`${sql.ref(`${table}.${column}`)} = ${subject.personId}::uuid`)
  const about = own.length > 0 ? sql`(${sql.join(own, sql` or `)})` : hangsOn(table, subject)
  const shown = subject.shownOn === null ? sql`true` : shownBy(table, subject, subject.shownOn)
  return sql`${sql.ref(`${table}.organisation_id`)} = ${subject.organisationId}::uuid and ${about} and ${shown}`
}

function hangsOn(table: string, subject: Subject): RawBuilder<unknown> {
  const through = FIELDS[table]?.through
  if (!through) throw new Error(`${table} is about nobody`)
  const theirs = sql`select id from ${sql.table(through.table)} where ${whose(through.table, subject)}`
  return sql`${sql.ref(`${table}.${through.by}`)} in (${theirs})`
}

/** Nobody learns from their own data what everyone is to hear on one day, nor reads a letter before it leaves. */
function shownBy(table: string, subject: Subject, today: string): RawBuilder<unknown> {
  const it = FIELDS[table]
  if (it?.shownOnce === 'released') return sql`${sql.ref(`${table}.released_on`)} is not null`
  if (it?.shownOnce !== 'announced') return sql`true`
  const { organisationId, personId } = subject
  const letters = sql`from outbox_message m where m.organisation_id = ${organisationId}::uuid
    and m.person_id = ${personId}::uuid and m.released_on is not null`
  const over = sql`select s.id from season s where s.organisation_id = ${organisationId}::uuid
    and s.program ->> 'endsOn' < ${today}`
  if (table === 'pair')
    return sql`(pair.id::text in (select m.about ${letters} and m.kind = 'pair') or pair.season_id in (${over}))`
  const heard = sql`${sql.ref(`${table}.application_id`)} in (select a.id from application a
    where a.organisation_id = ${organisationId}::uuid and (a.season_id in (${over})
      or a.season_id in (select m.season_id ${letters} and m.kind in ('pair', 'no-place'))))`
  return table === 'decision' ? sql`${heard} and decision.released_on is not null` : heard
}

/** Tables in an order in which each comes before the row it hangs on. */
export function childrenFirst(tables: readonly string[]): readonly string[] {
  const depth = (table: string): number => {
    const through = FIELDS[table]?.through
    return through ? 1 + depth(through.table) : 0
  }
  return [...tables].sort((one, other) => depth(other) - depth(one))
}
