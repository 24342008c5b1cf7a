import { sql } from 'kysely'
import type { Worn } from '../permissions/decide.ts'
import { asList, changed, type Database, firstOf, rowsOf } from './database.ts'
import { hatRows } from './hats.ts'

export async function addToken(
  tx: Database,
  it: { organisationId: string; id: string; personId: string; hash: string; createdAt: string; untilAt: string },
) {
  await sql`insert into api_token (organisation_id, id, person_id, hash, created_at, until_at)
    values (${it.organisationId}, ${it.id}, ${it.personId}, ${it.hash}, ${it.createdAt}::timestamptz, ${it.untilAt}::timestamptz)`.execute(
    tx,
  )
}

export type TokenFound = {
  readonly organisationId: string
  readonly id: string
  readonly personId: string
  readonly usedAt: string | null
  readonly hats: readonly Worn[]
}

/** A token that still opens, not revoked, not over and its person not gone, with the hats they wear today. */
export function tokenByHash(tx: Database, hash: string, now: string, today: string) {
  return firstOf<TokenFound>(
    tx,
    sql`select t.organisation_id as "organisationId", t.id, t.person_id as "personId", to_json(t.used_at) #>> '{}' as "usedAt",
        ${asList(hatRows(sql`t.organisation_id`, sql`t.person_id`, today))} as hats
      from api_token t join person p on p.organisation_id = t.organisation_id and p.id = t.person_id
      where t.hash = ${hash} and t.revoked_at is null and t.until_at > ${now}::timestamptz
        and (p.left_on is null or p.left_on > ${today}::date)`,
  )
}

export async function markTokenUsed(tx: Database, organisationId: string, id: string, at: string): Promise<void> {
  await sql`update api_token set used_at = ${at}::timestamptz where organisation_id = ${organisationId} and id = ${id}`.execute(
    tx,
  )
}

export type TokenRow = {
  readonly id: string
  readonly madeAt: string
  readonly usedAt: string | null
  readonly untilAt: string
}

const MOST_TOKENS = 100

/** Somebody's tokens that were not revoked, those that are over too, the newest first. */
export function tokensOf(tx: Database, organisationId: string, personId: string) {
  return rowsOf<TokenRow>(
    tx,
    sql`select id, to_json(created_at) #>> '{}' as "madeAt", to_json(used_at) #>> '{}' as "usedAt",
        to_json(until_at) #>> '{}' as "untilAt" from api_token
      where organisation_id = ${organisationId} and person_id = ${personId} and revoked_at is null
      order by created_at desc, id limit ${MOST_TOKENS}`,
  )
}

/** Whether there was such a token of this person; one that was revoked before stays as it was. */
export async function revokeToken(
  tx: Database,
  organisationId: string,
  personId: string,
  id: string,
  at: string,
): Promise<boolean> {
  const touched = await changed(
    tx,
    sql`update api_token set revoked_at = coalesce(revoked_at, ${at}::timestamptz)
      where organisation_id = ${organisationId} and person_id = ${personId} and id = ${id}`,
  )
  return touched > 0
}
