import { sql } from 'kysely'
import { asList, type Database, firstOf } from './database.ts'
import { type PlannedRow, plannedColumns } from './planned-meetings.ts'

export type PairPlans = {
  readonly planned: readonly PlannedRow[]
  /** Times that wait for somebody to choose one of them. */
  readonly proposed: readonly { readonly pairId: string; readonly by: string }[]
  /** The first days of windows of which the reader has said something. */
  readonly said: readonly { readonly pairId: string; readonly window: string }[]
  /** The reader's own zone, where the directory has one. */
  readonly zone: string | null
}

/** What these pairs have planned and proposed, of what their reader has spoken, and in which zone their reader lives on a day: one question for all of them. */
export async function plansOf(
  tx: Database,
  organisationId: string,
  it: { readonly pairs: readonly string[]; readonly personId: string; readonly day: string },
): Promise<PairPlans> {
  const theirs = sql`t.organisation_id = ${organisationId} and t.pair_id = any(${it.pairs as string[]}::uuid[])`
  const found = await firstOf<PairPlans>(
    tx,
    sql`select ${asList(sql`select ${plannedColumns} from planned_meeting t where ${theirs} and t.cancelled_at is null`)} as planned,
      ${asList(sql`select t.pair_id as "pairId", t.proposed_by as by from meeting_proposal t where ${theirs} and t.closed_at is null`)} as proposed,
      ${asList(sql`select distinct t.pair_id as "pairId", t.window_first_on::text as "window" from meeting_view t
        where ${theirs} and t.person_id = ${it.personId}`)} as said,
      (select d.time_zone from directory_entry d where d.organisation_id = ${organisationId} and d.person_id = ${it.personId}
        and d.from_on <= ${it.day}::date order by d.from_on desc limit 1) as zone`,
  )
  return found ?? { planned: [], proposed: [], said: [], zone: null }
}
