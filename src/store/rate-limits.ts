import { sql } from 'kysely'
import { type Database, firstOf } from './database.ts'

/** Counts one more try in the window that began at `windowAt`, and says how many that makes. */
export async function addTry(tx: Database, organisationId: string, bucket: string, windowAt: string): Promise<number> {
  const row = await firstOf<{ used: number }>(
    tx,
    sql`insert into rate_limit (organisation_id, bucket, window_at, used)
      values (${organisationId}, ${bucket}, ${windowAt}::timestamptz, 1)
      on conflict (organisation_id, bucket, window_at) do update set used = rate_limit.used + 1 returning used`,
  )
  return row?.used ?? 1
}

/** Forgets how often it was tried, in whatever window. */
export async function removeTries(tx: Database, organisationId: string, bucket: string): Promise<void> {
  await sql`delete from rate_limit where organisation_id = ${organisationId} and bucket = ${bucket}`.execute(tx)
}
