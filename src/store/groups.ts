import { sql } from 'kysely'
import { asRecords, changed, type Database, firstOf, rowsOf } from './database.ts'

export type DrawOf = { readonly seasonId: string; readonly event: string; readonly session: string }

/** Who came to a session, or signed up for it, with the division they are in on the day. */
export function membersFor(tx: Database, organisationId: string, it: DrawOf, day: string, of: 'came' | 'signed-up') {
  const table = of === 'came' ? sql`attendance` : sql`event_sign_up`
  return rowsOf<{ id: string; division: string | null }>(
    tx,
    sql`select s.person_id as id, (select d.division from directory_entry d where d.organisation_id = s.organisation_id
          and d.person_id = s.person_id and d.from_on <= ${day}::date order by d.from_on desc limit 1) as division
      from ${table} s where s.organisation_id = ${organisationId} and s.season_id = ${it.seasonId}
        and s.event = ${it.event} and s.session = ${it.session} order by s.person_id`,
  )
}

/** The draws of a session, the one that holds first, locked; those before it after. */
export function lockDraws(tx: Database, organisationId: string, it: DrawOf) {
  return rowsOf<{ id: string; isCurrent: boolean }>(
    tx,
    sql`select id, replaced_at is null as "isCurrent" from group_draw where organisation_id = ${organisationId}
      and season_id = ${it.seasonId} and event = ${it.event} and session = ${it.session}
      order by replaced_at desc nulls first for update`,
  )
}

/** Marks a draw as drawn again, or as the one that holds. */
export async function markReplaced(tx: Database, organisationId: string, id: string, at: string | null): Promise<void> {
  await sql`update group_draw set replaced_at = ${at}::timestamptz
    where organisation_id = ${organisationId} and id = ${id}`.execute(tx)
}

/** Takes a draw away with its places. */
export async function removeDraw(tx: Database, organisationId: string, id: string): Promise<void> {
  await sql`delete from group_place where organisation_id = ${organisationId} and draw_id = ${id}`.execute(tx)
  await sql`delete from group_draw where organisation_id = ${organisationId} and id = ${id}`.execute(tx)
}

/** Writes a draw down, one that holds for each session: of two at the same time the first stands. */
export async function addDraw(
  tx: Database,
  organisationId: string,
  it: DrawOf & { id: string; seed: number; size: number; drawnAt: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`insert into group_draw (organisation_id, id, season_id, event, session, seed, size, drawn_at)
      values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.event}, ${it.session}, ${it.seed}, ${it.size}, ${it.drawnAt}::timestamptz)
      on conflict (organisation_id, season_id, event, session) where replaced_at is null do nothing`,
  )
  return done > 0
}

export async function addPlaces(
  tx: Database,
  organisationId: string,
  drawId: string,
  places: readonly { id: string; person: string; number: number }[],
): Promise<void> {
  await sql`insert into group_place (organisation_id, id, draw_id, person_id, number)
    select ${organisationId}::uuid, r.id, ${drawId}::uuid, r.person, r.number
    from jsonb_to_recordset(${asRecords(places)}) as r(id uuid, person uuid, number integer)`.execute(tx)
}

/** The number of somebody's small group at the session they signed up for; null where there is none. */
export async function ownGroup(tx: Database, organisationId: string, it: DrawOf, personId: string) {
  const found = await firstOf<{ number: number }>(
    tx,
    sql`select p.number from group_place p join group_draw d on d.organisation_id = p.organisation_id and d.id = p.draw_id
      where p.organisation_id = ${organisationId} and p.person_id = ${personId} and d.season_id = ${it.seasonId}
        and d.event = ${it.event} and d.session = ${it.session} and d.replaced_at is null`,
  )
  return found?.number ?? null
}
