import { sql } from 'kysely'
import type { Hat } from '../model/hats.ts'
import type { Worn } from '../permissions/decide.ts'
import { type Database, firstOf, rowsOf } from './database.ts'

export type Organisation = {
  readonly id: string
  readonly name: string
  readonly kind: 'real' | 'demo' | 'rehearsal'
  readonly operatorPersonId: string
  readonly onePersonDecidedOn: string | null
}

const columns = sql`id, name, kind, operator_person_id as "operatorPersonId", one_person_decided_on::text as "onePersonDecidedOn"`

/** The organisation of this database, one until sign-in tells several apart, and the instant on the demo's own clock. */
export function theOrganisation(tx: Database) {
  return firstOf<Organisation & { readonly clockAt: string | null }>(
    tx,
    sql`select ${columns}, to_char(now_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "clockAt"
      from organisation left join demo_clock on organisation_id = id
      where kind <> 'rehearsal' order by created_at limit 1`,
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

/** The hats of a person that are on today: an end in the past takes one off, and who has left wears none. */
export function hatsOf(
  tx: Database,
  organisationId: string,
  personId: string,
  today: string,
): Promise<readonly Worn[]> {
  return rowsOf<Worn>(
    tx,
    sql`select distinct h.hat, h.season_id as "seasonId" from hat h
      join person p on p.organisation_id = h.organisation_id and p.id = h.person_id and (p.left_on is null or p.left_on > ${today}::date)
      where h.organisation_id = ${organisationId} and h.person_id = ${personId}
        and h.from_on <= ${today}::date and (h.until_on is null or h.until_on >= ${today}::date)`,
  )
}

export async function addToken(
  tx: Database,
  it: { organisationId: string; id: string; personId: string; hash: string; createdAt: string },
) {
  await sql`insert into api_token (organisation_id, id, person_id, hash, created_at)
    values (${it.organisationId}, ${it.id}, ${it.personId}, ${it.hash}, ${it.createdAt}::timestamptz)`.execute(tx)
}

/** A token that still opens: not revoked, and its person has not left. */
export function tokenByHash(tx: Database, hash: string, today: string) {
  return firstOf<{ organisationId: string; personId: string }>(
    tx,
    sql`select t.organisation_id as "organisationId", t.person_id as "personId" from api_token t
      join person p on p.organisation_id = t.organisation_id and p.id = t.person_id
      where t.hash = ${hash} and t.revoked_at is null and (p.left_on is null or p.left_on > ${today}::date)`,
  )
}

export async function setDemoClock(tx: Database, organisationId: string, nowAt: string): Promise<void> {
  await sql`insert into demo_clock (organisation_id, now_at) values (${organisationId}, ${nowAt}::timestamptz)
    on conflict (organisation_id) do update set now_at = excluded.now_at`.execute(tx)
}

/** The tables are read right after an import, a seed or a restore; without this the planner guesses. */
export async function refreshStatistics(tx: Database): Promise<void> {
  await sql`analyze`.execute(tx)
}
