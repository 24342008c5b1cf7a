import { sql } from 'kysely'
import { containing, type Database, firstOf, rowsOf } from './database.ts'

/** What is looked for in the audit; empty texts and nulls leave everything in. */
export type AuditSearch = {
  /** Part of the name or address of whoever acted, or whose data was looked at. */
  readonly person: string
  /** Names of actions; null is every action. */
  readonly actions: readonly string[] | null
  readonly from: string | null
  readonly until: string | null
  readonly refusedOnly: boolean
  /** Actions that were done and are not listed: that they were is for named people only. */
  readonly unlisted: readonly string[]
}

/** A line as it is read: who, what, when and on what ground, and of how many people content was shown. */
export type AuditRead = {
  readonly id: string
  readonly recordedAt: string
  readonly onDay: string
  readonly action: string
  readonly actorKind: string
  readonly name: string | null
  readonly email: string | null
  readonly ground: string | null
  readonly outcome: 'done' | 'refused'
  readonly season: string | null
  readonly about: string | null
  readonly people: number
}

const instant = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** The lines that fit, newest first. */
export function searchAudit(
  tx: Database,
  organisationId: string,
  search: AuditSearch,
  limit: number,
  offset: number,
): Promise<readonly AuditRead[]> {
  return rowsOf<AuditRead>(
    tx,
    sql`select a.id, ${instant('a.recorded_at')} as "recordedAt", a.on_day::text as "onDay", a.action, a.actor_kind as "actorKind",
        p.name, p.email, a.ground, a.outcome, s.key as season, a.about,
        (select count(*)::int from audit_subject b where b.organisation_id = a.organisation_id and b.audit_id = a.id) as people
      from audit a
      left join person p on p.organisation_id = a.organisation_id and p.id = a.actor_person_id
      left join season s on s.organisation_id = a.organisation_id and s.id = a.season_id
      where ${fits(organisationId, search)}
      order by a.recorded_at desc, a.id desc limit ${limit} offset ${offset}`,
  )
}

/** How many lines fit, counted no further than `most`. */
export async function countAudit(tx: Database, organisationId: string, search: AuditSearch, most: number) {
  const found = await firstOf<{ lines: number }>(
    tx,
    sql`select count(*)::int as lines from
      (select 1 from audit a where ${fits(organisationId, search)} limit ${most}) found`,
  )
  return found?.lines ?? 0
}

/** The last check of the audit and what came of it, in the words of its own line. */
export function lastCheck(tx: Database, organisationId: string) {
  return firstOf<{ readonly at: string; readonly about: string | null }>(
    tx,
    sql`select ${instant('a.recorded_at')} as at, a.about from audit a
      where a.organisation_id = ${organisationId} and a.action = 'upkeep.verifyAudit' and a.outcome = 'done'
      order by a.recorded_at desc, a.id desc limit 1`,
  )
}

/** The last time an action was done; with this said of it, where that is given. */
export function lastDone(tx: Database, organisationId: string, action: string, about: string | null) {
  return firstOf<{ readonly at: string }>(
    tx,
    sql`select ${instant('a.recorded_at')} as at from audit a
      where a.organisation_id = ${organisationId} and a.action = ${action} and a.outcome = 'done' and (${about}::text is null or a.about = ${about})
      order by a.recorded_at desc limit 1`,
  )
}

function fits(organisationId: string, it: AuditSearch) {
  const named = sql`select q.id from person q where q.organisation_id = ${organisationId}
    and (q.name ilike ${containing(it.person)} or q.email ilike ${containing(it.person)})`
  const seen = sql`select b.audit_id from audit_subject b where b.organisation_id = ${organisationId} and b.person_id in (${named})`
  const conditions = [
    sql`a.organisation_id = ${organisationId}`,
    sql`not (a.outcome = 'done' and a.action = any(${it.unlisted as string[]}::text[]))`,
    ...(it.person === '' ? [] : [sql`(a.actor_person_id in (${named}) or a.id in (${seen}))`]),
    ...(it.actions === null ? [] : [sql`a.action = any(${it.actions as string[]}::text[])`]),
    ...(it.from === null ? [] : [sql`a.recorded_at >= ${it.from}::date`]),
    ...(it.until === null ? [] : [sql`a.recorded_at < ${it.until}::date + 1`]),
    ...(it.refusedOnly ? [sql`a.outcome = 'refused'`] : []),
  ]
  return sql.join(conditions, sql` and `)
}

/** What one of the team did on one day, however often. */
export type Deed = {
  readonly onDay: string
  readonly action: string
  readonly actorKind: string
  readonly name: string | null
  readonly times: number
  readonly lastAt: string
  readonly total: number
}
export type DeedsAsked = {
  readonly seasonId: string
  /** The zone in which a day is a day. */
  readonly zone: string
  /** Part of the name of whoever did it. */
  readonly who: string
  readonly actions: readonly string[]
  /** Hats with which it was done. */
  readonly grounds: readonly string[]
  readonly from: string | null
  readonly until: string | null
}

/** What was done in a season with a hat, by day, person and deed, the latest first. `total` counts all that fit. */
export function deedsOfSeason(
  tx: Database,
  organisationId: string,
  it: DeedsAsked,
  limit: number,
  offset: number,
): Promise<readonly Deed[]> {
  const day = sql`(a.recorded_at at time zone ${it.zone}::text)::date`
  return rowsOf<Deed>(
    tx,
    sql`select d.day::text as "onDay", d.action, d.actor_kind as "actorKind", p.name, d.times,
        to_char(d.last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastAt", count(*) over ()::int as total
      from (select ${day} as day, a.organisation_id, a.action, a.actor_kind, a.actor_person_id, count(*)::int as times, max(a.recorded_at) as last_at
        from audit a where a.organisation_id = ${organisationId} and a.season_id = ${it.seasonId} and a.outcome = 'done'
          and a.action = any(${it.actions as string[]}::text[]) and a.ground = any(${it.grounds as string[]}::text[])
        group by 1, 2, 3, 4, 5) d
      left join person p on p.organisation_id = d.organisation_id and p.id = d.actor_person_id
      where (${it.who} = '' or p.name ilike ${containing(it.who)}) and (${it.from}::date is null or d.day >= ${it.from}::date)
        and (${it.until}::date is null or d.day <= ${it.until}::date)
      order by d.last_at desc, d.action, p.name limit ${limit} offset ${offset}`,
  )
}
