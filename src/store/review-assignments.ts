import { sql } from 'kysely'
import type { LetterKind } from '../model/letter-kinds.ts'
import type { Role } from '../model/role.ts'
import { asRecords, changed, type Database, firstOf, rowsOf } from './database.ts'
import { entryOn } from './people.ts'
import { seasonInWords } from './seasons.ts'

export type Assignment = {
  readonly applicationId: string
  readonly reviewerId: string
  readonly isExcused: boolean
  /** Whether their review is in. */
  readonly isSent: boolean
  /** When it was given to them. */
  readonly givenAt: string
}

/** Who reviews which application in force of a season, excused or not. */
export function assignmentsOf(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<Assignment>(
    tx,
    sql`select s.application_id as "applicationId", s.reviewer_id as "reviewerId", s.excused_at is not null as "isExcused",
        r.id is not null as "isSent", to_json(s.assigned_at) #>> '{}' as "givenAt"
      from review_assignment s
      join application a on a.organisation_id = s.organisation_id and a.id = s.application_id and a.superseded_by is null
      left join review r on r.organisation_id = s.organisation_id and r.application_id = s.application_id and r.reviewer_id = s.reviewer_id
      where s.organisation_id = ${organisationId} and a.season_id = ${seasonId} order by s.application_id, s.reviewer_id`,
  )
}

/** The applications of a season that somebody is to review and has not yet: of these they see no score of others. */
export async function blindTo(tx: Database, organisationId: string, seasonId: string, reviewerId: string) {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select s.application_id as id from review_assignment s
      join application a on a.organisation_id = s.organisation_id and a.id = s.application_id
      where s.organisation_id = ${organisationId} and a.season_id = ${seasonId} and s.reviewer_id = ${reviewerId} and s.excused_at is null
        and not exists (select 1 from review r where r.organisation_id = s.organisation_id and r.application_id = s.application_id
          and r.reviewer_id = s.reviewer_id)`,
  )
  return new Set(rows.map((row) => row.id))
}

/** The scores of one application, one record a reviewer, and how many reviews are still to be sent. */
export async function reviewsOfOne(tx: Database, organisationId: string, applicationId: string) {
  const found = await firstOf<{ given: readonly Readonly<Record<string, number>>[]; waiting: number }>(
    tx,
    sql`select coalesce((select jsonb_agg(r.scores) from review r
          where r.organisation_id = ${organisationId} and r.application_id = ${applicationId}), '[]'::jsonb) as given,
        (select count(*)::int from review_assignment s where s.organisation_id = ${organisationId}
          and s.application_id = ${applicationId} and s.excused_at is null
          and not exists (select 1 from review r where r.organisation_id = s.organisation_id and r.application_id = s.application_id
            and r.reviewer_id = s.reviewer_id)) as waiting`,
  )
  return found ?? { given: [], waiting: 0 }
}

type Pairing = { readonly applicationId: string; readonly reviewerId: string }

export async function addAssignments(
  tx: Database,
  organisationId: string,
  step: { readonly id: string; readonly by: string; readonly at: string },
  assignments: readonly Pairing[],
): Promise<void> {
  await sql`insert into review_assignment (organisation_id, application_id, reviewer_id, step_id, assigned_by, assigned_at)
    select ${organisationId}::uuid, r."applicationId", r."reviewerId", ${step.id}::uuid, ${step.by}::uuid, ${step.at}::timestamptz
    from jsonb_to_recordset(${asRecords(assignments)}) as r("applicationId" uuid, "reviewerId" uuid)
    on conflict (organisation_id, application_id, reviewer_id) do nothing`.execute(tx)
}

/** Takes back what was given out in a season and nobody has sent or been excused from, but for one person's; of one step only, where it is named. */
export function takeBackUnsent(
  tx: Database,
  organisationId: string,
  seasonId: string,
  { stepId, but }: { readonly stepId: string | null; readonly but: string },
) {
  const step = stepId === null ? sql`` : sql`and s.step_id = ${stepId}::uuid`
  return changed(
    tx,
    sql`delete from review_assignment s using application a
      where s.organisation_id = ${organisationId} and a.organisation_id = s.organisation_id and a.id = s.application_id
        and a.season_id = ${seasonId} and a.person_id <> ${but}::uuid and s.excused_at is null ${step}
        and not exists (select 1 from review r where r.organisation_id = s.organisation_id and r.application_id = s.application_id
          and r.reviewer_id = s.reviewer_id)`,
  )
}

/** Who was written a letter of a kind about reviews of a season, whatever became of it. */
export async function reviewLettersOf(tx: Database, organisationId: string, seasonId: string, kind: LetterKind) {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select distinct person_id as id from outbox_message
      where organisation_id = ${organisationId} and season_id = ${seasonId} and kind = ${kind}`,
  )
  return rows.map((row) => row.id)
}

