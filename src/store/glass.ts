import { type RawBuilder, sql } from 'kysely'
import { type Database, firstOf, rowsOf } from './database.ts'
import { FIELDS } from './fields/all.ts'
import { seasonInWords } from './seasons.ts'

export type GlassRow = {
  readonly id: string
  readonly ownerId: string
  readonly secondId: string | null
  readonly subjectId: string
  readonly seasonId: string
  readonly reason: string
  readonly askedAt: string
  readonly untilAt: string | null
  readonly endedAt: string | null
  readonly owner: string
  readonly second: string | null
  readonly subject: string
  readonly season: string
}

const instant = (column: string): RawBuilder<string> => sql`to_json(g.${sql.ref(column)}) #>> '{}'`

const columns = sql`g.id, g.owner_id as "ownerId", g.second_id as "secondId", g.subject_id as "subjectId",
  g.season_id as "seasonId", g.reason, ${instant('asked_at')} as "askedAt", ${instant('until_at')} as "untilAt",
  ${instant('ended_at')} as "endedAt", o.name as owner, c.name as second, s.name as subject, ${seasonInWords('t')} as season`
const joined = sql`glass g
  join person o on o.organisation_id = g.organisation_id and o.id = g.owner_id
  left join person c on c.organisation_id = g.organisation_id and c.id = g.second_id
  join person s on s.organisation_id = g.organisation_id and s.id = g.subject_id
  join season t on t.organisation_id = g.organisation_id and t.id = g.season_id`

/** A page of all glasses there ever were, the newest first. */
export function glasses(tx: Database, organisationId: string, limit: number, offset: number) {
  return rowsOf<GlassRow & { readonly total: number }>(
    tx,
    sql`select ${columns}, count(*) over ()::int as total from ${joined} where g.organisation_id = ${organisationId}
      order by g.asked_at desc, g.id limit ${limit} offset ${offset}`,
  )
}

const MOST_OF_ONE_PERSON = 100

/** Those that were opened on somebody, for themself to see. */
export function glassesOn(tx: Database, organisationId: string, subjectId: string) {
  return rowsOf<GlassRow>(
    tx,
    sql`select ${columns} from ${joined} where g.organisation_id = ${organisationId} and g.subject_id = ${subjectId}
      and g.agreed_at is not null order by g.asked_at desc, g.id limit ${MOST_OF_ONE_PERSON}`,
  )
}

export function glassById(tx: Database, organisationId: string, id: string) {
  return firstOf<GlassRow>(
    tx,
    sql`select ${columns} from ${joined} where g.organisation_id = ${organisationId} and g.id = ${id}`,
  )
}

/** The same, locked: two people may agree or close at the same moment. */
export async function lockGlass(tx: Database, organisationId: string, id: string): Promise<GlassRow | undefined> {
  await sql`select 1 from glass where organisation_id = ${organisationId} and id = ${id} for update`.execute(tx)
  return glassById(tx, organisationId, id)
}

export type NewGlass = Pick<GlassRow, 'id' | 'ownerId' | 'subjectId' | 'seasonId' | 'reason' | 'askedAt'>

export async function addGlass(tx: Database, organisationId: string, it: NewGlass): Promise<void> {
  await sql`insert into glass (organisation_id, id, owner_id, subject_id, season_id, reason, asked_at)
    values (${organisationId}, ${it.id}, ${it.ownerId}, ${it.subjectId}, ${it.seasonId}, ${it.reason},
      ${it.askedAt}::timestamptz)`.execute(tx)
}

/** Opens it; whom it is about is told in the same transaction. */
export async function openGlass(
  tx: Database,
  organisationId: string,
  id: string,
  it: { secondId: string; agreedAt: string; untilAt: string },
): Promise<void> {
  await sql`update glass set second_id = ${it.secondId}, agreed_at = ${it.agreedAt}::timestamptz,
      until_at = ${it.untilAt}::timestamptz, told_at = ${it.agreedAt}::timestamptz
    where organisation_id = ${organisationId} and id = ${id}`.execute(tx)
}

export async function closeGlass(tx: Database, organisationId: string, id: string, at: string): Promise<void> {
  await sql`update glass set ended_at = ${at}::timestamptz where organisation_id = ${organisationId} and id = ${id}`.execute(
    tx,
  )
}

/** What opens: the answers of an application that its entry gives the coordinator, in class S3. Nothing of class S4 ever. */
export const OPENED_COLUMNS: readonly string[] = Object.entries(FIELDS.application?.fields ?? {}).flatMap(
  ([column, it]) =>
    it.class === 'S3' && it.readers.includes('coordinator') && it.sinks.includes('page') ? [column] : [],
)

export type OpenedApplication = {
  readonly submittedOn: string
  readonly answers: Readonly<Record<string, string | number | boolean | readonly string[] | null>>
}

const MOST_APPLICATIONS = 50

/** Every application somebody sent in a season, the latest first, with the answers that open and no others. */
export function openedApplications(tx: Database, organisationId: string, seasonId: string, personId: string) {
  const answers = sql.join(OPENED_COLUMNS.map((column) => sql`${sql.lit(column)}, a.${sql.ref(column)}`))
  return rowsOf<OpenedApplication>(
    tx,
    sql`select a.submitted_on::text as "submittedOn", jsonb_build_object(${answers}) as answers from application a
      where a.organisation_id = ${organisationId} and a.season_id = ${seasonId} and a.person_id = ${personId}
      order by a.submitted_at desc, a.id limit ${MOST_APPLICATIONS}`,
  )
}
