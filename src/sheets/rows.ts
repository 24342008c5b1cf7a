import type { Day } from '../model/day.ts'
import type { Confirmation } from '../model/figures.ts'
import type { Role } from '../model/role.ts'

/** What a file without the column does not say is undefined; what an empty cell says is null. */
export type PersonRow = {
  readonly employeeId: string | null | undefined
  readonly name: string
  readonly email: string
  readonly title: string | null | undefined
  readonly division: string | null | undefined
  readonly department: string | null | undefined
  readonly team: string | null | undefined
  readonly managerId: string | null | undefined
  readonly managerEmail: string | null | undefined
  readonly startDate: Day | null | undefined
  readonly timeZone: string | null | undefined
  readonly expertise: string | null | undefined
  /** `HH:MM` */
  readonly worksFrom: string | null | undefined
  readonly worksUntil: string | null | undefined
  /** 1 Monday to 7 Sunday */
  readonly worksOn: readonly number[] | null | undefined
  readonly holidays: string | null | undefined
  readonly leftOn: Day | null | undefined
}

export type HolidayRow = { readonly calendar: string; readonly date: Day; readonly name: string }

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
