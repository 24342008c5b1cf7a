import { no, type Outcome, yes } from '../../model/outcome.ts'
import type { DeskFacts } from './desk-line.ts'

/** What makes a group of people in pairs: a filter over the pairs of a season, or what somebody misses. */
export const PAIR_GROUPS = ['pairs', 'quiet', 'training', 'certificate', 'seats', 'person'] as const
export const SIDES = ['both', 'mentors', 'mentees'] as const
export type Side = (typeof SIDES)[number]
export type GroupAsked = {
  readonly to: (typeof PAIR_GROUPS)[number]
  readonly who: Side
  /** The course, the event or the person that the group is about. */
  readonly of: string | null
}
/** A pair that has heard of itself, as far as a group goes. */
export type GroupPair = { readonly id: string; readonly mentorId: string; readonly menteeId: string }

/**
 * Who is in a group: of these pairs only, each person once, in the order of the pairs. `missing` gives who misses a training, by
 * its first course. Who answered a survey is known to nobody, so there is no group of those who did not. PRODUCT.md, who sees what.
 */
export function planGroup(
  asked: GroupAsked,
  pairs: readonly GroupPair[],
  facts: Pick<DeskFacts, 'quiet' | 'uncertified' | 'seats'>,
  missing: (course: string) => readonly string[],
): readonly string[] {
  const quiet = new Set(facts.quiet.filter((it) => it.state === 'quiet').map((it) => it.pairId))
  const of = asked.to === 'quiet' ? pairs.filter((it) => quiet.has(it.id)) : pairs
  const people = new Set(of.flatMap((it) => sidesOf(it, asked.who)))
  const named = namedIn(asked, facts, missing)
  return [...people].filter((id) => named === null || named.has(id))
}

function sidesOf({ mentorId, menteeId }: GroupPair, who: Side): readonly string[] {
  if (who === 'both') return [mentorId, menteeId]
  return who === 'mentors' ? [mentorId] : [menteeId]
}

/** Those whom a group names one by one; null where the pairs say it. */
function namedIn(
  { to, of }: GroupAsked,
  { uncertified, seats }: Pick<DeskFacts, 'uncertified' | 'seats'>,
  missing: (course: string) => readonly string[],
): ReadonlySet<string> | null {
  switch (to) {
    case 'pairs':
    case 'quiet':
      return null
    case 'training':
      return new Set(missing(of ?? ''))
    case 'certificate':
      return new Set(uncertified.map((it) => it.personId))
    case 'seats':
      return new Set(seats.find((it) => it.event.key === of)?.without ?? [])
    case 'person':
      return new Set(of === null ? [] : [of])
  }
}

/** Whether a letter may go to a group as it was seen: to nobody it does not, nor to others than those who were looked at. */
export function decideWriting(people: readonly string[], seen: string, now: string): Outcome<'may'> {
  if (people.length === 0) return no('group-empty')
  return seen === now ? yes('may') : no('group-changed', { many: people.length })
}
