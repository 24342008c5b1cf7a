import { type RawBuilder, sql } from 'kysely'
import { changed, containing, type Database, firstOf, literally, rowsOf } from './database.ts'
import { entryColumns, entryOn } from './people.ts'

/** Which people are asked for: conditions of conditions. */
export type Condition =
  | { readonly is: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition }
  | { readonly is: 'active' | 'constant'; readonly value: boolean }
  | {
      readonly is: 'text'
      readonly field: Field
      readonly op: 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'pr'
      readonly value: string
    }
type Field = 'id' | 'userName' | 'email' | 'externalId' | 'name' | 'givenName' | 'familyName' | 'employeeId'

export type ServicePerson = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly kind: 'directory' | 'guest' | 'self-declared'
  readonly employee_id: string | null
  readonly external_id: string | null
  readonly user_name: string | null
  readonly given_name: string | null
  readonly family_name: string | null
  readonly left_on: string | null
  readonly removed_at: string | null
  readonly created_at: string
  readonly changed_at: string
  readonly manager_name: string | null
  readonly in_directory: boolean
  readonly title: string | null
  readonly division: string | null
  readonly department: string | null
  readonly team: string | null
  readonly manager_id: string | null
  readonly started_on: string | null
  readonly time_zone: string | null
  readonly expertise: string | null
  readonly works_from: string | null
  readonly works_until: string | null
  readonly works_on: readonly number[] | null
  readonly holidays: string | null
}

/** Who the directory service can see: people of the directory whom it has not deleted. Guests and self-declared people are not its own. */
const VISIBLE = sql`p.kind = 'directory' and p.removed_at is null and p.erased_at is null`

const columns = sql`p.id, p.email, p.name, p.kind, p.employee_id, p.external_id, p.user_name, p.given_name, p.family_name, p.left_on::text,
  to_json(p.removed_at) #>> '{}' as removed_at, to_json(p.created_at) #>> '{}' as created_at,
  to_json(coalesce(d.recorded_at, p.created_at)) #>> '{}' as changed_at, m.name as manager_name, d.person_id is not null as in_directory,
  ${entryColumns}`

const joined = (day: string) =>
  sql`person p ${entryOn(day)} left join person m on m.organisation_id = p.organisation_id and m.id = d.manager_id`

/** A page of the people the service can see, by the name it calls them. */
export function servicePeople(
  tx: Database,
  organisationId: string,
  condition: Condition,
  it: { readonly day: string; readonly limit: number; readonly offset: number; readonly descending: boolean },
) {
  const direction = it.descending ? sql`desc` : sql`asc`
  return rowsOf<ServicePerson>(
    tx,
    sql`select ${columns} from ${joined(it.day)}
      where p.organisation_id = ${organisationId} and ${VISIBLE} and ${asSql(condition, it.day)}
      order by coalesce(p.user_name, p.email) ${direction}, p.id limit ${it.limit} offset ${it.offset}`,
  )
}

export async function countServicePeople(
  tx: Database,
  organisationId: string,
  condition: Condition,
  day: string,
): Promise<number> {
  const found = await firstOf<{ many: number }>(
    tx,
    sql`select count(*)::int as many from person p
      where p.organisation_id = ${organisationId} and ${VISIBLE} and ${asSql(condition, day)}`,
  )
  return found?.many ?? 0
}

/** One person the service can see. */
export function servicePerson(tx: Database, organisationId: string, id: string, day: string) {
  return firstOf<ServicePerson>(
    tx,
    sql`select ${columns} from ${joined(day)} where p.organisation_id = ${organisationId} and p.id = ${id} and ${VISIBLE}`,
  )
}

/** Whoever has this address or name, whether the service sees them or not: nobody is added twice. */
export function personCalled(tx: Database, organisationId: string, email: string, userName: string, day: string) {
  return firstOf<ServicePerson>(
    tx,
    sql`select ${columns} from ${joined(day)} where p.organisation_id = ${organisationId} and p.erased_at is null
        and (p.email = ${email} or p.user_name = ${userName}) order by p.email = ${email} desc limit 1`,
  )
}

/** Whether this address or name is another's address or name, either of either: whoever is called so would pass for them. */
export async function isOfAnother(
  tx: Database,
  organisationId: string,
  id: string,
  email: string,
  userName: string,
): Promise<boolean> {
  const other = await firstOf<{ id: string }>(
    tx,
    sql`select id from person where organisation_id = ${organisationId} and id <> ${id} and erased_at is null
        and (email in (${email}, ${userName}) or user_name in (${email}, ${userName})) limit 1`,
  )
  return other !== undefined
}

