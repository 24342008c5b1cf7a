import type { Day } from '../../model/day.ts'
import type { ImportReport } from '../../model/report.ts'

/** A directory row as it was read: undefined was not said, null was said to be empty. `managerRef` is an employee id or an address. */
export type PersonInput = {
  readonly row: number
  readonly email: string
  readonly name: string
  readonly employeeId?: string | null
  readonly title?: string | null
  readonly division?: string | null
  readonly department?: string | null
  readonly team?: string | null
  readonly managerRef?: string | null
  readonly startedOn?: Day | null
  readonly timeZone?: string | null
  readonly expertise?: string | null
  /** `HH:MM` in the time zone. */
  readonly worksFrom?: string | null
  readonly worksUntil?: string | null
  /** 1 Monday to 7 Sunday. */
  readonly worksOn?: readonly number[] | null
  /** The name of a calendar of holidays. */
  readonly holidays?: string | null
  /** The first day on which the person is not there any more. */
  readonly leftOn?: Day | null
}

export type HolidayInput = {
  readonly row: number
  readonly calendar: string
  readonly date: Day
  readonly name: string
}

/** What the directory says of a person from a day on, under the names of its columns. */
export type Details = {
  readonly title: string | null
  readonly division: string | null
  readonly department: string | null
  readonly team: string | null
  readonly manager_id: string | null
  readonly started_on: Day | null
  readonly time_zone: string | null
  readonly expertise: string | null
  readonly works_from: string | null
  readonly works_until: string | null
  readonly works_on: readonly number[] | null
  readonly holidays: string | null
}

/** Somebody who is known already, with what the directory says of them on the day. */
export type Known = Details & {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly kind: 'directory' | 'guest' | 'self-declared'
  readonly employee_id: string | null
  readonly in_directory: boolean
  readonly left_on: Day | null
  readonly is_erased: boolean
}

/** One thing a sheet changes about a person; null is nothing. */
export type FieldChange = { readonly field: string; readonly from: string | null; readonly to: string | null }

/** One person a sheet changes; `row` is null for who is not in it. */
export type ChangedPerson = {
  readonly row: number | null
  readonly email: string
  readonly name: string
  readonly what: 'new' | 'changed' | 'leaves' | 'returns'
  readonly changes: readonly FieldChange[]
}

/** What a sheet would change; `fingerprint` says whether a later look finds the same. */
export type DirectoryPreview = ImportReport & {
  readonly added: number
  readonly changed: number
  readonly leaving: number
  readonly returning: number
  readonly people: readonly ChangedPerson[]
  readonly fingerprint: string
}
