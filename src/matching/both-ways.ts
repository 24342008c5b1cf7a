import { type Solved, solveTable } from './solve.ts'
import { NOT_POSSIBLE, type Table } from './table.ts'

/** Solves one run looks at before it settles for the best answer found. Policy: seconds, not minutes, at 500 people. */
const MOST_BRANCHES = 64

type Clash = { readonly one: number; readonly other: number }
type Search = { best: Solved | null; left: number; proven: boolean }

/** The best answer in which no A mentors B while B mentors A: solve, and where two duals clash, forbid one way or the other and take the better. Exact while branches last. Policy: PRODUCT.md "Matching", hard rules. */
export function solveWithoutClashes(table: Table): { readonly solved: Solved; readonly proven: boolean } {
  const reverse = reversesOf(table)
  const search: Search = { best: null, left: MOST_BRANCHES, proven: true }
  branch(table, table.worth, reverse, search)
  return { solved: search.best ?? solveGreedily(table, reverse), proven: search.proven }
}

function branch(table: Table, worth: Int32Array, reverse: ReadonlyMap<number, number>, search: Search): void {
  if (search.left === 0) {
    search.proven = false
    return
  }
  search.left -= 1
  const solved = solveTable(table, worth)
  // Without the rule nothing is worse, so a branch that cannot win is left.
  if (search.best && compareAims(solved.aims, search.best.aims) <= 0) return
  const clash = clashesIn(table, solved, reverse)[0]
  if (!clash) {
    search.best = solved
    return
  }
  for (const edge of weakestFirst(worth, clash)) branch(table, without(worth, [edge]), reverse, search)
}

// Reached only when branches ran out before a first answer: every clash loses its weaker way until none is left.
function solveGreedily(table: Table, reverse: ReadonlyMap<number, number>): Solved {
  let worth = table.worth
  for (;;) {
    const solved = solveTable(table, worth)
    const clashes = clashesIn(table, solved, reverse)
    if (clashes.length === 0) return solved
    const weaker = clashes.map((clash) => weakestFirst(worth, clash)[0])
    worth = without(worth, weaker)
  }
}

/** Greater than 0 when the first list of aims is better, aim by aim in strict order. */
export function compareAims(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

// Edges are numbered as in `worth`; maps the edge "A mentors B" to "B mentors A".
function reversesOf(table: Table): ReadonlyMap<number, number> {
  const m = table.mentors.length
  const columnOf = new Map(table.mentors.map((mentor, column) => [mentor.id, column]))
  const duals = table.mentees.flatMap((mentee, row) => {
    const column = columnOf.get(mentee.id)
    return column === undefined ? [] : [{ row, column }]
  })
  return new Map(
    duals.flatMap((a) =>
      duals.filter((b) => b !== a).map((b) => [b.row * m + a.column, a.row * m + b.column] as const),
    ),
  )
}

function clashesIn(table: Table, solved: Solved, reverse: ReadonlyMap<number, number>): readonly Clash[] {
  const m = table.mentors.length
  const used = new Set<number>()
  solved.mentorOf.forEach((column, row) => {
    if (column >= 0) used.add(row * m + column)
  })
  return [...used].flatMap((one) => {
    const other = reverse.get(one)
    return other !== undefined && one < other && used.has(other) ? [{ one, other }] : []
  })
}

function weakestFirst(worth: Int32Array, { one, other }: Clash): readonly [number, number] {
  return (worth[one] ?? 0) <= (worth[other] ?? 0) ? [one, other] : [other, one]
}

function without(worth: Int32Array, edges: readonly number[]): Int32Array {
  const copy = worth.slice()
  for (const edge of edges) copy[edge] = NOT_POSSIBLE
  return copy
}
