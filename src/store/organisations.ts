import { sql } from 'kysely'
import type { Hat } from '../model/hats.ts'
import { type Database, firstOf, rowsOf } from './database.ts'

export type Organisation = {
  readonly id: string
  readonly name: string
  readonly kind: 'real' | 'demo' | 'rehearsal'
  readonly operatorPersonId: string
  readonly onePersonDecidedOn: string | null
}

const columns = sql`id, name, kind, operator_person_id as "operatorPersonId", one_person_decided_on::text as "onePersonDecidedOn"`

/** The organisation of this database: one until sign-in tells several apart. */
export function theOrganisation(tx: Database) {
  return firstOf<Organisation>(
    tx,
    sql`select ${columns} from organisation where kind <> 'rehearsal' order by created_at limit 1`,
  )
}

export async function addOrganisation(tx: Database, it: Organisation & { createdAt: string }): Promise<void> {
  await sql`insert into organisation (id, name, kind, operator_person_id, one_person_decided_on, created_at)
    values (${it.id}, ${it.name}, ${it.kind}, ${it.operatorPersonId}, ${it.onePersonDecidedOn}::date, ${it.createdAt}::timestamptz)`.execute(
    tx,
  )
}

export async function addHat(
  tx: Database,
  it: { organisationId: string; id: string; personId: string; hat: Hat; fromOn: string },
) {
  await sql`insert into hat (organisation_id, id, person_id, season_id, hat, from_on, until_on)
    values (${it.organisationId}, ${it.id}, ${it.personId}, null, ${it.hat}, ${it.fromOn}::date, null)`.execute(tx)
}

/** The hats of a person that are on today: an end in the past takes one off. */
export async function hatsOf(
  tx: Database,
  organisationId: string,
  personId: string,
  today: string,
): Promise<readonly Hat[]> {
  const rows = await rowsOf<{ hat: Hat }>(
    tx,
    sql`select distinct hat from hat where organisation_id = ${organisationId} and person_id = ${personId}
      and (until_on is null or until_on >= ${today}::date)`,
  )
  return rows.map((row) => row.hat)
}

export async function addToken(
  tx: Database,
  it: { organisationId: string; id: string; personId: string; hash: string; createdAt: string },
) {
  await sql`insert into api_token (organisation_id, id, person_id, hash, created_at)
    values (${it.organisationId}, ${it.id}, ${it.personId}, ${it.hash}, ${it.createdAt}::timestamptz)`.execute(tx)
}

export function tokenByHash(tx: Database, hash: string) {
  return firstOf<{ organisationId: string; personId: string }>(
    tx,
    sql`select organisation_id as "organisationId", person_id as "personId" from api_token where hash = ${hash} and revoked_at is null`,
  )
}

export async function setDemoClock(tx: Database, organisationId: string, nowAt: string): Promise<void> {
  await sql`insert into demo_clock (organisation_id, now_at) values (${organisationId}, ${nowAt}::timestamptz)
    on conflict (organisation_id) do update set now_at = excluded.now_at`.execute(tx)
}

export async function demoClock(tx: Database, organisationId: string): Promise<string | null> {
  const row = await firstOf<{ now_at: Date }>(
    tx,
    sql`select now_at from demo_clock where organisation_id = ${organisationId}`,
  )
  return row ? row.now_at.toISOString() : null
}

/** The tables are read right after an import, a seed or a restore; without this the planner guesses. */
export async function refreshStatistics(tx: Database): Promise<void> {
  await sql`analyze`.execute(tx)
}
