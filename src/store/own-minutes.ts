import { sql } from 'kysely'
import { changed, type Database, firstOf, rowsOf } from './database.ts'

/** Since when somebody counts their own minutes; nothing where they do not. */
export function countedSince(tx: Database, organisationId: string, personId: string) {
  return firstOf<{ readonly since: string }>(
    tx,
    sql`select to_json(counted_since) #>> '{}' as since from minutes_choice
      where organisation_id = ${organisationId} and person_id = ${personId}`,
  )
}

export async function beginCounting(tx: Database, organisationId: string, personId: string, at: string): Promise<void> {
  await sql`insert into minutes_choice (organisation_id, person_id, counted_since)
    values (${organisationId}, ${personId}, ${at}::timestamptz) on conflict (organisation_id, person_id) do nothing`.execute(
    tx,
  )
}

export async function stopCounting(tx: Database, organisationId: string, personId: string): Promise<void> {
  await sql`delete from minutes_choice where organisation_id = ${organisationId} and person_id = ${personId}`.execute(
    tx,
  )
}

type Minute = { readonly personId: string; readonly onDay: string; readonly part: string; readonly at: string }

/** Adds one minute, unless one was counted within the last so many seconds, on whatever page; says whether counting is on. */
export async function addMinute(
  tx: Database,
  organisationId: string,
  it: Minute,
  apartSeconds: number,
): Promise<boolean> {
  // The choice is locked, so that two windows come one after the other.
  const chosen = await firstOf(
    tx,
    sql`select 1 as one from minutes_choice where organisation_id = ${organisationId} and person_id = ${it.personId} for update`,
  )
  if (!chosen) return false
  await changed(
    tx,
    sql`insert into own_minutes as o (organisation_id, person_id, on_day, part, minutes, last_at)
      select ${organisationId}::uuid, ${it.personId}::uuid, ${it.onDay}::date, ${it.part}, 1, ${it.at}::timestamptz
      where not exists (select 1 from own_minutes e where e.organisation_id = ${organisationId} and e.person_id = ${it.personId}
        and e.last_at > ${it.at}::timestamptz - make_interval(secs => ${apartSeconds}))
      on conflict (organisation_id, person_id, on_day, part) do update set minutes = least(o.minutes + 1, 1440), last_at = excluded.last_at`,
  )
  return true
}

export type MinutesRow = { readonly onDay: string; readonly part: string; readonly minutes: number }

export function minutesOf(tx: Database, organisationId: string, personId: string) {
  return rowsOf<MinutesRow>(
    tx,
    sql`select on_day::text as "onDay", part, minutes from own_minutes
      where organisation_id = ${organisationId} and person_id = ${personId} order by on_day desc, part limit 2000`,
  )
}

export async function deleteMinutes(tx: Database, organisationId: string, personId: string): Promise<void> {
  await sql`delete from own_minutes where organisation_id = ${organisationId} and person_id = ${personId}`.execute(tx)
}
