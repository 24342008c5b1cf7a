import type { Progress } from './best-worth.ts'
import type { Start } from './flow/network.ts'
import { type Grid, NOT_POSSIBLE } from './grid.ts'
import { type Solved, solveGrid, solveSteps } from './solve.ts'
import type { Table } from './table.ts'

/** Solves one run looks at before it settles for the best answer found. Policy: seconds, not minutes, at 500 people. */
const MOST_BRANCHES = 64

type Clash = { readonly one: number; readonly other: number }
/** The best answer of those without some edges (row × columns + column), in the order they were forbidden. */
export type Case = { readonly without: readonly number[]; readonly solved: Solved }
type Search = { best: Solved | null; left: number; proven: boolean; readonly cases: Case[] }

/** A solved table; `cases` tell apart all answers by the clashes, and none of them is better than `solved`. */
export type WithoutClashes = { readonly solved: Solved; readonly proven: boolean; readonly cases: readonly Case[] }

/** The best answer in which no A mentors B while B mentors A: solve, and where two duals clash, forbid one way or the other and take the better. Exact while branches last. Policy: PRODUCT.md "Matching", hard rules. */
export function* solveWithoutClashes(
  table: Table,
  start: Start | null = null,
  gapEnough = 0,
): Generator<Progress, WithoutClashes, void> {
  const reverse = reversesOf(table)
  const search: Search = { best: null, left: MOST_BRANCHES, proven: true, cases: [] }
  yield* branch(table.grid, [], reverse, search, start, gapEnough)
  const solved = search.best ?? solveGreedily(table.grid, reverse)
  return { solved, proven: search.proven && solved.gap === 0, cases: search.cases }
}

function* branch(
  grid: Grid,
  without: readonly number[],
  reverse: ReadonlyMap<number, number>,
  search: Search,
  start: Start | null,
  gapEnough: number,
): Generator<Progress, void, void> {
  if (search.left === 0) {
    search.proven = false
    return
  }
  search.left -= 1
  const solved = yield* solveSteps(grid, start, gapEnough)
  // Without the rule nothing is worse, so a branch that cannot win is left.
  const beaten = search.best !== null && compareAims(solved.aims, search.best.aims) <= 0
  const clash = beaten ? undefined : clashesIn(grid, solved, reverse)[0]
  if (!clash) {
    search.cases.push({ without, solved })
    if (!beaten) search.best = solved
    return
  }
  const next = { mate: solved.flow.mate, price: solved.flow.price }
  for (const edge of weakestFirst(grid.worth, clash))
    yield* branch(withoutEdges(grid, [edge]), [...without, edge], reverse, search, next, gapEnough)
}

// Reached only when branches ran out before a first answer: every clash loses its weaker way until none is left.
function solveGreedily(given: Grid, reverse: ReadonlyMap<number, number>): Solved {
  let grid = given
  for (;;) {
    const solved = solveGrid(grid)
    const clashes = clashesIn(grid, solved, reverse)
    if (clashes.length === 0) return solved
    grid = withoutEdges(
      grid,
      clashes.map((clash) => weakestFirst(grid.worth, clash)[0]),
    )
  }
}

/** Greater than 0 when the first list of aims is better, aim by aim in strict order. */
export function compareAims(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

// Edges are numbered as in `worth`; maps the edge "A mentors B" to "B mentors A", where both are possible.
function reversesOf({ grid, mentors, mentees }: Table): ReadonlyMap<number, number> {
  const columnOf = new Map(mentors.map((mentor, column) => [mentor.id, column]))
  const duals = mentees.flatMap((mentee, row) => {
    const column = columnOf.get(mentee.id)
    return column === undefined ? [] : [{ row, column }]
  })
  const m = grid.columns
  const found = new Map<number, number>()
  for (const a of duals)
    for (const b of duals) {
      const [there, back] = [b.row * m + a.column, a.row * m + b.column]
      if (a !== b && grid.worth[there] !== NOT_POSSIBLE && grid.worth[back] !== NOT_POSSIBLE) found.set(there, back)
    }
  return found
}

function clashesIn(grid: Grid, { mentorOf }: Solved, reverse: ReadonlyMap<number, number>): readonly Clash[] {
  const used = new Set<number>()
  mentorOf.forEach((column, row) => {
    if (column >= 0) used.add(row * grid.columns + column)
  })
  return [...used].flatMap((one) => {
    const other = reverse.get(one)
    return other !== undefined && one < other && used.has(other) ? [{ one, other }] : []
  })
}

function weakestFirst(worth: Int16Array, { one, other }: Clash): readonly [number, number] {
  return (worth[one] ?? 0) <= (worth[other] ?? 0) ? [one, other] : [other, one]
}

function withoutEdges(grid: Grid, edges: readonly number[]): Grid {
  const worth = grid.worth.slice()
  for (const edge of edges) worth[edge] = NOT_POSSIBLE
  return { ...grid, worth }
}
