import { type RawBuilder, sql } from 'kysely'
import { changed, type Database, rowsOf } from './database.ts'

export type SeeksAgain = { readonly pairId: string; readonly personId: string; readonly on: string }

/** Who of a season’s ended pairs is to find another partner. */
export function seekingAgainIn(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<SeeksAgain>(
    tx,
    sql`select s.pair_id as "pairId", s.person_id as "personId", s.marked_on::text as on from seeks_again s
      join pair p on p.organisation_id = s.organisation_id and p.id = s.pair_id
      where s.organisation_id = ${organisationId} and p.season_id = ${seasonId}`,
  )
}

/** The same of one pair. */
export function seekingAgainOf(tx: Database, organisationId: string, pairId: string) {
  return rowsOf<SeeksAgain>(
    tx,
    sql`select pair_id as "pairId", person_id as "personId", marked_on::text as on from seeks_again
      where organisation_id = ${organisationId} and pair_id = ${pairId}`,
  )
}

/** That somebody of a pair, as `p`, does not seek another partner: a pair they had then still counts as their seat. */
export function staysSeated(person: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`not exists (select 1 from seeks_again s where s.organisation_id = p.organisation_id and s.pair_id = p.id
    and s.person_id = ${person})`
}

export async function addSeeksAgain(
  tx: Database,
  organisationId: string,
  it: SeeksAgain & { readonly by: string | null; readonly at: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`insert into seeks_again (organisation_id, pair_id, person_id, marked_by, marked_on, marked_at)
      values (${organisationId}, ${it.pairId}, ${it.personId}, ${it.by}, ${it.on}::date, ${it.at}::timestamptz)
      on conflict (organisation_id, pair_id, person_id) do nothing`,
  )
  return done > 0
}

export async function removeSeeksAgain(
  tx: Database,
  organisationId: string,
  it: Omit<SeeksAgain, 'on'>,
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`delete from seeks_again where organisation_id = ${organisationId} and pair_id = ${it.pairId} and person_id = ${it.personId}`,
  )
  return done > 0
}
