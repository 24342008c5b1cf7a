import { type RawBuilder, sql } from 'kysely'
import type { Program } from '../model/program.ts'
import { type Database, firstOf, rowsOf } from './database.ts'

export type Season = { readonly id: string; readonly key: string; readonly program: Program; readonly loadedOn: string }

const columns = sql`id, key, program, loaded_on::text as "loadedOn"`

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

export async function saveSeason(
  tx: Database,
  organisationId: string,
  it: Season & { recordedAt: string },
): Promise<void> {
  await sql`insert into season (organisation_id, id, key, program, loaded_on, recorded_at)
    values (${organisationId}, ${it.id}, ${it.key}, ${JSON.stringify(it.program)}::jsonb, ${it.loadedOn}::date, ${it.recordedAt}::timestamptz)
    on conflict on constraint season_one_key do update set program = excluded.program`.execute(tx)
}

export type VersionLine = {
  readonly id: string
  /** From 1, in the order they were put in force. */
  readonly number: number
  readonly loadedOn: string
  readonly recordedAt: string
  readonly by: string | null
  readonly because: string | null
}
type NewVersion = {
  readonly id: string
  readonly seasonId: string
  readonly fileText: string
  readonly fileHash: string
  readonly loadedOn: string
  readonly recordedAt: string
  readonly publishedBy: string | null
  readonly because: string | null
}

export function latestVersion(tx: Database, organisationId: string, seasonId: string) {
  return firstOf<{ fileText: string; fileHash: string }>(
    tx,
    sql`select file_text as "fileText", file_hash as "fileHash" from season_version
      where organisation_id = ${organisationId} and season_id = ${seasonId} order by recorded_at desc, id desc limit 1`,
  )
}

/** The text of a season’s file before its latest version; none where that is the first. */
export function versionBefore(tx: Database, organisationId: string, seasonId: string) {
  return firstOf<{ fileText: string }>(
    tx,
    sql`select file_text as "fileText" from season_version
      where organisation_id = ${organisationId} and season_id = ${seasonId} order by recorded_at desc, id desc limit 1 offset 1`,
  )
}

export async function addVersion(tx: Database, organisationId: string, it: NewVersion): Promise<void> {
  await sql`insert into season_version
      (organisation_id, id, season_id, file_text, file_hash, loaded_on, recorded_at, published_by, because)
    values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.fileText}, ${it.fileHash}, ${it.loadedOn}::date,
      ${it.recordedAt}::timestamptz, ${it.publishedBy}, ${it.because})`.execute(tx)
}

/** The versions of a season, the newest first, without their texts. */
export function versionsOf(tx: Database, organisationId: string, seasonId: string, limit: number, offset: number) {
  return rowsOf<VersionLine & { readonly found: number }>(
    tx,
    sql`select v.id, row_number() over (order by v.recorded_at, v.id)::int as number, count(*) over ()::int as found,
        v.loaded_on::text as "loadedOn", to_char(v.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
        p.name as by, v.because
      from season_version v left join person p on p.organisation_id = v.organisation_id and p.id = v.published_by
      where v.organisation_id = ${organisationId} and v.season_id = ${seasonId}
      order by number desc limit ${limit} offset ${offset}`,
  )
}

export function versionText(tx: Database, organisationId: string, seasonId: string, id: string) {
  return firstOf<{ text: string; loadedOn: string }>(
    tx,
    sql`select file_text as text, loaded_on::text as "loadedOn" from season_version
      where organisation_id = ${organisationId} and season_id = ${seasonId} and id = ${id}`,
  )
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
