import type { Day } from '../model/day.ts'
import type { Confirmation } from '../model/figures.ts'
import type { Role } from '../model/role.ts'

export type PersonRow = {
  readonly employeeId: string | null
  readonly name: string
  readonly email: string
  readonly title: string | null
  readonly division: string | null
  readonly department: string | null
  readonly team: string | null
  readonly managerId: string | null
  readonly managerEmail: string | null
  readonly startDate: Day | null
  readonly timeZone: string | null
  readonly expertise: string | null
}

/** A yes/no is null when it was not asked or not answered; `submittedAt` is ISO 8601 in UTC. */
export type ApplicationRow = {
  readonly submittedAt: string
  readonly email: string
  readonly role: Role
  readonly commitsForWholeProgram: boolean | null
  readonly attendsLiveTrainings: boolean | null
  readonly identifiesWithProgram: boolean | null
  readonly managerInformed: boolean | null
  readonly canCompleteCertificate: boolean | null
  readonly topics: readonly string[]
  readonly managementTrack: boolean | null
  readonly mentoredBefore: string
  readonly capacity: number | null
  readonly about: string
}

export type ClearanceRow = { readonly email: string }

/** `scores` has every criterion's key, each a whole number from 1 to 5. */
export type ReviewRow = {
  readonly email: string
  readonly role: Role
  readonly reviewer: string
  readonly scores: Readonly<Record<string, number>>
}

export type TrainingRow = { readonly email: string; readonly course: string; readonly completedOn: Day | null }

export type AttendanceRow = {
  readonly event: string
  readonly session: string
  readonly email: string
  readonly attendedOn: Day | null
}

export type MeetingRow = {
  readonly menteeEmail: string
  readonly mentorEmail: string | null
  readonly heldOn: Day
  readonly minutes: number | null
  readonly confirmedBy: Confirmation
}

/** `answers` has every question's key; an unanswered one is an empty list. */
export type SurveyRow = { readonly email: string; readonly answers: Readonly<Record<string, readonly string[]>> }
