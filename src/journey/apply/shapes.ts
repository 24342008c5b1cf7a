import type { Role } from '../../model/role.ts'

/** An application as a spreadsheet row has it; `submittedAt` is an instant. */
export type ApplicationInput = {
  readonly row: number
  readonly submittedAt: string
  readonly email: string
  readonly role: Role
  readonly commits: boolean | null
  readonly trainings: boolean | null
  readonly identity: boolean | null
  readonly certificate: boolean | null
  readonly managerInformed: boolean | null
  readonly topics: readonly string[]
  readonly managementTrack: boolean | null
  readonly mentoredBefore: string | null
  readonly capacity: number | null
  readonly about: string | null
}
