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

/** Where a draft, and somebody's wishes, are sealed. */
export function draftAt(id: string) {
  return { table: 'application_draft', column: 'sealed', row: id } as const
}
export function wishesAt(id: string) {
  return { table: 'match_wish', column: 'sealed', row: id } as const
}

/** One thing in a form to look at again: the element, what is wrong with it, and the numbers or words of the sentence. */
export type FormFault = {
  readonly place: string
  readonly code:
    | 'choose'
    | 'write'
    | 'too-long'
    | 'whole-number'
    | 'not-offered'
    | 'too-many'
    | 'confirm'
    | 'not-yet'
    | 'start-unknown'
    | 'nobody-called'
    | 'several-called'
    | 'oneself'
    | 'both-lists'
  readonly facts: Readonly<Record<string, string | number>>
}

/** What of a form becomes a row: the answers in their columns, the rest by key. */
export type Content = {
  readonly commits: boolean | null
  readonly trainings: boolean | null
  readonly identity: boolean | null
  readonly certificate: boolean | null
  readonly manager_informed: boolean | null
  readonly topics: readonly string[]
  readonly management_track: boolean | null
  readonly mentored_before: string | null
  readonly capacity: number | null
  readonly about: string | null
  readonly answers: Readonly<Record<string, string | number | boolean | readonly string[]>> | null
  readonly asynchronous: boolean | null
}
