import type { Mentee, Policy, Problem } from '../../../matching/problem.ts'
import type { KeptAsked, PairOfRun } from '../../../model/match-run.ts'
import type { Changes, Turned } from '../shapes.ts'

/**
 * What a run was asked, in digests: enough to say later what changed, and not what anybody wrote. Wishes and blocks are not in it, so
 * that nobody can tell from it whether somebody has any.
 */
export function describeAsked(problem: Problem, policy: Policy, digest: (text: string) => string): KeptAsked {
  const known = ({ wishes: _, ...rest }: Mentee) => digest(JSON.stringify(rest))
  const byId = (all: readonly Mentee[]) => Object.fromEntries(all.map((it) => [it.id, known(it)]))
  return {
    mentors: byId(problem.mentors),
    mentees: byId(problem.mentees),
    pinned: policy.pinned,
    forbidden: policy.forbidden,
    rules: rulesOf(policy),
  }
}

function rulesOf(policy: Policy) {
  const { otherDivision, reportingLineDistance, overlapHours, levelsAhead, pastPairs, worth, seed, shortage } = policy
  const { weights, similarWords } = worth ?? {}
  const chosen = policy.choices ? { choices: policy.choices.length } : {}
  return {
    ...chosen,
    ...{ otherDivision, reportingLineDistance, overlapHours: overlapHours ?? null, pastPairs: pastPairs ?? null, seed },
    ...{ levelsAhead: levelsAhead ?? null, weights: weights ?? null, similarWords: similarWords ?? null, shortage },
  }
}

/** What has changed between two times that the match was asked; both were asked different things. */
export function whatChanged(before: KeptAsked, now: KeptAsked): Changes {
  const roles = [
    { role: 'mentor', was: before.mentors, is: now.mentors },
    { role: 'mentee', was: before.mentees, is: now.mentees },
  ] as const
  const of = (pick: (it: (typeof roles)[number]) => readonly string[]) =>
    roles.flatMap((it) => pick(it).map((id) => ({ id, role: it.role })))
  const found = {
    left: of(({ was, is }) => Object.keys(was).filter((id) => !(id in is))),
    joined: of(({ was, is }) => Object.keys(is).filter((id) => !(id in was))),
    differs: of(({ was, is }) => Object.keys(was).filter((id) => id in is && was[id] !== is[id])),
    pinned: turned(before.pinned, now.pinned),
    forbidden: turned(before.forbidden, now.forbidden),
    hasOtherRules: inOrder(before.rules) !== inOrder(now.rules),
  }
  const { left, joined, differs, pinned, forbidden, hasOtherRules } = found
  const lists = [left, joined, differs, pinned.set, pinned.lifted, forbidden.set, forbidden.lifted]
  return { ...found, isElsewhere: !hasOtherRules && lists.every((it) => it.length === 0) }
}

function turned(before: readonly PairOfRun[], now: readonly PairOfRun[]): Turned {
  const without = (all: readonly PairOfRun[], others: readonly PairOfRun[]) =>
    all.filter((it) => !others.some((other) => other.mentorId === it.mentorId && other.menteeId === it.menteeId))
  return { set: without(now, before), lifted: without(before, now) }
}

/** Rules are kept as JSON, which forgets the order of their names. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, it: unknown) =>
    it && typeof it === 'object' && !Array.isArray(it)
      ? Object.fromEntries(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1)))
      : it,
  )
}
