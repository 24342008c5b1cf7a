import { sql } from 'kysely'
import { asList, type Database, firstOf } from './database.ts'
import { entryOn } from './people.ts'

export type DirectoryZones = {
  readonly zones: readonly { readonly zone: string; readonly people: number }[]
  /** Days off of the calendars that people here keep, with how many keep them. */
  readonly holidays: readonly {
    readonly calendar: string
    readonly onDay: string
    readonly name: string
    readonly people: number
  }[]
}

/** Where people are and which days they are off, from one day to another, in numbers; as the directory says it on a day. */
export async function directoryZones(
  tx: Database,
  organisationId: string,
  it: { readonly day: string; readonly from: string; readonly until: string },
): Promise<DirectoryZones> {
  const here = sql`person p ${entryOn(it.day)} where p.organisation_id = ${organisationId} and p.erased_at is null
    and (p.left_on is null or p.left_on > ${it.day}::date)`
  const zones = sql`select d.time_zone as zone, count(*)::int as people from ${here} and d.time_zone is not null group by 1 order by 2 desc, 1 limit 100`
  const keepers = sql`(select d.holidays as calendar, count(*)::int as people from ${here} and d.holidays is not null group by 1)`
  const holidays = sql`select h.calendar, h.on_day::text as "onDay", h.name, k.people from holiday h
    join ${keepers} k on k.calendar = h.calendar where h.organisation_id = ${organisationId}
      and h.on_day between ${it.from}::date and ${it.until}::date order by h.on_day, h.calendar limit 1000`
  const found = await firstOf<DirectoryZones>(
    tx,
    sql`select ${asList(zones)} as zones, ${asList(holidays)} as holidays`,
  )
  return found ?? { zones: [], holidays: [] }
}
