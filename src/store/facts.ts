import { type RawBuilder, sql } from 'kysely'
import type {
  AttendanceFact,
  BreakdownFact,
  ChangeFact,
  Confirmation,
  DepartmentFact,
  MeetingFact,
  SupervisorFact,
  TrainedFact,
} from '../model/figures.ts'
import { type AnsweredRow, type AnswerRow, answeredRows, answerRows, type CountedQuestion } from './answers.ts'
import { brokenDownRows } from './broken-down.ts'
import { type Careers, careersRow } from './careers.ts'
import { asList, asRecords, changed, type Database, firstOf } from './database.ts'
import { type PairRow, pairRows } from './matches.ts'
import { asPairFact } from './pair-facts.ts'
import { changeRows } from './paired-answers.ts'
import { departmentRows } from './people.ts'
import { sealedSurveys } from './sent-answers.ts'
import { type SummaryLine, summaryRows } from './summaries.ts'
import { supervisorRows } from './supervisor-agreements.ts'

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

export type AttendanceRecord = {
  id: string
  person_id: string
  event: string
  session: string
  happened_on: string
  /** The day before which nobody can have come to the event; null where there is none. */
  begins_on: string | null
}

/** Adds what is not there yet, and corrects the day of what was dated before its event began; says how many of both. */
export async function addAttendance(
  tx: Database,
  organisationId: string,
  seasonId: string,
  records: readonly AttendanceRecord[],
  recordedAt: string,
): Promise<number> {
  const given = sql`jsonb_to_recordset(${asRecords(records)})
    as r(id uuid, person_id uuid, event text, session text, happened_on date, begins_on date)`
  const added = await changed(
    tx,
    sql`insert into attendance (organisation_id, season_id, id, person_id, event, session, happened_on, recorded_at)
      select ${organisationId}::uuid, ${seasonId}::uuid, r.id, r.person_id, r.event, r.session, r.happened_on, ${recordedAt}::timestamptz
      from ${given} on conflict on constraint attendance_once do nothing`,
  )
  const corrected = await changed(
    tx,
    sql`update attendance a set happened_on = r.happened_on from ${given}
      where a.organisation_id = ${organisationId} and a.season_id = ${seasonId} and a.person_id = r.person_id
        and a.event = r.event and a.session = r.session and a.happened_on < r.begins_on and r.happened_on >= r.begins_on`,
  )
  return added + corrected
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
      on conflict on constraint meeting_once do update set minutes = coalesce(excluded.minutes, meeting.minutes), confirmed_by = excluded.confirmed_by,
        denied_on = excluded.denied_on, from_answers = false, said_on = null
      where meeting.from_answers
        or (meeting.minutes, meeting.confirmed_by, meeting.denied_on) is distinct from (coalesce(excluded.minutes, meeting.minutes),
          excluded.confirmed_by, excluded.denied_on)`,
  )
}

/** What participation is counted from, and what is said of the surveys, in one query. */
export async function participationOf(tx: Database, organisationId: string, seasonId: string, day: string) {
  const found = await firstOf<Pick<SeasonRows, 'pairs' | 'departments'> & { written: readonly SummaryLine[] }>(
    tx,
    sql`select ${asList(pairRows(organisationId, seasonId))} as pairs,
      ${asList(departmentRows(organisationId, seasonId, day))} as departments,
      ${asList(summaryRows(organisationId, seasonId, day))} as written`,
  )
  return found ?? { pairs: [], departments: [], written: [] }
}

/** The rows that every figure of a season is counted from, in one query. */
export async function seasonFactsOf(
  tx: Database,
  organisationId: string,
  seasonId: string,
  day: string,
  counted: readonly CountedQuestion[],
) {
  const found = await firstOf<SeasonRows>(tx, sql`select ${factColumns(organisationId, seasonId, day, counted)}`)
  return found ?? NO_ROWS
}

function factColumns(
  organisationId: string,
  seasonId: string,
  day: string,
  counted: readonly CountedQuestion[],
): RawBuilder<unknown> {
  return sql`${asList(pairRows(organisationId, seasonId))} as pairs,
      ${asList(departmentRows(organisationId, seasonId, day))} as departments,
      ${asList(attendanceRows(organisationId, seasonId))} as attendance,
      ${asList(meetingRows(organisationId, seasonId))} as meetings,
      ${asList(answeredRows(organisationId, seasonId))} as answered,
      ${asList(answerRows(organisationId, seasonId, counted))} as answers,
      ${asList(changeRows(organisationId, seasonId))} as changes,
      ${asList(brokenDownRows(organisationId, seasonId))} as breakdowns,
      ${asList(sealedSurveys(organisationId, seasonId))} as sealed,
      ${asList(supervisorRows(organisationId, seasonId))} as supervisors`
}

/** The same as the results take them, with what measures are counted from; surveys whose answers still lie sealed are not among them. */
export async function resultFactsOf(
  tx: Database,
  organisationId: string,
  seasonId: string,
  day: string,
  asked: Pick<AskedFacts, 'counted' | 'careers'>,
) {
  const found = await firstOf<MeasuredRows>(tx, measuredRows(organisationId, { seasonId, day, ...asked }))
  return asResultFacts(found)
}

/** The same of several seasons, in one query. */
export async function resultFactsOfEach(tx: Database, organisationId: string, asked: readonly AskedFacts[]) {
  const each = asked.map((it) => sql`(select row_to_json(r) from (${measuredRows(organisationId, it)}) r)`)
  const found = await firstOf<{ seasons: readonly MeasuredRows[] }>(
    tx,
    sql`select json_build_array(${sql.join(each)}) as seasons`,
  )
  return (found?.seasons ?? []).map(asResultFacts)
}

type AskedFacts = {
  readonly seasonId: string
  readonly day: string
  readonly counted: readonly CountedQuestion[]
  readonly careers: boolean
}

function measuredRows(
  organisationId: string,
  { seasonId, day, counted, careers }: AskedFacts,
): RawBuilder<MeasuredRows> {
  return sql`select ${factColumns(organisationId, seasonId, day, counted)},
      ${careers ? careersRow(organisationId, seasonId, day) : sql`null::jsonb`} as careers,
      ${asList(trainedRows(organisationId, seasonId))} as trained,
      ${asList(questionRows(organisationId, seasonId, day))} as questions`
}

function asResultFacts(found: MeasuredRows | undefined) {
  const none = { ...NO_ROWS, trained: [], questions: [], careers: null }
  const { pairs, answered, answers, sealed, questions, ...rest } = found ?? none
  const surveys = answered
    .filter((it) => !sealed.some((one) => one.survey === it.survey))
    .map((it) => ({ ...it, answers: answers.filter((one) => one.survey === it.survey && one.role === it.role) }))
  return { ...rest, questionsAskedOn: questions.map((it) => it.on), pairs: pairs.map(asPairFact), surveys }
}

type MeasuredRows = SeasonRows & {
  readonly trained: readonly TrainedFact[]
  readonly questions: readonly { readonly on: string }[]
  readonly careers: Careers | null
}

type SeasonRows = {
  readonly pairs: readonly PairRow[]
  readonly departments: readonly DepartmentFact[]
  readonly attendance: readonly AttendanceFact[]
  readonly meetings: readonly MeetingFact[]
  readonly answered: readonly AnsweredRow[]
  readonly answers: readonly AnswerRow[]
  readonly changes: readonly ChangeFact[]
  readonly breakdowns: readonly BreakdownFact[]
  /** Surveys whose answers still lie sealed: they count nothing yet, not even in the minute between their last day and their close. */
  readonly sealed: readonly { readonly survey: string }[]
  readonly supervisors: readonly SupervisorFact[]
}
const NO_ROWS: SeasonRows = {
  pairs: [],
  departments: [],
  attendance: [],
  meetings: [],
  answered: [],
  answers: [],
  changes: [],
  breakdowns: [],
  sealed: [],
  supervisors: [],
}

function trainedRows(organisationId: string, seasonId: string): RawBuilder<TrainedFact> {
  return sql`select person_id as "personId", course, happened_on as "happenedOn" from training_record
    where organisation_id = ${organisationId} and season_id = ${seasonId}`
}

/** Of each question of the boards that stands there on the day, the day it was asked on, and nothing else. */
function questionRows(organisationId: string, seasonId: string, day: string): RawBuilder<{ readonly on: string }> {
  return sql`select asked_on as "on" from board_question
    where organisation_id = ${organisationId} and season_id = ${seasonId} and (hidden_on is null or hidden_on > ${day}::date)`
}

function attendanceRows(organisationId: string, seasonId: string): RawBuilder<AttendanceFact> {
  return sql`select event, session, person_id as "personId", happened_on as "happenedOn" from attendance
    where organisation_id = ${organisationId} and season_id = ${seasonId}`
}

function meetingRows(organisationId: string, seasonId: string): RawBuilder<MeetingFact> {
  return meetingRowsWhere(sql`m.organisation_id = ${organisationId} and m.season_id = ${seasonId}`)
}

/** Meetings, as `m`, of which something is true. */
export function meetingRowsWhere(condition: RawBuilder<unknown>): RawBuilder<MeetingFact> {
  return sql`select m.mentee_id as "menteeId", m.mentor_id as "mentorId", m.happened_on as "heldOn", m.confirmed_by as "confirmedBy",
      m.denied_on as "deniedOn", m.said_on as "saidOn"
    from meeting m where ${condition}`
}
