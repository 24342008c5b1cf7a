import { sql } from 'kysely'
import { changed, type Database, rowsOf } from './database.ts'

/** What a coordinator said of a pair of one run. */
export type MatchComment = {
  readonly id: string
  readonly mentorId: string
  readonly menteeId: string
  readonly authorId: string
  readonly authorName: string
  readonly words: string
  readonly madeOn: string
}

/** The comments of a run, the oldest first. */
export function commentsOf(tx: Database, organisationId: string, runId: string) {
  return rowsOf<MatchComment>(
    tx,
    sql`select c.id, c.mentor_id as "mentorId", c.mentee_id as "menteeId", c.author_id as "authorId", p.name as "authorName",
        c.words, c.made_on::text as "madeOn"
      from match_comment c join person p on p.organisation_id = c.organisation_id and p.id = c.author_id
      where c.organisation_id = ${organisationId} and c.run_id = ${runId} order by c.made_at, c.id limit 2000`,
  )
}

export async function addComment(
  tx: Database,
  organisationId: string,
  it: Omit<MatchComment, 'authorName'> & { readonly runId: string; readonly madeAt: string },
): Promise<void> {
  await sql`insert into match_comment (organisation_id, id, run_id, mentor_id, mentee_id, author_id, words, made_on, made_at)
    values (${organisationId}, ${it.id}, ${it.runId}, ${it.mentorId}, ${it.menteeId}, ${it.authorId}, ${it.words}, ${it.madeOn}::date,
      ${it.madeAt}::timestamptz)`.execute(tx)
}

/** Takes a comment away that its author regrets; nobody takes away another's. */
export function removeComment(tx: Database, organisationId: string, runId: string, id: string, authorId: string) {
  return changed(
    tx,
    sql`delete from match_comment where organisation_id = ${organisationId} and run_id = ${runId} and id = ${id}
      and author_id = ${authorId}`,
  )
}
