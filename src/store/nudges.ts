import { sql } from 'kysely'
import { asList, type Database, firstOf } from './database.ts'
import { type PairRow, pairRows } from './matches.ts'
import { entryOn } from './people.ts'

type PersonOfPair = {
  readonly id: string
  readonly name: string
  readonly zone: string | null
  readonly weekdays: readonly number[] | null
  readonly holidays: string | null
  readonly isGone: boolean
  readonly quietDays: readonly number[] | null
}

/** What is asked of a season's pairs before anybody of them is written to, in one query. */
export type NudgeRows = {
  readonly pairs: readonly PairRow[]
  readonly people: readonly PersonOfPair[]
  readonly holidays: readonly { readonly calendar: string; readonly day: string }[]
  readonly meetings: readonly {
    readonly menteeId: string
    readonly mentorId: string | null
    readonly heldOn: string
    readonly confirmedBy: 'both' | 'mentor' | 'mentee'
  }[]
  readonly answered: readonly { readonly pairId: string; readonly personId: string; readonly window: string }[]
  readonly asked: readonly { readonly pairId: string; readonly personId: string; readonly window: string }[]
  readonly movedTo: readonly { readonly pairId: string; readonly on: string }[]
  /** `about` of the reminders that were written: pair and window. */
  readonly reminded: readonly { readonly personId: string; readonly about: string }[]
}

export async function nudgeRowsOf(
  tx: Database,
  organisationId: string,
  seasonId: string,
  day: string,
): Promise<NudgeRows> {
  const ours = sql`p.organisation_id = ${organisationId}`
  const ofPairs = sql`join pair p on p.organisation_id = t.organisation_id and p.season_id = ${seasonId} and p.id = t.pair_id
    where t.organisation_id = ${organisationId}`
  const paired = sql`select unnest(array[mentor_id, mentee_id]) from pair where organisation_id = ${organisationId} and season_id = ${seasonId}`
  const found = await firstOf<NudgeRows>(
    tx,
    sql`select ${asList(pairRows(organisationId, seasonId))} as pairs,
      ${asList(sql`select p.id, p.name, d.time_zone as zone, d.works_on as weekdays, d.holidays,
          p.erased_at is not null or coalesce(p.left_on <= ${day}::date, false) as "isGone", c.quiet_days as "quietDays"
        from person p ${entryOn(day)} left join letter_choice c on c.organisation_id = p.organisation_id and c.person_id = p.id
        where ${ours} and p.id in (${paired})`)} as people,
      ${asList(sql`select calendar, on_day::text as day from holiday
        where organisation_id = ${organisationId} and on_day between ${day}::date - 2 and ${day}::date + 30`)} as holidays,
      ${asList(sql`select mentee_id as "menteeId", mentor_id as "mentorId", happened_on::text as "heldOn", confirmed_by as "confirmedBy" from meeting
        where organisation_id = ${organisationId} and season_id = ${seasonId} and confirmed_by in ('both', 'mentor', 'mentee')`)} as meetings,
      ${asList(sql`select distinct t.pair_id as "pairId", t.person_id as "personId", t.window_first_on::text as window
        from meeting_view t ${ofPairs}`)} as answered,
      ${asList(sql`select t.pair_id as "pairId", t.person_id as "personId", t.window_first_on::text as window
        from meeting_question t ${ofPairs}`)} as asked,
      ${asList(sql`select t.pair_id as "pairId", t.answer_on::text as "on" from meeting_question t ${ofPairs}
        and t.answer = 'another-day' and t.answer_on is not null`)} as "movedTo",
      ${asList(sql`select person_id as "personId", about from outbox_message
        where organisation_id = ${organisationId} and kind = 'meet-reminder' and person_id in (${paired})`)} as reminded`,
  )
  return (
    found ?? { pairs: [], people: [], holidays: [], meetings: [], answered: [], asked: [], movedTo: [], reminded: [] }
  )
}

/** When letters may reach one person, as the directory has it on the day, and what they have chosen themselves. */
export function quietHoursOf(tx: Database, organisationId: string, personId: string, day: string) {
  return firstOf<{
    readonly zone: string | null
    readonly weekdays: readonly number[] | null
    readonly holidays: readonly string[]
    readonly quietDays: readonly number[] | null
    readonly pageOnly: readonly string[] | null
  }>(
    tx,
    sql`select coalesce(d.time_zone, (select s.program ->> 'zone' from application a
          join season s on s.organisation_id = a.organisation_id and s.id = a.season_id
          where a.organisation_id = p.organisation_id and a.person_id = p.id order by s.id desc limit 1)) as zone,
        d.works_on as weekdays, coalesce((select json_agg(h.on_day::text) from holiday h
        where h.organisation_id = p.organisation_id and h.calendar = d.holidays and h.on_day >= ${day}::date - 2), '[]'::json) as holidays,
        c.quiet_days as "quietDays", c.page_only as "pageOnly"
      from person p ${entryOn(day)} left join letter_choice c on c.organisation_id = p.organisation_id and c.person_id = p.id
      where p.organisation_id = ${organisationId} and p.id = ${personId}`,
  )
}
