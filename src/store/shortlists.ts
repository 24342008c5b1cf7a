import { type RawBuilder, sql } from 'kysely'
import type { Role } from '../model/role.ts'
import { asRecords, changed, type Database, firstOf, rowsOf } from './database.ts'
import type { Season } from './seasons.ts'

/** The shortlists of a season: made, and once sent for good. Instants and days are null until they are sent. */
export type Shortlists = {
  readonly id: string
  readonly size: number
  readonly inputHash: string
  readonly madeBy: string | null
  readonly madeOn: string
  readonly sentBy: string | null
  readonly sentOn: string | null
}

export function shortlistsOf(tx: Database, organisationId: string, seasonId: string) {
  return firstOf<Shortlists>(
    tx,
    sql`select l.id, l.size, l.input_hash as "inputHash", m.name as "madeBy", l.made_on::text as "madeOn", s.name as "sentBy",
        l.sent_on::text as "sentOn"
      from shortlist l left join person m on m.organisation_id = l.organisation_id and m.id = l.made_by
      left join person s on s.organisation_id = l.organisation_id and s.id = l.sent_by
      where l.organisation_id = ${organisationId} and l.season_id = ${seasonId}`,
  )
}

export type NewShortlists = {
  readonly id: string
  readonly size: number
  readonly inputHash: string
  readonly by: string | null
  readonly on: string
  readonly at: string
}
export type EntryRecord = { id: string; mentee_id: string; mentor_id: string }

/** Puts new lists in the place of those that were made and not sent. */
export async function replaceShortlists(
  tx: Database,
  organisationId: string,
  seasonId: string,
  it: NewShortlists,
  entries: readonly EntryRecord[],
): Promise<void> {
  const unsent = sql`select id from shortlist where organisation_id = ${organisationId} and season_id = ${seasonId} and sent_at is null`
  await sql`delete from shortlist_entry where organisation_id = ${organisationId} and shortlist_id in (${unsent})`.execute(
    tx,
  )
  await sql`delete from shortlist where organisation_id = ${organisationId} and season_id = ${seasonId} and sent_at is null`.execute(
    tx,
  )
  await sql`insert into shortlist (organisation_id, id, season_id, size, input_hash, made_by, made_on, made_at)
    values (${organisationId}, ${it.id}, ${seasonId}, ${it.size}, ${it.inputHash}, ${it.by}, ${it.on}::date, ${it.at}::timestamptz)`.execute(
    tx,
  )
  await sql`insert into shortlist_entry (organisation_id, shortlist_id, id, mentee_id, mentor_id)
    select ${organisationId}::uuid, ${it.id}::uuid, r.id, r.mentee_id, r.mentor_id
    from jsonb_to_recordset(${asRecords(entries)}) as r(id uuid, mentee_id uuid, mentor_id uuid)`.execute(tx)
}

