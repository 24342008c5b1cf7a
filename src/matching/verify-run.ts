import type { CaseProof, Certificate } from './certificate.ts'
import { readHardRules, refusalOf } from './hard-rules.ts'
import type { Mentee, PairIds, Policy, Problem } from './problem.ts'
import type { HowKept } from './read-run.ts'
import { type Pairs, readPairs } from './verify-pairs.ts'

/** A problem as the checker reads it, once more and without the solver: n mentees × m mentors in the order of the certificate. */
export type Run = {
  readonly n: number
  readonly m: number
  readonly room: readonly number[]
  readonly need: readonly number[]
  /** Classes of priority, 0 highest; -1 for a mentor without a claim to serve. */
  readonly rowClass: readonly number[]
  readonly claim: readonly number[]
  readonly pairs: Pairs
  /** The column of each row in some pairs, -1 without; throws where pairs are not what they may be. */
  readonly matesOf: (pairs: readonly PairIds[], open: Pairs) => number[]
  /** Row and column of a pair; NaN for people who are not here. */
  readonly placeOf: (pair: PairIds) => readonly [number, number]
}

/** Ends a check with what is wrong. */
export function fail(says: string): never {
  throw new Error(says)
}

/** Reads what a certificate is about; throws where it is about something else. */
export function readRun(problem: Problem, policy: Policy, certificate: Certificate, how: HowKept): Run {
  const fixed = problem.fixed ?? []
  const taken = [...fixed, ...certificate.pinned]
  const byId = <T extends { readonly id: string }>(all: readonly T[]) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1))
  const settled = new Set(taken.map((it) => it.menteeId))
  const rows = byId(problem.mentees.filter((one) => !settled.has(one.id)))
  const columns = byId(problem.mentors)
  const isList = (all: readonly Mentee[], ids: readonly string[]) =>
    all.length === ids.length && all.every((one, at) => one.id === ids[at])
  if (certificate.version !== 1 || !isList(rows, certificate.mentees) || !isList(columns, certificate.mentors))
    fail('It is about other people.')
  checkPins(problem, policy, fixed, certificate.pinned)
  const rules = readHardRules(policy, taken)
  const usedBy = new Map<string, number>()
  for (const { mentorId } of taken) usedBy.set(mentorId, (usedBy.get(mentorId) ?? 0) + 1)
  const used = columns.map((mentor) => usedBy.get(mentor.id) ?? 0)
  const room = columns.map((mentor, j) => Math.max(0, mentor.maximum - (used[j] ?? 0)))
  const rowAt = new Map(rows.map((one, i) => [one.id, i]))
  const columnAt = new Map(columns.map((one, j) => [one.id, j]))
  const placeOf = (it: PairIds) =>
    [rowAt.get(it.menteeId) ?? Number.NaN, columnAt.get(it.mentorId) ?? Number.NaN] as const
  const matesOf = (pairs: readonly PairIds[], open: Pairs) => {
    const mates = rows.map(() => -1)
    for (const pair of pairs) {
      const [i, j] = placeOf(pair)
      if (mates[i] !== -1) fail('A mentee is unknown or has two mentors.')
      if (!(open.worthOf(i, j) >= 0)) fail('A pair breaks a rule.')
      mates[i] = j
    }
    if (countLoads(room.length, mates).some((load, j) => load > (room[j] ?? 0)))
      fail('A mentor has more mentees than places.')
    return mates
  }
  return {
    n: rows.length,
    m: columns.length,
    room,
    need: columns.map((mentor, j) => Math.max(0, mentor.minimum - (used[j] ?? 0))),
    rowClass: classesOf(rows, () => true),
    claim: classesOf(columns, (one, j) => one.priority.score !== null && used[j] === 0 && (room[j] ?? 0) > 0),
    pairs: readPairs({ rows, columns, rules, taken, room }, how),
    matesOf,
    placeOf,
  }
}

