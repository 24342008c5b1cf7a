import { type Grid, NOT_POSSIBLE } from './grid.ts'
import { partitionGrid } from './partition.ts'
import type { Policy, Problem } from './problem.ts'
import { solveGrid } from './solve.ts'
import { readTable } from './table.ts'

/** A mentee's mentors to choose from, best first, each with the worth of the pair. */
export type Shortlist = {
  readonly menteeId: string
  readonly mentors: readonly { readonly mentorId: string; readonly worth: number }[]
}

/**
 * For each of n mentees to be seated up to k of m mentors, in k rounds: in each round everybody who has a possible mentor left gets one
 * more, whatever their priority, and among all ways to do that offers go by places as evenly as they can, then worth is greatest. So a
 * list is empty only where nobody is possible, and a mentor stands on every list only where a list were empty otherwise. Whatever makes a
 * pair impossible, the lists are the same. Policy: PRODUCT.md "Matching", a shortlist of k; decision 0013.
 */
export function shortlists(problem: Problem, policy: Policy, k: number): readonly Shortlist[] {
  const { grid, mentees, mentors } = readTable(problem, policy)
  const worth = grid.worth.slice()
  const offers = new Int32Array(grid.columns)
  const lists = mentees.map(({ id }) => ({ menteeId: id, mentors: [] as { mentorId: string; worth: number }[] }))
  const places = sumOf(grid.capacity)
  for (let round = 0; round < k; round++) {
    const wanted = countOpen(grid, worth)
    const roundOf = (limit: number, most: number): Grid => ({
      ...grid,
      worth,
      capacity: grid.capacity.map((room, j) => Math.max(0, Math.min(limit * room, most) - (offers[j] as number))),
      // Whoever was offered least comes first: minimums go before worth.
      need: grid.capacity.map((room, j) => Math.max(0, (limit - 1) * room - (offers[j] as number))),
      rowClass: new Int32Array(grid.rows),
      columnClass: new Int32Array(grid.columns).fill(-1),
    })
    const it = { rows: grid.rows, wanted, offered: sumOf(offers), places, isFirst: round === 0 }
    solveGrid(leastUneven(roundOf, it)).mentorOf.forEach((column, row) => {
      if (column < 0) return
      const at = row * grid.columns + column
      lists[row]?.mentors.push({ mentorId: mentors[column]?.id ?? '', worth: worth[at] ?? 0 })
      offers[column] = (offers[column] as number) + 1
      worth[at] = NOT_POSSIBLE
    })
  }
  for (const list of lists) list.mentors.sort((a, b) => b.worth - a.worth || (a.mentorId < b.mentorId ? -1 : 1))
  return lists
}

type RoundOf = (limit: number, most: number) => Grid
type Round = {
  readonly rows: number
  /** Rows that have a mentor left, offers made so far, and places of all mentors. */
  readonly wanted: number
  readonly offered: number
  readonly places: number
  readonly isFirst: boolean
}

// The round in which no mentor is offered more often than `limit` times their places, for the smallest limit that still serves as many
// as can be. Nobody is offered to all, but in the first round, where somebody would have an empty list.
function leastUneven(roundOf: RoundOf, it: Round): Grid {
  const { rows, wanted, offered, places, isFirst } = it
  const apart = Math.max(1, rows - 1)
  const served = (limit: number, most: number) =>
    partitionGrid(roundOf(limit, most)).seat.reduce((sum, column) => sum + (column >= 0 ? 1 : 0), 0)
  const most = isFirst && served(rows, apart) < wanted ? rows : apart
  const can = Math.min(wanted, served(rows, most))
  const isEnough = (limit: number) => served(limit, most) >= can
  // Offers of all rounds fit in no fewer times the places; mostly that is enough, or one more.
  let low = Math.min(rows, Math.max(1, Math.ceil((offered + can) / Math.max(1, places))))
  let high = low
  for (let step = 1; high < rows && !isEnough(high); step *= 2) {
    low = high + 1
    high = Math.min(rows, high + step)
  }
  while (low < high) {
    const middle = (low + high) >> 1
    if (isEnough(middle)) high = middle
    else low = middle + 1
  }
  return roundOf(low, most)
}

function sumOf(all: Int32Array): number {
  return all.reduce((sum, it) => sum + it, 0)
}

/** Rows that have a mentor left. */
function countOpen({ rows, columns }: Grid, worth: Int16Array): number {
  let open = 0
  for (let row = 0; row < rows; row++)
    if (worth.subarray(row * columns, (row + 1) * columns).some((it) => it !== NOT_POSSIBLE)) open += 1
  return open
}
