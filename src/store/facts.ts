import { sql } from 'kysely'
import type { AttendanceFact, Confirmation, MeetingFact } from '../model/figures.ts'
import { asRecords, changed, type Database, rowsOf } from './database.ts'

/** Adds what is not there yet, and says how many were new: the same sheet twice changes nothing. */
export function addTraining(
  tx: Database,
  organisationId: string,
  seasonId: string,
  records: readonly { id: string; person_id: string; course: string; happened_on: string }[],
  recordedAt: string,
): Promise<number> {
  return changed(
    tx,
    sql`insert into training_record (organisation_id, season_id, id, person_id, course, happened_on, recorded_at)
      select ${organisationId}::uuid, ${seasonId}::uuid, r.id, r.person_id, r.course, r.happened_on, ${recordedAt}::timestamptz
      from jsonb_to_recordset(${asRecords(records)}) as r(id uuid, person_id uuid, course text, happened_on date)
      on conflict on constraint training_record_once do nothing`,
  )
}

export function addAttendance(
  tx: Database,
  organisationId: string,
  seasonId: string,
  records: readonly { id: string; person_id: string; event: string; session: string; happened_on: string }[],
  recordedAt: string,
): Promise<number> {
  return changed(
    tx,
    sql`insert into attendance (organisation_id, season_id, id, person_id, event, session, happened_on, recorded_at)
      select ${organisationId}::uuid, ${seasonId}::uuid, r.id, r.person_id, r.event, r.session, r.happened_on, ${recordedAt}::timestamptz
      from jsonb_to_recordset(${asRecords(records)}) as r(id uuid, person_id uuid, event text, session text, happened_on date)
      on conflict on constraint attendance_once do nothing`,
  )
}

export type MeetingRecord = {
  id: string
  mentee_id: string
  mentor_id: string | null
  happened_on: string
  minutes: number | null
  confirmed_by: Confirmation
  denied_on: string | null
}

/** Adds meetings, or brings one of the same pair and day up to date; counts what changed. */
export function saveMeetings(
  tx: Database,
  organisationId: string,
  seasonId: string,
  records: readonly MeetingRecord[],
  recordedAt: string,
): Promise<number> {
  return changed(
    tx,
    sql`insert into meeting (organisation_id, season_id, id, mentee_id, mentor_id, happened_on, minutes, confirmed_by, denied_on, recorded_at)
      select ${organisationId}::uuid, ${seasonId}::uuid, r.id, r.mentee_id, r.mentor_id, r.happened_on, r.minutes, r.confirmed_by, r.denied_on,
        ${recordedAt}::timestamptz
      from jsonb_to_recordset(${asRecords(records)}) as r(id uuid, mentee_id uuid, mentor_id uuid, happened_on date, minutes integer,
        confirmed_by text, denied_on date)
      on conflict on constraint meeting_once do update set minutes = excluded.minutes, confirmed_by = excluded.confirmed_by,
        denied_on = excluded.denied_on
      where (meeting.minutes, meeting.confirmed_by, meeting.denied_on) is distinct from (excluded.minutes, excluded.confirmed_by, excluded.denied_on)`,
  )
}

export function attendanceOf(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<AttendanceFact>(
    tx,
    sql`select event, session, person_id as "personId", happened_on::text as "happenedOn" from attendance
      where organisation_id = ${organisationId} and season_id = ${seasonId}`,
  )
}

export function meetingsOf(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<MeetingFact>(
    tx,
    sql`select mentee_id as "menteeId", mentor_id as "mentorId", happened_on::text as "heldOn", confirmed_by as "confirmedBy",
        denied_on::text as "deniedOn"
      from meeting where organisation_id = ${organisationId} and season_id = ${seasonId}`,
  )
}
