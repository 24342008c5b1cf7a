import type { Day } from '../../model/day.ts'
import type { ImportReport } from '../../model/report.ts'
import type { ChangedPerson, Details, Known, PersonInput } from '../shapes/directory.ts'
import { describeChanges, detailsOf, isSame } from './describe-change.ts'
import { type Ending, planEndings } from './plan-endings.ts'
import { keepFirstOfEach, managersOf, type Note } from './read-rows.ts'

export type DirectoryPlan = {
  readonly people: readonly { id: string; email: string; name: string; kind: 'directory'; employee_id: string | null }[]
  readonly entries: readonly { readonly record: { person_id: string } & Details; readonly isFirst: boolean }[]
  /** Who leaves, and from which day; null brings somebody back. */
  readonly endings: readonly Ending[]
  readonly changed: readonly ChangedPerson[]
  readonly report: ImportReport
}

/** What a sheet is read against: everybody known, the day it holds from, and who must not be shut out by it. */
export type Setting = {
  readonly known: readonly Known[]
  readonly day: Day
  /** The file holds everybody: who is in the directory and not in it has left. */
  readonly whole: boolean
  /** Who brings the sheet; nobody shuts themselves out by one. */
  readonly selfId: string | null
  readonly ownerIds: readonly string[]
}

/** What a directory changes: per person new, changed, gone, back or the same; an unknown manager is a note, not a fault. PRODUCT.md, figures. */
export function planDirectory(rows: readonly PersonInput[], setting: Setting, newId: () => string): DirectoryPlan {
  const { kept, rejected } = keepFirstOfEach(rows)
  const byEmail = new Map(setting.known.map((person) => [person.email, person]))
  const ids = new Map(kept.map((row) => [row.email, byEmail.get(row.email)?.id ?? newId()]))
  const managers = managersOf(kept, setting.known, ids)
  const endings = planEndings(kept, byEmail, ids, setting)
  const names = new Map(setting.known.map((person) => [person.id, person.email]))
  for (const [email, id] of ids) names.set(id, email)
  const planned = kept.map((row) =>
    planRow(row, byEmail.get(row.email), ids.get(row.email) ?? '', managers.of(row), (id) => names.get(id) ?? id),
  )
  const endingOf = new Map(endings.list.map((it) => [it.personId, it]))
  const touched = planned.filter((it) => it.isTouched || endingOf.has(it.id))
  const report = {
    read: rows.length,
    accepted: touched.length,
    unchanged: kept.length - touched.length,
    rejected,
    notes: [...managers.notes, ...endings.notes].sort((a: Note, b: Note) => a.row - b.row),
  }
  return {
    people: planned.flatMap((it) => it.person),
    entries: planned.flatMap((it) => it.entry),
    endings: endings.list,
    changed: [
      ...touched.map((it) => sayPerson(it, endingOf.get(it.id))),
      ...endings.list.filter((it) => it.row === null).map(sayLeaver),
    ],
    report: setting.whole || endings.list.length > 0 ? { ...report, facts: countEndings(endings.list) } : report,
  }
}

type PlannedRow = ReturnType<typeof planRow>

function planRow(
  row: PersonInput,
  before: Known | undefined,
  id: string,
  managerId: string | null | undefined,
  nameOf: (personId: string) => string,
) {
  const known = detailsOf(before)
  const now = mergeDetails(row, known, managerId === id ? null : managerId)
  const employeeId = row.employeeId === undefined ? (before?.employee_id ?? null) : row.employeeId
  const isFirst = !before?.in_directory
  const renamed = !before || before.name !== row.name || before.employee_id !== employeeId || isFirst
  const isEntry = isFirst || !isSame(known, now)
  const own = [
    ...(before && before.name !== row.name ? [{ field: 'name', from: before.name, to: row.name }] : []),
    ...((before?.employee_id ?? null) === employeeId
      ? []
      : [{ field: 'employee id', from: before?.employee_id ?? null, to: employeeId }]),
  ]
  return {
    id,
    row: row.row,
    email: row.email,
    name: row.name,
    isFirst,
    isTouched: renamed || isEntry,
    person: renamed
      ? [{ id, email: row.email, name: row.name, kind: 'directory' as const, employee_id: employeeId }]
      : [],
    entry: isEntry ? [{ record: { person_id: id, ...now }, isFirst }] : [],
    changes: [...own, ...describeChanges(known, now, nameOf)],
  }
}

/** What the sheet does not say stays as it is known. */
function mergeDetails(row: PersonInput, known: Details, managerId: string | null | undefined): Details {
  const said = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value)
  return {
    title: said(row.title, known.title),
    division: said(row.division, known.division),
    department: said(row.department, known.department),
    team: said(row.team, known.team),
    manager_id: said(managerId, known.manager_id),
    started_on: said(row.startedOn, known.started_on),
    time_zone: said(row.timeZone, known.time_zone),
    expertise: said(row.expertise, known.expertise),
    works_from: said(row.worksFrom, known.works_from),
    works_until: said(row.worksUntil, known.works_until),
    works_on: said(row.worksOn, known.works_on),
    holidays: said(row.holidays, known.holidays),
  }
}

function sayPerson(it: PlannedRow, ending: Ending | undefined): ChangedPerson {
  const what = ending ? (ending.leftOn ? 'leaves' : 'returns') : it.isFirst ? 'new' : 'changed'
  const left = ending ? [{ field: 'left on', from: ending.before, to: ending.leftOn }] : []
  return { row: it.row, email: it.email, name: it.name, what, changes: [...it.changes, ...left] }
}

function sayLeaver(it: Ending): ChangedPerson {
  const changes = [{ field: 'left on', from: it.before, to: it.leftOn }]
  return { row: null, email: it.email, name: it.name, what: 'leaves', changes }
}

function countEndings(endings: readonly Ending[]): { left: number; returned: number } {
  const left = endings.filter((it) => it.leftOn !== null).length
  return { left, returned: endings.length - left }
}
