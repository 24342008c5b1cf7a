import { sql } from 'kysely'
import { type Database, firstOf, rowsOf } from './database.ts'
import type { Season } from './seasons.ts'

export type VersionLine = {
  readonly id: string
  /** From 1, in the order they were put in force. */
  readonly number: number
  readonly loadedOn: string
  readonly recordedAt: string
  readonly by: string | null
  readonly because: string | null
}
export type NewVersion = {
  readonly id: string
  readonly season: Season
  readonly fileText: string
  readonly fileHash: string
  readonly loadedOn: string
  readonly recordedAt: string
  readonly publishedBy: string | null
  readonly because: string | null
}

/** Founds a season or brings it up to date, and keeps the text as its next version. Its lock is taken before, where it is there. */
export async function putVersion(tx: Database, organisationId: string, it: NewVersion): Promise<void> {
  const { id, key, program, loadedOn } = it.season
  await sql`insert into season (organisation_id, id, key, program, loaded_on, recorded_at)
    values (${organisationId}, ${id}, ${key}, ${JSON.stringify(program)}::jsonb, ${loadedOn}::date, ${it.recordedAt}::timestamptz)
    on conflict on constraint season_one_key do update set program = excluded.program`.execute(tx)
  await sql`insert into season_version
      (organisation_id, id, season_id, number, file_text, file_hash, loaded_on, recorded_at, published_by, because)
    select ${organisationId}::uuid, ${it.id}::uuid, ${id}::uuid, coalesce(max(v.number), 0) + 1, ${it.fileText}, ${it.fileHash},
      ${it.loadedOn}::date, ${it.recordedAt}::timestamptz, ${it.publishedBy}::uuid, ${it.because}
    from season_version v where v.organisation_id = ${organisationId} and v.season_id = ${id}`.execute(tx)
}

export function latestVersion(tx: Database, organisationId: string, seasonId: string) {
  return firstOf<{ fileText: string; fileHash: string }>(
    tx,
    sql`select file_text as "fileText", file_hash as "fileHash" from season_version
      where organisation_id = ${organisationId} and season_id = ${seasonId} order by number desc limit 1`,
  )
}

/** The latest versions of a season with their texts, the newest first: to look back at what one of its parts was. */
export function versionsBack(tx: Database, organisationId: string, seasonId: string, limit: number) {
  return rowsOf<{ fileText: string; by: string | null; loadedOn: string }>(
    tx,
    sql`select v.file_text as "fileText", p.name as by, v.loaded_on::text as "loadedOn" from season_version v
      left join person p on p.organisation_id = v.organisation_id and p.id = v.published_by
      where v.organisation_id = ${organisationId} and v.season_id = ${seasonId} order by v.number desc limit ${limit}`,
  )
}

/** The versions of a season, the newest first, without their texts. */
export function versionsOf(tx: Database, organisationId: string, seasonId: string, limit: number, offset: number) {
  return rowsOf<VersionLine & { readonly found: number }>(
    tx,
    sql`select v.id, v.number, count(*) over ()::int as found, v.loaded_on::text as "loadedOn",
        to_char(v.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt", p.name as by, v.because
      from season_version v left join person p on p.organisation_id = v.organisation_id and p.id = v.published_by
      where v.organisation_id = ${organisationId} and v.season_id = ${seasonId}
      order by v.number desc limit ${limit} offset ${offset}`,
  )
}

export function versionText(tx: Database, organisationId: string, seasonId: string, id: string) {
  return firstOf<{ text: string; loadedOn: string }>(
    tx,
    sql`select file_text as text, loaded_on::text as "loadedOn" from season_version
      where organisation_id = ${organisationId} and season_id = ${seasonId} and id = ${id}`,
  )
}
