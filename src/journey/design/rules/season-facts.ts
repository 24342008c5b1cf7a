import type { Day } from '../../../model/day.ts'
import type { Role } from '../../../model/role.ts'

type AtEvent = { readonly event: string; readonly session: string; readonly people: number }

/** What has already happened in a season: it decides what its program may still say. */
export type SeasonFacts = {
  /** The day it is in the season. */
  readonly today: Day
  readonly applied: Readonly<Record<Role, number>>
  readonly released: boolean
  /** Whether mentees have their shortlists. */
  readonly listsSent: boolean
  readonly pairs: number
  readonly inPairs: number
  /** Meetings a pair had, whoever confirmed them. */
  readonly meetings: number
  readonly came: readonly AtEvent[]
  readonly signedUp: readonly AtEvent[]
  readonly courses: readonly { readonly course: string; readonly people: number }[]
  /** Surveys that somebody has answered; how many did is nobody's to see while it is open. */
  readonly answered: readonly string[]
}

/** The facts of a season on a day, out of its counts. */
export function asSeasonFacts(
  { mentors, mentees, ...rest }: Omit<SeasonFacts, 'today' | 'applied'> & { mentors: number; mentees: number },
  today: Day,
): SeasonFacts {
  return { ...rest, applied: { mentor: mentors, mentee: mentees }, today }
}
