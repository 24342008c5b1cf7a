import { sql } from 'kysely'
import { changed, type Database, rowsOf } from './database.ts'

export type ReviewNote = {
  readonly id: string
  readonly author: string
  readonly authorId: string
  readonly words: string
  readonly madeAt: string
}

/** Notes beside one application, the earliest first; of one author alone where they are named. */
export function notesOf(tx: Database, organisationId: string, applicationId: string, authorId: string | null) {
  const only = authorId === null ? sql`` : sql`and n.author_id = ${authorId}`
  return rowsOf<ReviewNote>(
    tx,
    sql`select n.id, p.name as author, n.author_id as "authorId", n.words, to_json(n.made_at) #>> '{}' as "madeAt" from review_note n
      join person p on p.organisation_id = n.organisation_id and p.id = n.author_id
      where n.organisation_id = ${organisationId} and n.application_id = ${applicationId} ${only} order by n.made_at, n.id limit 200`,
  )
}

export async function addNote(
  tx: Database,
  organisationId: string,
  it: {
    readonly id: string
    readonly applicationId: string
    readonly authorId: string
    readonly words: string
    readonly at: string
  },
): Promise<void> {
  await sql`insert into review_note (organisation_id, id, application_id, author_id, words, made_at)
    values (${organisationId}, ${it.id}, ${it.applicationId}, ${it.authorId}, ${it.words}, ${it.at}::timestamptz)`.execute(
    tx,
  )
}

/** Takes away a note of one's own. */
export async function removeNote(tx: Database, organisationId: string, it: { id: string; authorId: string }) {
  const done = await changed(
    tx,
    sql`delete from review_note where organisation_id = ${organisationId} and id = ${it.id} and author_id = ${it.authorId}`,
  )
  return done > 0
}
