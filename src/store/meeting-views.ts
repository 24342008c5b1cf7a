import { sql } from 'kysely'
import type { Role } from '../model/role.ts'
import { asRecords, type Database, rowsOf } from './database.ts'

export type HowMet = 'call' | 'elsewhere' | 'exchange'

/** What one of a pair says of one window, as it lies. */
export type ViewRow = {
  readonly side: Role
  readonly window: string
  readonly says: 'met' | 'not-met'
  readonly heldOn: string | null
  readonly how: HowMet
  readonly saidOn: string
}

/** Everything both sides have said of a pair. */
export function viewsOf(tx: Database, organisationId: string, pairId: string) {
  return rowsOf<ViewRow>(
    tx,
    sql`select case when v.person_id = p.mentor_id then 'mentor' else 'mentee' end as side, v.window_first_on::text as window, v.says,
        v.held_on::text as "heldOn", v.how, v.said_on::text as "saidOn"
      from meeting_view v join pair p on p.organisation_id = v.organisation_id and p.id = v.pair_id
      where v.organisation_id = ${organisationId} and v.pair_id = ${pairId} order by v.window_first_on, v.held_on, v.person_id`,
  )
}

/** Puts what a person says of a window now in the place of what they said of it before. */
export async function replaceViews(
  tx: Database,
  organisationId: string,
  of: { readonly pairId: string; readonly personId: string; readonly window: string; readonly at: string },
  views: readonly (Pick<ViewRow, 'says' | 'heldOn' | 'how' | 'saidOn'> & { readonly id: string })[],
): Promise<void> {
  await sql`delete from meeting_view where organisation_id = ${organisationId} and pair_id = ${of.pairId}
    and person_id = ${of.personId} and window_first_on = ${of.window}::date`.execute(tx)
  await sql`insert into meeting_view (organisation_id, id, pair_id, person_id, window_first_on, says, held_on, how, said_on, said_at)
    select ${organisationId}::uuid, r.id, ${of.pairId}::uuid, ${of.personId}::uuid, ${of.window}::date, r.says, r."heldOn", r.how,
      r."saidOn", ${of.at}::timestamptz
    from jsonb_to_recordset(${asRecords(views)}) as r(id uuid, says text, "heldOn" date, how text, "saidOn" date)`.execute(
    tx,
  )
}

export type JoinedRecord = {
  readonly id: string
  readonly heldOn: string
  readonly confirmedBy: 'both' | Role
  readonly deniedOn: string | null
  readonly saidOn: string
}

/** Puts the meetings that follow from what both say of a window in the place of those that followed before; a coordinator's stay. */
export async function replaceJoined(
  tx: Database,
  organisationId: string,
  of: {
    readonly seasonId: string
    readonly menteeId: string
    readonly mentorId: string
    readonly from: string
    readonly until: string
    readonly minutes: number
    readonly at: string
  },
  meetings: readonly JoinedRecord[],
): Promise<void> {
  await sql`delete from meeting where organisation_id = ${organisationId} and season_id = ${of.seasonId} and mentee_id = ${of.menteeId}
    and mentor_id = ${of.mentorId} and from_answers and happened_on between ${of.from}::date and ${of.until}::date`.execute(
    tx,
  )
  await sql`insert into meeting (organisation_id, season_id, id, mentee_id, mentor_id, happened_on, minutes, confirmed_by, denied_on,
      from_answers, said_on, recorded_at)
    select ${organisationId}::uuid, ${of.seasonId}::uuid, r.id, ${of.menteeId}::uuid, ${of.mentorId}::uuid, r."heldOn", ${of.minutes},
      r."confirmedBy", r."deniedOn", true, r."saidOn", ${of.at}::timestamptz
    from jsonb_to_recordset(${asRecords(meetings)}) as r(id uuid, "heldOn" date, "confirmedBy" text, "deniedOn" date, "saidOn" date)
    on conflict on constraint meeting_once do nothing`.execute(tx)
}

/** The meetings of two people in a season, as the figures count them, latest first. */
export function meetingsOfTwo(
  tx: Database,
  organisationId: string,
  of: { readonly seasonId: string; readonly menteeId: string; readonly mentorId: string },
) {
  return rowsOf<{
    readonly menteeId: string
    readonly mentorId: string | null
    readonly heldOn: string
    readonly confirmedBy: 'both' | 'mentor' | 'mentee' | 'denied' | 'unknown'
    readonly deniedOn: string | null
    readonly saidOn: string | null
  }>(
    tx,
    sql`select mentee_id as "menteeId", mentor_id as "mentorId", happened_on::text as "heldOn", confirmed_by as "confirmedBy",
        denied_on::text as "deniedOn", said_on::text as "saidOn"
      from meeting where organisation_id = ${organisationId} and season_id = ${of.seasonId} and mentee_id = ${of.menteeId}
        and (mentor_id = ${of.mentorId} or mentor_id is null) order by happened_on desc limit 1000`,
  )
}
