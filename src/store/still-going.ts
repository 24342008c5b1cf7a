import { sql } from 'kysely'
import { asList, type Database, firstOf } from './database.ts'
import { type PairRow, pairRows } from './matches.ts'

export type StillGoingRows = {
  readonly pairs: readonly PairRow[]
  /** Those of the pairs who are still there. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** What was asked already: `about` is the pair and the month. */
  readonly written: readonly { readonly personId: string; readonly about: string }[]
}

/** The pairs of a season and what their two were asked once a month, in one query. */
export async function stillGoingRowsOf(
  tx: Database,
  organisationId: string,
  seasonId: string,
  day: string,
): Promise<StillGoingRows> {
  const here = sql`organisation_id = ${organisationId} and season_id = ${seasonId}`
  const found = await firstOf<StillGoingRows>(
    tx,
    sql`select ${asList(pairRows(organisationId, seasonId))} as pairs,
      ${asList(sql`select id, name from person where organisation_id = ${organisationId} and erased_at is null
        and coalesce(left_on > ${day}::date, true) and id in (select unnest(array[mentor_id, mentee_id]) from pair where ${here})`)} as people,
      ${asList(sql`select person_id as "personId", about from outbox_message where ${here} and kind = 'still-going'`)} as written`,
  )
  return found ?? { pairs: [], people: [], written: [] }
}
