import { sql } from 'kysely'
import { changed, type Database, firstOf, rowsOf } from './database.ts'

/** A private note as it lies: sealed with its author's key. Nothing joins this table into a list of anybody else's. */
export type SealedNote = {
  readonly id: string
  readonly sealed: Buffer
  readonly version: number
  readonly madeAt: string
  readonly changedAt: string
}

const columns = sql`id, sealed, version, to_json(made_at) #>> '{}' as "madeAt", to_json(changed_at) #>> '{}' as "changedAt"`

/** An author's own notes of one pair, newest first. */
export function notesOf(
  tx: Database,
  organisationId: string,
  authorId: string,
  pairId: string,
  limit: number,
  offset: number,
) {
  return rowsOf<SealedNote>(
    tx,
    sql`select ${columns} from private_note
      where organisation_id = ${organisationId} and author_id = ${authorId} and pair_id = ${pairId}
      order by made_at desc, id desc limit ${limit} offset ${offset}`,
  )
}

export async function countNotes(tx: Database, organisationId: string, authorId: string, pairId: string) {
  const found = await firstOf<{ notes: number }>(
    tx,
    sql`select count(*)::int as notes from private_note
      where organisation_id = ${organisationId} and author_id = ${authorId} and pair_id = ${pairId}`,
  )
  return found?.notes ?? 0
}

export function noteById(tx: Database, organisationId: string, authorId: string, pairId: string, id: string) {
  return firstOf<SealedNote>(
    tx,
    sql`select ${columns} from private_note
      where organisation_id = ${organisationId} and author_id = ${authorId} and pair_id = ${pairId} and id = ${id}`,
  )
}

export async function addNote(
  tx: Database,
  organisationId: string,
  it: { id: string; pairId: string; authorId: string; sealed: Buffer; at: string },
): Promise<void> {
  await sql`insert into private_note (organisation_id, id, pair_id, author_id, sealed, version, made_at, changed_at)
    values (${organisationId}, ${it.id}, ${it.pairId}, ${it.authorId}, ${it.sealed}, 1, ${it.at}::timestamptz, ${it.at}::timestamptz)`.execute(
    tx,
  )
}

/** Puts a new text in the place of the version the author saw; says no when the note has moved on since. */
export async function changeNote(
  tx: Database,
  organisationId: string,
  it: { id: string; pairId: string; authorId: string; sealed: Buffer; version: number; at: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update private_note set sealed = ${it.sealed}, version = version + 1, changed_at = ${it.at}::timestamptz
      where organisation_id = ${organisationId} and id = ${it.id} and author_id = ${it.authorId} and pair_id = ${it.pairId}
        and version = ${it.version}`,
  )
  return done > 0
}

export async function removeNote(
  tx: Database,
  organisationId: string,
  it: { id: string; pairId: string; authorId: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`delete from private_note
      where organisation_id = ${organisationId} and id = ${it.id} and author_id = ${it.authorId} and pair_id = ${it.pairId}`,
  )
  return done > 0
}
