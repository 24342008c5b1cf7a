import { isLessThanHours } from './overlap.ts'
import type { Mentee, Mentor, PairIds, Policy, RefusalCode } from './problem.ts'
import { sharedHours } from './worth.ts'

type IdSets = ReadonlyMap<string, ReadonlySet<string>>
/** A policy and the fixed pairs, ready to be asked about n × m pairs. */
export type HardRules = {
  readonly policy: Policy
  readonly silent: IdSets
  readonly past: IdSets
  readonly bothWays: IdSets
}

/** Indexes a policy once a run. Blocks hold in both directions. Policy: PRODUCT.md "Matching", hard rules. */
export function readHardRules(policy: Policy, fixed: readonly PairIds[] = []): HardRules {
  const blocks = policy.blocks.flatMap(([a, b]) => [
    { mentorId: a, menteeId: b },
    { mentorId: b, menteeId: a },
  ])
  const turned = fixed.map((pair) => ({ mentorId: pair.menteeId, menteeId: pair.mentorId }))
  return {
    policy,
    silent: byMentor([...blocks, ...policy.forbidden]),
    past: byMentor(policy.past),
    bothWays: byMentor(turned),
  }
}

/** Why a pair may not be, or null. Open rules come first, so that "not possible" is said only when nothing else stands in the way. Policy: PRODUCT.md "Matching", hard rules. */
export function refusalOf(rules: HardRules, mentor: Mentor, mentee: Mentee): RefusalCode | null {
  if (mentor.id === mentee.id) return 'own-self'
  if (rules.policy.otherDivision) {
    if (mentor.division === null || mentee.division === null) return 'division-unknown'
    if (mentor.division === mentee.division) return 'own-division'
  }
  if (isInLine(mentor, mentee, rules.policy.reportingLineDistance)) return 'reporting-line'
  if (rules.policy.pastPairs !== 'worth' && holds(rules.past, mentor.id, mentee.id)) return 'past-pair'
  if (holds(rules.bothWays, mentor.id, mentee.id)) return 'both-ways'
  if (hasTooLittleOverlap(rules.policy, mentor, mentee)) return 'too-little-overlap'
  if (hasOtherLevel(rules.policy, mentor, mentee)) return 'relative-level'
  if (mentor.maximum < 1) return 'no-places'
  return holds(rules.silent, mentor.id, mentee.id) ? 'not-possible' : null
}

function isInLine(mentor: Mentor, mentee: Mentee, distance: number): boolean {
  const above = mentee.lineAbove.indexOf(mentor.id)
  const below = mentor.lineAbove.indexOf(mentee.id)
  return (above >= 0 && above < distance) || (below >= 0 && below < distance)
}

function hasTooLittleOverlap(policy: Policy, mentor: Mentor, mentee: Mentee): boolean {
  if (policy.overlapHours == null || (mentor.asynchronous && mentee.asynchronous)) return false
  const shared = sharedHours(mentor, mentee)
  return shared !== null && isLessThanHours(shared, policy.overlapHours)
}

function hasOtherLevel({ levelsAhead }: Policy, mentor: Mentor, mentee: Mentee): boolean {
  if (!levelsAhead || mentor.level == null || mentee.level == null) return false
  const ahead = mentor.level - mentee.level
  return ahead < (levelsAhead.least ?? ahead) || ahead > (levelsAhead.most ?? ahead)
}

function holds(sets: IdSets, mentorId: string, menteeId: string): boolean {
  return sets.get(mentorId)?.has(menteeId) ?? false
}

function byMentor(pairs: readonly PairIds[]): IdSets {
  const sets = new Map<string, Set<string>>()
  for (const { mentorId, menteeId } of pairs) sets.set(mentorId, (sets.get(mentorId) ?? new Set()).add(menteeId))
  return sets
}
