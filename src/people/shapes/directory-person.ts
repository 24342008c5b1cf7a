import type { Day } from '../../model/day.ts'

/** A person as the directory service knows them: what it may say of somebody, and no more. No hat can be said here. */
export type DirectoryPerson = {
  /** What the service calls them; the address where it is no other. */
  readonly userName: string
  readonly email: string
  readonly externalId: string | null
  readonly name: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly isActive: boolean
  readonly employeeId: string | null
  readonly title: string | null
  readonly division: string | null
  readonly department: string | null
  readonly timeZone: string | null
  /** The manager's id, the service's id of them, their address or their employee id. */
  readonly managerRef: string | null
}

/** The same, as it is kept: with our id, and who the manager is. */
export type KeptPerson = DirectoryPerson & {
  readonly id: string
  readonly manager: { readonly id: string; readonly name: string } | null
  readonly leftOn: Day | null
  /** Instants. */
  readonly createdAt: string
  readonly changedAt: string
}