/** Takes letters about what was given out back that have not left by e-mail: those to some people, those of a step, or all. Says to whom they were. */
export async function withdrawReviewLetters(
  tx: Database,
  organisationId: string,
  seasonId: string,
  it: { readonly people: readonly string[] } | { readonly step: string | null },
): Promise<readonly string[]> {
  const only =
    'people' in it
      ? sql`and person_id = any(${it.people as string[]}::uuid[])`
      : it.step === null
        ? sql``
        : sql`and about = ${it.step}`
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`update outbox_message set state = 'withdrawn', try_at = null
      where organisation_id = ${organisationId} and season_id = ${seasonId} and kind = 'reviews-given'
        and state in ('released', 'kept', 'page') ${only}
      returning person_id as id`,
  )
  return [...new Set(rows.map((row) => row.id))]
}

/** Says that a reviewer stands too near to an application, or that they do not after all. */
export async function markExcused(
  tx: Database,
  organisationId: string,
  it: Pairing,
  at: string | null,
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update review_assignment set excused_at = ${at}::timestamptz where organisation_id = ${organisationId}
      and application_id = ${it.applicationId} and reviewer_id = ${it.reviewerId}`,
  )
  return done > 0
}

/** Who reports to whom on the day: of these people, of those they report to, and so on upwards. */
export function linesAbove(tx: Database, organisationId: string, people: readonly string[], day: string) {
  return rowsOf<{ personId: string; managerId: string }>(
    tx,
    sql`with recursive up as (
        select p.organisation_id, p.id as person_id, d.manager_id from person p ${entryOn(day)}
          where p.organisation_id = ${organisationId} and p.id = any(${people as string[]}::uuid[])
        union
        select p.organisation_id, p.id, d.manager_id from up
          join person p on p.organisation_id = up.organisation_id and p.id = up.manager_id ${entryOn(day)})
      select person_id as "personId", manager_id as "managerId" from up where manager_id is not null`,
  )
}

/** Who was ever paired with one of these people, in any season. */
export function partnersOf(tx: Database, organisationId: string, people: readonly string[]) {
  const ids = sql`${people as string[]}::uuid[]`
  return rowsOf<{ one: string; other: string }>(
    tx,
    sql`select mentor_id as one, mentee_id as other from pair
      where organisation_id = ${organisationId} and (mentor_id = any(${ids}) or mentee_id = any(${ids}))`,
  )
}

/** For which roles of a season these people ever applied, taken back or not. */
export function rolesEverOf(tx: Database, organisationId: string, seasonId: string, people: readonly string[]) {
  return rowsOf<{ personId: string; role: Role }>(
    tx,
    sql`select distinct person_id as "personId", role from application
      where organisation_id = ${organisationId} and season_id = ${seasonId} and person_id = any(${people as string[]}::uuid[])`,
  )
}

/** The seasons in which somebody has something to review, the newest first. */
export function seasonsToReview(tx: Database, organisationId: string, reviewerId: string) {
  return rowsOf<{ key: string; name: string }>(
    tx,
    sql`select s.key, ${seasonInWords('s')} as name from season s where s.organisation_id = ${organisationId} and exists (
        select 1 from review_assignment g join application a on a.organisation_id = g.organisation_id and a.id = g.application_id
        where g.organisation_id = s.organisation_id and a.season_id = s.id and g.reviewer_id = ${reviewerId})
      order by s.recorded_at desc limit 20`,
  )
}
