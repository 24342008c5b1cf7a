import { sql } from 'kysely'
import type { Role } from '../model/role.ts'
import { changed, type Database, firstOf, rowsOf } from './database.ts'

/** Whose draft, for what. */
export type DraftOf = { readonly seasonId: string; readonly personId: string; readonly role: Role }
/** A draft as it lies: sealed with its person's key. */
export type SealedDraft = {
  readonly id: string
  readonly sealed: Buffer
  readonly version: number
  readonly changedAt: string
}

export function draftOf(tx: Database, organisationId: string, it: DraftOf) {
  return firstOf<SealedDraft>(
    tx,
    sql`select id, sealed, version, to_json(changed_at) #>> '{}' as "changedAt" from application_draft
      where organisation_id = ${organisationId} and season_id = ${it.seasonId} and person_id = ${it.personId} and role = ${it.role}`,
  )
}

/** The roles for which somebody has begun an application in a season. */
export async function draftRoles(tx: Database, organisationId: string, seasonId: string, personId: string) {
  const rows = await rowsOf<{ role: Role }>(
    tx,
    sql`select role from application_draft
      where organisation_id = ${organisationId} and season_id = ${seasonId} and person_id = ${personId}`,
  )
  return rows.map((row) => row.role)
}

/** Keeps the first draft; says no where there is one already. */
export async function addDraft(
  tx: Database,
  organisationId: string,
  it: DraftOf & { readonly id: string; readonly sealed: Buffer; readonly at: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`insert into application_draft (organisation_id, id, season_id, person_id, role, sealed, version, made_at, changed_at)
      values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.personId}, ${it.role}, ${it.sealed}, 1, ${it.at}::timestamptz,
        ${it.at}::timestamptz) on conflict on constraint application_draft_one_each do nothing`,
  )
  return done > 0
}

/** Puts what was entered in the place of the version its person saw; says no when the draft has moved on since. */
export async function changeDraft(
  tx: Database,
  organisationId: string,
  it: { readonly id: string; readonly sealed: Buffer; readonly version: number; readonly at: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update application_draft set sealed = ${it.sealed}, version = version + 1, changed_at = ${it.at}::timestamptz
      where organisation_id = ${organisationId} and id = ${it.id} and version = ${it.version}`,
  )
  return done > 0
}

export async function removeDraft(tx: Database, organisationId: string, it: DraftOf): Promise<void> {
  await sql`delete from application_draft where organisation_id = ${organisationId} and season_id = ${it.seasonId}
    and person_id = ${it.personId} and role = ${it.role}`.execute(tx)
}
