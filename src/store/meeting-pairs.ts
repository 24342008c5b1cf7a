import { sql } from 'kysely'
import type { Program } from '../model/program.ts'
import { type Database, firstOf } from './database.ts'
import type { PairRow } from './matches.ts'

/** One pair with its two, the rhythm of its season, and what has changed in it. */
export type MeetingPair = PairRow & {
  readonly seasonId: string
  readonly season: string
  readonly zone: string
  readonly seasonEndsOn: string
  readonly meetings: Program['meetings']
  readonly mentorName: string
  readonly menteeName: string
}

export function meetingPair(tx: Database, organisationId: string, id: string) {
  return firstOf<MeetingPair>(
    tx,
    sql`select p.id, p.mentor_id as "mentorId", p.mentee_id as "menteeId", p.published_on::text as "publishedOn", p.worth, p.reason,
        coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'from', c.from_on, 'until', c.until_on) order by c.from_on)
          from pair_change c where c.organisation_id = p.organisation_id and c.pair_id = p.id), '[]'::jsonb) as changes,
        p.season_id as "seasonId", s.program ->> 'name' as season, s.program ->> 'zone' as zone, s.program ->> 'endsOn' as "seasonEndsOn",
        s.program -> 'meetings' as meetings, mentor.name as "mentorName", mentee.name as "menteeName"
      from pair p join season s on s.organisation_id = p.organisation_id and s.id = p.season_id
        join person mentor on mentor.organisation_id = p.organisation_id and mentor.id = p.mentor_id
        join person mentee on mentee.organisation_id = p.organisation_id and mentee.id = p.mentee_id
      where p.organisation_id = ${organisationId} and p.id = ${id}`,
  )
}
