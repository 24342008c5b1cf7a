import { type Grid, NOT_POSSIBLE, type Numbers } from './grid.ts'
import { type HardRules, readHardRules, refusalOf } from './hard-rules.ts'
import { comparePriority, compareText } from './priority.ts'
import type { Mentee, Mentor, PairIds, Policy, Problem, RefusalCode } from './problem.ts'
import { prepare } from './scorer.ts'
import { hashText } from './seed.ts'

/** The most pairs a run may have: a store of 128 MB. Larger runs are refused clearly. */
const MOST_PAIRS = 2 ** 26

/** One run as numbers: rows are n mentees still to be seated, columns m mentors, both by id. */
export type People = {
  readonly mentees: readonly Mentee[]
  readonly mentors: readonly Mentor[]
  readonly rules: HardRules
  readonly numbers: Numbers
  /** Pairs that are settled: fixed and pinned ones. */
  readonly taken: readonly PairIds[]
  /** Columns of mentors who serve already, by a fixed or pinned pair. */
  readonly serving: ReadonlySet<number>
  readonly menteeOrder: readonly number[]
  readonly mentorOrder: readonly number[]
  readonly pinned: readonly PairIds[]
  readonly refusedPins: readonly (PairIds & { readonly code: RefusalCode })[]
  readonly placesBefore: number
}

/** The same with the worth of all its pairs, n × m. */
export type Table = People & { readonly grid: Grid }

/** Reads a problem and its policy into a table; the order of the input leaves no trace. */
export function readTable(problem: Problem, policy: Policy): Table {
  const people = readPeople(problem, policy)
  return { ...people, grid: gridFor(people, policy) }
}

/** Scores all pairs of a run. */
export function gridFor({ mentees, mentors, rules, numbers }: People, policy: Policy): Grid {
  if (mentees.length * mentors.length > MOST_PAIRS)
    throw new RangeError(`A run of ${mentees.length} mentees and ${mentors.length} mentors is too large.`)
  return { ...numbers, worth: scoreAll(policy, rules, mentees, mentors, numbers.capacity) }
}

/** Reads everybody, and what is settled before; scores nothing. */
export function readPeople(problem: Problem, policy: Policy): People {
  const mentors = [...problem.mentors].sort((a, b) => compareText(a.id, b.id))
  const fixed = problem.fixed ?? []
  const pins = readPins(problem, policy)
  const taken = [...fixed, ...pins.pinned]
  const rules = readHardRules(policy, taken)
  const settled = new Set(taken.map((pair) => pair.menteeId))
  const mentees = problem.mentees.filter((mentee) => !settled.has(mentee.id)).sort((a, b) => compareText(a.id, b.id))
  const loadOf = countLoads(taken)
  const fixedOf = countLoads(fixed)
  const loads = mentors.map((mentor) => loadOf.get(mentor.id) ?? 0)
  const placesBefore = mentors.reduce((sum, it) => sum + Math.max(0, it.maximum - (fixedOf.get(it.id) ?? 0)), 0)
  const serving = new Set(loads.flatMap((load, column) => (load > 0 ? [column] : [])))
  const capacity = Int32Array.from(mentors, (mentor, column) => Math.max(0, mentor.maximum - (loads[column] ?? 0)))
  const claims = mentors.map(
    (mentor, column) => mentor.priority.score !== null && !serving.has(column) && (capacity[column] ?? 0) > 0,
  )
  const { seed } = policy
  const numbers = {
    rows: mentees.length,
    columns: mentors.length,
    capacity,
    need: Int32Array.from(mentors, (mentor, column) => Math.max(0, mentor.minimum - (loads[column] ?? 0))),
    rowClass: classesOf(mentees, () => true),
    columnClass: classesOf(mentors, (column) => claims[column] === true),
    rowHash: Int32Array.from(mentees, (mentee) => hashText(~seed, mentee.id)),
    columnHash: Int32Array.from(mentors, (mentor) => hashText(seed, mentor.id)),
  }
  const orders = { menteeOrder: orderOf(mentees), mentorOrder: orderOf(mentors) }
  return { mentees, mentors, rules, numbers, taken, serving, ...orders, ...pins, placesBefore }
}

function countLoads(pairs: readonly PairIds[]): ReadonlyMap<string, number> {
  const loads = new Map<string, number>()
  for (const { mentorId } of pairs) loads.set(mentorId, (loads.get(mentorId) ?? 0) + 1)
  return loads
}

function placesLeft(mentor: Mentor, taken: readonly PairIds[]): number {
  return Math.max(0, mentor.maximum - taken.filter((pair) => pair.mentorId === mentor.id).length)
}

function scoreAll(
  policy: Policy,
  rules: HardRules,
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  capacity: Int32Array,
): Int16Array {
  const worth = new Int16Array(mentees.length * mentors.length).fill(NOT_POSSIBLE)
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
function readPins(problem: Problem, policy: Policy): Pick<People, 'pinned' | 'refusedPins'> {
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

// Equal score and instant are one class: between them worth decides, not the id.
function classesOf(people: readonly (Mentor | Mentee)[], belongs: (index: number) => boolean): Int32Array {
  const classes = new Int32Array(people.length).fill(-1)
  let at = -1
  let before: Mentor | Mentee | undefined
  for (const index of orderOf(people).filter(belongs)) {
    const one = people[index]
    if (!one) continue
    if (!before || before.priority.score !== one.priority.score || before.priority.appliedAt !== one.priority.appliedAt)
      at++
    before = one
    classes[index] = at
  }
  return classes
}
