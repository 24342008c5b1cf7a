import { sql } from 'kysely'
import { changed, type Database, rowsOf } from './database.ts'

export type SavedFilter = { readonly id: string; readonly name: string; readonly query: string }
type Whose = { readonly seasonId: string; readonly personId: string }

/** The filters that somebody keeps of a season's applications: theirs alone. */
export function savedFilters(tx: Database, organisationId: string, it: Whose) {
  return rowsOf<SavedFilter>(
    tx,
    sql`select id, name, query from saved_filter
      where organisation_id = ${organisationId} and season_id = ${it.seasonId} and person_id = ${it.personId} order by name limit 30`,
  )
}

/** Keeps a filter; the same name again is changed. */
export async function saveFilter(
  tx: Database,
  organisationId: string,
  it: Whose & SavedFilter & { readonly at: string },
): Promise<void> {
  await sql`insert into saved_filter (organisation_id, id, season_id, person_id, name, query, made_at)
    values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.personId}, ${it.name}, ${it.query}, ${it.at}::timestamptz)
    on conflict on constraint saved_filter_one_name do update set query = excluded.query, made_at = excluded.made_at`.execute(
    tx,
  )
}

export async function removeFilter(tx: Database, organisationId: string, it: Whose & { readonly id: string }) {
  const done = await changed(
    tx,
    sql`delete from saved_filter where organisation_id = ${organisationId} and season_id = ${it.seasonId}
      and person_id = ${it.personId} and id = ${it.id}`,
  )
  return done > 0
}
