import { type RawBuilder, sql } from 'kysely'
import type { Role } from '../model/role.ts'
import type { ApplicationRecord } from './applications.ts'
import { changed, type Database, firstOf, rowsOf } from './database.ts'

export type OwnApplication = ApplicationRecord & {
  readonly superseded_by: string | null
  readonly withdrawn_at: string | null
}

/** Everything somebody ever sent in a season, the latest first, superseded and withdrawn ones too. */
export function ownApplications(tx: Database, organisationId: string, seasonId: string, personId: string) {
  return rowsOf<OwnApplication>(
    tx,
    sql`select id, person_id, role, to_char(submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as submitted_at,
        submitted_on::text, late, commits, trainings, identity, certificate, manager_informed, topics, management_track,
        mentored_before, capacity, about, answers, asynchronous, superseded_by,
        to_char(withdrawn_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as withdrawn_at
      from application where organisation_id = ${organisationId} and season_id = ${seasonId} and person_id = ${personId}
      order by application.submitted_at desc, id desc limit 200`,
  )
}

/** Takes an application out of force; says no where it was already. */
export async function markWithdrawn(tx: Database, organisationId: string, id: string, at: string): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update application set withdrawn_at = ${at}::timestamptz, superseded_by = id
      where organisation_id = ${organisationId} and id = ${id} and superseded_by is null`,
  )
  return done > 0
}

export type Withdrawn = { readonly role: Role; readonly late: boolean; readonly people: number }

/** How many took an application back and have not applied again for that role, but for one person: numbers, never names. */
export function withdrawnOf(
  tx: Database,
  organisationId: string,
  seasonId: string,
  but: string | null,
): Promise<readonly Withdrawn[]> {
  return rowsOf<Withdrawn>(
    tx,
    sql`select w.role, w.late, count(distinct w.person_id)::int as people from application w
      where w.organisation_id = ${organisationId} and w.season_id = ${seasonId} and w.person_id is distinct from ${but}::uuid
        and ${isTakenBack('w')} group by w.role, w.late`,
  )
}

/** Whether an application was taken back and none for that role is in force. */
export function isTakenBack(alias: string): RawBuilder<boolean> {
  const w = (column: string) => sql.ref(`${alias}.${column}`)
  return sql`${w('withdrawn_at')} is not null
    and not exists (select 1 from application again where again.organisation_id = ${w('organisation_id')}
      and again.season_id = ${w('season_id')} and again.person_id = ${w('person_id')} and again.role = ${w('role')}
      and again.superseded_by is null)`
}

export type Applicant = {
  readonly name: string
  readonly startedOn: string | null
  readonly inDirectory: boolean
}

/** What the directory says on a day of somebody who applies. */
export function applicantOn(tx: Database, organisationId: string, personId: string, day: string) {
  return firstOf<Applicant>(
    tx,
    sql`select p.name, d.started_on::text as "startedOn", p.kind = 'directory' as "inDirectory"
      from person p left join lateral (select started_on from directory_entry e
        where e.organisation_id = p.organisation_id and e.person_id = p.id and e.from_on <= ${day}::date
        order by e.from_on desc limit 1) d on true
      where p.organisation_id = ${organisationId} and p.id = ${personId}`,
  )
}

export type Named = { readonly id: string; readonly name: string; readonly email: string }

/** People who are here and whose name or address is one of these words, in lower case. */
export function peopleCalled(tx: Database, organisationId: string, words: readonly string[], today: string) {
  return rowsOf<Named>(
    tx,
    sql`select id, name, email from person
      where organisation_id = ${organisationId} and erased_at is null and (left_on is null or left_on > ${today}::date)
        and (lower(name) = any(${words as string[]}::text[]) or email = any(${words as string[]}::text[]))
      order by name, email limit 100`,
  )
}

/** Whether a match was fixed on or after the day of an application: it may hold a pair that nobody has heard of. */
export async function isMatchMade(
  tx: Database,
  organisationId: string,
  seasonId: string,
  sinceOn: string,
): Promise<boolean> {
  const found = await firstOf<{ is: boolean }>(
    tx,
    sql`select exists (select 1 from match_run r where r.organisation_id = ${organisationId} and r.season_id = ${seasonId}
      and r.published_on >= ${sinceOn}::date) as is`,
  )
  return found?.is === true
}
