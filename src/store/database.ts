import { Kysely, type LogConfig, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely'
import type pg from 'pg'

/** Queries are plain SQL, so the builder knows no tables; each store function names the rows it reads. */
export type Tables = Record<string, never>
export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>

/** `log` hears of every query, of those that begin and end a transaction too. */
export function openStore(pool: pg.Pool, log?: LogConfig): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log })
}

export async function rowsOf<T>(tx: Database, query: RawBuilder<T>): Promise<readonly T[]> {
  return (await query.execute(tx)).rows
}

export async function firstOf<T>(tx: Database, query: RawBuilder<T>): Promise<T | undefined> {
  return (await query.execute(tx)).rows[0]
}

/** Runs a change and says how many rows it touched. */
export async function changed(tx: Database, query: RawBuilder<unknown>): Promise<number> {
  return Number((await query.execute(tx)).numAffectedRows ?? 0)
}

/** The rows of a query as one JSON column, so that several questions go to the database and back in one. */
export function asList(query: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((select json_agg(it) from (${query}) it), '[]'::json)`
}

/** A list of records as one parameter, for `jsonb_to_recordset`. */
export function asRecords(records: readonly object[]): RawBuilder<unknown> {
  return sql`${JSON.stringify(records)}::jsonb`
}

/** Words as they are written, within a pattern of `like`. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

/** The pattern of `like` for whatever contains these words; nothing within them is a sign of the pattern. */
export function containing(text: string): string {
  return `%${literally(text)}%`
}

type DatabaseError = { readonly code?: string; readonly message?: string; readonly constraint?: string }

/** Whether a transaction lost a race and may run again: serialisation, deadlock, or Citus's commit conflict. */
export function mayRunAgain(error: unknown): boolean {
  const { code, message } = (error ?? {}) as DatabaseError
  return (
    code === '40001' ||
    code === '40P01' ||
    (code === 'XX000' && /^could not commit transaction for shard/.test(message ?? ''))
  )
}

/** The name of the broken constraint, or undefined; Citus leaves it in the message only. */
export function brokenConstraint(error: unknown): string | undefined {
  const { code, message, constraint } = (error ?? {}) as DatabaseError
  if (!code || !['23505', '23503', '23514', '23P01'].includes(code)) return undefined
  return (constraint ?? /constraint "([^"]+)"/.exec(message ?? '')?.[1])?.replace(/_1\d{5,}$/, '')
}