// Every kept pin was asked for and keeps the rules, and no pin was left out that could still be added.
function checkPins(problem: Problem, policy: Policy, fixed: readonly PairIds[], pinned: readonly PairIds[]): void {
  const isSame = (a: PairIds, b: PairIds) => a.mentorId === b.mentorId && a.menteeId === b.menteeId
  const fits = (pin: PairIds, others: readonly PairIds[]) => {
    const mentor = problem.mentors.find((it) => it.id === pin.mentorId)
    const mentee = problem.mentees.find((it) => it.id === pin.menteeId)
    if (!mentor || !mentee || others.some((it) => it.menteeId === pin.menteeId)) return false
    if (others.filter((it) => it.mentorId === pin.mentorId).length >= mentor.maximum) return false
    return refusalOf(readHardRules(policy, others), mentor, mentee) === null
  }
  const taken = [...fixed, ...pinned]
  const isChosen = (pin: PairIds) =>
    policy.choices?.some((it) => it.menteeId === pin.menteeId && it.mentorIds.includes(pin.mentorId)) === true
  const isAsked = (pin: PairIds) => policy.pinned.some((it) => isSame(it, pin))
  for (const pin of pinned) {
    const others = taken.filter((it) => it !== pin)
    if (!(isAsked(pin) || isChosen(pin)) || !fits(pin, others)) fail('A pin was not asked for or breaks a rule.')
  }
  // A choice is kept beside pins, and is no reason to leave one out.
  const beforeChoices = [...fixed, ...pinned.filter(isAsked)]
  if (policy.pinned.some((pin) => !taken.some((it) => isSame(it, pin)) && fits(pin, beforeChoices)))
    fail('A pin was left out.')
}

function classesOf(people: readonly Mentee[], counts: (one: Mentee, at: number) => boolean): number[] {
  const key = ({ priority }: Mentee) => [priority.score ?? Number.NEGATIVE_INFINITY, priority.appliedAt] as const
  const before = (a: Mentee, b: Mentee) => key(a)[0] > key(b)[0] || (key(a)[0] === key(b)[0] && key(a)[1] < key(b)[1])
  const keys = new Map(people.filter(counts).map((one) => [key(one).join(' '), one]))
  const order = new Map([...keys].sort(([, a], [, b]) => (before(a, b) ? -1 : 1)).map(([text], at) => [text, at]))
  return people.map((one, at) => (counts(one, at) ? (order.get(key(one).join(' ')) ?? -1) : -1))
}

/** How many mentees each of m mentors has. */
export function countLoads(m: number, mates: readonly number[]): number[] {
  const loads = Array.from({ length: m }, () => 0)
  for (const j of mates) if (j >= 0) loads[j] = (loads[j] ?? 0) + 1
  return loads
}

/** The aims of some pairs in numbers, greater is better, up to leximin; those of the certificate also by name. */
export function aimsOf(run: Run, mates: readonly number[], { worthOf }: Pairs) {
  const loads = countLoads(run.m, mates)
  const worths = mates.flatMap((j, i) => (j < 0 ? [] : [worthOf(i, j)])).sort((a, b) => a - b)
  const count = (classes: readonly number[], isIn: (at: number) => boolean) => {
    const counts: number[] = Array.from({ length: classes.reduce((most, it) => Math.max(most, it + 1), 0) }, () => 0)
    classes.forEach((own, at) => {
      if (own >= 0 && isIn(at)) counts[own] = (counts[own] ?? 0) + 1
    })
    return counts
  }
  const missing = run.need.reduce((sum, need, j) => sum + Math.max(0, need - (loads[j] ?? 0)), 0)
  const worth = worths.reduce((sum, it) => sum + it, 0)
  const seats = [...count(run.rowClass, (i) => mates[i] !== -1), ...count(run.claim, (j) => loads[j] !== 0)]
  return { seated: worths.length, missing, worth, aims: [worths.length, ...seats, -missing, worth, ...worths] }
}

/** A list of so many numbers, 0 but for some. */
export function rowsOf(some: readonly (readonly [number, number])[], length: number): number[] {
  const all = Array.from({ length }, () => 0)
  for (const [at, price] of some) all[at] = price
  return all
}

/** Whether A mentors B in one pair and B mentors A in the other. */
export function isTurned(a: PairIds, b: PairIds | undefined): boolean {
  return a.mentorId === b?.menteeId && a.menteeId === b.mentorId
}

/** Whether cases leave no answer out: they are leaves of a tree, at each fork one of two pairs that are each other turned is forbidden. */
export function covers(cases: readonly CaseProof[], depth: number): boolean {
  const fork = cases[0]?.without[depth]
  if (cases.length <= 1 || !fork) return cases.length === 1 && !fork
  const turned = cases.filter((it) => isTurned(fork, it.without[depth]))
  const same = cases.filter((it) =>
    isTurned(fork, { mentorId: it.without[depth]?.menteeId ?? '', menteeId: it.without[depth]?.mentorId ?? '' }),
  )
  return turned.length + same.length === cases.length && covers(turned, depth + 1) && covers(same, depth + 1)
}
