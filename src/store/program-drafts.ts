import { sql } from 'kysely'
import { type Database, firstOf, rowsOf } from './database.ts'
import { seasonInWords } from './seasons.ts'

/** A draft with its newest save. */
export type DraftRow = {
  readonly id: string
  readonly seasonId: string | null
  /** The key and the name of the season it would change. */
  readonly season: string | null
  readonly seasonName: string | null
  readonly begunFrom: string
  readonly state: 'open' | 'dropped' | 'published'
  readonly title: string
  readonly number: number
  readonly savedBy: string
  readonly savedAt: string
}
export type SaveRow = {
  readonly number: number
  readonly title: string
  readonly savedBy: string
  readonly savedAt: string
}

const instant = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const columns = sql`d.id, d.season_id as "seasonId", s.key as season, ${seasonInWords('s')} as "seasonName",
  d.begun_from as "begunFrom", v.title, v.number, p.name as "savedBy", ${instant('v.saved_at')} as "savedAt",
  case when d.published_at is not null then 'published' when d.dropped_at is not null then 'dropped' else 'open' end as state`
const joined = sql`program_draft d
  join program_draft_save v on v.organisation_id = d.organisation_id and v.draft_id = d.id
    and v.number = (select max(w.number) from program_draft_save w where w.organisation_id = d.organisation_id and w.draft_id = d.id)
  join person p on p.organisation_id = v.organisation_id and p.id = v.saved_by
  left join season s on s.organisation_id = d.organisation_id and s.id = d.season_id`

/** Open drafts, the one saved last first; of these seasons only, or of every season and of none where that is null. */
export function openDrafts(
  tx: Database,
  organisationId: string,
  seasonIds: readonly string[] | null,
  limit: number,
  offset: number,
) {
  const mine = seasonIds === null ? sql`true` : sql`d.season_id = any(${seasonIds as string[]}::uuid[])`
  return rowsOf<DraftRow & { readonly found: number }>(
    tx,
    sql`select ${columns}, count(*) over ()::int as found from ${joined}
      where d.organisation_id = ${organisationId} and d.dropped_at is null and d.published_at is null and ${mine}
      order by v.saved_at desc, d.id limit ${limit} offset ${offset}`,
  )
}

export function draftById(tx: Database, organisationId: string, id: string) {
  return firstOf<DraftRow & { readonly text: string }>(
    tx,
    sql`select ${columns}, v.file_text as text from ${joined} where d.organisation_id = ${organisationId} and d.id = ${id}`,
  )
}

export function openDraftOf(tx: Database, organisationId: string, seasonId: string) {
  return firstOf<{ id: string }>(
    tx,
    sql`select id from program_draft where organisation_id = ${organisationId} and season_id = ${seasonId}
      and dropped_at is null and published_at is null`,
  )
}

/** Takes the draft's lock: of two who save at once, the second sees what the first has saved. */
export async function lockDraft(tx: Database, organisationId: string, id: string): Promise<void> {
  await sql`select 1 from program_draft where organisation_id = ${organisationId} and id = ${id} for update`.execute(tx)
}

export async function addDraft(
  tx: Database,
  organisationId: string,
  it: { id: string; seasonId: string | null; begunFrom: string; by: string; at: string },
): Promise<void> {
  await sql`insert into program_draft (organisation_id, id, season_id, begun_from, begun_by, begun_at)
    values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.begunFrom}, ${it.by}, ${it.at}::timestamptz)`.execute(tx)
}

export async function addSave(
  tx: Database,
  organisationId: string,
  it: { draftId: string; number: number; title: string; text: string; by: string; at: string },
): Promise<void> {
  await sql`insert into program_draft_save (organisation_id, draft_id, number, title, file_text, saved_by, saved_at)
    values (${organisationId}, ${it.draftId}, ${it.number}, ${it.title}, ${it.text}, ${it.by}, ${it.at}::timestamptz)`.execute(
    tx,
  )
}

/** The saves of a draft, the newest first, without their texts. */
export function savesOf(tx: Database, organisationId: string, draftId: string, limit: number, offset: number) {
  return rowsOf<SaveRow & { readonly found: number }>(
    tx,
    sql`select v.number, v.title, p.name as "savedBy", ${instant('v.saved_at')} as "savedAt", count(*) over ()::int as found
      from program_draft_save v join person p on p.organisation_id = v.organisation_id and p.id = v.saved_by
      where v.organisation_id = ${organisationId} and v.draft_id = ${draftId}
      order by v.number desc limit ${limit} offset ${offset}`,
  )
}

export function saveText(tx: Database, organisationId: string, draftId: string, number: number) {
  return firstOf<{ text: string }>(
    tx,
    sql`select file_text as text from program_draft_save
      where organisation_id = ${organisationId} and draft_id = ${draftId} and number = ${number}`,
  )
}

/** Puts a draft aside, or back where it was. */
export async function dropDraft(tx: Database, organisationId: string, id: string, at: string | null): Promise<void> {
  await sql`update program_draft set dropped_at = ${at}::timestamptz where organisation_id = ${organisationId} and id = ${id}
    and published_at is null`.execute(tx)
}

export async function markPublished(
  tx: Database,
  organisationId: string,
  it: { id: string; seasonId: string; at: string },
): Promise<void> {
  await sql`update program_draft set published_at = ${it.at}::timestamptz, season_id = ${it.seasonId}
    where organisation_id = ${organisationId} and id = ${it.id}`.execute(tx)
}
