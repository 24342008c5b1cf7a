import { type RawBuilder, sql } from 'kysely'
import type { Program } from '../model/program.ts'
import { type Database, firstOf, rowsOf } from './database.ts'

export type Season = {
  readonly id: string
  readonly key: string
  readonly program: Program
  readonly loadedOn: string
  /** The day it was closed on, where that stands; left out where nobody asked. */
  readonly closedOn?: string | null
}

const columns = sql`id, key, program, loaded_on::text as "loadedOn", (select c.closed_on::text from season_closing c
  where c.organisation_id = season.organisation_id and c.season_id = season.id and c.undone_at is null) as "closedOn"`

export function seasonsOf(tx: Database, organisationId: string) {
  return rowsOf<Season>(
    tx,
    sql`select ${columns} from season where organisation_id = ${organisationId} order by recorded_at, key limit 200`,
  )
}

export type SeasonName = { readonly id: string; readonly key: string; readonly name: string }

/** How a list says a season: "Mentorship, autumn 2026". Takes the alias of the season's table. */
export const seasonInWords = (alias: string): RawBuilder<string | null> =>
  sql`${sql.ref(`${alias}.program`)} ->> 'name' || ', ' || (${sql.ref(`${alias}.program`)} ->> 'season')`

/** The seasons by name, the newest first, to choose one from. */
export function seasonNames(tx: Database, organisationId: string) {
  return rowsOf<SeasonName>(
    tx,
    sql`select s.id, s.key, ${seasonInWords('s')} as name from season s
      where s.organisation_id = ${organisationId} order by s.recorded_at desc, s.key limit 200`,
  )
}

export function seasonByKey(tx: Database, organisationId: string, key: string) {
  return firstOf<Season>(
    tx,
    sql`select ${columns} from season where organisation_id = ${organisationId} and key = ${key}`,
  )
}

export function seasonById(tx: Database, organisationId: string, id: string) {
  return firstOf<Season>(
    tx,
    sql`select ${columns} from season where organisation_id = ${organisationId} and id = ${id}`,
  )
}

/** Takes the season's lock, first of all locks: two imports or two publications never run into each other. */
export async function lockSeason(tx: Database, organisationId: string, seasonId: string): Promise<void> {
  await sql`select 1 from season where organisation_id = ${organisationId} and id = ${seasonId} for update`.execute(tx)
}

/** The headers a coordinator mapped once for a sheet, ours to theirs: in this season, else in the newest that mapped one. */
export async function mappingFor(
  tx: Database,
  organisationId: string,
  seasonId: string | null,
  sheet: string,
): Promise<Record<string, string>> {
  const rows = await rowsOf<{ our_column: string; their_header: string }>(
    tx,
    sql`select distinct on (our_column) our_column, their_header from column_mapping
      where organisation_id = ${organisationId} and sheet = ${sheet}
      order by our_column, (season_id is not distinct from ${seasonId}) desc, season_id desc`,
  )
  return Object.fromEntries(rows.map((row) => [row.our_column, row.their_header]))
}

export async function saveMapping(
  tx: Database,
  organisationId: string,
  seasonId: string,
  sheet: string,
  map: Record<string, string>,
): Promise<void> {
  for (const [ours, theirs] of Object.entries(map)) {
    await sql`insert into column_mapping (organisation_id, season_id, sheet, our_column, their_header)
      values (${organisationId}, ${seasonId}, ${sheet}, ${ours}, ${theirs})
      on conflict (organisation_id, season_id, sheet, our_column) do update set their_header = excluded.their_header`.execute(
      tx,
    )
  }
}

export async function addResultsLink(
  tx: Database,
  organisationId: string,
  it: { id: string; seasonId: string; hash: string; createdAt: string },
): Promise<void> {
  await sql`insert into results_link (organisation_id, id, season_id, hash, created_at)
    values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.hash}, ${it.createdAt}::timestamptz)`.execute(tx)
}

export function resultsLinkByHash(tx: Database, organisationId: string, hash: string) {
  return firstOf<{ seasonId: string }>(
    tx,
    sql`select season_id as "seasonId" from results_link where organisation_id = ${organisationId} and hash = ${hash} and revoked_at is null`,
  )
}
