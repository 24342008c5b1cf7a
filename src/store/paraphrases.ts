import { type RawBuilder, sql } from 'kysely'
import type { Respondent } from '../model/respondent.ts'
import { changed, type Database, rowsOf } from './database.ts'

export type QuestionOfSurvey = {
  readonly seasonId: string
  readonly survey: string
  readonly role: Respondent
  readonly question: string
}
/** A paraphrase as it stands: published, or still being written. */
export type Paraphrase = Omit<QuestionOfSurvey, 'seasonId'> & {
  readonly text: string
  readonly version: number
  readonly base: number | null
  readonly publishedOn: string | null
}

const here = (organisationId: string, it: QuestionOfSurvey) =>
  sql`organisation_id = ${organisationId} and season_id = ${it.seasonId} and survey = ${it.survey} and role = ${it.role}
    and question = ${it.question}`

const columns = sql`survey, role, question, text, version, base, published_on::text as "publishedOn"`

export function paraphrasesOf(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<Paraphrase>(
    tx,
    sql`select ${columns} from survey_paraphrase where organisation_id = ${organisationId} and season_id = ${seasonId} limit 1000`,
  )
}

/** Those that are published by a day. */
export function publishedParaphrases(organisationId: string, seasonId: string, day: string): RawBuilder<Paraphrase> {
  return sql`select ${columns} from survey_paraphrase
    where organisation_id = ${organisationId} and season_id = ${seasonId} and published_on <= ${day}::date
    order by survey, role, question limit 200`
}

export async function saveParaphrase(
  tx: Database,
  organisationId: string,
  it: QuestionOfSurvey & { id: string; text: string; base: number | null; publishedOn: string | null; at: string },
): Promise<void> {
  await sql`insert into survey_paraphrase (organisation_id, id, season_id, survey, role, question, text, version, base, published_on,
      changed_at)
    values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.survey}, ${it.role}, ${it.question}, ${it.text}, 1, ${it.base},
      ${it.publishedOn}::date, ${it.at}::timestamptz)
    on conflict on constraint survey_paraphrase_one_each do update set text = excluded.text, version = survey_paraphrase.version + 1,
      base = excluded.base, published_on = excluded.published_on, changed_at = excluded.changed_at`.execute(tx)
}

export type Writers = Omit<QuestionOfSurvey, 'seasonId'> & { readonly writers: number }

/** How many wrote something to each of these questions; one that nobody wrote to is not there. */
export function writersTo(tx: Database, organisationId: string, seasonId: string, asked: readonly QuestionOfSurvey[]) {
  return rowsOf<Writers>(
    tx,
    sql`select survey, role, question, count(*)::int as writers from survey_answer
      where ${writtenTo(organisationId, seasonId, asked)} group by survey, role, question limit 1000`,
  )
}

export type Words = Omit<QuestionOfSurvey, 'seasonId'> & { readonly words: string }

/** A part of what people wrote to each of these questions, in the order of ids, which is chance. */
export function wordsTo(
  tx: Database,
  organisationId: string,
  seasonId: string,
  asked: readonly QuestionOfSurvey[],
  part: { limit: number; offset: number },
) {
  return rowsOf<Words>(
    tx,
    sql`select survey, role, question, words from (
        select survey, role, question, "values"[1] as words,
          row_number() over (partition by survey, role, question order by id) as at
        from survey_answer where ${writtenTo(organisationId, seasonId, asked)}) t
      where at > ${part.offset} and at <= ${part.offset + part.limit}
      order by survey, role, question, at limit 5000`,
  )
}

function writtenTo(organisationId: string, seasonId: string, asked: readonly QuestionOfSurvey[]) {
  return sql`organisation_id = ${organisationId} and season_id = ${seasonId} and cardinality("values") > 0
    and (survey, role, question) in (select r.survey, r.role, r.question
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as r(survey text, role text, question text))`
}

/** Deletes what people wrote to a question; says how many rows that were. */
export function removeWords(tx: Database, organisationId: string, it: QuestionOfSurvey): Promise<number> {
  return changed(tx, sql`delete from survey_answer where ${here(organisationId, it)}`)
}
