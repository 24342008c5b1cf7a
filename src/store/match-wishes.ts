import { sql } from 'kysely'
import type { Role } from '../model/role.ts'
import type { DraftOf } from './application-drafts.ts'
import { type Database, firstOf, rowsOf } from './database.ts'

/** Somebody's wishes and blocks of a season, sealed together. Only the match and they themselves ask this table. */
export type SealedWishes = { readonly id: string; readonly personId: string; readonly sealed: Buffer }

export function wishesOf(tx: Database, organisationId: string, it: DraftOf) {
  return firstOf<SealedWishes>(
    tx,
    sql`select id, person_id as "personId", sealed from match_wish
      where organisation_id = ${organisationId} and season_id = ${it.seasonId} and person_id = ${it.personId} and role = ${it.role}`,
  )
}

/** Somebody's own of every season, for themself. */
export function wishesOfPerson(tx: Database, organisationId: string, personId: string) {
  return rowsOf<SealedWishes>(
    tx,
    sql`select id, person_id as "personId", sealed from match_wish
      where organisation_id = ${organisationId} and person_id = ${personId} order by id limit 20`,
  )
}

/** For the match alone: everybody's of a season, in an order that does not change. */
export function wishesIn(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<SealedWishes & { readonly role: Role }>(
    tx,
    sql`select id, person_id as "personId", role, sealed from match_wish
      where organisation_id = ${organisationId} and season_id = ${seasonId} order by person_id, role`,
  )
}

export async function addWishes(
  tx: Database,
  organisationId: string,
  it: DraftOf & { readonly id: string; readonly sealed: Buffer; readonly at: string },
): Promise<void> {
  await sql`insert into match_wish (organisation_id, id, season_id, person_id, role, sealed, made_at)
    values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.personId}, ${it.role}, ${it.sealed}, ${it.at}::timestamptz)`.execute(
    tx,
  )
}

export async function removeWishes(tx: Database, organisationId: string, it: DraftOf): Promise<void> {
  await sql`delete from match_wish where organisation_id = ${organisationId} and season_id = ${it.seasonId}
    and person_id = ${it.personId} and role = ${it.role}`.execute(tx)
}
