import type { ApplicationState, ApplicationsFilter } from '../../../journey/review/rules/select-applications.ts'
import type { Role } from '../../../model/role.ts'

type Outcome = 'pool' | 'reserve' | 'declined'

const STATES: Readonly<Record<ApplicationState, string>> = {
  open: 'not decided',
  admitted: 'admitted',
  waiting: 'waiting list or reserve',
  declined: 'declined',
  placed: 'has a pair',
}

/** A state as a filter says it, for both roles. */
export function stateInWords(state: ApplicationState): string {
  return STATES[state]
}

/** The same of one application: mentees wait on a list, mentors stand in reserve. */
export function standsInWords(state: ApplicationState, role: Role): string {
  if (state !== 'waiting') return STATES[state]
  return role === 'mentee' ? 'waiting list' : 'reserve'
}

/** What a button does. */
export function outcomeAsVerb(outcome: Outcome, roles: readonly Role[]): string {
  if (outcome === 'pool') return 'Admit'
  if (outcome === 'declined') return 'Decline'
  if (roles.length !== 1) return 'To the waiting list or reserve'
  return roles[0] === 'mentee' ? 'To the waiting list' : 'Into the reserve'
}

/** What was done, after somebody’s name or a number of applications. */
export function outcomeDone(outcome: Outcome): string {
  if (outcome === 'pool') return 'admitted'
  return outcome === 'declined' ? 'declined' : 'put on the waiting list or into the reserve'
}

/** A mean of scores as people read it. */
export function priorityInWords(priority: number | null): string {
  return priority === null ? 'no review' : priority.toFixed(1)
}

export function divisionInWords(division: string | null): string {
  return division ? division : 'no division'
}

type Shown = ApplicationsFilter & { readonly season?: string; readonly page?: number }

/** The part of an address that says which applications, in which order. */
export function applicationsQuery({ season, q, role, division, state, sort, page = 1 }: Shown): string {
  return new URLSearchParams({
    ...(season ? { season } : {}),
    ...(q ? { q } : {}),
    ...(role ? { role } : {}),
    ...(division === null ? {} : { division: division || NO_DIVISION }),
    ...(state ? { state } : {}),
    ...(sort === 'priority' ? {} : { sort }),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString()
}

/** In an address, those without a division: an empty word there means any. */
export const NO_DIVISION = '-'
