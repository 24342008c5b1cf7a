import { sql } from 'kysely'
import { changed, type Database, firstOf } from './database.ts'

export type QuestionAnswer = 'met' | 'not-met' | 'another-day'

export type NewQuestion = {
  readonly id: string
  readonly pairId: string
  readonly personId: string
  readonly firstDay: string
  readonly lastDay: string
  readonly plannedAt: string | null
  /** Null until the letter leaves. */
  readonly hash: string | null
  readonly madeAt: string
  readonly untilAt: string
}

/** Writes a question down; the same person is asked about the same window once. */
export async function addQuestion(tx: Database, organisationId: string, it: NewQuestion): Promise<boolean> {
  const done = await changed(
    tx,
    sql`insert into meeting_question (organisation_id, id, pair_id, person_id, window_first_on, window_last_on, planned_at, hash, made_at, until_at)
      values (${organisationId}, ${it.id}, ${it.pairId}, ${it.personId}, ${it.firstDay}::date, ${it.lastDay}::date,
        ${it.plannedAt}::timestamptz, ${it.hash}, ${it.madeAt}::timestamptz, ${it.untilAt}::timestamptz)
      on conflict on constraint meeting_question_once do nothing`,
  )
  return done > 0
}

/** Gives a question the hash of the secret that leaves with its letter; says no where it is over or its person has left. */
export async function armQuestion(
  tx: Database,
  organisationId: string,
  id: string,
  it: { readonly hash: string; readonly now: string; readonly today: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update meeting_question q set hash = ${it.hash} from person p
      where q.organisation_id = ${organisationId} and q.id = ${id} and q.spent_at is null and q.until_at > ${it.now}::timestamptz
        and p.organisation_id = q.organisation_id and p.id = q.person_id and p.erased_at is null
        and (p.left_on is null or p.left_on > ${it.today}::date)`,
  )
  return done > 0
}

export type OpenQuestion = {
  readonly id: string
  readonly pairId: string
  readonly personId: string
  readonly firstDay: string
  readonly lastDay: string
  readonly plannedAt: string | null
  readonly spentAt: string | null
  readonly answer: QuestionAnswer | null
  readonly answerOn: string | null
}

/** The question that a link is about, answered or not; none where the link is over or its person has left. Reading it spends nothing. */
export function questionByHash(tx: Database, organisationId: string, hash: string, now: string, today: string) {
  return firstOf<OpenQuestion>(
    tx,
    sql`select q.id, q.pair_id as "pairId", q.person_id as "personId", q.window_first_on::text as "firstDay",
        q.window_last_on::text as "lastDay", to_json(q.planned_at) #>> '{}' as "plannedAt", to_json(q.spent_at) #>> '{}' as "spentAt",
        q.answer, q.answer_on::text as "answerOn"
      from meeting_question q join person p on p.organisation_id = q.organisation_id and p.id = q.person_id
      where q.organisation_id = ${organisationId} and q.hash = ${hash} and q.until_at > ${now}::timestamptz
        and p.erased_at is null and (p.left_on is null or p.left_on > ${today}::date)`,
  )
}

/** Spends a link with its answer; of two who press at once, one changes nothing. */
export async function spendQuestion(
  tx: Database,
  organisationId: string,
  id: string,
  it: { readonly answer: QuestionAnswer; readonly on: string | null; readonly now: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update meeting_question set spent_at = ${it.now}::timestamptz, answer = ${it.answer}, answer_on = ${it.on}::date
      where organisation_id = ${organisationId} and id = ${id} and spent_at is null`,
  )
  return done > 0
}
