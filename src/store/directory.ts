import { type RawBuilder, sql } from 'kysely'
import { containing, type Database, firstOf, rowsOf } from './database.ts'
import { type DirectoryRecord, entryColumns, entryOn, type PersonRecord } from './people.ts'

export type DirectoryAsked = {
  /** In the name, the address or the employee id. */
  readonly search: string
  readonly division: string | null
  readonly kind: 'directory' | 'guest' | 'self-declared' | null
  readonly presence: 'here' | 'left' | 'all'
  readonly order: 'name' | 'division' | 'newest'
}

export type DirectoryRow = PersonRecord &
  Omit<DirectoryRecord, 'person_id'> & {
    readonly left_on: string | null
    readonly manager_name: string | null
    readonly manager_email: string | null
  }

const columns = sql`p.id, p.email, p.name, p.kind, p.employee_id, p.left_on::text, m.name as manager_name, m.email as manager_email,
  ${entryColumns}`
const manager = sql`left join person m on m.organisation_id = p.organisation_id and m.id = d.manager_id`

/** A page of the directory as of the day, with the number found. Who was erased is nobody here. */
export function directoryPage(
  tx: Database,
  organisationId: string,
  asked: DirectoryAsked,
  it: { readonly day: string; readonly limit: number; readonly offset: number },
) {
  // Only these ask what the directory says of everybody; else it is asked for the rows of the page alone.
  const entry = asked.division !== null || asked.order !== 'name' ? entryOn(it.day) : sql``
  return rowsOf<DirectoryRow & { readonly total: number }>(
    tx,
    sql`select f.total, ${columns} from (
        select p.organisation_id, p.id, count(*) over ()::int as total, row_number() over (order by ${orderOf(asked.order)}) as place
        from person p ${entry} where p.organisation_id = ${organisationId} and p.erased_at is null and ${wanted(asked, it.day)}
        order by place limit ${it.limit} offset ${it.offset}) f
      join person p on p.organisation_id = f.organisation_id and p.id = f.id ${entryOn(it.day)} ${manager} order by f.place`,
  )
}

function wanted(asked: DirectoryAsked, day: string): RawBuilder<unknown> {
  const like = containing(asked.search.toLowerCase())
  const gone = sql`p.left_on is not null and p.left_on <= ${day}::date`
  const presence = { all: sql`true`, left: sql`(${gone})`, here: sql`not (${gone})` }[asked.presence]
  return sql`${presence} and (${asked.kind}::text is null or p.kind = ${asked.kind})
    and (${asked.search} = '' or lower(p.name) like ${like} or p.email like ${like} or lower(p.employee_id) like ${like})
    ${asked.division === null ? sql`` : sql`and d.division = ${asked.division}`}`
}

function orderOf(order: DirectoryAsked['order']): RawBuilder<unknown> {
  switch (order) {
    case 'name':
      return sql`p.name, p.id`
    case 'division':
      return sql`d.division nulls last, d.department nulls last, p.name, p.id`
    case 'newest':
      return sql`d.started_on desc nulls last, p.name, p.id`
  }
}

/** Whether anybody of the directory is known, here or gone. */
export async function hasDirectory(tx: Database, organisationId: string): Promise<boolean> {
  const found = await firstOf(
    tx,
    sql`select 1 from person where organisation_id = ${organisationId} and kind = 'directory' and erased_at is null limit 1`,
  )
  return found !== undefined
}

/** The divisions the directory has ever named, for the filter. */
export async function divisionsOf(tx: Database, organisationId: string) {
  const rows = await rowsOf<{ division: string }>(
    tx,
    sql`select distinct division from directory_entry where organisation_id = ${organisationId} and division is not null
      order by division limit 200`,
  )
  return rows.map((row) => row.division)
}

export function directoryPerson(tx: Database, organisationId: string, id: string, day: string) {
  return firstOf<DirectoryRow & { readonly created_at: string }>(
    tx,
    sql`select ${columns}, to_json(p.created_at) #>> '{}' as created_at from person p ${entryOn(day)} ${manager}
      where p.organisation_id = ${organisationId} and p.id = ${id} and p.erased_at is null`,
  )
}

/** What the directory has said of somebody, by the day it holds from, with the names of their managers. */
export function directoryHistory(tx: Database, organisationId: string, id: string) {
  return rowsOf<
    Omit<DirectoryRecord, 'person_id'> & { readonly from_on: string; readonly manager_name: string | null }
  >(
    tx,
    sql`select d.from_on::text, ${entryColumns}, m.name as manager_name from directory_entry d
      left join person m on m.organisation_id = d.organisation_id and m.id = d.manager_id
      where d.organisation_id = ${organisationId} and d.person_id = ${id} order by d.from_on limit 500`,
  )
}

export type InLine = { readonly id: string; readonly name: string; readonly title: string | null }
/** The longest line that is climbed: no organisation has so many levels, a broken directory may. */
const LONGEST_LINE = 40

/** Managers upwards as of the day, nearest first, each once: a circle in the directory ends the climb. */
export function managersAbove(tx: Database, organisationId: string, id: string, day: string) {
  return rowsOf<InLine>(
    tx,
    sql`with recursive above as (
        select p.organisation_id, p.id, p.name, d.title, d.manager_id, 0 as height, array[p.id] as seen
        from person p ${entryOn(day)} where p.organisation_id = ${organisationId} and p.id = ${id}
        union all
        select p.organisation_id, p.id, p.name, d.title, d.manager_id, a.height + 1, a.seen || p.id
        from above a join person p on p.organisation_id = a.organisation_id and p.id = a.manager_id ${entryOn(day)}
        where p.id <> all(a.seen) and a.height < ${LONGEST_LINE})
      select id, name, title from above where height > 0 order by height`,
  )
}

/** Who reports to somebody as of the day and has not left, by name. */
export function reportsOf(tx: Database, organisationId: string, id: string, day: string, limit: number) {
  return rowsOf<InLine & { readonly total: number }>(
    tx,
    sql`select p.id, p.name, d.title, count(*) over ()::int as total from directory_entry d
      join person p on p.organisation_id = d.organisation_id and p.id = d.person_id
      where d.organisation_id = ${organisationId} and d.manager_id = ${id} and d.from_on <= ${day}::date
        and p.erased_at is null and (p.left_on is null or p.left_on > ${day}::date)
        and not exists (select 1 from directory_entry e where e.organisation_id = d.organisation_id and e.person_id = d.person_id
          and e.from_on <= ${day}::date and e.from_on > d.from_on)
      order by p.name, p.id limit ${limit}`,
  )
}
