import { sql } from 'kysely'
import { type Database, rowsOf } from './database.ts'

export type DemoPerson = {
  readonly id: string
  readonly name: string
  readonly isOwner: boolean
  readonly appliedAs: readonly string[]
  readonly pairedAs: readonly string[]
}

/** Everybody of the demo who wears a hat or has applied, in the order of their names. */
export function demoPeopleOf(tx: Database, organisationId: string) {
  const hats = sql`select h.person_id from hat h where h.organisation_id = ${organisationId} and h.hat = 'owner'`
  return rowsOf<DemoPerson>(
    tx,
    sql`select p.id, p.name, p.id in (${hats}) as "isOwner",
        array(select distinct a.role from application a where a.organisation_id = p.organisation_id and a.person_id = p.id)
          as "appliedAs",
        array(select 'mentor' from pair m where m.organisation_id = p.organisation_id and m.mentor_id = p.id
          union select 'mentee' from pair m where m.organisation_id = p.organisation_id and m.mentee_id = p.id) as "pairedAs"
      from person p where p.organisation_id = ${organisationId} and p.erased_at is null and p.left_on is null
        and (p.id in (${hats}) or exists (select from application a
          where a.organisation_id = p.organisation_id and a.person_id = p.id))
      order by p.name, p.id`,
  )
}
