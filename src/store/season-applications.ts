import { sql } from 'kysely'
import type { Role } from '../model/role.ts'
import { asRecords, changed, type Database, firstOf, rowsOf } from './database.ts'
import { isTakenBack } from './own-applications.ts'
import { entryOn } from './people.ts'
import { staysSeated } from './seeks-again.ts'

/** An application in force as a coordinator's lists need it: nothing of what was written in it. */
export type ApplicationLine = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly late: boolean
  readonly submittedAt: string
  readonly submittedOn: string
  readonly commits: boolean | null
  readonly trainings: boolean | null
  readonly identity: boolean | null
  readonly certificate: boolean | null
  readonly capacity: number | null
  readonly cleared: boolean | null
  readonly division: string | null
  readonly startedOn: string | null
  /** From which day the directory says so; null where it says nothing. */
  readonly knownFrom: string | null
  readonly outcome: Outcome | null
  readonly priority: number | null
  /** The step by which a person decided; null where the rules did, or nobody yet. */
  readonly stepId: string | null
  readonly releasedOn: string | null
  /** Whether they have, or had, a published pair in this role, and are not to find another one. */
  readonly isPaired: boolean
}
export type Outcome = 'pool' | 'reserve' | 'declined'

/** Every application in force of a season, the earliest first, with what the directory says of its person on the day. */
export function applicationLines(tx: Database, organisationId: string, seasonId: string, day: string) {
  return rowsOf<ApplicationLine>(
    tx,
    sql`with paired as (select p.mentor_id as person_id, 'mentor' as role from pair p
          where p.organisation_id = ${organisationId} and p.season_id = ${seasonId} and ${staysSeated(sql`p.mentor_id`)}
        union select p.mentee_id, 'mentee' from pair p
          where p.organisation_id = ${organisationId} and p.season_id = ${seasonId} and ${staysSeated(sql`p.mentee_id`)})
      select a.id, a.person_id as "personId", p.name, p.email, a.role, a.late, a.submitted_on::text as "submittedOn",
        to_char(a.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "submittedAt",
        a.commits, a.trainings, a.identity, a.certificate, a.capacity, c.cleared, d.division, d.started_on::text as "startedOn",
        d.from_on::text as "knownFrom", x.outcome, x.priority, x.step_id as "stepId", x.released_on::text as "releasedOn",
        paired.person_id is not null as "isPaired"
      from application a
      join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
      ${entryOn(day)}
      left join clearance c on c.organisation_id = a.organisation_id and c.application_id = a.id
      left join decision x on x.organisation_id = a.organisation_id and x.application_id = a.id
      left join paired on paired.person_id = a.person_id and paired.role = a.role
      where a.organisation_id = ${organisationId} and a.season_id = ${seasonId} and a.superseded_by is null
      order by a.submitted_at, a.id`,
  )
}

/** Of the first published match, whom its shortage made mentors only; null before any is published. */
export async function mentorOnlyOf(tx: Database, organisationId: string, seasonId: string) {
  const found = await firstOf<{ mentorOnly: readonly string[] }>(
    tx,
    sql`select answer -> 'mentorOnly' as "mentorOnly" from match_run
      where organisation_id = ${organisationId} and season_id = ${seasonId} and published_on is not null order by number limit 1`,
  )
  return found?.mentorOnly ?? null
}

/** The season of an application in force; nothing where there is none. */
export async function seasonOfApplication(tx: Database, organisationId: string, id: string) {
  return firstOf<{ seasonId: string; personId: string }>(
    tx,
    sql`select season_id as "seasonId", person_id as "personId" from application
      where organisation_id = ${organisationId} and id = ${id} and superseded_by is null`,
  )
}

/** What was written in one application. */
export type Written = {
  readonly topics: readonly string[]
  readonly management_track: boolean | null
  readonly mentored_before: string | null
  readonly capacity: number | null
  readonly about: string | null
  readonly answers: Readonly<Record<string, string | number | boolean | readonly string[]>> | null
  readonly asynchronous: boolean | null
  readonly manager_informed: boolean | null
  readonly commits: boolean | null
  readonly trainings: boolean | null
  readonly identity: boolean | null
  readonly certificate: boolean | null
}

export function writtenIn(tx: Database, organisationId: string, id: string) {
  return firstOf<Written>(
    tx,
    sql`select topics, management_track, mentored_before, capacity, about, answers, asynchronous, manager_informed, commits,
        trainings, identity, certificate
      from application where organisation_id = ${organisationId} and id = ${id} and superseded_by is null`,
  )
}

export type Began = { readonly role: Role; readonly people: number }

/** How many ever began for a role, sent or not; one person, whoever looks, is left out. */
export function beganOf(tx: Database, organisationId: string, seasonId: string, but: string) {
  return rowsOf<Began>(
    tx,
    sql`select role, count(distinct person_id)::int as people from (
        select role, person_id from application where organisation_id = ${organisationId} and season_id = ${seasonId}
        union all select role, person_id from application_draft where organisation_id = ${organisationId} and season_id = ${seasonId}) it
      where person_id <> ${but}::uuid group by role`,
  )
}

