import type { RowFault } from '../../model/report.ts'
import type { Known, PersonInput } from '../shapes/directory.ts'

export type Note = { readonly row: number; readonly column: string | null; readonly message: string }

/** One row for each address: the first; the others are named. */
export function keepFirstOfEach(rows: readonly PersonInput[]): {
  readonly kept: readonly PersonInput[]
  readonly rejected: readonly RowFault[]
} {
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

/** The manager each row names, by employee id or address: null for nobody or somebody unknown, undefined where the sheet is silent. */
export function managersOf(
  rows: readonly PersonInput[],
  known: readonly Known[],
  ids: ReadonlyMap<string, string>,
): { readonly of: (row: PersonInput) => string | null | undefined; readonly notes: readonly Note[] } {
  const index = managerIndex(rows, known, ids)
  const find = (ref: string) => index.get(ref.toLowerCase())
  const notes = rows.flatMap(({ row, managerRef }) =>
    managerRef && !find(managerRef)
      ? [
          {
            row,
            column: 'manager_id',
            message: `the manager ${managerRef} is not in the directory; kept without a manager`,
          },
        ]
      : [],
  )
  const of = ({ managerRef }: PersonInput) => {
    if (managerRef) return find(managerRef) ?? null
    return managerRef === undefined ? undefined : null
  }
  return { of, notes }
}

function managerIndex(
  rows: readonly PersonInput[],
  known: readonly Known[],
  ids: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
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
