import { sql } from 'kysely'
import { changed, type Database, firstOf, rowsOf } from './database.ts'

export type PairRequest = {
  readonly id: string
  readonly kind: 'help' | 'another-match' | 'extension'
  readonly askedBy: string
  readonly askedOn: string
  readonly untilOn: string | null
  readonly agreedBy: string | null
}

const columns = sql`id, kind, asked_by as "askedBy", asked_on::text as "askedOn", until_on::text as "untilOn", agreed_by as "agreedBy"`

/** What one person may know of what was asked in a pair: their own requests, and every extension, newest first. */
export function requestsSeenBy(tx: Database, organisationId: string, pairIds: readonly string[], personId: string) {
  return rowsOf<PairRequest & { readonly pairId: string }>(
    tx,
    sql`select ${columns}, pair_id as "pairId" from pair_request
      where organisation_id = ${organisationId} and pair_id = any(${pairIds as string[]}::uuid[])
        and (asked_by = ${personId} or kind = 'extension')
      order by asked_at desc, id desc limit 200`,
  )
}

/** Everything that was asked in a pair, newest first, for whoever coordinates its season. */
export function requestsOf(tx: Database, organisationId: string, pairId: string) {
  return rowsOf<PairRequest>(
    tx,
    sql`select ${columns} from pair_request where organisation_id = ${organisationId} and pair_id = ${pairId}
      order by asked_at desc, id desc limit 200`,
  )
}

/** Writes a request down, once a day: the same again is no second one. */
export async function addPairRequest(
  tx: Database,
  organisationId: string,
  it: Omit<PairRequest, 'agreedBy'> & { readonly pairId: string; readonly askedAt: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`insert into pair_request (organisation_id, id, pair_id, kind, asked_by, asked_on, asked_at, until_on)
      values (${organisationId}, ${it.id}, ${it.pairId}, ${it.kind}, ${it.askedBy}, ${it.askedOn}::date, ${it.askedAt}::timestamptz,
        ${it.untilOn}::date) on conflict on constraint pair_request_once_a_day do nothing`,
  )
  return done > 0
}

export function extensionById(tx: Database, organisationId: string, pairId: string, id: string) {
  return firstOf<PairRequest>(
    tx,
    sql`select ${columns} from pair_request
      where organisation_id = ${organisationId} and pair_id = ${pairId} and id = ${id} and kind = 'extension'`,
  )
}

export async function agreeToExtension(
  tx: Database,
  organisationId: string,
  it: { readonly id: string; readonly by: string; readonly at: string },
): Promise<void> {
  await sql`update pair_request set agreed_by = ${it.by}, agreed_at = ${it.at}::timestamptz
    where organisation_id = ${organisationId} and id = ${it.id} and agreed_by is null`.execute(tx)
}
