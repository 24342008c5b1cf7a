import { sql } from 'kysely'
import { asRecords, containing, type Database, firstOf, rowsOf } from './database.ts'
import { isTakenBack } from './own-applications.ts'

/** What the people team has said of somebody: nothing yet, cleared, or not. */
export type Standing = 'open' | 'cleared' | 'not-cleared'

export type ClearanceLine = {
  readonly personId: string
  readonly name: string
  /** Their address, where another one on the list has the same name. */
  readonly email: string | null
  readonly standing: Standing
  readonly saidBy: string | null
  readonly saidOn: string | null
  /** What stood when this was read: an answer that was given to something else is not taken. */
  readonly seen: string
}

export type ClearanceAsked = {
  readonly q: string
  readonly standing: Standing | null
  readonly limit: number
  readonly offset: number
}

/** Whoever took an application back stays on the list: that they are gone from it would tell. */
const stands = sql`(a.superseded_by is null or ${isTakenBack('a')})`

function applicants(organisationId: string, seasonId: string) {
  return sql`select a.organisation_id, a.person_id, p.name, p.email, count(*) over (partition by lower(p.name)) > 1 as has_namesake,
      case when count(*) filter (where c.cleared is null) > 0 then 'open' when bool_and(c.cleared) then 'cleared' else 'not-cleared' end as standing,
      (array_agg(c.decided_by order by c.recorded_at desc nulls last))[1] as said_by, max(c.decided_on)::text as said_on,
      md5(string_agg(a.id || ' ' || coalesce(c.cleared::text, '') || ' ' || coalesce(extract(epoch from c.recorded_at)::text, ''), ',' order by a.id)) as seen
    from application a join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
      left join clearance c on c.organisation_id = a.organisation_id and c.application_id = a.id
    where a.organisation_id = ${organisationId} and a.season_id = ${seasonId} and ${stands}
    group by a.organisation_id, a.person_id, p.name, p.email`
}

const line = sql`l.person_id as "personId", l.name, case when l.has_namesake then l.email end as email, l.standing,
  b.name as "saidBy", l.said_on as "saidOn", l.seen`

/** One page of the names, and how many there are in each state, but for whoever reads it. */
export async function clearancePage(
  tx: Database,
  organisationId: string,
  seasonId: string,
  readerId: string,
  asked: ClearanceAsked,
) {
  return rowsOf<ClearanceLine & { readonly found: number }>(
    tx,
    sql`with l as (${applicants(organisationId, seasonId)})
      select ${line}, count(*) over ()::int as found from l
      left join person b on b.organisation_id = l.organisation_id and b.id = l.said_by
      where l.person_id <> ${readerId} and (${asked.q} = '' or l.name ilike ${containing(asked.q)})
        and (${asked.standing}::text is null or l.standing = ${asked.standing})
      order by lower(l.name), l.email limit ${asked.limit} offset ${asked.offset}`,
  )
}

/** How many names there are, how many of them without an answer, and whether the reader is among them. */
export async function clearanceCounts(tx: Database, organisationId: string, seasonId: string, readerId: string) {
  const found = await firstOf<{ all: number; open: number; isOwnThere: boolean }>(
    tx,
    sql`with l as (${applicants(organisationId, seasonId)})
      select count(*) filter (where person_id <> ${readerId})::int as all,
        count(*) filter (where standing = 'open' and person_id <> ${readerId})::int as open,
        coalesce(bool_or(person_id = ${readerId}), false) as "isOwnThere" from l`,
  )
  return found ?? { all: 0, open: 0, isOwnThere: false }
}

/** What stands of one person. */
export function clearanceOf(tx: Database, organisationId: string, seasonId: string, personId: string) {
  return firstOf<ClearanceLine>(
    tx,
    sql`with l as (${applicants(organisationId, seasonId)}) select ${line} from l
      left join person b on b.organisation_id = l.organisation_id and b.id = l.said_by where l.person_id = ${personId}`,
  )
}

/** The applications that wait for an answer, with whose they are. */
export function applicationsToClear(tx: Database, organisationId: string, seasonId: string, day: string) {
  return rowsOf<{ readonly id: string; readonly personId: string; readonly email: string }>(
    tx,
    sql`select a.id, a.person_id as "personId", p.email from application a
      join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
      left join clearance c on c.organisation_id = a.organisation_id and c.application_id = a.id
      where a.organisation_id = ${organisationId} and a.season_id = ${seasonId} and ${stands}
        and c.cleared is null and a.submitted_on <= ${day}::date order by a.id`,
  )
}

export type Said = { readonly by: string | null; readonly on: string; readonly at: string }

/** Writes the people team's one bit for applications that have none yet. */
export async function addClearances(
  tx: Database,
  organisationId: string,
  bits: readonly { application_id: string; cleared: boolean }[],
  said: Said,
): Promise<void> {
  await sql`insert into clearance (organisation_id, application_id, cleared, decided_on, decided_by, recorded_at)
    select ${organisationId}::uuid, r.application_id, r.cleared, ${said.on}::date, ${said.by}::uuid, ${said.at}::timestamptz
    from jsonb_to_recordset(${asRecords(bits)}) as r(application_id uuid, cleared boolean)
    on conflict (organisation_id, application_id) do nothing`.execute(tx)
}

/** Says it anew of everything that somebody has in the season. */
export async function saveClearance(
  tx: Database,
  organisationId: string,
  seasonId: string,
  it: Said & { readonly personId: string; readonly cleared: boolean },
): Promise<void> {
  await sql`insert into clearance (organisation_id, application_id, cleared, decided_on, decided_by, recorded_at)
    select a.organisation_id, a.id, ${it.cleared}, ${it.on}::date, ${it.by}::uuid, ${it.at}::timestamptz from application a
    where a.organisation_id = ${organisationId} and a.season_id = ${seasonId} and a.person_id = ${it.personId} and ${stands}
    on conflict (organisation_id, application_id) do update set cleared = excluded.cleared, decided_on = excluded.decided_on,
      decided_by = excluded.decided_by, recorded_at = excluded.recorded_at`.execute(tx)
}

/** Takes back what was said of somebody, as if nobody had answered. */
export async function removeClearance(tx: Database, organisationId: string, seasonId: string, personId: string) {
  await sql`delete from clearance c using application a
    where a.organisation_id = c.organisation_id and a.id = c.application_id and ${stands}
      and c.organisation_id = ${organisationId} and a.season_id = ${seasonId} and a.person_id = ${personId}`.execute(tx)
}

/** Takes out what was decided of somebody and nobody has heard yet. */
export async function removePendingDecisions(tx: Database, organisationId: string, seasonId: string, personId: string) {
  await sql`delete from decision d using application a
    where a.organisation_id = d.organisation_id and a.id = d.application_id and d.released_on is null
      and d.organisation_id = ${organisationId} and a.season_id = ${seasonId} and a.person_id = ${personId}`.execute(tx)
}
