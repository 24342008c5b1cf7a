import { sql } from 'kysely'
import { changed, type Database, firstOf, rowsOf } from './database.ts'

export async function addDirectoryToken(
  tx: Database,
  organisationId: string,
  it: { readonly id: string; readonly name: string; readonly hash: string; readonly madeAt: string },
): Promise<void> {
  await sql`insert into directory_token (organisation_id, id, name, hash, made_at)
    values (${organisationId}, ${it.id}, ${it.name}, ${it.hash}, ${it.madeAt}::timestamptz)`.execute(tx)
}

export type DirectoryToken = {
  readonly id: string
  readonly name: string
  readonly madeAt: string
  readonly usedAt: string | null
  readonly revokedAt: string | null
}

export function directoryTokensOf(tx: Database, organisationId: string) {
  return rowsOf<DirectoryToken>(
    tx,
    sql`select id, name, to_json(made_at) #>> '{}' as "madeAt", to_json(used_at) #>> '{}' as "usedAt",
        to_json(revoked_at) #>> '{}' as "revokedAt"
      from directory_token where organisation_id = ${organisationId} order by made_at desc, id limit 200`,
  )
}

/** Whether there was such a token that was not revoked yet. */
export async function revokeDirectoryToken(
  tx: Database,
  organisationId: string,
  id: string,
  at: string,
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update directory_token set revoked_at = ${at}::timestamptz
      where organisation_id = ${organisationId} and id::text = ${id} and revoked_at is null`,
  )
  return done > 0
}

/** A token that still opens, of whichever organisation it is. */
export function directoryTokenByHash(tx: Database, hash: string) {
  return firstOf<{ readonly organisationId: string; readonly id: string; readonly usedAt: string | null }>(
    tx,
    sql`select organisation_id as "organisationId", id, to_json(used_at) #>> '{}' as "usedAt" from directory_token
      where hash = ${hash} and revoked_at is null`,
  )
}

export async function markDirectoryTokenUsed(
  tx: Database,
  organisationId: string,
  id: string,
  at: string,
): Promise<void> {
  await sql`update directory_token set used_at = ${at}::timestamptz
    where organisation_id = ${organisationId} and id = ${id}`.execute(tx)
}
