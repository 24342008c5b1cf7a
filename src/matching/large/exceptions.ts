import { NOT_POSSIBLE } from '../grid.ts'
import { type HardRules, refusalOf } from '../hard-rules.ts'
import type { Mentee, Mentor, PairIds } from '../problem.ts'
import { prepare } from '../scorer.ts'

/** Pairs whose worth is their own, row by row: those of row i from `start[i]` to `start[i + 1]`, columns rising. */
export type Exceptions = { readonly start: Int32Array; readonly column: Int32Array; readonly worth: Int16Array }

/** Every pair that has something between the two of them: themselves, a line above, a past, a wish, a block. Scored one by one, by the rules and terms themselves. */
export function readExceptions(
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  rules: HardRules,
  fixed: readonly PairIds[],
): Exceptions {
  const { policy } = rules
  const rowOf = new Map(mentees.map((one, row) => [one.id, row]))
  const columnOf = new Map(mentors.map((one, column) => [one.id, column]))
  const columns = mentors.length
  const keys: number[] = []
  const add = (menteeId: string, mentorId: string) => {
    const column = columnOf.get(mentorId)
    const row = column === undefined ? undefined : rowOf.get(menteeId)
    if (row !== undefined && column !== undefined) keys.push(row * columns + column)
  }
  const isWished = (policy.worth?.weights?.wishes ?? 0) > 0
  const distance = policy.reportingLineDistance
  for (const one of mentees) {
    add(one.id, one.id)
    for (const id of one.lineAbove.slice(0, distance)) add(one.id, id)
    if (isWished) for (const id of one.wishes ?? []) add(one.id, id)
  }
  for (const one of mentors) {
    for (const id of one.lineAbove.slice(0, distance)) add(id, one.id)
    if (isWished) for (const id of one.wishes ?? []) add(id, one.id)
  }
  for (const { menteeId, mentorId } of [...policy.past, ...policy.forbidden]) add(menteeId, mentorId)
  for (const { menteeId, mentorId } of fixed) add(mentorId, menteeId)
  for (const [a, b] of policy.blocks) {
    add(a, b)
    add(b, a)
  }
  const sorted = Float64Array.from(keys).sort()
  const kept = sorted.filter((key, at) => key !== sorted[at - 1])
  const start = new Int32Array(mentees.length + 1)
  const column = Int32Array.from(kept, (key) => key % columns)
  const worth = new Int16Array(column.length)
  let at = 0
  mentees.forEach((mentee, row) => {
    const first = at
    while (at < kept.length && (kept[at] as number) < (row + 1) * columns) at++
    start[row + 1] = at
    if (at > first) worth.set(scoreSome(mentee, column.subarray(first, at), mentors, rules), first)
  })
  return { start, column, worth }
}

function scoreSome(
  mentee: Mentee,
  columns: Int32Array,
  mentors: readonly Mentor[],
  rules: HardRules,
): readonly number[] {
  const open = Array.from(columns, (at) => {
    const mentor = mentors[at]
    return mentor && refusalOf(rules, mentor, mentee) === null ? mentor : null
  })
  const scored = open.filter((one) => one !== null)
  if (scored.length === 0) return open.map(() => NOT_POSSIBLE)
  const { score } = prepare([mentee], scored, rules.policy)
  let at = 0
  return open.map((one) => (one ? score(0, at++) : NOT_POSSIBLE))
}

/** The same with one pair that may not be any more. */
export function withVeto({ start, column, worth }: Exceptions, row: number, forbidden: number): Exceptions {
  const [from, until] = [start[row] as number, start[row + 1] as number]
  const known = column.subarray(from, until).indexOf(forbidden)
  const at = known < 0 ? until : from + known
  const rest = known < 0 ? at : at + 1
  const insert = <List extends Int32Array | Int16Array>(list: List, value: number, into: List) => {
    into.set(list.subarray(0, at))
    into[at] = value
    into.set(list.subarray(rest), at + 1)
    return into
  }
  const length = column.length + (known < 0 ? 1 : 0)
  return {
    start: known < 0 ? start.map((it, i) => (i > row ? it + 1 : it)) : start,
    column: insert(column, forbidden, new Int32Array(length)),
    worth: insert(worth, NOT_POSSIBLE, new Int16Array(length)),
  }
}
