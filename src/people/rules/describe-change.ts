import type { Details, FieldChange, Known } from '../shapes/directory.ts'

const WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** What the columns of the directory are called on a sheet and on pages. */
const NAMES: readonly (readonly [key: keyof Details, name: string])[] = [
  ['title', 'title'],
  ['division', 'division'],
  ['department', 'department'],
  ['team', 'team'],
  ['manager_id', 'manager'],
  ['started_on', 'start date'],
  ['time_zone', 'time zone'],
  ['expertise', 'expertise'],
  ['works_from', 'works from'],
  ['works_until', 'works until'],
  ['works_on', 'works on'],
  ['holidays', 'holidays'],
]

/** Every detail that differs, in words; `nameOf` says the name behind a manager's id. */
export function describeChanges(
  before: Details | null,
  now: Details,
  nameOf: (personId: string) => string,
): readonly FieldChange[] {
  return NAMES.flatMap(([key, field]) => {
    const from = before ? inWords(key, before[key], nameOf) : null
    const to = inWords(key, now[key], nameOf)
    return from === to ? [] : [{ field, from, to }]
  })
}

/** The details somebody has of whom the directory says nothing. */
export const NOTHING_KNOWN: Details = {
  title: null,
  division: null,
  department: null,
  team: null,
  manager_id: null,
  started_on: null,
  time_zone: null,
  expertise: null,
  works_from: null,
  works_until: null,
  works_on: null,
  holidays: null,
}

/** Whether both say the same of a person, to the last detail. */
export function isSame(before: Details, now: Details): boolean {
  return NAMES.every(([key]) => JSON.stringify(before[key]) === JSON.stringify(now[key]))
}

export function detailsOf(known: (Details & Pick<Known, 'in_directory'>) | undefined): Details {
  if (!known?.in_directory) return NOTHING_KNOWN
  const { title, division, department, team, manager_id, started_on, time_zone, expertise } = known
  const { works_from, works_until, works_on, holidays } = known
  const hours = { works_from, works_until, works_on, holidays }
  return { title, division, department, team, manager_id, started_on, time_zone, expertise, ...hours }
}

/** "Mon to Fri", "Mon, Wed, Thu": days 1 Monday to 7 Sunday, in order. */
export function weekdaysInWords(days: readonly number[]): string {
  const [first = 0] = days
  const last = days.at(-1) ?? 0
  if (days.length > 2 && last - first === days.length - 1) return `${WEEKDAYS[first]} to ${WEEKDAYS[last]}`
  return days.map((day) => WEEKDAYS[day]).join(', ')
}

function inWords(key: keyof Details, value: Details[keyof Details], nameOf: (id: string) => string): string | null {
  if (value === null) return null
  if (key === 'manager_id') return nameOf(String(value))
  return typeof value === 'string' ? value : weekdaysInWords(value)
}
