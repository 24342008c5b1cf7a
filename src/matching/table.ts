import { type HardRules, readHardRules, refusalOf } from './hard-rules.ts'
import { comparePriority, compareText } from './priority.ts'
import type { Mentee, Mentor, PairIds, Policy, Problem, RefusalCode } from './problem.ts'
import { prepare } from './scorer.ts'

/** Worth of a pair that may not be. */
export const NOT_POSSIBLE = -1

/** One run as numbers: rows are n mentees still to be seated, columns m mentors, both by id; `worth` is n × m, row by row. */
export type Table = {
  readonly mentees: readonly Mentee[]
  readonly mentors: readonly Mentor[]
  readonly rules: HardRules
  /** Places left at each mentor after fixed and pinned pairs. */
  readonly capacity: readonly number[]
  /** Columns of mentors who serve already, by a fixed or pinned pair. */
  readonly serving: ReadonlySet<number>
  readonly worth: Int32Array
  readonly menteeOrder: readonly number[]
  readonly mentorOrder: readonly number[]
  readonly pinned: readonly PairIds[]
  readonly refusedPins: readonly (PairIds & { readonly code: RefusalCode })[]
  readonly placesBefore: number
}

/** Reads a problem and its policy into a table; the order of the input leaves no trace. */
export function readTable(problem: Problem, policy: Policy): Table {
  const mentors = [...problem.mentors].sort((a, b) => compareText(a.id, b.id))
  const fixed = problem.fixed ?? []
  const pins = readPins(problem, policy)
  const taken = [...fixed, ...pins.pinned]
  const rules = readHardRules(policy, taken)
  const settled = new Set(taken.map((pair) => pair.menteeId))
  const mentees = problem.mentees.filter((mentee) => !settled.has(mentee.id)).sort((a, b) => compareText(a.id, b.id))
  const capacity = mentors.map((mentor) => placesLeft(mentor, taken))
  const placesBefore = mentors.reduce((sum, mentor) => sum + placesLeft(mentor, fixed), 0)
  const serves = new Set(taken.map((pair) => pair.mentorId))
  const serving = new Set(mentors.flatMap((mentor, column) => (serves.has(mentor.id) ? [column] : [])))
  const worth = scoreAll(policy, rules, mentees, mentors, capacity)
  return {
    mentees,
    mentors,
    rules,
    capacity,
    serving,
    worth,
    menteeOrder: orderOf(mentees),
    mentorOrder: orderOf(mentors),
    ...pins,
    placesBefore,
  }
}

function placesLeft(mentor: Mentor, taken: readonly PairIds[]): number {
  return Math.max(0, mentor.maximum - taken.filter((pair) => pair.mentorId === mentor.id).length)
}

function scoreAll(
  policy: Policy,
  rules: HardRules,
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  capacity: readonly number[],
): Int32Array {
  const worth = new Int32Array(mentees.length * mentors.length).fill(NOT_POSSIBLE)
  const { score } = prepare(mentees, mentors, policy)
  mentees.forEach((mentee, row) => {
    mentors.forEach((mentor, column) => {
      if ((capacity[column] ?? 0) < 1 || refusalOf(rules, mentor, mentee) !== null) return
      worth[row * mentors.length + column] = score(row, column)
    })
  })
  return worth
}

// Pins are taken by id, each only if it breaks no hard rule and no pin before it.
function readPins(problem: Problem, policy: Policy): Pick<Table, 'pinned' | 'refusedPins'> {
  const pinned: PairIds[] = []
  const refusedPins: (PairIds & { code: RefusalCode })[] = []
  const fixed = problem.fixed ?? []
  const sorted = [...policy.pinned].sort(
    (a, b) => compareText(a.menteeId, b.menteeId) || compareText(a.mentorId, b.mentorId),
  )
  for (const pin of sorted) {
    const taken = [...fixed, ...pinned]
    if (taken.some((pair) => pair.mentorId === pin.mentorId && pair.menteeId === pin.menteeId)) continue
    const code = pinRefusal(problem, policy, pin, taken)
    if (code === null) pinned.push(pin)
    else refusedPins.push({ ...pin, code })
  }
  return { pinned, refusedPins }
}

function pinRefusal(problem: Problem, policy: Policy, pin: PairIds, taken: readonly PairIds[]): RefusalCode | null {
  const mentor = problem.mentors.find((one) => one.id === pin.mentorId)
  const mentee = problem.mentees.find((one) => one.id === pin.menteeId)
  if (!mentor || !mentee || taken.some((pair) => pair.menteeId === pin.menteeId)) return 'not-possible'
  return refusalOf(readHardRules(policy, taken), mentor, mentee) ?? (placesLeft(mentor, taken) > 0 ? null : 'no-places')
}

function orderOf(people: readonly (Mentor | Mentee)[]): readonly number[] {
  const ranked = people.map((one, index) => ({ id: one.id, priority: one.priority, index }))
  return ranked.sort(comparePriority).map((one) => one.index)
}
