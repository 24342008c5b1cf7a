import { sql } from 'kysely'
import { type Database, firstOf, rowsOf } from './database.ts'

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

type Named = { readonly name: string; readonly email: string }
/** Two of one pair and who runs the season, to whom the letters for looking at are written. */
export type SamplePeople = { readonly mentor: Named; readonly mentee: Named; readonly coordinator: Named }

export function samplePeople(tx: Database, organisationId: string) {
  const named = (it: string) => sql.raw(`json_build_object('name', ${it}.name, 'email', ${it}.email)`)
  return firstOf<SamplePeople>(
    tx,
    sql`select ${named('m')} as mentor, ${named('e')} as mentee, ${named('c')} as coordinator from pair p
        join person m on m.organisation_id = p.organisation_id and m.id = p.mentor_id
        join person e on e.organisation_id = p.organisation_id and e.id = p.mentee_id
        join organisation o on o.id = p.organisation_id
        join person c on c.organisation_id = o.id and c.id = o.operator_person_id
      where p.organisation_id = ${organisationId} order by m.name, p.id limit 1`,
  )
}