/** The person a manager is named by: our id, the service's, an address or an employee id, in this order. */
export function managerBy(tx: Database, organisationId: string, ref: string) {
  return firstOf<{ id: string }>(
    tx,
    sql`select id from person where organisation_id = ${organisationId} and erased_at is null
        and (id::text = lower(${ref}) or external_id = ${ref} or email = lower(${ref}) or user_name = lower(${ref}) or employee_id = ${ref})
      order by id::text = lower(${ref}) desc, external_id = ${ref} desc, email = lower(${ref}) desc, id limit 1`,
  )
}

export type ServiceRecord = Pick<
  ServicePerson,
  'id' | 'email' | 'name' | 'employee_id' | 'external_id' | 'user_name' | 'given_name' | 'family_name'
>

/** Adds somebody, or changes who they are; from now on they are of the directory, and not deleted from it. */
export async function saveServicePerson(
  tx: Database,
  organisationId: string,
  it: ServiceRecord,
  createdAt: string,
): Promise<void> {
  await sql`insert into person (organisation_id, id, email, name, kind, employee_id, external_id, user_name, given_name, family_name, created_at)
    values (${organisationId}, ${it.id}, ${it.email}, ${it.name}, 'directory', ${it.employee_id}, ${it.external_id}, ${it.user_name},
      ${it.given_name}, ${it.family_name}, ${createdAt}::timestamptz)
    on conflict (organisation_id, id) do update set email = excluded.email, name = excluded.name, kind = excluded.kind,
      employee_id = excluded.employee_id, external_id = excluded.external_id, user_name = excluded.user_name,
      given_name = excluded.given_name, family_name = excluded.family_name, removed_at = null`.execute(tx)
}

/** The service deleted the person: it does not find them any more, by no name. Whether there was one. */
export async function removeServicePerson(
  tx: Database,
  organisationId: string,
  id: string,
  at: string,
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update person p set removed_at = ${at}::timestamptz, external_id = null, user_name = null
      where p.organisation_id = ${organisationId} and p.id = ${id} and ${VISIBLE}`,
  )
  return done > 0
}

const TEXTS: Readonly<Record<Field, RawBuilder<unknown>>> = {
  id: sql`p.id::text`,
  userName: sql`coalesce(p.user_name, p.email)`,
  email: sql`p.email`,
  externalId: sql`p.external_id`,
  name: sql`lower(p.name)`,
  givenName: sql`lower(p.given_name)`,
  familyName: sql`lower(p.family_name)`,
  employeeId: sql`lower(p.employee_id)`,
}

/** Letters of any case are the same, but in what the service calls its own id (RFC 7643, 2.2). */
function asSql(it: Condition, day: string): RawBuilder<unknown> {
  switch (it.is) {
    case 'all':
      return sql`(${sql.join([sql`true`, ...it.of.map((one) => asSql(one, day))], sql` and `)})`
    case 'any':
      return sql`(${sql.join([sql`false`, ...it.of.map((one) => asSql(one, day))], sql` or `)})`
    case 'not':
      return sql`not ${asSql(it.of, day)}`
    case 'constant':
      return it.value ? sql`true` : sql`false`
    case 'active':
      return it.value
        ? sql`(p.left_on is null or p.left_on > ${day}::date)`
        : sql`(coalesce(p.left_on <= ${day}::date, false))`
    case 'text':
      return textSql(it.field, it.op, it.field === 'externalId' ? it.value : it.value.toLowerCase())
  }
}

function textSql(field: Field, op: 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'pr', value: string): RawBuilder<unknown> {
  const text = TEXTS[field]
  // Never null, so that "not" finds who has none; and plain enough for the indexes.
  const has = (condition: RawBuilder<unknown>) => sql`(${text} is not null and ${condition})`
  switch (op) {
    case 'pr':
      return sql`(${text} is not null)`
    case 'eq':
      return field === 'userName'
        ? sql`((p.user_name is not null and p.user_name = ${value}) or (p.user_name is null and p.email = ${value}))`
        : has(sql`${text} = ${value}`)
    case 'ne':
      return sql`(${text} is distinct from ${value})`
    case 'co':
      return has(sql`${text} like ${containing(value)}`)
    case 'sw':
      return has(sql`${text} like ${`${literally(value)}%`}`)
    case 'ew':
      return has(sql`${text} like ${`%${literally(value)}`}`)
  }
}
