import { type RawBuilder, sql } from 'kysely'
import type { ChangeFact } from '../model/figures.ts'
import type { Program } from '../model/program.ts'
import type { Respondent } from '../model/respondent.ts'
import { asRecords, type Database, rowsOf } from './database.ts'

/** One answer as it waits for the other of its series: under a token that only the key of the series makes again. */
export type PairedAnswer = {
  readonly id: string
  readonly series: string
  readonly survey: string
  readonly role: Respondent
  readonly question: string
  readonly token: string
  readonly values: readonly string[]
}

/** The caller mixes them and gives ids without a time; of one token there is one in each survey. */
export async function addPaired(
  tx: Database,
  organisationId: string,
  seasonId: string,
  answers: readonly PairedAnswer[],
): Promise<void> {
  await sql`insert into survey_paired (organisation_id, season_id, id, series, survey, role, question, token, "values")
    select ${organisationId}::uuid, ${seasonId}::uuid, r.id, r.series, r.survey, r.role, r.question, r.token, r."values"
    from jsonb_to_recordset(${asRecords(answers)}) as r(id uuid, series text, survey text, role text, question text, token text,
      "values" text[]) order by r.id
    on conflict on constraint survey_paired_one_each do nothing`.execute(tx)
}

/** Takes everything of a series out, for good. */
export function takePaired(tx: Database, organisationId: string, seasonId: string, series: string) {
  return rowsOf<PairedAnswer>(
    tx,
    sql`with gone as (delete from survey_paired
        where organisation_id = ${organisationId} and season_id = ${seasonId} and series = ${series}
        returning id, series, survey, role, question, token, "values")
      select * from gone order by id`,
  )
}

/** Answers to one question of a survey, as they lie among the others. */
export async function answersTo(
  tx: Database,
  organisationId: string,
  it: { seasonId: string; survey: string; role: Respondent; question: string },
): Promise<readonly (readonly string[])[]> {
  const rows = await rowsOf<{ values: readonly string[] }>(
    tx,
    sql`select "values" from survey_answer where organisation_id = ${organisationId} and season_id = ${it.seasonId}
      and survey = ${it.survey} and role = ${it.role} and question = ${it.question} order by id`,
  )
  return rows.map((row) => row.values)
}

/** The caller mixes them and gives ids without a time. */
export async function addChanges(
  tx: Database,
  organisationId: string,
  seasonId: string,
  changes: readonly (ChangeFact & { readonly id: string })[],
): Promise<void> {
  await sql`insert into survey_change (organisation_id, season_id, id, series, role, question, option, before, after)
    select ${organisationId}::uuid, ${seasonId}::uuid, r.id, r.series, r.role, r.question, r.option, r.before, r.after
    from jsonb_to_recordset(${asRecords(changes)}) as r(id uuid, series text, role text, question text, option text, before integer,
      after integer) order by r.id`.execute(tx)
}

export function changeRows(organisationId: string, seasonId: string): RawBuilder<ChangeFact> {
  return sql`select series, role, question, option, before, after from survey_change
    where organisation_id = ${organisationId} and season_id = ${seasonId}`
}

/** Series of which something waits to be set against one another, with their seasons. */
export function seriesWithPaired(tx: Database, organisationId: string) {
  return rowsOf<{ seasonId: string; program: Program; series: string }>(
    tx,
    sql`select s.id as "seasonId", s.program, t.series from (
        select distinct organisation_id, season_id, series from survey_paired where organisation_id = ${organisationId}) t
      join season s on s.organisation_id = t.organisation_id and s.id = t.season_id
      order by s.id, t.series limit 1000`,
  )
}

/** The surveys of a season for which something sealed still lies. */
export function stillSealed(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<{ survey: string }>(
    tx,
    sql`select distinct survey from survey_sent where organisation_id = ${organisationId} and season_id = ${seasonId}`,
  )
}

export type SeriesEnd = { readonly seasonId: string; readonly series: string; readonly keyId: string }

/** Writes down that a series is over; again where something came in with its key still there. */
export async function addSeriesEnd(
  tx: Database,
  organisationId: string,
  it: SeriesEnd & { closedOn: string },
): Promise<void> {
  await sql`insert into survey_series_end (organisation_id, season_id, series, key_id, closed_on)
    values (${organisationId}, ${it.seasonId}, ${it.series}, ${it.keyId}, ${it.closedOn}::date)
    on conflict (organisation_id, season_id, series) do update set key_destroyed = false`.execute(tx)
}

/** Series of a season that are over: nothing is set against one another in them any more. */
export async function endedSeries(tx: Database, organisationId: string, seasonId: string): Promise<Set<string>> {
  const rows = await rowsOf<{ series: string }>(
    tx,
    sql`select series from survey_series_end where organisation_id = ${organisationId} and season_id = ${seasonId}`,
  )
  return new Set(rows.map((row) => row.series))
}

export function unfinishedSeries(tx: Database, organisationId: string) {
  return rowsOf<SeriesEnd>(
    tx,
    sql`select season_id as "seasonId", series, key_id as "keyId" from survey_series_end
      where organisation_id = ${organisationId} and not key_destroyed order by season_id, series limit 1000`,
  )
}

export async function finishSeries(tx: Database, organisationId: string, it: SeriesEnd): Promise<void> {
  await sql`update survey_series_end set key_destroyed = true
    where organisation_id = ${organisationId} and season_id = ${it.seasonId} and series = ${it.series}`.execute(tx)
}
