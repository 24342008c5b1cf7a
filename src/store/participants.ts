import { sql } from 'kysely'
import { type Database, rowsOf } from './database.ts'
import type { PairRow } from './matches.ts'
import type { Season } from './seasons.ts'
import { type Subject, whose } from './whose.ts'

export type PairOfPerson = PairRow & { readonly seasonId: string }

/** The pairs of one person of which they have heard, in one season or in all. */
export function pairsOfPerson(tx: Database, subject: Subject, seasonId: string | null = null) {
  const only = seasonId ? sql`and pair.season_id = ${seasonId}` : sql``
  return rowsOf<PairOfPerson>(
    tx,
    sql`select pair.id, pair.season_id as "seasonId", pair.mentor_id as "mentorId", pair.mentee_id as "menteeId",
        pair.published_on::text as "publishedOn", pair.worth, pair.reason,
        coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'from', c.from_on, 'until', c.until_on) order by c.from_on)
          from pair_change c where c.organisation_id = pair.organisation_id and c.pair_id = pair.id), '[]'::jsonb) as changes
      from pair where ${whose('pair', subject)} ${only} order by pair.published_on, pair.id limit 200`,
  )
}

/** The pairs of a season that were announced: of no other may anything be written to its people. */
export async function announcedPairs(
  tx: Database,
  organisationId: string,
  seasonId: string,
): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select distinct about as id from outbox_message where organisation_id = ${organisationId} and season_id = ${seasonId}
      and kind = 'pair' and released_on is not null`,
  )
  return new Set(rows.map((row) => row.id))
}

const columns = sql`s.id, s.key, s.program, s.loaded_on::text as "loadedOn"`

/** The seasons in which a person is in a published pair. */
export function seasonsOfPerson(tx: Database, organisationId: string, personId: string) {
  return rowsOf<Season>(
    tx,
    sql`select ${columns} from season s where s.organisation_id = ${organisationId} and s.id in (
        select p.season_id from pair p where p.organisation_id = ${organisationId} and ${personId}::uuid in (p.mentor_id, p.mentee_id))
      order by s.recorded_at, s.key limit 200`,
  )
}

/** The seasons in which a survey is open on any day from one to the other. */
export function seasonsWithSurveys(tx: Database, organisationId: string, from: string, until: string) {
  return rowsOf<Season>(
    tx,
    sql`select ${columns} from season s where s.organisation_id = ${organisationId} and exists (
        select 1 from jsonb_each(s.program -> 'surveys') as v where v.value ->> 'opens' <= ${until} and v.value ->> 'closes' >= ${from})
      order by s.recorded_at, s.key limit 200`,
  )
}

/** Those of these people who can be written to: they have not left and were not erased. */
export async function namesOfHere(
  tx: Database,
  organisationId: string,
  ids: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ id: string; name: string }>(
    tx,
    sql`select id, name from person where organisation_id = ${organisationId} and id = any(${ids as string[]}::uuid[])
      and erased_at is null and (left_on is null or left_on > ${today}::date)`,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