export async function markShortlistsSent(
  tx: Database,
  organisationId: string,
  id: string,
  it: { readonly by: string | null; readonly on: string; readonly at: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update shortlist set sent_by = ${it.by}, sent_on = ${it.on}::date, sent_at = ${it.at}::timestamptz
      where organisation_id = ${organisationId} and id = ${id} and sent_at is null`,
  )
  return done > 0
}

export type Offer = {
  readonly id: string
  readonly menteeId: string
  readonly mentorId: string
  readonly mentee: string
  readonly mentor: string
  /** Whether each still takes part: an application in force, in the pool, and nothing against it. */
  readonly menteeIsIn: boolean
  readonly mentorIsIn: boolean
  readonly hasChosen: boolean
}

/** Everybody who stands in the pool of a season in a role; whatever takes somebody out of it reads the same. */
export function inPool(organisationId: string, seasonId: string, role: Role): RawBuilder<unknown> {
  return sql`(select a.person_id from application a
    join decision d on d.organisation_id = a.organisation_id and d.application_id = a.id
    join person h on h.organisation_id = a.organisation_id and h.id = a.person_id
    left join clearance c on c.organisation_id = a.organisation_id and c.application_id = a.id
    where a.organisation_id = ${organisationId} and a.season_id = ${seasonId} and a.role = ${role} and a.superseded_by is null
      and a.withdrawn_at is null and d.outcome = 'pool' and c.cleared is not false and h.erased_at is null)`
}

/** Who stands on whose list, in the order of names; `hasChosen` says of a mentee that they chose, never whom. */
export function offersOf(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<Offer>(
    tx,
    sql`select e.id, e.mentee_id as "menteeId", e.mentor_id as "mentorId", q.name as mentee, m.name as mentor,
        e.mentee_id in ${inPool(organisationId, seasonId, 'mentee')} as "menteeIsIn",
        e.mentor_id in ${inPool(organisationId, seasonId, 'mentor')} as "mentorIsIn", c.id is not null as "hasChosen"
      from shortlist l join shortlist_entry e on e.organisation_id = l.organisation_id and e.shortlist_id = l.id
      join person q on q.organisation_id = e.organisation_id and q.id = e.mentee_id
      join person m on m.organisation_id = e.organisation_id and m.id = e.mentor_id
      left join mentor_choice c on c.organisation_id = e.organisation_id and c.shortlist_id = e.shortlist_id and c.mentee_id = e.mentee_id
      where l.organisation_id = ${organisationId} and l.season_id = ${seasonId}
      order by q.name, e.mentee_id, m.name, e.mentor_id limit 100000`,
  )
}

/** A mentor of somebody's list as they may know them: the directory's words, and the shareable answers of their application. */
export type OfferedMentor = {
  readonly personId: string
  readonly name: string
  readonly title: string | null
  readonly department: string | null
  readonly topics: readonly string[]
  readonly about: string | null
  readonly isIn: boolean
}

export function mentorsOfferedTo(
  tx: Database,
  organisationId: string,
  it: { readonly seasonId: string; readonly menteeId: string; readonly day: string },
) {
  return rowsOf<OfferedMentor>(
    tx,
    sql`select p.id as "personId", p.name, d.title, d.department, coalesce(a.topics, '{}') as topics, a.about,
        e.mentor_id in ${inPool(organisationId, it.seasonId, 'mentor')} as "isIn"
      from shortlist l join shortlist_entry e on e.organisation_id = l.organisation_id and e.shortlist_id = l.id
      join person p on p.organisation_id = e.organisation_id and p.id = e.mentor_id
      left join application a on a.organisation_id = l.organisation_id and a.season_id = l.season_id and a.person_id = p.id
        and a.role = 'mentor' and a.superseded_by is null
      left join lateral (select g.title, g.department from directory_entry g
        where g.organisation_id = p.organisation_id and g.person_id = p.id and g.from_on <= ${it.day}::date
        order by g.from_on desc limit 1) d on true
      where l.organisation_id = ${organisationId} and l.season_id = ${it.seasonId} and l.sent_at is not null
        and e.mentee_id = ${it.menteeId} and e.mentee_id in ${inPool(organisationId, it.seasonId, 'mentee')}
      order by p.name, p.id`,
  )
}

/** The seasons whose shortlists were sent and whose pairs are not published yet. */
export function seasonsChoosing(tx: Database, organisationId: string) {
  return rowsOf<Season>(
    tx,
    sql`select s.id, s.key, s.program, s.loaded_on::text as "loadedOn" from season s
      join shortlist l on l.organisation_id = s.organisation_id and l.season_id = s.id
      where s.organisation_id = ${organisationId} and l.sent_at is not null
        and not exists (select 1 from match_run r where r.organisation_id = s.organisation_id and r.season_id = s.id
          and r.published_on is not null)
      order by s.recorded_at, s.key limit 200`,
  )
}

/** Which letters about shortlists have been written in a season. */
export function shortlistLetters(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<{ readonly personId: string; readonly about: string }>(
    tx,
    sql`select person_id as "personId", about from outbox_message where organisation_id = ${organisationId}
      and season_id = ${seasonId} and kind = 'shortlist'`,
  )
}
