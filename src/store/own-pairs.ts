import { sql } from 'kysely'
import { type Database, firstOf, rowsOf } from './database.ts'
import { type Subject, whose } from './whose.ts'

export type Companion = { readonly id: string; readonly name: string; readonly email: string }
export type SeasonNamed = { readonly id: string; readonly key: string; readonly name: string; readonly season: string }
export type OwnPair = Companion & {
  readonly pairId: string
  readonly seasonId: string
  readonly endedOn: string | null
}

/** A person's pairs, newest first, each with its other half as they may know them. */
export function ownPairs(tx: Database, subject: Subject) {
  return rowsOf<OwnPair>(
    tx,
    sql`select pair.id as "pairId", pair.season_id as "seasonId", p.id, p.name, p.email,
        (select min(c.from_on)::text from pair_change c where c.organisation_id = pair.organisation_id
          and c.pair_id = pair.id and c.kind = 'ended') as "endedOn"
      from pair join person p on p.organisation_id = pair.organisation_id
        and p.id in (pair.mentor_id, pair.mentee_id) and p.id <> ${subject.personId}::uuid
      where ${whose('pair', subject)} order by pair.published_on desc, pair.id limit 200`,
  )
}

/** The seasons by the names people know them by. */
export function seasonNames(tx: Database, organisationId: string) {
  return rowsOf<SeasonNamed>(
    tx,
    sql`select id, key, program ->> 'name' as name, program ->> 'season' as season from season
      where organisation_id = ${organisationId} order by recorded_at, key limit 200`,
  )
}

export type PairOfTwo = {
  readonly id: string
  readonly seasonId: string
  readonly season: string
  readonly zone: string
  readonly seasonEndsOn: string
  readonly mentorId: string
  readonly mentorName: string
  readonly menteeId: string
  readonly menteeName: string
}

/** One pair with the names of its two, and what its season is called. */
export function pairOfTwo(tx: Database, organisationId: string, id: string) {
  return firstOf<PairOfTwo>(
    tx,
    sql`select p.id, p.season_id as "seasonId", s.program ->> 'name' as season, s.program ->> 'zone' as zone,
        s.program ->> 'endsOn' as "seasonEndsOn", p.mentor_id as "mentorId", mentor.name as "mentorName", p.mentee_id as "menteeId", mentee.name as "menteeName"
      from pair p join season s on s.organisation_id = p.organisation_id and s.id = p.season_id
        join person mentor on mentor.organisation_id = p.organisation_id and mentor.id = p.mentor_id
        join person mentee on mentee.organisation_id = p.organisation_id and mentee.id = p.mentee_id
      where p.organisation_id = ${organisationId} and p.id = ${id}`,
  )
}

/** People by name and address, for those who may know them. */
export async function peopleById(tx: Database, organisationId: string, ids: readonly string[]) {
  const rows = await rowsOf<Companion>(
    tx,
    sql`select id, name, email from person
      where organisation_id = ${organisationId} and id = any(${ids as string[]}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
