import { type RawBuilder, sql } from 'kysely'
import type { Program } from '../model/program.ts'
import type { Respondent } from '../model/respondent.ts'
import { changed, type Database, firstOf, rowsOf } from './database.ts'
import { type OwnSurvey, own } from './survey-drafts.ts'

/** What somebody sent, as it lies until the close. No time is kept of it. */
export type SentAnswers = { readonly id: string; readonly sealed: Buffer }
export type TakenAnswers = SentAnswers & { readonly role: Respondent; readonly personId: string }

export function sentAnswersOf(tx: Database, organisationId: string, it: OwnSurvey) {
  return firstOf<SentAnswers>(tx, sql`select id, sealed from survey_sent where ${own(organisationId, it)}`)
}

export async function saveSentAnswers(
  tx: Database,
  organisationId: string,
  it: OwnSurvey & { id: string; intakeId: string; sealed: Buffer },
): Promise<void> {
  await sql`insert into survey_sent (organisation_id, id, season_id, survey, role, person_id, intake_id, sealed)
    values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.survey}, ${it.role}, ${it.personId}, ${it.intakeId}, ${it.sealed})
    on conflict on constraint survey_sent_one_each do update set id = excluded.id, sealed = excluded.sealed`.execute(tx)
}

/** Takes one's answers back, and with them that one has answered; false where there is nothing to take back. */
export async function takeBackAnswers(tx: Database, organisationId: string, it: OwnSurvey): Promise<boolean> {
  const gone = await changed(tx, sql`delete from survey_sent where ${own(organisationId, it)}`)
  if (gone > 0) await sql`delete from survey_answered where ${own(organisationId, it)}`.execute(tx)
  return gone > 0
}

/** The surveys for which something sealed lies, with their seasons. */
export function surveysWithSealed(tx: Database, organisationId: string) {
  return rowsOf<{ seasonId: string; program: Program; survey: string }>(
    tx,
    sql`select s.id as "seasonId", s.program, t.survey from (
        select organisation_id, season_id, survey from survey_sent where organisation_id = ${organisationId}
        union select organisation_id, season_id, survey from survey_draft where organisation_id = ${organisationId}) t
      join season s on s.organisation_id = t.organisation_id and s.id = t.season_id
      order by s.id, t.survey limit 1000`,
  )
}

/** The surveys of a season for which sent answers still lie sealed. */
export function sealedSurveys(organisationId: string, seasonId: string): RawBuilder<{ survey: string }> {
  return sql`select distinct survey from survey_sent where organisation_id = ${organisationId} and season_id = ${seasonId}`
}

/** Takes everything sealed of a survey out, in the order of ids, which is chance; drafts that were never sent go unread. */
export async function takeSealed(tx: Database, organisationId: string, seasonId: string, survey: string) {
  await sql`delete from survey_draft
    where organisation_id = ${organisationId} and season_id = ${seasonId} and survey = ${survey}`.execute(tx)
  return rowsOf<TakenAnswers>(
    tx,
    sql`with gone as (delete from survey_sent
        where organisation_id = ${organisationId} and season_id = ${seasonId} and survey = ${survey}
        returning id, role, person_id as "personId", sealed)
      select * from gone order by id`,
  )
}

export type Closing = { readonly seasonId: string; readonly survey: string; readonly intakeId: string }

/** Writes down that a survey has closed; again where its key outlived the first time. */
export async function addClosing(
  tx: Database,
  organisationId: string,
  it: Closing & { closedOn: string },
): Promise<void> {
  await sql`insert into survey_closing (organisation_id, season_id, survey, intake_id, closed_on)
    values (${organisationId}, ${it.seasonId}, ${it.survey}, ${it.intakeId}, ${it.closedOn}::date)
    on conflict (organisation_id, season_id, survey) do update set key_destroyed = false`.execute(tx)
}

/** Whether a survey was closed for good, whatever its days say now. */
export async function hasClosed(tx: Database, organisationId: string, it: Omit<Closing, 'intakeId'>): Promise<boolean> {
  const found = await firstOf(
    tx,
    sql`select 1 as one from survey_closing
      where organisation_id = ${organisationId} and season_id = ${it.seasonId} and survey = ${it.survey}`,
  )
  return found !== undefined
}

/** Closed surveys whose intake key is still to be destroyed. */
export function unfinishedClosings(tx: Database, organisationId: string) {
  return rowsOf<Closing>(
    tx,
    sql`select season_id as "seasonId", survey, intake_id as "intakeId" from survey_closing
      where organisation_id = ${organisationId} and not key_destroyed order by season_id, survey limit 1000`,
  )
}

export async function finishClosing(tx: Database, organisationId: string, it: Closing): Promise<void> {
  await sql`update survey_closing set key_destroyed = true
    where organisation_id = ${organisationId} and season_id = ${it.seasonId} and survey = ${it.survey}`.execute(tx)
}
