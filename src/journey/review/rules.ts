import { addMonths } from '../../calendar/days.ts'
import type { Day } from '../../model/day.ts'
import { no, type Outcome, yes } from '../../model/outcome.ts'
import type { Requirement } from '../../model/program.ts'

export type Applicant = {
  readonly submittedOn: Day
  readonly startedOn: Day | null
  readonly answers: {
    readonly commits: boolean | null
    readonly trainings: boolean | null
    readonly identity: boolean | null
    readonly certificate: boolean | null
  }
  /** Whether evidence of a training is already on record; without it only the promise counts. */
  readonly hasEvidence?: (training: string) => boolean
}

/**
 * Whether an application meets its role's requirements; `failed` names every kind that is not met. Standing is the people
 * team's bit and never decided here; a promised certificate is enough to apply. PRODUCT.md, review.
 */
export function decideEligibility(requirements: readonly Requirement[], applicant: Applicant): Outcome<true> {
  const failed = requirements.filter((it) => !isMet(it, applicant)).map((it) => it.kind)
  return failed.length === 0 ? yes(true) : no('not-eligible', { failed })
}

/** Whether one requirement is met; standing always is here, since others answer it. Policy: the program file's requirements. */
export function isMet(requirement: Requirement, { submittedOn, startedOn, answers, hasEvidence }: Applicant): boolean {
  switch (requirement.kind) {
    case 'tenure':
      return startedOn !== null && addMonths(startedOn, requirement.months) <= submittedOn
    case 'commitment':
      return answers.commits === true
    case 'live-trainings':
      return answers.trainings === true
    case 'identity':
      return answers.identity === true
    case 'certificate':
      return answers.certificate === true || hasEvidence?.(requirement.training) === true
    case 'standing':
      return true
  }
}

/** Scores are read to this many parts of a point, so that fractions stay whole numbers. */
const PARTS_OF_A_POINT = 1000n

type Fraction = { readonly over: bigint; readonly under: bigint }
type Review = { readonly reviewerId?: string; readonly scores: Readonly<Record<string, number>> }

/**
 * An application's priority: the mean over reviewers of the mean over criteria, null without reviews or criteria. Summed as
 * exact fractions and divided once, so equal priorities are equal numbers and ties are ties. PRODUCT.md, matching.
 */
export function countPriority(reviews: readonly Review[], criteria: readonly string[]): number | null {
  const means = reviews.flatMap((review) => meanOf(review, criteria) ?? [])
  if (means.length === 0) return null
  const sum = means.reduce(added, { over: 0n, under: 1n })
  const { over, under } = lowest({ over: sum.over, under: sum.under * BigInt(means.length) * PARTS_OF_A_POINT })
  return Number(over) / Number(under)
}

function meanOf({ scores }: Review, criteria: readonly string[]): Fraction | null {
  const given = criteria.flatMap((key) => scores[key] ?? []).filter((score) => Number.isFinite(score))
  const parts = given.map((score) => BigInt(Math.round(score * Number(PARTS_OF_A_POINT))))
  return parts.length === 0 ? null : { over: parts.reduce((a, b) => a + b, 0n), under: BigInt(parts.length) }
}

function added(a: Fraction, b: Fraction): Fraction {
  return lowest({ over: a.over * b.under + b.over * a.under, under: a.under * b.under })
}

function lowest({ over, under }: Fraction): Fraction {
  let [a, b] = [over < 0n ? -over : over, under]
  while (b > 0n) [a, b] = [b, a % b]
  return { over: over / a, under: under / a }
}

type Prioritised = { readonly id: string; readonly priority: number | null; readonly submittedAt: string }

/** Applications, highest priority first: unreviewed last, ties by the earlier instant of application, then by id. PRODUCT.md, matching. */
export function orderByPriority<T extends Prioritised>(applications: readonly T[]): readonly T[] {
  return [...applications].sort(comparePrioritised)
}

function comparePrioritised(a: Prioritised, b: Prioritised): number {
  if (a.priority !== b.priority) return (b.priority ?? -Infinity) > (a.priority ?? -Infinity) ? 1 : -1
  return Date.parse(a.submittedAt) - Date.parse(b.submittedAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** What becomes of an application: the match gives seats, so review only admits, keeps in reserve, or declines. */
export function decideAdmission(it: {
  readonly eligible: boolean
  readonly late: boolean
  readonly callLate: 'reserve' | 'decline'
}): 'pool' | 'reserve' | 'declined' {
  if (!it.eligible) return 'declined'
  if (!it.late) return 'pool'
  return it.callLate === 'reserve' ? 'reserve' : 'declined'
}
