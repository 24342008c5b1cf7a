import { sql } from 'kysely'
import type { SharedKind } from '../model/shared-text.ts'
import { type Database, firstOf, rowsOf } from './database.ts'

/** A wording as it lies: sealed with its pair's key. Nothing joins this table into a list of anybody else's. */
export type SealedWording = {
  readonly id: string
  readonly kind: SharedKind
  readonly documentId: string
  readonly number: number
  readonly basedOn: number
  readonly authorId: string
  readonly sealed: Buffer
  readonly madeAt: string
}

const columns = sql`id, kind, document_id as "documentId", number, based_on as "basedOn", author_id as "authorId", sealed,
  to_json(made_at) #>> '{}' as "madeAt"`

/** The newest wordings of one document of a pair, the newest first. */
export function wordingsOf(
  tx: Database,
  organisationId: string,
  it: { readonly pairId: string; readonly kind: SharedKind; readonly documentId: string },
  limit: number,
) {
  return rowsOf<SealedWording>(
    tx,
    sql`select ${columns} from shared_wording
      where organisation_id = ${organisationId} and pair_id = ${it.pairId} and kind = ${it.kind} and document_id = ${it.documentId}
      order by number desc limit ${limit}`,
  )
}

/** What stands of each document that a pair has one of: agreement, goal and progress. */
export function standingOf(tx: Database, organisationId: string, pairId: string) {
  return rowsOf<SealedWording>(
    tx,
    sql`select distinct on (kind) ${columns} from shared_wording
      where organisation_id = ${organisationId} and pair_id = ${pairId} and kind <> 'page' order by kind, number desc`,
  )
}

/** What stands on each page of a workbook, the page changed last first, with the number of pages. */
export function pagesOf(tx: Database, organisationId: string, pairId: string, limit: number, offset: number) {
  return rowsOf<SealedWording & { readonly found: number }>(
    tx,
    sql`select *, count(*) over ()::int as found from (
        select distinct on (document_id) ${columns} from shared_wording
        where organisation_id = ${organisationId} and pair_id = ${pairId} and kind = 'page' order by document_id, number desc) standing
      order by "madeAt" desc, id desc limit ${limit} offset ${offset}`,
  )
}

export async function countPages(tx: Database, organisationId: string, pairId: string): Promise<number> {
  const found = await firstOf<{ pages: number }>(
    tx,
    sql`select count(distinct document_id)::int as pages from shared_wording
      where organisation_id = ${organisationId} and pair_id = ${pairId} and kind = 'page'`,
  )
  return found?.pages ?? 0
}

/** Which of agreement and goal each pair has a wording of. */
export async function writtenOf(tx: Database, organisationId: string, pairIds: readonly string[]) {
  const rows = await rowsOf<{ pairId: string; kind: SharedKind }>(
    tx,
    sql`select distinct pair_id as "pairId", kind from shared_wording
      where organisation_id = ${organisationId} and pair_id = any(${pairIds as string[]}::uuid[]) and kind in ('agreement', 'goal')`,
  )
  return new Set(rows.map((row) => `${row.kind} ${row.pairId}`))
}

export async function addWording(
  tx: Database,
  organisationId: string,
  it: Omit<SealedWording, 'madeAt'> & { readonly pairId: string; readonly at: string },
): Promise<void> {
  await sql`insert into shared_wording (organisation_id, id, pair_id, kind, document_id, number, based_on, author_id, sealed, made_at)
    values (${organisationId}, ${it.id}, ${it.pairId}, ${it.kind}, ${it.documentId}, ${it.number}, ${it.basedOn}, ${it.authorId},
      ${it.sealed}, ${it.at}::timestamptz)`.execute(tx)
}

/** Takes the texts of pairs away whose two people are both erased. */
export async function removeWordings(tx: Database, organisationId: string, pairIds: readonly string[]): Promise<void> {
  await sql`delete from shared_wording
    where organisation_id = ${organisationId} and pair_id = any(${pairIds as string[]}::uuid[])`.execute(tx)
}
