import { sql } from 'kysely'
import type { Role } from '../model/role.ts'
import { asRecords, type Database, rowsOf } from './database.ts'

export type ApplicationRecord = {
  id: string
  person_id: string
  role: Role
  submitted_at: string
  submitted_on: string
  late: boolean
  commits: boolean | null
  trainings: boolean | null
  identity: boolean | null
  certificate: boolean | null
  manager_informed: boolean | null
  topics: readonly string[]
  management_track: boolean | null
  mentored_before: string | null
  capacity: number | null
  about: string | null
  /** Answers to questions that have no column of their own, by key; null where there are none. */
  answers: Readonly<Record<string, Answer>> | null
  /** Whether they would also write to each other instead of meeting; null where they were not asked. */
  asynchronous: boolean | null
}
export type Answer = string | number | boolean | readonly string[]

/** An application in force, with what the people team and the coordinator have said of it so far. */
export type ApplicationRow = Omit<ApplicationRecord, 'submitted_at'> & {
  email: string
  name: string
  submitted_at: string
  cleared: boolean | null
  outcome: 'pool' | 'reserve' | 'declined' | null
  priority: number | null
  /** The step by which a person decided it; null where the rules did. */
  step_id: string | null
  released_on: string | null
}

const shape =
  sql.raw(`id uuid, person_id uuid, role text, submitted_at timestamptz, submitted_on date, late boolean, commits boolean,
  trainings boolean, identity boolean, certificate boolean, manager_informed boolean, topics text[], management_track boolean,
  mentored_before text, capacity integer, about text, answers jsonb, asynchronous boolean`)

/** Every application of the season, superseded ones too: what an import compares with. */
export function applicationsEver(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<{
    id: string
    person_id: string
    role: Role
    submitted_at: string
    late: boolean
    superseded_by: string | null
    withdrawn_at: string | null
  }>(
    tx,
    sql`select id, person_id, role, to_char(submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as submitted_at, late, superseded_by,
        to_char(withdrawn_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as withdrawn_at
      from application where organisation_id = ${organisationId} and season_id = ${seasonId}`,
  )
}

/** The applications in force of a season. */
export function applicationsOf(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<ApplicationRow>(
    tx,
    sql`select a.id, a.person_id, p.email, p.name, a.role, a.late, a.commits, a.trainings, a.identity, a.certificate, a.manager_informed,
        to_char(a.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as submitted_at, a.submitted_on::text,
        a.topics, a.management_track, a.mentored_before, a.capacity, a.about, a.answers, a.asynchronous, c.cleared, d.outcome, d.priority, d.step_id, d.released_on::text
      from application a
      join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
      left join clearance c on c.organisation_id = a.organisation_id and c.application_id = a.id
      left join decision d on d.organisation_id = a.organisation_id and d.application_id = a.id
      where a.organisation_id = ${organisationId} and a.season_id = ${seasonId} and a.superseded_by is null
      order by a.submitted_at, a.id`,
  )
}

/** Marks applications as replaced; it comes before the insert, since only one may be in force. */
export async function supersede(
  tx: Database,
  organisationId: string,
  pairs: readonly { id: string; by: string }[],
): Promise<void> {
  await sql`update application a set superseded_by = r.by from jsonb_to_recordset(${asRecords(pairs)}) as r(id uuid, by uuid)
    where a.organisation_id = ${organisationId} and a.id = r.id`.execute(tx)
}

export async function addApplications(
  tx: Database,
  organisationId: string,
  seasonId: string,
  records: readonly (ApplicationRecord & { superseded_by: string | null })[],
  recordedAt: string,
): Promise<void> {
  await sql`insert into application (organisation_id, season_id, id, person_id, role, submitted_at, submitted_on, late, commits, trainings,
      identity, certificate, manager_informed, topics, management_track, mentored_before, capacity, about, answers, asynchronous,
      superseded_by, recorded_at)
    select ${organisationId}::uuid, ${seasonId}::uuid, r.*, ${recordedAt}::timestamptz
    from jsonb_to_recordset(${asRecords(records)}) as r(${shape}, superseded_by uuid)`.execute(tx)
}

export type ReviewRecord = {
  id: string
  application_id: string
  reviewer_id: string
  scores: Readonly<Record<string, number>>
  happened_on: string
}

export function reviewsOf(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<ReviewRecord>(
    tx,
    sql`select r.id, r.application_id, r.reviewer_id, r.scores, r.happened_on::text from review r
      join application a on a.organisation_id = r.organisation_id and a.id = r.application_id
      where r.organisation_id = ${organisationId} and a.season_id = ${seasonId}`,
  )
}

export async function saveReviews(
  tx: Database,
  organisationId: string,
  records: readonly ReviewRecord[],
  recordedAt: string,
): Promise<void> {
  await sql`insert into review (organisation_id, id, application_id, reviewer_id, scores, happened_on, recorded_at)
    select ${organisationId}::uuid, r.id, r.application_id, r.reviewer_id, r.scores, r.happened_on, ${recordedAt}::timestamptz
    from jsonb_to_recordset(${asRecords(records)}) as r(id uuid, application_id uuid, reviewer_id uuid, scores jsonb, happened_on date)
    on conflict on constraint review_one_each do update set scores = excluded.scores`.execute(tx)
}

export type DecisionRecord = {
  application_id: string
  outcome: 'pool' | 'reserve' | 'declined'
  priority: number | null
  /** Kept where a person decided it. */
  step_id: string | null
}

/** Writes pending decisions; one that was released stays as people heard it. */
export async function saveDecisions(
  tx: Database,
  organisationId: string,
  records: readonly DecisionRecord[],
  decidedOn: string,
  recordedAt: string,
): Promise<void> {
  await sql`insert into decision (organisation_id, application_id, outcome, priority, decided_on, recorded_at, step_id)
    select ${organisationId}::uuid, r.application_id, r.outcome, r.priority, ${decidedOn}::date, ${recordedAt}::timestamptz, r.step_id
    from jsonb_to_recordset(${asRecords(records)}) as r(application_id uuid, outcome text, priority double precision, step_id uuid)
    on conflict (organisation_id, application_id) do update set outcome = excluded.outcome, priority = excluded.priority,
      step_id = excluded.step_id
    where decision.released_on is null`.execute(tx)
}

export async function releaseDecisions(
  tx: Database,
  organisationId: string,
  seasonId: string,
  on: string,
): Promise<void> {
  await sql`update decision d set released_on = ${on}::date from application a
    where a.organisation_id = d.organisation_id and a.id = d.application_id and a.season_id = ${seasonId}
      and d.organisation_id = ${organisationId} and d.released_on is null`.execute(tx)
}
