import { type RawBuilder, sql } from 'kysely'
import type { Respondent } from '../model/respondent.ts'
import { asRecords, type Database, rowsOf } from './database.ts'

/** Who has answered: the ledger holds people and no answers. */
export async function answeredIn(
  tx: Database,
  organisationId: string,
  seasonId: string,
  survey: string,
  role: Respondent,
): Promise<Set<string>> {
  const rows = await rowsOf<{ person_id: string }>(
    tx,
    sql`select person_id from survey_answered
      where organisation_id = ${organisationId} and season_id = ${seasonId} and survey = ${survey} and role = ${role}`,
  )
  return new Set(rows.map((row) => row.person_id))
}

export async function addAnswered(
  tx: Database,
  organisationId: string,
  seasonId: string,
  survey: string,
  role: Respondent,
  people: readonly string[],
): Promise<void> {
  await sql`insert into survey_answered (organisation_id, season_id, survey, role, person_id)
    select ${organisationId}::uuid, ${seasonId}::uuid, ${survey}, ${role}, id from unnest(${people as string[]}::uuid[]) as t(id)
    on conflict do nothing`.execute(tx)
}

/** Answers hold no person and no time; the caller shuffles them and gives ids that carry none either. */
export async function addAnswers(
  tx: Database,
  organisationId: string,
  seasonId: string,
  survey: string,
  role: Respondent,
  answers: readonly { id: string; question: string; values: readonly string[] }[],
): Promise<void> {
  await sql`insert into survey_answer (organisation_id, season_id, survey, role, id, question, "values")
    select ${organisationId}::uuid, ${seasonId}::uuid, ${survey}, ${role}, r.id, r.question, r."values"
    from jsonb_to_recordset(${asRecords(answers)}) as r(id uuid, question text, "values" text[]) order by r.id`.execute(
    tx,
  )
}

export type CountedQuestion = { readonly survey: string; readonly role: Respondent; readonly question: string }
export type AnswerRow = CountedQuestion & { readonly values: readonly string[] }
export type AnsweredRow = { readonly survey: string; readonly role: Respondent; readonly answered: number }

/** The answers to these questions of a season; what nobody counts, such as free text, is not read. */
export function answerRows(
  organisationId: string,
  seasonId: string,
  counted: readonly CountedQuestion[],
): RawBuilder<AnswerRow> {
  return sql`select survey, role, question, "values" from survey_answer
    where organisation_id = ${organisationId} and season_id = ${seasonId} and (survey, role, question) in (
      select r.survey, r.role, r.question from jsonb_to_recordset(${asRecords(counted)}) as r(survey text, role text, question text))`
}

export function answeredRows(organisationId: string, seasonId: string): RawBuilder<AnsweredRow> {
  return sql`select survey, role, count(*)::int as answered from survey_answered
    where organisation_id = ${organisationId} and season_id = ${seasonId} group by survey, role order by survey, role`
}
