import { sql } from 'kysely'
import { asRecords, type Database, rowsOf } from './database.ts'

export type Holiday = { readonly calendar: string; readonly onDay: string; readonly name: string }

export function holidaysOf(tx: Database, organisationId: string, calendars: readonly string[]) {
  return rowsOf<Holiday>(
    tx,
    sql`select calendar, on_day::text as "onDay", name from holiday
      where organisation_id = ${organisationId} and calendar = any(${calendars as string[]}::text[]) order by calendar, on_day`,
  )
}

/** The next days of one calendar, from a day on. */
export function holidaysFrom(tx: Database, organisationId: string, calendar: string, day: string, limit: number) {
  return rowsOf<Holiday>(
    tx,
    sql`select calendar, on_day::text as "onDay", name from holiday
      where organisation_id = ${organisationId} and calendar = ${calendar} and on_day >= ${day}::date
      order by on_day limit ${limit}`,
  )
}

/** Writes holidays; the same day of the same calendar again takes the new name. */
export async function saveHolidays(tx: Database, organisationId: string, holidays: readonly Holiday[]): Promise<void> {
  await sql`insert into holiday (organisation_id, calendar, on_day, name)
    select ${organisationId}::uuid, r.calendar, r."onDay", r.name
    from jsonb_to_recordset(${asRecords(holidays)}) as r(calendar text, "onDay" date, name text)
    on conflict (organisation_id, calendar, on_day) do update set name = excluded.name`.execute(tx)
}

export async function removeHolidays(
  tx: Database,
  organisationId: string,
  holidays: readonly Holiday[],
): Promise<void> {
  await sql`delete from holiday h using jsonb_to_recordset(${asRecords(holidays)}) as r(calendar text, "onDay" date)
    where h.organisation_id = ${organisationId} and h.calendar = r.calendar and h.on_day = r."onDay"`.execute(tx)
}
