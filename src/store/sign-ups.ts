import { sql } from 'kysely'
import { asRecords, changed, type Database, firstOf, rowsOf } from './database.ts'

export type SignUp = {
  readonly seasonId: string
  readonly event: string
  readonly personId: string
}

const own = (organisationId: string, it: SignUp) =>
  sql`organisation_id = ${organisationId} and season_id = ${it.seasonId} and event = ${it.event} and person_id = ${it.personId}`

/** The session of an event that a person signed up for, and those they came to. */
export async function ownPlaceAt(tx: Database, organisationId: string, it: SignUp) {
  const found = await firstOf<{ signedUpFor: string | null; cameTo: readonly string[] }>(
    tx,
    sql`select (select s.session from event_sign_up s where s.organisation_id = ${organisationId} and s.season_id = ${it.seasonId}
          and s.event = ${it.event} and s.person_id = ${it.personId}) as "signedUpFor",
        coalesce((select array_agg(a.session order by a.session) from attendance a where a.organisation_id = ${organisationId}
          and a.season_id = ${it.seasonId} and a.event = ${it.event} and a.person_id = ${it.personId}), '{}') as "cameTo"`,
  )
  return found ?? { signedUpFor: null, cameTo: [] }
}

/** Signs up, or moves to another session of the event. */
export async function saveSignUp(
  tx: Database,
  organisationId: string,
  it: SignUp & { id: string; session: string; madeAt: string },
): Promise<void> {
  await sql`insert into event_sign_up (organisation_id, id, season_id, person_id, event, session, made_at)
    values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.personId}, ${it.event}, ${it.session}, ${it.madeAt}::timestamptz)
    on conflict on constraint event_sign_up_one_each do update set session = excluded.session, made_at = excluded.made_at`.execute(
    tx,
  )
}

/** How many others signed up for each session of an event. */
export async function othersSignedUp(
  tx: Database,
  organisationId: string,
  it: SignUp,
): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOf<{ session: string; many: number }>(
    tx,
    sql`select session, count(*)::int as many from event_sign_up where organisation_id = ${organisationId}
      and season_id = ${it.seasonId} and event = ${it.event} and person_id <> ${it.personId} group by session`,
  )
  return new Map(rows.map((row) => [row.session, row.many]))
}

export async function removeSignUp(tx: Database, organisationId: string, it: SignUp): Promise<boolean> {
  return (await changed(tx, sql`delete from event_sign_up where ${own(organisationId, it)}`)) > 0
}

export type SessionCount = {
  readonly session: string
  readonly signedUp: number
  readonly came: number
  readonly code: string | null
  /** How many small groups were drawn; 0 before. */
  readonly groups: number
  /** The draw that holds; null before. */
  readonly draw: string | null
  /** Whether a draw before it can be put back. */
  readonly canGoBack: boolean
}

/** How many signed up for each session and came to it, and its code. */
export function sessionCounts(
  tx: Database,
  organisationId: string,
  seasonId: string,
  event: string,
  sessions: readonly string[],
) {
  return rowsOf<SessionCount>(
    tx,
    sql`select k.session,
        (select count(*)::int from event_sign_up s where s.organisation_id = ${organisationId} and s.season_id = ${seasonId}
          and s.event = ${event} and s.session = k.session) as "signedUp",
        (select count(*)::int from attendance a where a.organisation_id = ${organisationId} and a.season_id = ${seasonId}
          and a.event = ${event} and a.session = k.session) as came,
        (select c.code from check_in_code c where c.organisation_id = ${organisationId} and c.season_id = ${seasonId}
          and c.event = ${event} and c.session = k.session) as code,
        coalesce((select max(g.number) from group_place g join group_draw d on d.organisation_id = g.organisation_id and d.id = g.draw_id
          where d.organisation_id = ${organisationId} and d.season_id = ${seasonId} and d.event = ${event}
            and d.session = k.session and d.replaced_at is null), 0) as groups,
        (select d.id from group_draw d where d.organisation_id = ${organisationId} and d.season_id = ${seasonId} and d.event = ${event}
          and d.session = k.session and d.replaced_at is null) as draw,
        exists (select 1 from group_draw d where d.organisation_id = ${organisationId} and d.season_id = ${seasonId} and d.event = ${event}
          and d.session = k.session and d.replaced_at is not null) as "canGoBack"
      from unnest(${sessions as string[]}::text[]) as k(session)`,
  )
}

export type SignedUp = {
  readonly personId: string
  readonly name: string
  readonly session: string
  readonly came: boolean
  readonly group: number | null
}

/** A page of who signed up for an event, by session and name. */
export function signedUpFor(
  tx: Database,
  organisationId: string,
  seasonId: string,
  event: string,
  limit: number,
  offset: number,
) {
  return rowsOf<SignedUp & { readonly found: number }>(
    tx,
    sql`select s.person_id as "personId", p.name, s.session, count(*) over ()::int as found, exists (
          select 1 from attendance a where a.organisation_id = s.organisation_id and a.season_id = s.season_id
            and a.event = s.event and a.person_id = s.person_id) as came,
        (select g.number from group_place g join group_draw d on d.organisation_id = g.organisation_id and d.id = g.draw_id
          where g.organisation_id = s.organisation_id and g.person_id = s.person_id and d.season_id = s.season_id
            and d.event = s.event and d.session = s.session and d.replaced_at is null) as "group"
      from event_sign_up s join person p on p.organisation_id = s.organisation_id and p.id = s.person_id
      where s.organisation_id = ${organisationId} and s.season_id = ${seasonId} and s.event = ${event}
      order by s.session, p.name, p.id limit ${limit} offset ${offset}`,
  )
}

/** Adds the codes of sessions that have none yet. */
export async function addCodes(
  tx: Database,
  organisationId: string,
  it: { seasonId: string; event: string; madeAt: string },
  codes: readonly { id: string; session: string; code: string }[],
): Promise<void> {
  await sql`insert into check_in_code (organisation_id, id, season_id, event, session, code, made_at)
    select ${organisationId}::uuid, r.id, ${it.seasonId}::uuid, ${it.event}, r.session, r.code, ${it.madeAt}::timestamptz
    from jsonb_to_recordset(${asRecords(codes)}) as r(id uuid, session text, code text)
    on conflict on constraint check_in_code_one_each do nothing`.execute(tx)
}

/** What a code checks in to. */
export function sessionByCode(tx: Database, organisationId: string, code: string) {
  return firstOf<{ seasonKey: string; event: string; session: string }>(
    tx,
    sql`select s.key as "seasonKey", c.event, c.session from check_in_code c
      join season s on s.organisation_id = c.organisation_id and s.id = c.season_id
      where c.organisation_id = ${organisationId} and c.code = ${code}`,
  )
}

/** The time zone the directory has for a person on a day; null where it has none. */
export async function zoneOf(tx: Database, organisationId: string, personId: string, day: string) {
  const found = await firstOf<{ zone: string | null }>(
    tx,
    sql`select time_zone as zone from directory_entry where organisation_id = ${organisationId} and person_id = ${personId}
      and from_on <= ${day}::date order by from_on desc limit 1`,
  )
  return found?.zone ?? null
}
