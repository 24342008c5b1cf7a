import { sql } from 'kysely'
import type { Role } from '../model/role.ts'
import { type Database, rowsOf } from './database.ts'

/** Keeps that somebody wants to hear; asking twice is asking once. */
export async function addInterest(
  tx: Database,
  organisationId: string,
  it: { readonly id: string; readonly personId: string; readonly role: Role; readonly at: string },
): Promise<void> {
  await sql`insert into call_interest (organisation_id, id, person_id, role, asked_at)
    values (${organisationId}, ${it.id}, ${it.personId}, ${it.role}, ${it.at}::timestamptz)
    on conflict on constraint call_interest_one_each do nothing`.execute(tx)
}

export async function removeInterest(
  tx: Database,
  organisationId: string,
  personId: string,
  role: Role,
): Promise<void> {
  await sql`delete from call_interest
    where organisation_id = ${organisationId} and person_id = ${personId} and role = ${role}`.execute(tx)
}

export async function interestsOf(tx: Database, organisationId: string, personId: string): Promise<readonly Role[]> {
  const rows = await rowsOf<{ role: Role }>(
    tx,
    sql`select role from call_interest where organisation_id = ${organisationId} and person_id = ${personId}`,
  )
  return rows.map((row) => row.role)
}

export type Interested = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly isHere: boolean
}

/** Takes who asked about a role out of the list, the first of them; of two runs at once each person is in one. */
export function takeInterested(tx: Database, organisationId: string, role: Role, today: string, limit: number) {
  return rowsOf<Interested>(
    tx,
    sql`with taken as (select i.organisation_id, i.id, i.person_id from call_interest i
        where i.organisation_id = ${organisationId} and i.role = ${role} order by i.asked_at, i.id limit ${limit} for update skip locked),
      gone as (delete from call_interest d using taken t where d.organisation_id = t.organisation_id and d.id = t.id returning d.organisation_id, d.id)
      select t.id, t.person_id as "personId", p.name, p.erased_at is null and (p.left_on is null or p.left_on > ${today}::date) as "isHere"
      from taken t join gone g on g.organisation_id = t.organisation_id and g.id = t.id
        join person p on p.organisation_id = t.organisation_id and p.id = t.person_id`,
  )
}
