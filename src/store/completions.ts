import { sql } from 'kysely'
import type { MeetingFact } from '../model/figures.ts'
import type { Respondent } from '../model/respondent.ts'
import type { Role } from '../model/role.ts'
import { asList, asRecords, changed, type Database, firstOf, rowsOf } from './database.ts'
import { type PairRow, pairRowsWhere } from './matches.ts'
import type { Season } from './seasons.ts'

export type CompletionRows = {
  readonly pairs: readonly PairRow[]
  readonly meetings: readonly (MeetingFact & { readonly minutes: number | null })[]
  readonly trained: readonly { readonly personId: string; readonly course: string }[]
  readonly answered: readonly { readonly survey: string; readonly role: Respondent; readonly personId: string }[]
}

/** What completion is decided by, of everybody in a season, or of one person with the pairs of their mentees; in one query. */
export async function completionRowsOf(
  tx: Database,
  organisationId: string,
  seasonId: string,
  personId: string | null,
): Promise<CompletionRows> {
  const here = sql`organisation_id = ${organisationId} and season_id = ${seasonId}`
  const theirs = personId === null ? sql`true` : sql`person_id = ${personId}`
  const mentees = sql`(select o.mentee_id from pair o where o.organisation_id = ${organisationId} and o.season_id = ${seasonId}
    and ${personId}::uuid in (o.mentor_id, o.mentee_id))`
  const ofMentees = personId === null ? sql`true` : sql`mentee_id in ${mentees}`
  const found = await firstOf<CompletionRows>(
    tx,
    sql`select ${asList(pairRowsWhere(sql`p.organisation_id = ${organisationId} and p.season_id = ${seasonId} and ${ofMentees}`))} as pairs,
      ${asList(sql`select mentee_id as "menteeId", mentor_id as "mentorId", happened_on as "heldOn", confirmed_by as "confirmedBy",
        denied_on as "deniedOn", said_on as "saidOn", minutes from meeting where ${here} and ${ofMentees}`)} as meetings,
      ${asList(sql`select person_id as "personId", course from training_record where ${here} and ${theirs}`)} as trained,
      ${asList(sql`select survey, role, person_id as "personId" from survey_answered where ${here} and ${theirs}`)} as answered`,
  )
  return found ?? { pairs: [], meetings: [], trained: [], answered: [] }
}

/** Seasons that give certificates and are not over for longer than their days, the day before `since` their last. */
export function seasonsWithCertificates(tx: Database, organisationId: string, since: string) {
  return rowsOf<Season>(
    tx,
    sql`select id, key, program, loaded_on::text as "loadedOn" from season
      where organisation_id = ${organisationId} and program -> 'certificate' is not null and program ->> 'endsOn' >= ${since}
      order by recorded_at, key limit 200`,
  )
}

export type CompletionRow = {
  readonly role: Role
  readonly fromOn: string
  readonly untilOn: string
  readonly minutes: number
  /** Since when everything is done, the surveys too. */
  readonly readyOn: string | null
}

/** What one person has completed in a season. */
export function ownCompletions(tx: Database, organisationId: string, seasonId: string, personId: string) {
  return rowsOf<CompletionRow>(
    tx,
    sql`select role, from_on::text as "fromOn", until_on::text as "untilOn", minutes, ready_on::text as "readyOn" from completion
      where organisation_id = ${organisationId} and season_id = ${seasonId} and person_id = ${personId} order by role desc`,
  )
}

export type NewCompletion = {
  readonly id: string
  readonly personId: string
  readonly role: Role
  readonly fromOn: string
  readonly untilOn: string
  readonly minutes: number
  readonly isComplete: boolean
}