export type TakenBack = { readonly role: Role; readonly division: string | null; readonly people: number }

/** How many took theirs back, by division, and have none in force; one person, whoever looks, is left out. */
export function takenBackOf(tx: Database, organisationId: string, seasonId: string, day: string, but: string) {
  return rowsOf<TakenBack>(
    tx,
    sql`select w.role, d.division, count(distinct w.person_id)::int as people from application w
      join person p on p.organisation_id = w.organisation_id and p.id = w.person_id ${entryOn(day)}
      where w.organisation_id = ${organisationId} and w.season_id = ${seasonId} and w.person_id <> ${but}::uuid and ${isTakenBack('w')}
      group by w.role, d.division`,
  )
}

export type HandDecision = {
  readonly applicationId: string
  readonly outcome: Outcome
  readonly outcomeBefore: Outcome | null
  readonly stepBefore: string | null
  /** Of a decision that did not exist before. */
  readonly priority: number | null
}

/** Writes what somebody decided in one step, and what stood before it. */
export async function saveByHand(
  tx: Database,
  organisationId: string,
  step: { readonly id: string; readonly by: string; readonly on: string; readonly at: string },
  decisions: readonly HandDecision[],
): Promise<void> {
  const shape = sql.raw(
    `"applicationId" uuid, outcome text, "outcomeBefore" text, "stepBefore" uuid, priority double precision`,
  )
  await sql`insert into decision_change (organisation_id, step_id, application_id, outcome_before, step_before, outcome, changed_by, changed_at)
    select ${organisationId}::uuid, ${step.id}::uuid, r."applicationId", r."outcomeBefore", r."stepBefore", r.outcome,
      ${step.by}::uuid, ${step.at}::timestamptz from jsonb_to_recordset(${asRecords(decisions)}) as r(${shape})`.execute(
    tx,
  )
  await sql`insert into decision (organisation_id, application_id, outcome, priority, decided_on, recorded_at, step_id)
    select ${organisationId}::uuid, r."applicationId", r.outcome, r.priority, ${step.on}::date, ${step.at}::timestamptz, ${step.id}::uuid
    from jsonb_to_recordset(${asRecords(decisions)}) as r(${shape})
    on conflict (organisation_id, application_id) do update set outcome = excluded.outcome, step_id = excluded.step_id
    where decision.released_on is null`.execute(tx)
}

/** Puts back what stood before a step, where nothing was decided since and nobody has heard; says for how many. */
export async function undoStep(tx: Database, organisationId: string, stepId: string, at: string): Promise<number> {
  const mine = sql`c.organisation_id = ${organisationId} and c.step_id = ${stepId}::uuid`
  const stands = sql`d.application_id = c.application_id and d.step_id = c.step_id and d.released_on is null`
  const undone = await changed(
    tx,
    sql`update decision_change c set undone_at = ${at}::timestamptz from decision d
      where ${mine} and c.undone_at is null and d.organisation_id = c.organisation_id and ${stands}`,
  )
  const taken = sql`c.undone_at = ${at}::timestamptz`
  await changed(
    tx,
    sql`delete from decision d using decision_change c
      where ${mine} and ${taken} and d.organisation_id = c.organisation_id and ${stands} and c.outcome_before is null`,
  )
  await changed(
    tx,
    sql`update decision d set outcome = c.outcome_before, step_id = c.step_before from decision_change c
      where ${mine} and ${taken} and d.organisation_id = c.organisation_id and ${stands} and c.outcome_before is not null`,
  )
  return undone
}

export type Step = {
  readonly id: string
  readonly seasonId: string
  readonly outcome: Outcome
  readonly many: number
  readonly one: string
  readonly by: string
  readonly people: readonly string[]
}

/** One step: what it decided, of how many, and by whom. */
export function stepOf(tx: Database, organisationId: string, stepId: string) {
  return firstOf<Step>(
    tx,
    sql`select c.step_id as id, a.season_id as "seasonId", min(c.outcome) as outcome, count(*)::int as many, min(p.name) as one,
        min(w.name) as by, array_agg(a.person_id) as people
      from decision_change c
      join application a on a.organisation_id = c.organisation_id and a.id = c.application_id
      join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
      join person w on w.organisation_id = c.organisation_id and w.id = c.changed_by
      where c.organisation_id = ${organisationId} and c.step_id = ${stepId}::uuid and c.undone_at is null
      group by c.step_id, a.season_id`,
  )
}

export type LastChange = { readonly by: string; readonly at: string; readonly isUndone: boolean }

/** Who decided last by hand of any of these, or undid it, and when. */
export function lastChangeOf(tx: Database, organisationId: string, applicationIds: readonly string[]) {
  return firstOf<LastChange>(
    tx,
    sql`select p.name as by, to_json(greatest(c.changed_at, c.undone_at)) #>> '{}' as at, c.undone_at is not null as "isUndone"
      from decision_change c join person p on p.organisation_id = c.organisation_id and p.id = c.changed_by
      where c.organisation_id = ${organisationId} and c.application_id = any(${applicationIds as string[]}::uuid[])
      order by greatest(c.changed_at, c.undone_at) desc limit 1`,
  )
}
