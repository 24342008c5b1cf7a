import { sql } from 'kysely'
import { changed, type Database, firstOf } from './database.ts'

/** Puts a new link in the place of every older one. */
export async function replaceFirstOwnerLink(
  tx: Database,
  it: { readonly hash: string; readonly madeAt: string; readonly untilAt: string },
): Promise<void> {
  await sql`delete from first_owner_link`.execute(tx)
  await sql`insert into first_owner_link (hash, made_at, until_at)
    values (${it.hash}, ${it.madeAt}::timestamptz, ${it.untilAt}::timestamptz)`.execute(tx)
}

export async function isFirstOwnerLink(tx: Database, hash: string, now: string): Promise<boolean> {
  const found = await firstOf<{ hash: string }>(
    tx,
    sql`select hash from first_owner_link
      where hash = ${hash} and spent_at is null and until_at > ${now}::timestamptz`,
  )
  return found !== undefined
}

/** Whether there was a link to spend; of two who try at once, one finds nothing. */
export async function spendFirstOwnerLink(tx: Database, hash: string, now: string): Promise<boolean> {
  const spent = await changed(
    tx,
    sql`update first_owner_link set spent_at = ${now}::timestamptz
      where hash = ${hash} and spent_at is null and until_at > ${now}::timestamptz`,
  )
  return spent > 0
}
