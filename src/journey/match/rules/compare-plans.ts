import type { KeptPair } from '../../../model/match-run.ts'

/** A run, or what a run would answer, as far as two of them are compared. */
export type Plan = {
  readonly pairs: readonly (Pick<KeptPair, 'mentorId' | 'menteeId' | 'worth'> & Partial<KeptPair>)[]
  readonly waitingList: readonly string[]
  readonly reserve: readonly string[]
}
/** Who has another mentor, or none; null is no mentor. */
export type Move = { readonly menteeId: string; readonly from: string | null; readonly to: string | null }
export type Difference = {
  readonly moves: readonly Move[]
  /** Pairs, and points of worth of all pairs (100 is one point shown), that the second has fewer. */
  readonly pairsLost: number
  readonly worthLost: number
  readonly worst: { readonly before: number | null; readonly after: number | null }
  /** Mentors of the reserve who then serve, and those who then wait in it. */
  readonly serving: readonly string[]
  readonly reserved: readonly string[]
}

/** What changes from one plan to another, mentees in the order of their ids. */
export function comparePlans(before: Plan, after: Plan): Difference {
  const [were, are] = [mentorsOf(before), mentorsOf(after)]
  const everybody = [...new Set([...were.keys(), ...are.keys()])].sort()
  const moves = everybody
    .map((menteeId) => ({ menteeId, from: were.get(menteeId) ?? null, to: are.get(menteeId) ?? null }))
    .filter((it) => it.from !== it.to)
  const [waited, waits] = [new Set(before.reserve), new Set(after.reserve)]
  return {
    moves,
    pairsLost: before.pairs.length - after.pairs.length,
    worthLost: worthOf(before) - worthOf(after),
    worst: { before: worstOf(before), after: worstOf(after) },
    serving: before.reserve.filter((id) => !waits.has(id)),
    reserved: after.reserve.filter((id) => !waited.has(id)),
  }
}

/** Worth of all pairs together. */
export function worthOf({ pairs }: Plan): number {
  return pairs.reduce((sum, it) => sum + it.worth, 0)
}

/** The worth of the worst-off pair; null without a pair. */
export function worstOf({ pairs }: Plan): number | null {
  return pairs.length === 0 ? null : pairs.reduce((least, it) => Math.min(least, it.worth), Infinity)
}

type Term = KeptPair['terms'][number]

/** Whether a part of the worth speaks for a pair: more than half of its points. As in the reason of every pair. */
export function isStrong({ points, max }: Term): boolean {
  return max !== undefined && points * 2 > max
}

/**
 * In how many pairs each part of the worth is strong, parts in the order of the first pair that has them. Counts and no points: what
 * all other parts leave of a pair's worth would be the wishes, which are nobody's to read.
 */
export function countStrong({ pairs }: Plan): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const term of pairs.flatMap((it) => it.terms ?? []))
    counts.set(term.name, (counts.get(term.name) ?? 0) + (isStrong(term) ? 1 : 0))
  return counts
}

function mentorsOf({ pairs }: Plan): ReadonlyMap<string, string> {
  return new Map(pairs.map((it) => [it.menteeId, it.mentorId]))
}
