import { sql } from 'kysely'
import { asRecords, changed, type Database, firstOf, rowsOf } from './database.ts'
import { entryOn } from './people.ts'

/** A coffee chat is once, before the meetings begin, and never counts. */
export type PlannedKind = 'meeting' | 'coffee-chat'

export type PlannedRow = {
  readonly kind: PlannedKind
  readonly id: string
  readonly pairId: string
  readonly startsAt: string
  readonly minutes: number
  readonly everyDays: number | null
  readonly untilOn: string | null
  readonly zone: string
  readonly sequence: number
  readonly changedAt: string
}

export const plannedColumns = sql`t.kind, t.id, t.pair_id as "pairId", to_char(t.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startsAt",
  t.minutes, t.every_days as "everyDays", t.until_on::text as "untilOn", t.zone, t.sequence, to_json(t.changed_at) #>> '{}' as "changedAt"`

/** What a pair has planned and not withdrawn, earliest first. */
export function plannedOf(tx: Database, organisationId: string, pairId: string) {
  return rowsOf<PlannedRow>(
    tx,
    sql`select ${plannedColumns} from planned_meeting t where t.organisation_id = ${organisationId} and t.pair_id = ${pairId}
      and t.cancelled_at is null order by t.starts_at limit 200`,
  )
}

/** The same of a whole season, without coffee chats: these remind of nothing and stand for no meeting. */
export function plannedOfSeason(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<PlannedRow>(
    tx,
    sql`select ${plannedColumns} from planned_meeting t join pair p on p.organisation_id = t.organisation_id and p.id = t.pair_id
      where t.organisation_id = ${organisationId} and p.season_id = ${seasonId} and t.cancelled_at is null and t.kind = 'meeting'`,
  )
}

/** What somebody has planned with any partner whose pair has not ended by the day, for their calendar. */
export function plannedOfPerson(tx: Database, organisationId: string, personId: string, today: string) {
  return rowsOf<PlannedRow>(
    tx,
    sql`select ${plannedColumns} from planned_meeting t join pair p on p.organisation_id = t.organisation_id and p.id = t.pair_id
      where t.organisation_id = ${organisationId} and ${personId} in (p.mentor_id, p.mentee_id) and t.cancelled_at is null
        and not exists (select 1 from pair_change c where c.organisation_id = p.organisation_id and c.pair_id = p.id
          and c.kind = 'ended' and c.from_on <= ${today}::date)
      order by t.starts_at limit 500`,
  )
}

export async function addPlanned(
  tx: Database,
  organisationId: string,
  it: Omit<PlannedRow, 'sequence' | 'changedAt'> & { readonly at: string },
): Promise<void> {
  await sql`insert into planned_meeting (organisation_id, id, pair_id, starts_at, minutes, every_days, until_on, zone, kind, sequence, made_at, changed_at)
    values (${organisationId}, ${it.id}, ${it.pairId}, ${it.startsAt}::timestamptz, ${it.minutes}, ${it.everyDays}, ${it.untilOn}::date,
      ${it.zone}, ${it.kind}, 0, ${it.at}::timestamptz, ${it.at}::timestamptz)`.execute(tx)
}

