import { solveWithoutClashes } from './both-ways.ts'
import { fieldOf } from './field.ts'
import { NOT_POSSIBLE } from './grid.ts'
import type { PairIds, Policy, Problem } from './problem.ts'
import { readTable, type Table } from './table.ts'

/**
 * The choices of mentees that a run keeps. Who has a place is decided first, as if nobody had chosen; then, in priority order, each of
 * those gets the first mentor of their list with whom all of them still have a place, beside pins and the choices kept before. So a
 * choice never costs anybody a place. n mentees × k choices, each at most a search over all pairs. Source: serial dictatorship
 * (Satterthwaite and Sonnenschein 1981) among the largest seatings; decision 0013.
 */
export function keepChoices(problem: Problem, policy: Policy): readonly PairIds[] {
  const { choices = [], ...before } = policy
  if (choices.length === 0) return []
  const table = readTable(problem, before)
  const columnOf = new Map(table.mentors.map((one, column) => [one.id, column]))
  const wanted = new Map(choices.map((it) => [it.menteeId, it.mentorIds]))
  let seating: Int32Array = solved(table)
  const held = new Uint8Array(table.grid.rows)
  const kept: PairIds[] = []
  const seated = new Set(table.mentees.flatMap(({ id }, row) => ((seating[row] ?? -1) < 0 ? [] : [id])))
  // Only who has a place, for the few cases in which two people would mentor each other.
  const withPlace = { ...problem, mentees: problem.mentees.filter((it) => seated.has(it.id) || isPinned(table, it.id)) }
  for (const row of table.menteeOrder) {
    const mentee = table.mentees[row]
    if (!mentee || (seating[row] ?? -1) < 0) continue
    for (const mentorId of wanted.get(mentee.id) ?? []) {
      const pair = { mentorId, menteeId: mentee.id }
      const next = move(table, seating, held, row, columnOf.get(mentorId) ?? -1)
      const found = next && (isClear(table, next) ? next : seatedWith(withPlace, before, table, [...kept, pair]))
      if (!found) continue
      seating = found
      held[row] = 1
      kept.push(pair)
      break
    }
  }
  return kept
}

/** A policy whose choices are settled: those kept are pins of the run. */
export function settleChoices(policy: Policy, kept: readonly PairIds[]): Policy {
  const { choices: _, ...rest } = policy
  return { ...rest, pinned: [...policy.pinned, ...kept] }
}

function isPinned({ pinned }: Table, menteeId: string): boolean {
  return pinned.some((it) => it.menteeId === menteeId)
}

function solved(table: Table): Int32Array {
  const steps = solveWithoutClashes({ ...table, field: fieldOf(table.grid) })
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value.solved.mentorOf
  }
}

// The seating with this row at this column, everybody else still seated and those held where they are; null where there is none.
function move(table: Table, seating: Int32Array, held: Uint8Array, row: number, column: number): Int32Array | null {
  const { columns, worth, capacity } = table.grid
  if (column < 0 || worth[row * columns + column] === NOT_POSSIBLE) return null
  const next = seating.slice()
  next[row] = column
  const loads = new Int32Array(columns)
  for (const at of next) if (at >= 0) loads[at] = (loads[at] as number) + 1
  const isOver = (at: number) => (loads[at] as number) > (capacity[at] as number)
  if (!isOver(column)) return next
  const cameFrom = new Int32Array(columns).fill(-1)
  const queue = [column]
  for (const from of queue) {
    for (let other = 0; other < next.length; other++) {
      if (next[other] !== from || other === row || held[other]) continue
      for (let to = 0; to < columns; to++) {
        if (to === column || cameFrom[to] !== -1 || worth[other * columns + to] === NOT_POSSIBLE) continue
        cameFrom[to] = other
        queue.push(to)
        if ((loads[to] as number) < (capacity[to] as number)) return shift(next, cameFrom, column, to)
      }
    }
  }
  return null
}

// Everybody on the way moves on by one, from the end backwards.
function shift(seating: Int32Array, cameFrom: Int32Array, start: number, end: number): Int32Array {
  for (let at = end; at !== start; ) {
    const row = cameFrom[at] as number
    const before = seating[row] as number
    seating[row] = at
    at = before
  }
  return seating
}

/** Whether nobody mentors somebody who mentors them. */
function isClear({ mentees, mentors }: Table, seating: Int32Array): boolean {
  const mentorOf = new Map(mentees.map((one, row) => [one.id, mentors[seating[row] ?? -1]?.id]))
  return [...mentorOf].every(([mentee, mentor]) => mentor === undefined || mentorOf.get(mentor) !== mentee)
}

// The seating of everybody who has a place, with these pairs, nobody both ways; null where there is none. By solving anew.
function seatedWith(problem: Problem, policy: Policy, all: Table, pairs: readonly PairIds[]): Int32Array | null {
  const table = readTable(problem, settleChoices(policy, pairs))
  if (
    table.refusedPins.some((it) => pairs.some((pair) => pair.menteeId === it.menteeId && pair.mentorId === it.mentorId))
  )
    return null
  const found = solved(table)
  if (found.some((column) => column < 0)) return null
  const mentorOf = new Map(pairs.map((it) => [it.menteeId, it.mentorId]))
  table.mentees.forEach((one, row) => {
    mentorOf.set(one.id, table.mentors[found[row] ?? -1]?.id ?? '')
  })
  const columnOf = new Map(all.mentors.map((one, column) => [one.id, column]))
  return Int32Array.from(all.mentees, (one) => columnOf.get(mentorOf.get(one.id) ?? '') ?? -1)
}
