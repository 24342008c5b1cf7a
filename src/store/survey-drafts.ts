import { sql } from 'kysely'
import type { Respondent } from '../model/respondent.ts'
import { type Database, firstOf, rowsOf } from './database.ts'

/** One person's survey in one role. */
export type OwnSurvey = {
  readonly seasonId: string
  readonly survey: string
  readonly role: Respondent
  readonly personId: string
}
/** A draft as it lies: sealed with the key of its survey's intake. Nothing joins this table into a list of anybody else's. */
export type SealedDraft = { readonly id: string; readonly sealed: Buffer; readonly changedAt: string }

/** The rows of one person's survey in one role, in every table that has them. */
export const own = (organisationId: string, it: OwnSurvey) =>
  sql`organisation_id = ${organisationId} and season_id = ${it.seasonId} and survey = ${it.survey} and role = ${it.role} and person_id = ${it.personId}`

export function draftOf(tx: Database, organisationId: string, it: OwnSurvey) {
  return firstOf<SealedDraft>(
    tx,
    sql`select id, sealed, to_json(changed_at) #>> '{}' as "changedAt" from survey_draft where ${own(organisationId, it)}`,
  )
}

export async function saveDraft(
  tx: Database,
  organisationId: string,
  it: OwnSurvey & { id: string; intakeId: string; sealed: Buffer; changedAt: string; untilAt: string },
): Promise<void> {
  await sql`insert into survey_draft (organisation_id, id, season_id, survey, role, person_id, intake_id, sealed, changed_at, until_at)
    values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.survey}, ${it.role}, ${it.personId}, ${it.intakeId}, ${it.sealed},
      ${it.changedAt}::timestamptz, ${it.untilAt}::timestamptz)
    on conflict on constraint survey_draft_one_each do update set id = excluded.id, sealed = excluded.sealed,
      changed_at = excluded.changed_at, until_at = excluded.until_at`.execute(tx)
}

export async function removeDraft(tx: Database, organisationId: string, it: OwnSurvey): Promise<void> {
  await sql`delete from survey_draft where ${own(organisationId, it)}`.execute(tx)
}

/** Whether a person has answered a survey in a role. */
export async function hasAnswered(tx: Database, organisationId: string, it: OwnSurvey): Promise<boolean> {
  return (await firstOf(tx, sql`select 1 as one from survey_answered where ${own(organisationId, it)}`)) !== undefined
}

export type Touched = {
  readonly seasonId: string
  readonly survey: string
  readonly role: Respondent
  readonly sent: boolean
}

/** The surveys a person has answered or begun, and nothing of what they said. */
export function surveysTouched(tx: Database, organisationId: string, personId: string) {
  return rowsOf<Touched>(
    tx,
    sql`select season_id as "seasonId", survey, role, true as sent from survey_answered
        where organisation_id = ${organisationId} and person_id = ${personId}
      union all select season_id, survey, role, false from survey_draft
        where organisation_id = ${organisationId} and person_id = ${personId}`,
  )
}

/** Which letters about surveys were written in a season, whatever became of them. */
export function surveyLetters(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<{ personId: string; kind: 'survey-opens' | 'survey-closes'; about: string }>(
    tx,
    sql`select person_id as "personId", kind, about from outbox_message
      where organisation_id = ${organisationId} and season_id = ${seasonId} and kind in ('survey-opens', 'survey-closes')`,
  )
}

/** Who has answered which surveys of a season, and nothing of what they said. */
export function answeredOf(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<{ survey: string; role: Respondent; personId: string }>(
    tx,
    sql`select survey, role, person_id as "personId" from survey_answered
      where organisation_id = ${organisationId} and season_id = ${seasonId}`,
  )
}
