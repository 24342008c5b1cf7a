import { type RawBuilder, sql } from 'kysely'
import { type Database, rowsOf } from './database.ts'

/** What the coordinator says of a survey, as it stands on the pages of a season. */
export type SummaryLine = { readonly survey: string; readonly words: string; readonly sharedOn: string }
export type SummaryVersion = SummaryLine & {
  readonly number: number
  readonly by: string | null
  readonly writtenOn: string
}
type NewSummary = SummaryLine & {
  readonly id: string
  readonly seasonId: string
  readonly number: number
  readonly writtenBy: string | null
  readonly recordedAt: string
}

/** The words on each survey that stand on a day: the newest that were shared by then. */
export function summaryRows(organisationId: string, seasonId: string, day: string): RawBuilder<SummaryLine> {
  return sql`select distinct on (survey) survey, words, shared_on as "sharedOn" from survey_summary
    where organisation_id = ${organisationId} and season_id = ${seasonId} and shared_on <= ${day}::date
    order by survey, number desc`
}

/** Every version of the words on one survey, the newest first. */
export function summaryVersions(tx: Database, organisationId: string, seasonId: string, survey: string, limit: number) {
  return rowsOf<SummaryVersion>(
    tx,
    sql`select s.survey, s.words, s.shared_on::text as "sharedOn", s.number, p.name as by,
        to_char(s.recorded_at at time zone 'UTC', 'YYYY-MM-DD') as "writtenOn"
      from survey_summary s left join person p on p.organisation_id = s.organisation_id and p.id = s.written_by
      where s.organisation_id = ${organisationId} and s.season_id = ${seasonId} and s.survey = ${survey}
      order by s.number desc limit ${limit}`,
  )
}

/** Adds a version; the caller holds the season's lock. */
export async function addSummary(tx: Database, organisationId: string, it: NewSummary): Promise<void> {
  await sql`insert into survey_summary (organisation_id, id, season_id, survey, number, words, shared_on, written_by, recorded_at)
    values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.survey}, ${it.number}, ${it.words}, ${it.sharedOn}::date, ${it.writtenBy},
      ${it.recordedAt}::timestamptz)`.execute(tx)
}
