import { plain } from './header.ts'

/** What programs that export such sheets call our columns; compared without case, spaces, hyphens and underscores. */
const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  email: ['e mail', 'email address', 'e mail address', 'mail', 'work email', 'username', 'participant', 'user email'],
  name: ['full name', 'display name', 'employee name', 'holiday', 'title of the day'],
  submitted_at: ['timestamp', 'submitted', 'submission time', 'date submitted', 'completion time', 'start time'],
  role: ['applying as', 'i apply as', 'type'],
  topics: ['topic', 'skills', 'interests', 'areas'],
  about: ['about you', 'about me', 'introduction', 'comments'],
  capacity: ['mentees', 'how many mentees', 'places'],
  commits_for_whole_program: ['commitment', 'commits'],
  attends_live_trainings: ['live trainings', 'attends trainings'],
  identifies_with_program: ['identity', 'identity statement'],
  manager_informed: ['manager', 'manager knows', 'manager agreement'],
  can_complete_certificate: ['certificate', 'certification'],
  mentored_before: ['earlier participation', 'been a mentor before'],
  reviewer: ['reviewer email', 'reviewed by', 'scored by'],
  course: ['training', 'course name', 'module'],
  completed_on: ['completed', 'completion date', 'date completed', 'date', 'finished'],
  event: ['event name', 'meeting name'],
  session: ['session number', 'slot'],
  attended_on: ['date', 'attended', 'join time', 'day'],
  mentee_email: ['mentee', 'mentee e mail'],
  mentor_email: ['mentor', 'mentor e mail'],
  held_on: ['date', 'held', 'meeting date', 'day', 'met on'],
  minutes: ['duration', 'length', 'duration minutes'],
  confirmed_by: ['confirmed', 'confirmation'],
  calendar: ['country', 'region', 'location'],
  date: ['day', 'on'],
  employee_id: ['employee number', 'personnel number', 'staff id'],
  division: ['business unit', 'org'],
  start_date: ['hire date', 'started', 'joined', 'date of joining'],
  time_zone: ['timezone', 'tz'],
  manager_email: ['manager e mail', 'manager email address', 'supervisor email'],
}

/**
 * Which header holds each column: the one a coordinator chose before, else the column's own name, else what it is often called.
 * A header is taken once, and columns that fit by name come before those that are guessed. Null where none fits.
 */
export function guessHeaders(
  columns: readonly string[],
  headers: readonly string[],
  remembered: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string | null>> {
  const free = new Map(headers.filter((it) => it.trim() !== '').map((it) => [plain(it), it]))
  const found = new Map<string, string>()
  const take = (column: string, names: readonly string[]) => {
    if (found.has(column)) return
    const name = names.map(plain).find((it) => free.has(it))
    if (name === undefined) return
    found.set(column, free.get(name) ?? '')
    free.delete(name)
  }
  for (const column of columns) take(column, Object.hasOwn(remembered, column) ? [remembered[column] ?? ''] : [])
  for (const column of columns) take(column, [column])
  for (const column of columns) take(column, Object.hasOwn(ALSO_CALLED, column) ? (ALSO_CALLED[column] ?? []) : [])
  return Object.fromEntries(columns.map((column) => [column, found.get(column) ?? null]))
}
