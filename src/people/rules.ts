import type { ImportReport, RowFault } from '../model/report.ts'

/** A directory row as it was read. `managerRef` is an employee id or an address. */
export type PersonInput = {
  readonly row: number
  readonly email: string
  readonly name: string
  readonly employeeId: string | null
  readonly title: string | null
  readonly division: string | null
  readonly department: string | null
  readonly team: string | null
  readonly managerRef: string | null
  readonly startedOn: string | null
  readonly timeZone: string | null
  readonly expertise: string | null
}

type Known = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly employee_id: string | null
  readonly in_directory: boolean
} & Details

type Details = {
  readonly title: string | null
  readonly division: string | null
  readonly department: string | null
  readonly team: string | null
  readonly manager_id: string | null
  readonly started_on: string | null
  readonly time_zone: string | null
  readonly expertise: string | null
}

export type DirectoryPlan = {
  readonly people: readonly { id: string; email: string; name: string; kind: 'directory'; employee_id: string | null }[]
  readonly entries: readonly { readonly record: { person_id: string } & Details; readonly isFirst: boolean }[]
  readonly report: ImportReport
}

/** What a directory changes: per person new, changed or the same; an unknown manager is a note, not a fault. */
export function planDirectory(
  rows: readonly PersonInput[],
  known: readonly Known[],
  newId: () => string,
): DirectoryPlan {
  const { kept, rejected } = onePerAddress(rows)
  const byEmail = new Map(known.map((person) => [person.email, person]))
  const ids = new Map(kept.map((row) => [row.email, byEmail.get(row.email)?.id ?? newId()]))
  const references = managerIndex(kept, known, ids)
  const notes: { row: number; column: string | null; message: string }[] = []
  const people: DirectoryPlan['people'][number][] = []
  const entries: DirectoryPlan['entries'][number][] = []
  for (const row of kept) {
    const id = ids.get(row.email) ?? ''
    const managerId = row.managerRef ? (references.get(row.managerRef.toLowerCase()) ?? null) : null
    if (row.managerRef && !managerId)
      notes.push({
        row: row.row,
        column: 'manager_id',
        message: `the manager ${row.managerRef} is not in the directory; kept without a manager`,
      })
    const before = byEmail.get(row.email)
    const record = { person_id: id, ...detailsOf(row, managerId === id ? null : managerId) }
    if (!before || before.name !== row.name || before.employee_id !== row.employeeId || !before.in_directory)
      people.push({ id, email: row.email, name: row.name, kind: 'directory', employee_id: row.employeeId })
    if (!before?.in_directory || !isSame(before, record)) entries.push({ record, isFirst: !before?.in_directory })
  }
  const touched = new Set([...people.map((person) => person.id), ...entries.map((entry) => entry.record.person_id)])
  const report = { read: rows.length, accepted: touched.size, unchanged: kept.length - touched.size, rejected, notes }
  return { people, entries, report }
}

function onePerAddress(rows: readonly PersonInput[]) {
  const first = new Map<string, number>()
  const rejected: RowFault[] = []
  const kept = rows.filter((row) => {
    const before = first.get(row.email)
    if (before === undefined) return first.set(row.email, row.row)
    rejected.push({
      row: row.row,
      column: 'email',
      code: 'repeated-person',
      message: `${row.email} is already in row ${before}`,
      remedy: 'Keep one row for each person.',
    })
    return false
  })
  return { kept, rejected }
}

function managerIndex(
  rows: readonly PersonInput[],
  known: readonly Known[],
  ids: ReadonlyMap<string, string>,
): Map<string, string> {
  const index = new Map<string, string>()
  for (const person of known) {
    index.set(person.email, person.id)
    if (person.employee_id) index.set(person.employee_id.toLowerCase(), person.id)
  }
  for (const row of rows) {
    const id = ids.get(row.email)
    if (!id) continue
    index.set(row.email, id)
    if (row.employeeId) index.set(row.employeeId.toLowerCase(), id)
  }
  return index
}

function detailsOf(row: PersonInput, managerId: string | null): Details {
  return {
    title: row.title,
    division: row.division,
    department: row.department,
    team: row.team,
    manager_id: managerId,
    started_on: row.startedOn,
    time_zone: row.timeZone,
    expertise: row.expertise,
  }
}

function isSame(before: Details, now: Details): boolean {
  const keys = [
    'title',
    'division',
    'department',
    'team',
    'manager_id',
    'started_on',
    'time_zone',
    'expertise',
  ] as const
  return keys.every((key) => before[key] === now[key])
}
