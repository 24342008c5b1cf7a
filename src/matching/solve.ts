import { type Assignment, solveAssignment } from './assignment.ts'
import { chooseSeated } from './seats.ts'
import { hashText, mixRanks } from './seed.ts'
import { NOT_POSSIBLE, type Table } from './table.ts'

/** A solved table: the mentor column of each mentee row (-1 unseated), and the aims in order as numbers to compare, greater is better. */
export type Solved = { readonly mentorOf: Int32Array; readonly aims: readonly number[] }
type Slots = {
  readonly rows: readonly number[]
  readonly mentorAt: readonly number[]
  readonly mustServe: readonly boolean[]
}

const MOST_WORTH = 10_000
const MOST_RANK = 65_536

/** Aims 1, 2, 4 and 6 on one table, leaving "never A with B and B with A" aside: seats, then worth, then seed. `worth` is n × m. */
export function solveTable(table: Table, worth: Int32Array): Solved {
  const m = table.mentors.length
  const menteesIn = chooseSeated({
    order: table.menteeOrder,
    capacity: table.capacity,
    possible: (row, column) => worth[row * m + column] !== NOT_POSSIBLE,
  })
  const rows = table.mentees.map((_, row) => row).filter((row) => menteesIn.has(row))
  const serve = chooseSeated({
    order: table.mentorOrder.filter((column) => !table.serving.has(column) && (table.capacity[column] ?? 0) > 0),
    capacity: rows.map(() => 1),
    possible: (column, at) => worth[(rows[at] ?? 0) * m + column] !== NOT_POSSIBLE,
  })
  const slots = slotsOf(table, rows, serve)
  const chosen = assignByWorth(slots, worth, m)
  const last = assignBySeed(table, slots, chosen)
  const mentorOf = new Int32Array(table.mentees.length).fill(-1)
  rows.forEach((row, at) => {
    mentorOf[row] = slots.mentorAt[last.columnOf[at] ?? 0] ?? -1
  })
  const seated = table.menteeOrder.map((row) => (menteesIn.has(row) ? 1 : 0))
  const serving = table.mentorOrder.map((column) => (serve.has(column) ? 1 : 0))
  const total = rows.reduce((sum, row) => sum + (worth[row * m + (mentorOf[row] ?? 0)] ?? 0), 0)
  return { mentorOf, aims: [rows.length, ...seated, ...serving, total, -seedTotal(table, mentorOf)] }
}

// A mentor chosen to serve has a first place that must be filled; mentors outside the choice have none.
function slotsOf(table: Table, rows: readonly number[], serve: ReadonlySet<number>): Slots {
  const mentorAt: number[] = []
  const mustServe: boolean[] = []
  table.capacity.forEach((places, column) => {
    if (!serve.has(column) && !table.serving.has(column)) return
    for (let place = 0; place < Math.min(places, rows.length); place++) {
      mentorAt.push(column)
      mustServe.push(place === 0 && serve.has(column))
    }
  })
  return { rows, mentorAt, mustServe }
}

type Charged = Assignment & { readonly costs: Float64Array }

function assignByWorth({ rows, mentorAt, mustServe }: Slots, worth: Int32Array, m: number): Charged {
  // Filling a place that must be filled is worth more than all pairs together.
  const bonus = rows.length * MOST_WORTH + 1
  const never = 4 * (rows.length + 1) * (bonus + MOST_WORTH)
  const costs = new Float64Array(rows.length * mentorAt.length)
  rows.forEach((row, at) => {
    for (let slot = 0; slot < mentorAt.length; slot++) {
      const value = worth[row * m + (mentorAt[slot] ?? 0)] ?? NOT_POSSIBLE
      costs[at * mentorAt.length + slot] =
        value === NOT_POSSIBLE ? never : MOST_WORTH - value - (mustServe[slot] ? bonus : 0)
    }
  })
  return { costs, ...solveAssignment(costs, rows.length, mentorAt.length) }
}

// By duality the answers of greatest worth are those on edges of reduced cost 0 that use every column with a price.
function assignBySeed(table: Table, slots: Slots, best: Charged): Assignment {
  const columns = slots.mentorAt.length
  const bonus = slots.rows.length * MOST_RANK + 1
  const never = 4 * (slots.rows.length + 1) * (bonus + MOST_RANK)
  const costs = new Float64Array(slots.rows.length * columns).fill(never)
  const ranks = ranksOf(table)
  slots.rows.forEach((row, at) => {
    for (let slot = 0; slot < columns; slot++) {
      const price = best.columnPrice[slot] ?? 0
      const reduced = (best.costs[at * columns + slot] ?? 0) - (best.rowPrice[at] ?? 0) - price
      if (reduced === 0) costs[at * columns + slot] = ranks(slots.mentorAt[slot] ?? 0, row) - (price < 0 ? bonus : 0)
    }
  })
  return solveAssignment(costs, slots.rows.length, columns)
}

function ranksOf(table: Table): (column: number, row: number) => number {
  const { seed } = table.rules.policy
  const mentors = table.mentors.map((mentor) => hashText(seed, mentor.id))
  const mentees = table.mentees.map((mentee) => hashText(~seed, mentee.id))
  return (column, row) => mixRanks(mentors[column] ?? 0, mentees[row] ?? 0)
}

function seedTotal(table: Table, mentorOf: Int32Array): number {
  const ranks = ranksOf(table)
  return mentorOf.reduce((sum, column, row) => sum + (column < 0 ? 0 : ranks(column, row)), 0)
}
