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
}

export type PersonRow = PersonRecord & Omit<DirectoryRecord, 'person_id'> & { in_directory: boolean }

/** Everyone of the organisation with the directory row that is in force on the day. */
export function peopleOn(tx: Database, organisationId: string, day: string) {
  return rowsOf<PersonRow>(
    tx,
    sql`select p.id, p.email, p.name, p.kind, p.employee_id, d.person_id is not null as in_directory, d.title, d.division, d.department, d.team,
        d.manager_id, d.started_on::text, d.time_zone, d.expertise
      from person p left join lateral (
        select * from directory_entry e where e.organisation_id = p.organisation_id and e.person_id = p.id and e.from_on <= ${day}::date
        order by e.from_on desc limit 1) d on true
      where p.organisation_id = ${organisationId}`,
  )
}

/** The departments, on the day, of everyone in a pair of the season; those without one are left out. */
export function departmentRows(organisationId: string, seasonId: string, day: string): RawBuilder<DepartmentFact> {
  const paired = sql`select unnest(array[mentor_id, mentee_id]) from pair
    where organisation_id = ${organisationId} and season_id = ${seasonId}`
  return sql`select distinct on (person_id) person_id as "personId", department from directory_entry
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
      started_on, time_zone, expertise, recorded_at)
    select ${organisationId}::uuid, r.id, r.person_id, r.from_on, r.title, r.division, r.department, r.team, r.manager_id,
      r.started_on, r.time_zone, r.expertise, ${recordedAt}::timestamptz
    from jsonb_to_recordset(${asRecords(entries)}) as r(id uuid, person_id uuid, from_on date, title text, division text, department text,
      team text, manager_id uuid, started_on date, time_zone text, expertise text)
    on conflict on constraint directory_entry_one_a_day do update set title = excluded.title, division = excluded.division,
      department = excluded.department, team = excluded.team, manager_id = excluded.manager_id, started_on = excluded.started_on,
      time_zone = excluded.time_zone, expertise = excluded.expertise, recorded_at = excluded.recorded_at`.execute(tx)
}