/** Writes down who has completed a season as of a day; once somebody's certificate was ready its day stays. Counts what changed. */
export function saveCompletions(
  tx: Database,
  organisationId: string,
  it: { readonly seasonId: string; readonly on: string; readonly at: string },
  all: readonly NewCompletion[],
): Promise<number> {
  return changed(
    tx,
    sql`insert into completion (organisation_id, id, season_id, person_id, role, from_on, until_on, minutes, done_on, ready_on, recorded_at)
      select ${organisationId}::uuid, r.id, ${it.seasonId}::uuid, r."personId", r.role, r."fromOn", r."untilOn", r.minutes, ${it.on}::date,
        case when r."isComplete" then ${it.on}::date end, ${it.at}::timestamptz
      from jsonb_to_recordset(${asRecords(all)}) as r(id uuid, "personId" uuid, role text, "fromOn" date, "untilOn" date, minutes integer,
        "isComplete" boolean), person p
      where p.organisation_id = ${organisationId} and p.id = r."personId" and p.erased_at is null
      on conflict on constraint completion_one_each do update set from_on = excluded.from_on, until_on = excluded.until_on,
        minutes = excluded.minutes, ready_on = case when excluded.ready_on is null then null else coalesce(completion.ready_on, excluded.ready_on) end
      where (completion.from_on, completion.until_on, completion.minutes, completion.ready_on is null)
        is distinct from (excluded.from_on, excluded.until_on, excluded.minutes, excluded.ready_on is null)`,
  )
}

/** Takes out what facts that were corrected do not bear any more. */
export function dropCompletions(tx: Database, organisationId: string, ids: readonly string[]) {
  return changed(
    tx,
    sql`delete from completion where organisation_id = ${organisationId} and id = any(${ids as string[]}::uuid[])`,
  )
}

export type KeptCompletion = CompletionRow & { readonly id: string; readonly personId: string }

/** Every row of a season. */
export function completionsIn(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<KeptCompletion>(
    tx,
    sql`select id, person_id as "personId", role, from_on::text as "fromOn", until_on::text as "untilOn", minutes, ready_on::text as "readyOn"
      from completion where organisation_id = ${organisationId} and season_id = ${seasonId}`,
  )
}

export type CompletedAsked = { readonly role: Role | null; readonly q: string }
export type CompletedLine = Omit<CompletionRow, 'readyOn'> & { readonly personId: string; readonly name: string }

/** Who completed a season, by name; never whether they answered a survey. */
export function completedIn(
  tx: Database,
  organisationId: string,
  seasonId: string,
  asked: CompletedAsked,
  page: { readonly limit: number; readonly offset: number },
) {
  const role = asked.role ? sql`and c.role = ${asked.role}` : sql``
  const named = asked.q.trim() === '' ? sql`` : sql`and position(lower(${asked.q.trim()}) in lower(p.name)) > 0`
  return rowsOf<CompletedLine & { readonly found: number }>(
    tx,
    sql`select c.person_id as "personId", p.name, c.role, c.from_on::text as "fromOn", c.until_on::text as "untilOn", c.minutes,
        count(*) over ()::int as found
      from completion c join person p on p.organisation_id = c.organisation_id and p.id = c.person_id
      where c.organisation_id = ${organisationId} and c.season_id = ${seasonId} ${role} ${named}
      order by p.name, c.role, c.id limit ${page.limit} offset ${page.offset}`,
  )
}

/** How many completed a season in each role, of how many who were in a pair. */
export async function completionCounts(tx: Database, organisationId: string, seasonId: string) {
  const here = sql`organisation_id = ${organisationId} and season_id = ${seasonId}`
  const completed = (role: string) => sql`(select count(*)::int from completion where ${here} and role = ${role})`
  const paired = (column: string) => sql`(select count(distinct ${sql.id(column)})::int from pair where ${here})`
  const found = await firstOf<{ mentor: number; mentee: number; mentors: number; mentees: number }>(
    tx,
    sql`select ${completed('mentor')} as mentor, ${completed('mentee')} as mentee, ${paired('mentor_id')} as mentors,
      ${paired('mentee_id')} as mentees`,
  )
  return found ?? { mentor: 0, mentee: 0, mentors: 0, mentees: 0 }
}
