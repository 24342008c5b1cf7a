import { sql } from 'kysely'
import { changed, containing, type Database, rowsOf } from './database.ts'

export type Expected = {
  readonly id: string
  readonly name: string
  readonly came: boolean
  /** The session they signed up for, if they did. */
  readonly signedUpFor: string | null
  readonly isGuest: boolean
}
type SessionOf = { readonly seasonId: string; readonly event: string; readonly session: string }

/** A page of those who may have come to a session, by name: the roster, who signed up for the event, and who came already. */
export function expectedAt(
  tx: Database,
  organisationId: string,
  it: SessionOf & { readonly roster: readonly string[]; readonly q: string },
  limit: number,
  offset: number,
) {
  const here = sql`organisation_id = ${organisationId} and season_id = ${it.seasonId} and event = ${it.event}`
  const came = sql`(select person_id from attendance where ${here} and session = ${it.session})`
  return rowsOf<Expected & { readonly found: number }>(
    tx,
    sql`select p.id, p.name, p.id in ${came} as came, s.session as "signedUpFor",
        p.id <> all(${it.roster as string[]}::uuid[]) as "isGuest", count(*) over ()::int as found
      from person p left join event_sign_up s on s.organisation_id = p.organisation_id and s.season_id = ${it.seasonId}
        and s.event = ${it.event} and s.person_id = p.id
      where p.organisation_id = ${organisationId} and p.name ilike ${containing(it.q)}
        and (p.id = any(${it.roster as string[]}::uuid[]) or s.person_id is not null or p.id in ${came})
      order by p.name, p.id limit ${limit} offset ${offset}`,
  )
}

/** Takes back that people came to a session. */
export function removeAttendance(
  tx: Database,
  organisationId: string,
  it: SessionOf,
  people: readonly string[],
): Promise<number> {
  return changed(
    tx,
    sql`delete from attendance where organisation_id = ${organisationId} and season_id = ${it.seasonId} and event = ${it.event}
      and session = ${it.session} and person_id = any(${people as string[]}::uuid[])`,
  )
}
