import { type RawBuilder, sql } from 'kysely'
import type { BreakdownFact } from '../model/figures.ts'
import type { BrokenDownBy } from '../model/surveys.ts'
import { asRecords, type Database, rowsOf } from './database.ts'

/** The caller mixes them and gives ids without a time. */
export async function addBrokenDown(
  tx: Database,
  organisationId: string,
  seasonId: string,
  rows: readonly (BreakdownFact & { readonly id: string })[],
): Promise<void> {
  await sql`insert into survey_breakdown (organisation_id, season_id, id, survey, role, by_what, group_name, question, option, value)
    select ${organisationId}::uuid, ${seasonId}::uuid, r.id, r.survey, r.role, r.by, r."group", r.question, r.option, r.value
    from jsonb_to_recordset(${asRecords(rows)}) as r(id uuid, survey text, role text, by text, "group" text, question text, option text,
      value text) order by r.id`.execute(tx)
}

export function brokenDownRows(organisationId: string, seasonId: string): RawBuilder<BreakdownFact> {
  return sql`select survey, role, by_what as by, group_name as "group", question, option, value from survey_breakdown
    where organisation_id = ${organisationId} and season_id = ${seasonId}`
}

export type GroupsOfPerson = { readonly personId: string } & { readonly [By in BrokenDownBy]: string | null }

/** Where people stood in the directory on a day. */
export function groupsOn(tx: Database, organisationId: string, people: readonly string[], day: string) {
  return rowsOf<GroupsOfPerson>(
    tx,
    sql`select distinct on (person_id) person_id as "personId", division, department, team from directory_entry
      where organisation_id = ${organisationId} and from_on <= ${day}::date and person_id = any(${people as string[]}::uuid[])
      order by person_id, from_on desc`,
  )
}
