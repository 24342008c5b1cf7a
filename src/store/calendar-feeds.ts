import { sql } from 'kysely'
import { changed, type Database, firstOf } from './database.ts'

/** Makes somebody's feed; the one before it opens nothing any more. */
export async function replaceFeed(
  tx: Database,
  organisationId: string,
  it: { readonly id: string; readonly personId: string; readonly hash: string; readonly at: string },
): Promise<void> {
  await revokeFeed(tx, organisationId, it)
  await sql`insert into calendar_feed (organisation_id, id, person_id, hash, made_at)
    values (${organisationId}, ${it.id}, ${it.personId}, ${it.hash}, ${it.at}::timestamptz)`.execute(tx)
}

export async function revokeFeed(
  tx: Database,
  organisationId: string,
  it: { readonly personId: string; readonly at: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update calendar_feed set revoked_at = ${it.at}::timestamptz
      where organisation_id = ${organisationId} and person_id = ${it.personId} and revoked_at is null`,
  )
  return done > 0
}

/** When somebody's feed was made, if they have one. */
export function feedOf(tx: Database, organisationId: string, personId: string) {
  return firstOf<{ readonly madeAt: string }>(
    tx,
    sql`select to_json(made_at) #>> '{}' as "madeAt" from calendar_feed
      where organisation_id = ${organisationId} and person_id = ${personId} and revoked_at is null`,
  )
}

/** Whose feed a secret opens; nobody's once its person has left. */
export function personOfFeed(tx: Database, organisationId: string, hash: string, today: string) {
  return firstOf<{ readonly id: string; readonly personId: string }>(
    tx,
    sql`select f.id, f.person_id as "personId" from calendar_feed f
      join person p on p.organisation_id = f.organisation_id and p.id = f.person_id
      where f.organisation_id = ${organisationId} and f.hash = ${hash} and f.revoked_at is null
        and p.erased_at is null and (p.left_on is null or p.left_on > ${today}::date)`,
  )
}
