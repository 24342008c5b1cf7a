import { type RawBuilder, sql } from 'kysely'
import type { MeetingFact } from '../model/figures.ts'
import type { Program } from '../model/program.ts'
import { asList, type Database, firstOf, rowsOf } from './database.ts'
import { meetingRowsWhere } from './facts.ts'
import { type PairRow, pairRowsWhere } from './matches.ts'
import { type Subject, whose } from './whose.ts'

/** A pair with its season's program and all that its windows are counted from: its mentee's pairs and meetings. */
export type PairHistory = {
  readonly id: string
  readonly seasonId: string
  readonly program: Program
  readonly mentorId: string
  readonly mentorName: string
  readonly menteeId: string
  readonly menteeName: string
  readonly pairs: readonly PairRow[]
  readonly meetings: readonly MeetingFact[]
}

/** A person's pairs of which they have heard, those of the latest season first. */
export function pairHistories(tx: Database, subject: Subject) {
  return rowsOf<PairHistory>(
    tx,
    sql`${history} where ${whose('pair', subject)} order by pair.published_on desc, mentee.name, pair.id limit 200`,
  )
}

/** One pair, to one of its two who has heard of it. */
export function pairHistory(tx: Database, subject: Subject, id: string) {
  return firstOf<PairHistory>(tx, sql`${history} where ${whose('pair', subject)} and pair.id = ${id}`)
}

/** One published pair of the organisation, for whoever coordinates its season: the action asks whether they do. */
export function pairHistoryOf(tx: Database, organisationId: string, id: string) {
  return firstOf<PairHistory>(tx, sql`${history} where pair.organisation_id = ${organisationId} and pair.id = ${id}`)
}

const ofTheMentee = (row: string): RawBuilder<unknown> =>
  sql`${sql.ref(`${row}.organisation_id`)} = pair.organisation_id and ${sql.ref(`${row}.season_id`)} = pair.season_id
    and ${sql.ref(`${row}.mentee_id`)} = pair.mentee_id`

const joined = sql`pair join season on season.organisation_id = pair.organisation_id and season.id = pair.season_id
  join person mentor on mentor.organisation_id = pair.organisation_id and mentor.id = pair.mentor_id
  join person mentee on mentee.organisation_id = pair.organisation_id and mentee.id = pair.mentee_id`

const history = sql`select pair.id, pair.season_id as "seasonId", season.program, pair.mentor_id as "mentorId",
    mentor.name as "mentorName", pair.mentee_id as "menteeId", mentee.name as "menteeName",
    ${asList(pairRowsWhere(ofTheMentee('p')))} as pairs, ${asList(meetingRowsWhere(ofTheMentee('m')))} as meetings
  from ${joined}`

/** Whether a pair is there for somebody: theirs, and they have heard of it. */
export async function isPairOf(tx: Database, subject: Subject, id: string): Promise<boolean> {
  const found = await firstOf(tx, sql`select 1 from pair where ${whose('pair', subject)} and pair.id = ${id}`)
  return found !== undefined
}

export type Introduction = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly title: string | null
  readonly department: string | null
  readonly topics: readonly string[]
  readonly about: string | null
}

/** The two of a pair as each may know the other: the directory's words, and the shareable answers of their application. */
export function introductionsOf(tx: Database, organisationId: string, pairId: string, day: string) {
  return rowsOf<Introduction>(
    tx,
    sql`select p.id as "personId", p.name, p.email, d.title, d.department, coalesce(a.topics, '{}') as topics, a.about
      from pair join person p on p.organisation_id = pair.organisation_id and p.id in (pair.mentor_id, pair.mentee_id)
      left join application a on a.organisation_id = pair.organisation_id and a.season_id = pair.season_id and a.person_id = p.id
        and a.role = case when p.id = pair.mentor_id then 'mentor' else 'mentee' end and a.superseded_by is null
      left join lateral (select e.title, e.department from directory_entry e
        where e.organisation_id = p.organisation_id and e.person_id = p.id and e.from_on <= ${day}::date
        order by e.from_on desc limit 1) d on true
      where pair.organisation_id = ${organisationId} and pair.id = ${pairId}`,
  )
}
