import { applications } from './applications-kind.ts'
import { type Cell, orNull, type SheetKind } from './cell.ts'
import * as cells from './cells.ts'
import { kindOf, needed, optional } from './kind-of.ts'
import { holidays, people } from './people-kind.ts'
import type {
  ApplicationRow,
  AttendanceRow,
  ClearanceRow,
  HolidayRow,
  MeetingRow,
  PersonRow,
  ReviewRow,
  SurveyRow,
  TrainingRow,
} from './rows.ts'

/** A day, in minutes. */
const LONGEST_MEETING_MINUTES = 1440

type FixedRows = {
  people: PersonRow
  holidays: HolidayRow
  applications: ApplicationRow
  clearance: ClearanceRow
  training: TrainingRow
  attendance: AttendanceRow
  meetings: MeetingRow
}

/** A question as program files have it: `skills` is multi-select, `yes-no` is checked. */
export type SurveyQuestion = { readonly key: string; readonly kind: string }

export type SheetName = keyof FixedRows | 'reviews' | 'survey'

const FIXED: { readonly [Name in keyof FixedRows]: SheetKind<FixedRows[Name]> } = {
  people: people(),
  holidays: holidays(),
  applications: applications(),
  clearance: clearance(),
  training: training(),
  attendance: attendance(),
  meetings: meetings(),
}

/** The sheet a coordinator imports, by name; criteria and questions are those of the season's program. */
export function sheetKind<Name extends keyof FixedRows>(name: Name): SheetKind<FixedRows[Name]>
export function sheetKind(name: 'reviews', options: { readonly criteria: readonly string[] }): SheetKind<ReviewRow>
export function sheetKind(
  name: 'survey',
  options: { readonly questions: readonly SurveyQuestion[] },
): SheetKind<SurveyRow>
export function sheetKind(
  name: SheetName,
  {
    criteria = [],
    questions = [],
  }: { readonly criteria?: readonly string[]; readonly questions?: readonly SurveyQuestion[] } = {},
): SheetKind<unknown> {
  if (name === 'reviews') return reviews(criteria)
  if (name === 'survey') return survey(questions)
  return FIXED[name]
}

/** Whose standing is in the file is all we take; a shifted row must not show it either, so addresses are secret too. */
function clearance(): SheetKind<ClearanceRow> {
  const columns = {
    email: { ...needed('email', cells.email), confidential: true },
    standing: { ...optional('standing', cells.textOrBlank), confidential: true, ignored: true },
  }
  return kindOf('clearance', columns, (take, c) => ({ email: take(c.email) }))
}

function reviews(criteria: readonly string[]): SheetKind<ReviewRow> {
  const email = needed('email', cells.email)
  const role = needed('role', cells.role)
  const reviewer = needed('reviewer', cells.email)
  const scores = criteria.map((key) => needed(key, cells.wholeNumber(1, 5)))
  return {
    name: 'reviews',
    columns: [email, role, reviewer, ...scores],
    row: (take) => ({
      email: take(email),
      role: take(role),
      reviewer: take(reviewer),
      scores: Object.fromEntries(scores.map((score) => [score.name, take(score)])),
    }),
  }
}

function training(): SheetKind<TrainingRow> {
  const columns = {
    email: needed('email', cells.email),
    course: needed('course', cells.text),
    on: optional('completed_on', orNull(cells.day)),
  }
  return kindOf('training', columns, (take, c) => ({
    email: take(c.email),
    course: take(c.course),
    completedOn: take(c.on),
  }))
}

function attendance(): SheetKind<AttendanceRow> {
  const columns = {
    event: needed('event', cells.text),
    session: needed('session', cells.text),
    email: needed('email', cells.email),
    on: optional('attended_on', orNull(cells.day)),
  }
  return kindOf('attendance', columns, (take, c) => ({
    event: take(c.event),
    session: take(c.session),
    email: take(c.email),
    attendedOn: take(c.on),
  }))
}

function meetings(): SheetKind<MeetingRow> {
  const columns = {
    mentee: needed('mentee_email', cells.email),
    mentor: optional('mentor_email', orNull(cells.email)),
    on: needed('held_on', cells.day),
    minutes: optional('minutes', orNull(cells.wholeNumber(0, LONGEST_MEETING_MINUTES))),
    by: optional('confirmed_by', cells.confirmation),
  }
  return kindOf('meetings', columns, (take, c) => ({
    menteeEmail: take(c.mentee),
    mentorEmail: take(c.mentor),
    heldOn: take(c.on),
    minutes: take(c.minutes),
    confirmedBy: take(c.by),
  }))
}

/** Answers are private, so no message repeats a cell of this sheet. */
function survey(questions: readonly SurveyQuestion[]): SheetKind<SurveyRow> {
  const email = { ...needed('email', cells.email), confidential: true }
  const answers = questions.map(({ key, kind }) => ({ ...needed(key, answerOf(kind)), confidential: true }))
  return {
    name: 'survey',
    columns: [email, ...answers],
    row: (take) => ({
      email: take(email),
      answers: Object.fromEntries(answers.map((answer) => [answer.name, take(answer)])),
    }),
  }
}

function answerOf(kind: string): Cell<readonly string[]> {
  if (kind === 'skills') return cells.list
  if (kind === 'goal') return cells.goalAnswer
  return kind === 'yes-no' ? cells.yesNoAnswer : cells.oneAnswer
}
