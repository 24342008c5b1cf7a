import type { Day } from '../../model/day.ts'
import type { Details } from '../shapes/directory.ts'
import type { KeptPerson } from '../shapes/directory-person.ts'

/** A person and their row of the directory, as they are stored. */
export type StoredPerson = Details & {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly employee_id: string | null
  readonly external_id: string | null
  readonly user_name: string | null
  readonly given_name: string | null
  readonly family_name: string | null
  readonly left_on: Day | null
  readonly created_at: string
  readonly changed_at: string
  readonly manager_name: string | null
  readonly in_directory: boolean
}

/** The same under the names the directory service has for it; who has left by the day is not active. */
export function keptPerson(row: StoredPerson, today: Day): KeptPerson {
  return {
    id: row.id,
    userName: row.user_name ?? row.email,
    email: row.email,
    externalId: row.external_id,
    name: row.name,
    givenName: row.given_name,
    familyName: row.family_name,
    isActive: row.left_on === null || row.left_on > today,
    employeeId: row.employee_id,
    title: row.title,
    division: row.division,
    department: row.department,
    timeZone: row.time_zone,
    managerRef: row.manager_id,
    manager: row.manager_id ? { id: row.manager_id, name: row.manager_name ?? '' } : null,
    leftOn: row.left_on,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}
