import { halfHours, startsInside } from '../../../calendar/half-hours.ts'
import type { Available } from '../../../calendar/shared-times.ts'
import type { Day } from '../../../model/day.ts'
import { planMostCovered } from './most-covered.ts'

/** Sessions of one event at most: more alternatives than that nobody holds. */
export const MOST_SESSIONS = 4
/** Days at most from which times are proposed. */
export const MOST_DAYS = 31

export type TimesAsked = {
  readonly people: readonly ({ readonly id: string } & Available)[]
  readonly from: Day
  readonly until: Day
  /** The zone whose half hours sessions begin on. */
  readonly zone: string
  readonly minutes: number
  readonly sessions: number
}
export type ProposedTimes = {
  /** Instants, ISO 8601 with milliseconds and Z, ascending; each with how many can come to it. */
  readonly times: readonly { readonly at: string; readonly reaches: number }[]
  readonly covered: number
  /** Ids of those with none of the times inside their working hours. */
  readonly left: readonly string[]
}
export type PlannedTimes = ProposedTimes & {
  /** For each of the times, the best choice there is without it. */
  readonly instead: readonly ProposedTimes[]
  /** The best other choice: of those the one that reaches most. */
  readonly nextBest: ProposedTimes | null
}

/**
 * The times of an event's sessions that give the most people one inside their working hours, exactly; who is left without; and what
 * would be best instead of each. Of times that suit the same people the middle of the first run is taken. PRODUCT.md, learn and gather.
 */
export function planTimes(asked: TimesAsked): PlannedTimes {
  const starts = halfHours(asked.from, asked.until, asked.zone)
  const choices: number[][] = starts.map(() => [])
  for (const [person, places] of placesOf(asked, starts).entries()) for (const at of places) choices[at]?.push(person)
  const propose = (without: readonly number[]) =>
    planMostCovered(choices, asked.people.length, asked.sessions, without).chosen
  const chosen = propose([])
  const shown = (places: readonly number[]) => asProposed(asked, starts, choices, places)
  const instead = chosen.map((at) => shown(propose([at])))
  const nextBest = instead.reduce<ProposedTimes | null>((a, b) => (a && a.covered >= b.covered ? a : b), null)
  return { ...shown(chosen), instead, nextBest: nextBest && nextBest.covered > 0 ? nextBest : null }
}

/** Hours and holidays that many share are worked out once. */
function placesOf({ people, minutes }: TimesAsked, starts: readonly number[]): readonly (readonly number[])[] {
  const known = new Map<string, readonly number[]>()
  return people.map((it) => {
    const key = JSON.stringify([it.hours, [...it.holidays]])
    const found = known.get(key) ?? startsInside(it, starts, minutes)
    known.set(key, found)
    return found
  })
}

function asProposed(
  { people }: TimesAsked,
  starts: readonly number[],
  choices: readonly (readonly number[])[],
  places: readonly number[],
): ProposedTimes {
  const reached = new Set(places.flatMap((at) => choices[at] ?? []))
  const times = places.map((at) => {
    const start = starts[middleOfRun(choices, at)] ?? 0
    return { at: new Date(start).toISOString(), reaches: choices[at]?.length ?? 0 }
  })
  const left = people.filter((_, person) => !reached.has(person)).map((it) => it.id)
  return { times, covered: reached.size, left }
}

/** The middle of the half hours in a row that suit just the same people, beginning with this one: nobody begins the day with it. */
function middleOfRun(choices: readonly (readonly number[])[], first: number): number {
  const key = String(choices[first])
  let last = first
  while (last + 1 < choices.length && String(choices[last + 1]) === key) last += 1
  return first + Math.floor((last - first) / 2)
}
