import { sql } from 'kysely'
import { type Database, rowsOf } from './database.ts'
import type { PairRow } from './matches.ts'
import type { Season } from './seasons.ts'

export type PairOfPerson = PairRow & { readonly seasonId: string }

/** The published pairs of one person in one season, or in all. */
export function pairsOfPerson(tx: Database, organisationId: string, personId: string, seasonId: string | null = null) {
  const only = seasonId ? sql`and p.season_id = ${seasonId}` : sql``
  return rowsOf<PairOfPerson>(
    tx,
    sql`select p.id, p.season_id as "seasonId", p.mentor_id as "mentorId", p.mentee_id as "menteeId",
        p.published_on::text as "publishedOn", p.worth, p.reason,
        coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'from', c.from_on, 'until', c.until_on) order by c.from_on)
          from pair_change c where c.organisation_id = p.organisation_id and c.pair_id = p.id), '[]'::jsonb) as changes
      from pair p where p.organisation_id = ${organisationId} and ${personId}::uuid in (p.mentor_id, p.mentee_id) ${only}
      order by p.published_on, p.id limit 200`,
  )
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
