import { sql } from 'kysely'
import { changed, type Database, rowsOf } from './database.ts'
import type { SignUp } from './sign-ups.ts'

/** Who would come to an event that has no day yet, by id. */
export async function interestedIn(tx: Database, organisationId: string, seasonId: string, event: string) {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select person_id as id from event_interest where organisation_id = ${organisationId} and season_id = ${seasonId}
      and event = ${event} order by person_id`,
  )
  return rows.map((row) => row.id)
}

/** Says that somebody would come; saying it twice is the same. */
export async function addInterest(
  tx: Database,
  organisationId: string,
  it: SignUp & { readonly id: string; readonly madeAt: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`insert into event_interest (organisation_id, id, season_id, person_id, event, made_at)
      values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.personId}, ${it.event}, ${it.madeAt}::timestamptz)
      on conflict on constraint event_interest_one_each do nothing`,
  )
  return done > 0
}

export async function removeInterest(tx: Database, organisationId: string, it: SignUp): Promise<boolean> {
  const done = await changed(
    tx,
    sql`delete from event_interest where organisation_id = ${organisationId} and season_id = ${it.seasonId}
      and event = ${it.event} and person_id = ${it.personId}`,
  )
  return done > 0
}
