import { sql } from 'kysely'
import { type Database, rowsOf } from './database.ts'
import { entryOn } from './people.ts'

/** Somebody who coordinates today, one row for each hat: when a letter may reach them, and whether the morning's stays away. */
export type DigestReader = {
  readonly personId: string
  readonly name: string
  /** Null for every season. */
  readonly seasonId: string | null
  readonly zone: string | null
  readonly weekdays: readonly number[] | null
  readonly holidays: readonly string[]
  readonly quietDays: readonly number[] | null
  readonly isOff: boolean
  /** What the morning letters of the last days were about. */
  readonly written: readonly string[]
}

/** Everybody whose hat of coordinator is on, with what decides over their morning letter, in one query. */
export function digestReaders(tx: Database, organisationId: string, day: string) {
  return rowsOf<DigestReader>(
    tx,
    sql`select p.id as "personId", p.name, h.season_id as "seasonId", d.time_zone as zone, d.works_on as weekdays,
        coalesce((select json_agg(o.on_day::text) from holiday o where o.organisation_id = p.organisation_id
          and o.calendar = d.holidays and o.on_day >= ${day}::date - 2), '[]'::json) as holidays,
        c.quiet_days as "quietDays", coalesce('desk' = any(c.page_only), false) as "isOff",
        coalesce((select json_agg(m.about) from outbox_message m where m.organisation_id = p.organisation_id
          and m.person_id = p.id and m.kind = 'desk-digest' and m.drafted_on >= ${day}::date - 2), '[]'::json) as written
      from hat h join person p on p.organisation_id = h.organisation_id and p.id = h.person_id ${entryOn(day)}
        left join letter_choice c on c.organisation_id = p.organisation_id and c.person_id = p.id
      where h.organisation_id = ${organisationId} and h.hat = 'coordinator' and h.from_on <= ${day}::date
        and (h.until_on is null or h.until_on >= ${day}::date) and p.erased_at is null
        and (p.left_on is null or p.left_on > ${day}::date)
      order by p.id, h.season_id`,
  )
}
