import { type RawBuilder, sql } from 'kysely'
import type { DepartmentFact } from '../model/figures.ts'
import { asRecords, type Database, firstOf, rowsOf } from './database.ts'

export type PersonRecord = {
  id: string
  email: string
  name: string
  kind: 'directory' | 'guest' | 'self-declared'
  employee_id: string | null
}

export type DirectoryRecord = {
  person_id: string
  title: string | null
  division: string | null
  department: string | null
  team: string | null
  manager_id: string | null
  started_on: string | null
  time_zone: string | null
  expertise: string | null
  /** `HH:MM` in the time zone; null is 09:00, and 17:00. */
  works_from: string | null
  works_until: string | null
  /** 1 Monday to 7 Sunday; null is Monday to Friday. */
  works_on: readonly number[] | null
  /** The name of a calendar of holidays. */
  holidays: string | null
}

export type PersonRow = PersonRecord &
  Omit<DirectoryRecord, 'person_id'> & { in_directory: boolean; left_on: string | null; is_erased: boolean }

/** What the directory says of `d`, as a record's columns. */
export const entryColumns = sql`d.title, d.division, d.department, d.team, d.manager_id, d.started_on::text, d.time_zone, d.expertise,
  to_char(d.works_from, 'HH24:MI') as works_from, to_char(d.works_until, 'HH24:MI') as works_until, d.works_on, d.holidays`

/** The row of the directory that is in force on the day, as `d`, for each person `p`. */
export function entryOn(day: string): RawBuilder<unknown> {
  return sql`left join lateral (
    select * from directory_entry e where e.organisation_id = p.organisation_id and e.person_id = p.id and e.from_on <= ${day}::date
    order by e.from_on desc limit 1) d on true`
}

/** Everyone of the organisation with the directory row that is in force on the day. */
export function peopleOn(tx: Database, organisationId: string, day: string) {
  return rowsOf<PersonRow>(
    tx,
    sql`select p.id, p.email, p.name, p.kind, p.employee_id, p.left_on::text, p.erased_at is not null as is_erased,
        d.person_id is not null as in_directory, ${entryColumns}
      from person p ${entryOn(day)} where p.organisation_id = ${organisationId}`,
  )
}

/** The departments, on the day, of everyone in a pair of the season; those without one are left out. */
export function departmentRows(organisationId: string, seasonId: string, day: string): RawBuilder<DepartmentFact> {
  const paired = sql`select unnest(array[mentor_id, mentee_id]) from pair
    where organisation_id = ${organisationId} and season_id = ${seasonId}`
  return sql`select distinct on (person_id) person_id as "personId", department, division from directory_entry
    where organisation_id = ${organisationId} and from_on <= ${day}::date and person_id in (${paired})
    order by person_id, from_on desc`
}

export async function idsByEmail(
  tx: Database,
  organisationId: string,
  emails?: readonly string[],
): Promise<Map<string, string>> {
  const only = emails ? sql`and email = any(${emails as string[]}::text[])` : sql``
  const rows = await rowsOf<{ email: string; id: string }>(
    tx,
    sql`select email, id from person where organisation_id = ${organisationId} ${only}`,
  )
  return new Map(rows.map((row) => [row.email, row.id]))
}

export function personByEmail(tx: Database, organisationId: string, email: string) {
  return firstOf<{ id: string; name: string }>(
    tx,
    sql`select id, name from person where organisation_id = ${organisationId} and email = ${email}`,
  )
}

export async function namesOf(
  tx: Database,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ id: string; name: string }>(
    tx,
    sql`select id, name from person where organisation_id = ${organisationId} and id = any(${ids as string[]}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

export type PersonHere = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly leftOn: string | null
}

/** One person, locked until the transaction ends; nobody who was erased. */
export function lockPersonBy(
  tx: Database,
  organisationId: string,
  by: { readonly id: string } | { readonly email: string },
) {
  const one = 'id' in by ? sql`id = ${by.id}` : sql`email = ${by.email}`
  return firstOf<PersonHere>(
    tx,
    sql`select id, email, name, left_on::text as "leftOn" from person
      where organisation_id = ${organisationId} and ${one} and erased_at is null for update`,
  )
}

/** Adds people, or renames those who are there; a guest who turns up in the directory becomes part of it. */
export async function savePeople(
  tx: Database,
  organisationId: string,
  people: readonly PersonRecord[],
  recordedAt: string,
): Promise<void> {
  await sql`insert into person (organisation_id, id, email, name, kind, employee_id, created_at)
    select ${organisationId}::uuid, r.id, r.email, r.name, r.kind, r.employee_id, ${recordedAt}::timestamptz
    from jsonb_to_recordset(${asRecords(people)}) as r(id uuid, email text, name text, kind text, employee_id text)
    on conflict on constraint person_one_email do update
      set name = excluded.name, kind = excluded.kind, employee_id = excluded.employee_id`.execute(tx)
}

/** Writes directory rows from a day on; the same day again replaces them. */
export async function saveDirectory(
  tx: Database,
  organisationId: string,
  entries: readonly (DirectoryRecord & { id: string; from_on: string })[],
  recordedAt: string,
): Promise<void> {
  await sql`insert into directory_entry (organisation_id, id, person_id, from_on, title, division, department, team, manager_id,
      started_on, time_zone, expertise, works_from, works_until, works_on, holidays, recorded_at)
    select ${organisationId}::uuid, r.id, r.person_id, r.from_on, r.title, r.division, r.department, r.team, r.manager_id,
      r.started_on, r.time_zone, r.expertise, r.works_from, r.works_until, r.works_on, r.holidays, ${recordedAt}::timestamptz
    from jsonb_to_recordset(${asRecords(entries)}) as r(id uuid, person_id uuid, from_on date, title text, division text, department text,
      team text, manager_id uuid, started_on date, time_zone text, expertise text, works_from time, works_until time, works_on smallint[],
      holidays text)
    on conflict on constraint directory_entry_one_a_day do update set title = excluded.title, division = excluded.division,
      department = excluded.department, team = excluded.team, manager_id = excluded.manager_id, started_on = excluded.started_on,
      time_zone = excluded.time_zone, expertise = excluded.expertise, works_from = excluded.works_from,
      works_until = excluded.works_until, works_on = excluded.works_on, holidays = excluded.holidays,
      recorded_at = excluded.recorded_at`.execute(tx)
}
