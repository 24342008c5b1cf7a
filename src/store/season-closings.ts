import { sql } from 'kysely'
import { changed, type Database, firstOf } from './database.ts'

export type SeasonClosing = { readonly closedOn: string; readonly by: string }

/** The closing of a season that stands; undefined while it is open. */
export function closingThatStands(tx: Database, organisationId: string, seasonId: string) {
  return firstOf<SeasonClosing>(
    tx,
    sql`select c.closed_on::text as "closedOn", p.name as by from season_closing c
      join person p on p.organisation_id = c.organisation_id and p.id = c.closed_by
      where c.organisation_id = ${organisationId} and c.season_id = ${seasonId} and c.undone_at is null`,
  )
}

/** Adds a closing; of two at the same time the first stands. */
export async function addClosing(
  tx: Database,
  organisationId: string,
  it: { readonly id: string; readonly seasonId: string; readonly on: string; readonly by: string; readonly at: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`insert into season_closing (organisation_id, id, season_id, closed_on, closed_by, closed_at)
      values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.on}::date, ${it.by}, ${it.at}::timestamptz)
      on conflict (organisation_id, season_id) where undone_at is null do nothing`,
  )
  return done > 0
}

/** Takes the closing back that stands. */
export async function undoClosing(
  tx: Database,
  organisationId: string,
  it: { readonly seasonId: string; readonly on: string; readonly by: string; readonly at: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update season_closing set undone_on = ${it.on}::date, undone_by = ${it.by}, undone_at = ${it.at}::timestamptz
      where organisation_id = ${organisationId} and season_id = ${it.seasonId} and undone_at is null`,
  )
  return done > 0
}
