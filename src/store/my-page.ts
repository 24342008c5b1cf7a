import { sql } from 'kysely'
import type { Program } from '../model/program.ts'
import type { Respondent } from '../model/respondent.ts'
import type { Role } from '../model/role.ts'
import { asList, type Database, firstOf, rowsOf } from './database.ts'
import { seasonInWords } from './seasons.ts'

/** An application in force of one person, with what its season says and whether they have heard. */
export type OwnApplication = {
  readonly seasonId: string
  readonly program: Program
  readonly role: Role
  readonly submittedOn: string
  readonly heard: 'pair' | 'no-place' | null
  /** Of a mentee who has a shortlist: whether they chose; null without one. */
  readonly hasChosen: boolean | null
}

export function applicationsBy(tx: Database, organisationId: string, personId: string) {
  return rowsOf<OwnApplication>(
    tx,
    sql`select a.season_id as "seasonId", s.program, a.role, a.submitted_on::text as "submittedOn",
        (select min(m.kind) from outbox_message m where m.organisation_id = a.organisation_id and m.season_id = a.season_id
          and m.person_id = a.person_id and m.kind in ('pair', 'no-place') and m.state <> 'draft') as heard,
        (select exists (select 1 from mentor_choice c where c.organisation_id = l.organisation_id and c.shortlist_id = l.id and c.mentee_id = a.person_id)
          from shortlist l where l.organisation_id = a.organisation_id and l.season_id = a.season_id and l.sent_at is not null
            and a.role = 'mentee' and exists (select 1 from shortlist_entry e where e.organisation_id = l.organisation_id
              and e.shortlist_id = l.id and e.mentee_id = a.person_id)) as "hasChosen"
      from application a join season s on s.organisation_id = a.organisation_id and s.id = a.season_id
      where a.organisation_id = ${organisationId} and a.person_id = ${personId} and a.superseded_by is null
      order by a.submitted_at desc, a.role limit 100`,
  )
}

type Deeds = {
  readonly courses: readonly { readonly seasonId: string; readonly key: string }[]
  readonly events: readonly { readonly seasonId: string; readonly key: string }[]
  readonly signedUp: readonly { readonly seasonId: string; readonly key: string }[]
  readonly supervisors: readonly { readonly seasonId: string; readonly survey: string; readonly name: string }[]
  /** Open surveys that somebody in a pair agreed they are asked by. */
  readonly supervises: readonly { readonly seasonId: string; readonly program: Program; readonly survey: string }[]
  readonly answered: readonly { readonly seasonId: string; readonly survey: string; readonly role: Respondent }[]
  /** Seasons of which there is a certificate, made or ready, the latest first. */
  readonly certificates: readonly { readonly key: string; readonly name: string; readonly isMade: boolean }[]
}

/** What one person has done in every season: trained, come, signed up, answered; never what was answered. */
export async function deedsOf(tx: Database, organisationId: string, personId: string): Promise<Deeds> {
  const theirs = sql`organisation_id = ${organisationId} and person_id = ${personId}`
  const found = await firstOf<Deeds>(
    tx,
    sql`select ${asList(sql`select season_id as "seasonId", course as key from training_record where ${theirs}`)} as courses,
      ${asList(sql`select distinct season_id as "seasonId", event as key from attendance where ${theirs}`)} as events,
      ${asList(sql`select season_id as "seasonId", event as key from event_sign_up where ${theirs}`)} as "signedUp",
      ${asList(sql`select season_id as "seasonId", survey, role from survey_answered where ${theirs}`)} as answered,
      ${asList(sql`select a.season_id as "seasonId", a.survey, s.name from supervisor_agreement a
        join person s on s.organisation_id = a.organisation_id and s.id = a.supervisor_id
        where a.organisation_id = ${organisationId} and a.person_id = ${personId}`)} as supervisors,
      ${asList(supervisedRows(organisationId, personId))} as supervises,
      ${asList(certificates(organisationId, personId))} as certificates`,
  )
  return (
    found ?? { courses: [], events: [], signedUp: [], answered: [], supervisors: [], supervises: [], certificates: [] }
  )
}

/** Surveys by which they are asked as a supervisor: somebody agreed who is in a pair that had not ended before the survey opened. */
function supervisedRows(organisationId: string, personId: string) {
  return sql`select distinct a.season_id as "seasonId", s.program, a.survey from supervisor_agreement a
    join season s on s.organisation_id = a.organisation_id and s.id = a.season_id
    join pair p on p.organisation_id = a.organisation_id and p.season_id = a.season_id and a.person_id in (p.mentor_id, p.mentee_id)
    where a.organisation_id = ${organisationId} and a.supervisor_id = ${personId} and not exists (
      select 1 from pair_change c where c.organisation_id = p.organisation_id and c.pair_id = p.id and c.kind = 'ended'
        and c.from_on::text < s.program #>> array['surveys', a.survey, 'opens'])`
}

function certificates(organisationId: string, personId: string) {
  const made = sql`exists (select 1 from shown_certificate m where m.organisation_id = s.organisation_id and m.season_id = s.id
    and m.person_id = ${personId})`
  const ready = sql`exists (select 1 from completion c where c.organisation_id = s.organisation_id and c.season_id = s.id
    and c.person_id = ${personId} and c.ready_on is not null)`
  return sql`select s.key, ${seasonInWords('s')} as name, ${made} as "isMade" from season s
    where s.organisation_id = ${organisationId} and (${made} or ${ready}) order by s.program ->> 'endsOn' desc, s.key limit 50`
}

/** Whether somebody has a pair of which they have heard, or an application: then there is something on their page. */
export async function takesPart(tx: Database, organisationId: string, personId: string): Promise<boolean> {
  const found = await firstOf(
    tx,
    sql`select 1 from application where organisation_id = ${organisationId} and person_id = ${personId}
      union all select 1 from pair where organisation_id = ${organisationId} and ${personId}::uuid in (mentor_id, mentee_id) limit 1`,
  )
  return found !== undefined
}
