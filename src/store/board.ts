import { sql } from 'kysely'
import { asRecords, changed, type Database, firstOf, rowsOf } from './database.ts'

export type BoardRow = {
  readonly id: string
  readonly words: string
  readonly asker: string
  readonly votes: number
  readonly answeredOn: string | null
  readonly hiddenOn: string | null
}

/** A page of the questions of a board: what is open before what was answered, the most wanted first; what was taken off it last. */
export function questionsOn(
  tx: Database,
  organisationId: string,
  it: { seasonId: string; event: string | null; hiddenToo: boolean },
  limit: number,
  offset: number,
) {
  return rowsOf<BoardRow & { readonly found: number }>(
    tx,
    sql`select q.id, q.words, q.asker, q.answered_on::text as "answeredOn", q.hidden_on::text as "hiddenOn", count(*) over ()::int as found,
        (select count(*)::int from board_vote v where v.organisation_id = q.organisation_id and v.question_id = q.id) as votes
      from board_question q where q.organisation_id = ${organisationId} and q.season_id = ${it.seasonId}
        and q.event is not distinct from ${it.event} and (q.hidden_on is null or ${it.hiddenToo})
      order by q.hidden_on is not null, q.answered_on is not null, votes desc, q.id limit ${limit} offset ${offset}`,
  )
}

/** Locks a question of a season; who asked it is a word that names nobody. */
export function lockQuestion(tx: Database, organisationId: string, seasonId: string, id: string) {
  return firstOf<{ id: string; event: string | null; asker: string; isHidden: boolean }>(
    tx,
    sql`select id, event, asker, hidden_on is not null as "isHidden" from board_question
      where organisation_id = ${organisationId} and season_id = ${seasonId} and id = ${id} for update`,
  )
}

export async function addQuestion(
  tx: Database,
  organisationId: string,
  it: { id: string; seasonId: string; event: string | null; words: string; asker: string; askedOn: string },
): Promise<void> {
  await sql`insert into board_question (organisation_id, id, season_id, event, words, asker, asked_on)
    values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.event}, ${it.words}, ${it.asker}, ${it.askedOn}::date)`.execute(
    tx,
  )
}

/** Takes a question away with its votes. */
export async function removeQuestion(tx: Database, organisationId: string, id: string): Promise<void> {
  await sql`delete from board_vote where organisation_id = ${organisationId} and question_id = ${id}`.execute(tx)
  await sql`delete from board_question where organisation_id = ${organisationId} and id = ${id}`.execute(tx)
}

export async function markAnswered(tx: Database, organisationId: string, id: string, on: string | null): Promise<void> {
  await sql`update board_question set answered_on = ${on}::date where organisation_id = ${organisationId} and id = ${id}`.execute(
    tx,
  )
}

/** Takes a question off the board, or puts it back. */
export async function markHidden(tx: Database, organisationId: string, id: string, on: string | null): Promise<void> {
  await sql`update board_question set hidden_on = ${on}::date where organisation_id = ${organisationId} and id = ${id}`.execute(
    tx,
  )
}

/** Adds a vote; one that is there already stays the only one. */
export async function addVote(
  tx: Database,
  organisationId: string,
  questionId: string,
  voter: string,
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`insert into board_vote (organisation_id, question_id, voter) values (${organisationId}, ${questionId}, ${voter})
      on conflict (organisation_id, question_id, voter) do nothing`,
  )
  return done > 0
}

export async function removeVote(
  tx: Database,
  organisationId: string,
  questionId: string,
  voter: string,
): Promise<void> {
  await sql`delete from board_vote where organisation_id = ${organisationId} and question_id = ${questionId}
    and voter = ${voter}`.execute(tx)
}

/** Which of these votes are there, by their question. */
export async function votesAmong(
  tx: Database,
  organisationId: string,
  votes: readonly { question: string; voter: string }[],
): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select v.question_id as id from board_vote v where v.organisation_id = ${organisationId}
      and (v.question_id, v.voter) in (
        select r.question, r.voter from jsonb_to_recordset(${asRecords(votes)}) as r(question uuid, voter text))`,
  )
  return new Set(rows.map((row) => row.id))
}