/** Moves a planned meeting, which a calendar then takes in the place of the one it has. */
export async function movePlanned(
  tx: Database,
  organisationId: string,
  it: { readonly id: string; readonly pairId: string; readonly startsAt: string; readonly at: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update planned_meeting set starts_at = ${it.startsAt}::timestamptz, sequence = sequence + 1, changed_at = ${it.at}::timestamptz
      where organisation_id = ${organisationId} and id = ${it.id} and pair_id = ${it.pairId} and cancelled_at is null and every_days is null`,
  )
  return done > 0
}

/** Withdraws a planned meeting; of two who do so at once one finds it done. */
export async function cancelPlanned(
  tx: Database,
  organisationId: string,
  it: { readonly id: string; readonly pairId: string; readonly at: string },
): Promise<PlannedRow | undefined> {
  return firstOf<PlannedRow>(
    tx,
    sql`update planned_meeting t set cancelled_at = ${it.at}::timestamptz, sequence = sequence + 1, changed_at = ${it.at}::timestamptz
      where t.organisation_id = ${organisationId} and t.id = ${it.id} and t.pair_id = ${it.pairId} and t.cancelled_at is null
      returning ${plannedColumns}`,
  )
}

/** Ends a series on an earlier day, which a calendar then takes in the place of the one it has. */
export async function endSeriesOn(
  tx: Database,
  organisationId: string,
  it: { readonly id: string; readonly pairId: string; readonly untilOn: string; readonly at: string },
): Promise<PlannedRow | undefined> {
  return firstOf<PlannedRow>(
    tx,
    sql`update planned_meeting t set until_on = ${it.untilOn}::date, sequence = sequence + 1, changed_at = ${it.at}::timestamptz
      where t.organisation_id = ${organisationId} and t.id = ${it.id} and t.pair_id = ${it.pairId} and t.cancelled_at is null
        and t.until_on > ${it.untilOn}::date
      returning ${plannedColumns}`,
  )
}

export type PlannedInDoubt = PlannedRow & { readonly isAnybodyGone: boolean }

/** What is planned for later in pairs that end or pause, or of whom somebody is gone. */
export function plannedInDoubt(tx: Database, organisationId: string, today: string, now: string, limit: number) {
  const gone = sql`(mentor.left_on <= ${today}::date or mentee.left_on <= ${today}::date
    or mentor.erased_at is not null or mentee.erased_at is not null)`
  return rowsOf<PlannedInDoubt>(
    tx,
    sql`select ${plannedColumns}, coalesce(${gone}, false) as "isAnybodyGone" from planned_meeting t
        join pair p on p.organisation_id = t.organisation_id and p.id = t.pair_id
        join person mentor on mentor.organisation_id = p.organisation_id and mentor.id = p.mentor_id
        join person mentee on mentee.organisation_id = p.organisation_id and mentee.id = p.mentee_id
      where t.organisation_id = ${organisationId} and t.cancelled_at is null
        and (t.starts_at > ${now}::timestamptz or t.until_on >= ${today}::date - 1)
        and (${gone} or exists (select 1 from pair_change c where c.organisation_id = p.organisation_id and c.pair_id = p.id
          and (c.kind = 'ended' or (c.kind = 'paused' and (c.until_on is null or c.until_on >= ${today}::date - 1)))))
      order by t.changed_at limit ${limit}`,
  )
}

export type ProposalRow = {
  readonly kind: PlannedKind
  readonly id: string
  readonly proposedBy: string
  readonly moves: string | null
  readonly startsAt: readonly string[]
  readonly isSeries: boolean
  readonly zone: string
}

export function openProposal(tx: Database, organisationId: string, pairId: string) {
  return firstOf<ProposalRow>(
    tx,
    sql`select kind, id, proposed_by as "proposedBy", moves, is_series as "isSeries", zone,
        (select json_agg(to_char(s at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') order by s) from unnest(starts_at) s) as "startsAt"
      from meeting_proposal where organisation_id = ${organisationId} and pair_id = ${pairId} and closed_at is null`,
  )
}

/** Closes what is proposed, with the start that was chosen, or with none where other times take its place. */
export async function closeProposal(
  tx: Database,
  organisationId: string,
  it: { readonly pairId: string; readonly id: string; readonly acceptedAt: string | null; readonly at: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update meeting_proposal set closed_at = ${it.at}::timestamptz, accepted_at = ${it.acceptedAt}::timestamptz
      where organisation_id = ${organisationId} and pair_id = ${it.pairId} and id = ${it.id} and closed_at is null`,
  )
  return done > 0
}

/** Whether a time of this proposal was chosen: pressing again is the same. */
export async function wasAccepted(tx: Database, organisationId: string, pairId: string, id: string): Promise<boolean> {
  const found = await firstOf(
    tx,
    sql`select 1 from meeting_proposal where organisation_id = ${organisationId} and pair_id = ${pairId} and id = ${id}
      and accepted_at is not null`,
  )
  return found !== undefined
}

export async function addProposal(
  tx: Database,
  organisationId: string,
  it: ProposalRow & { readonly pairId: string; readonly at: string },
): Promise<void> {
  const starts = sql`(select array_agg(r.at) from jsonb_to_recordset(${asRecords(it.startsAt.map((at) => ({ at })))}) as r(at timestamptz))`
  await sql`insert into meeting_proposal (organisation_id, id, pair_id, proposed_by, moves, starts_at, is_series, zone, kind, made_at)
    values (${organisationId}, ${it.id}, ${it.pairId}, ${it.proposedBy}, ${it.moves}, ${starts}, ${it.isSeries}, ${it.zone},
      ${it.kind}, ${it.at}::timestamptz)`.execute(tx)
}

export type AvailabilityRow = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isGone: boolean
  readonly zone: string | null
  readonly from: string | null
  readonly until: string | null
  readonly weekdays: readonly number[] | null
  readonly holidays: readonly string[]
}

/** When people work, as the directory has it on the day, with their next holidays. */
export async function availabilityOf(tx: Database, organisationId: string, people: readonly string[], day: string) {
  const rows = await rowsOf<AvailabilityRow>(
    tx,
    sql`select p.id, p.name, p.email, p.erased_at is not null or coalesce(p.left_on <= ${day}::date, false) as "isGone",
        d.time_zone as zone, to_char(d.works_from, 'HH24:MI') as from, to_char(d.works_until, 'HH24:MI') as until, d.works_on as weekdays,
        coalesce((select json_agg(h.on_day::text) from holiday h where h.organisation_id = p.organisation_id
          and h.calendar = d.holidays and h.on_day between ${day}::date - 2 and ${day}::date + 60), '[]'::json) as holidays
      from person p ${entryOn(day)} where p.organisation_id = ${organisationId} and p.id = any(${people as string[]}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
