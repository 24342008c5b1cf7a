import type { Day } from '../../model/day.ts'
import type { Details } from '../shapes/directory.ts'
import type { DirectoryPerson } from '../shapes/directory-person.ts'
import { isSame } from './describe-change.ts'

type Kept = {
  readonly id: string
  readonly leftOn: Day | null
  /** What the directory says of them; null where it says nothing yet. */
  readonly details: Details | null
}

export type ServicePlan = {
  readonly record: {
    readonly id: string
    readonly email: string
    readonly name: string
    readonly employee_id: string | null
    readonly external_id: string | null
    readonly user_name: string | null
    readonly given_name: string | null
    readonly family_name: string | null
  }
  readonly entry: { readonly record: Details & { readonly person_id: string }; readonly isFirst: boolean } | null
  /** Undefined where nothing of it changes; null brings the person back. */
  readonly leftOn: Day | null | undefined
}

/** What the directory service changes of somebody on a day. Of the rest, hours and skills, it says nothing: that stays. */
export function planServicePerson(
  before: Kept,
  now: DirectoryPerson,
  nothing: Details,
  managerId: string | null,
  today: Day,
): ServicePlan {
  const known = before.details ?? nothing
  const details = {
    ...known,
    title: now.title,
    division: now.division,
    department: now.department,
    time_zone: now.timeZone,
    manager_id: managerId === before.id ? null : managerId,
  }
  const isFirst = before.details === null
  return {
    record: {
      id: before.id,
      email: now.email,
      name: now.name,
      employee_id: now.employeeId,
      external_id: now.externalId,
      user_name: now.userName === now.email ? null : now.userName,
      given_name: now.givenName,
      family_name: now.familyName,
    },
    entry: isFirst || !isSame(known, details) ? { record: { person_id: before.id, ...details }, isFirst } : null,
    leftOn: decideLeft(before.leftOn, now.isActive, today),
  }
}

function decideLeft(leftOn: Day | null, isActive: boolean, today: Day): Day | null | undefined {
  const wasActive = leftOn === null || leftOn > today
  if (wasActive === isActive) return undefined
  return isActive ? null : today
}
