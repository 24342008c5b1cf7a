import { NOT_POSSIBLE } from './grid.ts'
import type { Policy, Problem } from './problem.ts'
import { solveGrid } from './solve.ts'
import { readTable } from './table.ts'

/** A mentee's mentors to choose from, best first, each with the worth of the pair. */
export type Shortlist = {
  readonly menteeId: string
  readonly mentors: readonly { readonly mentorId: string; readonly worth: number }[]
}

/** For each mentee up to k mentors, so that no mentor stands on more lists than k times their places: k best answers, each without the pairs of those before. Policy: PRODUCT.md "Matching", a shortlist of k. */
export function shortlists(problem: Problem, policy: Policy, k: number): readonly Shortlist[] {
  const { grid: given, mentees, mentors } = readTable(problem, policy)
  const worth = given.worth.slice()
  const lists = mentees.map(({ id }) => ({ menteeId: id, mentors: [] as { mentorId: string; worth: number }[] }))
  for (let round = 0; round < k; round++) {
    solveGrid({ ...given, worth }).mentorOf.forEach((column, row) => {
      if (column < 0) return
      const at = row * given.columns + column
      lists[row]?.mentors.push({ mentorId: mentors[column]?.id ?? '', worth: worth[at] ?? 0 })
      worth[at] = NOT_POSSIBLE
    })
  }
  for (const list of lists) list.mentors.sort((a, b) => b.worth - a.worth || (a.mentorId < b.mentorId ? -1 : 1))
  return lists
}
