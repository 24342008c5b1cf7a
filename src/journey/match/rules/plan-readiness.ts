import { NOT_POSSIBLE } from '../../../matching/grid.ts'
import { refusalOf } from '../../../matching/hard-rules.ts'
import { type OpenView, readOpenView } from '../../../matching/open-view.ts'
import { partitionGrid } from '../../../matching/partition.ts'
import type { Mentee, Mentor, PairIds, Policy, Problem, RefusalCode, RuleRemedy } from '../../../matching/problem.ts'
import { relaxedRuleFor } from '../../../matching/relaxed-rules.ts'
import { readTable } from '../../../matching/table.ts'
import type { Role } from '../../../model/role.ts'
import { planTight } from './plan-tight.ts'

export type Readiness = {
  readonly mentees: number
  readonly mentors: number
  /** Places that mentors have left, and mentees they ask for at least. */
  readonly places: number
  readonly minimums: number
  /** The most mentees that open rules let have a place at once. */
  readonly most: number
  /** Published pairs, which stay. */
  readonly fixed: number
  /** Mentees who can sit nowhere but at fewer places than they are. */
  readonly tight: readonly Tight[]
  readonly stuck: readonly Stuck[]
  /** Pins that a run could not keep. */
  readonly refusedPins: readonly (PairIds & { readonly code: RefusalCode })[]
}
export type Tight = {
  readonly mentees: number
  readonly places: number
  /** Where those mentees are from, the most first; '' where the directory does not say. */
  readonly divisions: readonly { readonly name: string; readonly mentees: number }[]
}
/** Somebody for whom open rules leave nobody: which rule keeps how many away, and like whom somebody new would be possible. */
export type Stuck = {
  readonly id: string
  readonly role: Role
  readonly refused: readonly { readonly code: RefusalCode; readonly people: number }[]
  readonly like: string | null
  /** Where nobody new would do, the one rule whose relaxing would. */
  readonly relax: RuleRemedy | null
}

/**
 * What can be said of a run before it is made. Silent rules have no part in it: nothing here is computed from blocks, forbidden pairs
 * or clearance. Policy: PRODUCT.md "Matching", what would change it.
 */
export function planReadiness(problem: Problem, policy: Policy): Readiness {
  const { grid, mentees } = readTable(problem, { ...policy, blocks: [], forbidden: [], pinned: [] })
  const partition = partitionGrid(grid)
  return {
    mentees: problem.mentees.length,
    mentors: problem.mentors.length,
    places: grid.capacity.reduce((sum, it) => sum + it, 0),
    minimums: grid.need.reduce((sum, it) => sum + it, 0),
    most: partition.seat.filter((column) => column >= 0).length,
    fixed: problem.fixed?.length ?? 0,
    tight: planTight(grid, partition.seat)
      .filter((it) => it.places > 0)
      .map((it) => ({
        mentees: it.rows.length,
        places: it.places,
        divisions: divisionsOf(it.rows.flatMap((row) => mentees[row] ?? [])),
      })),
    stuck: stuckIn(problem, readOpenView(problem, policy)),
    refusedPins: readTable(problem, policy).refusedPins,
  }
}

function divisionsOf(people: readonly Mentee[]): Tight['divisions'] {
  const counts = countBy(people.map((it) => it.division ?? ''))
  return counts.map(([name, many]) => ({ name, mentees: many }))
}

function stuckIn(problem: Problem, view: OpenView): readonly Stuck[] {
  const { mentees, mentors, rules, worthOf } = view
  const isOpen = (row: number, column: number) => worthOf(row, column) !== NOT_POSSIBLE
  const serving = new Set((problem.fixed ?? []).map((pair) => pair.mentorId))
  const reasons = (pairs: readonly (readonly [Mentor, Mentee])[], like: string | null) => {
    const codes = countBy(pairs.flatMap(([mentor, mentee]) => refusalOf(rules, mentor, mentee) ?? []))
    const relax = like === null ? relaxedRuleFor({ rules, fixed: problem.fixed }, pairs) : null
    return { refused: codes.map(([code, people]) => ({ code, people })), like, relax }
  }
  const mentorLike = (one: Mentee) =>
    mentors.find((it) => refusalOf(rules, { ...it, id: '', maximum: 1 }, one) === null)?.id ?? null
  const menteeLike = (one: Mentor) =>
    mentees.find((it) => refusalOf(rules, one, { ...it, id: '' }) === null)?.id ?? null
  return [
    ...mentees
      .filter((_, row) => mentors.every((_, column) => !isOpen(row, column)))
      .map((one) => ({
        id: one.id,
        role: 'mentee' as const,
        ...reasons(
          mentors.map((mentor) => [mentor, one]),
          mentorLike(one),
        ),
      })),
    ...mentors
      .filter((one, column) => !serving.has(one.id) && mentees.every((_, row) => !isOpen(row, column)))
      .map((one) => ({
        id: one.id,
        role: 'mentor' as const,
        ...reasons(
          mentees.map((mentee) => [one, mentee]),
          menteeLike(one),
        ),
      })),
  ]
}

/** How often each occurs, the most frequent first. */
function countBy<T extends string>(all: readonly T[]): (readonly [T, number])[] {
  const counts = new Map<T, number>()
  for (const it of all) counts.set(it, (counts.get(it) ?? 0) + 1)
  return [...counts].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
}
