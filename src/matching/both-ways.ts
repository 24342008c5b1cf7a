import type { Progress } from './best-worth.ts'
import type { Before, Field } from './field.ts'
import { NOT_POSSIBLE } from './grid.ts'
import type { Mentee, Mentor } from './problem.ts'
import { type Solved, solveSteps } from './solve.ts'

/** Solves one run looks at before it settles for the best answer found. Policy: seconds, not minutes, at 500 people. */
const MOST_BRANCHES = 64

type Clash = { readonly one: number; readonly other: number }
/** The best answer of those without some pairs (row × columns + column), in the order they were forbidden. */
export type Case = { readonly without: readonly number[]; readonly solved: Solved }
type Search = { best: Solved | null; left: number; proven: boolean; readonly cases: Case[] }

/** A solved run; `cases` tell apart all answers by the clashes, and none of them is better than `solved`. */
export type WithoutClashes = { readonly solved: Solved; readonly proven: boolean; readonly cases: readonly Case[] }

/** People and what their solver sees of them. */
export type Solvable = {
  readonly mentees: readonly Mentee[]
  readonly mentors: readonly Mentor[]
  readonly field: Field
}
type Reverse = (pair: number) => number | undefined

/** The best answer in which no A mentors B while B mentors A: solve, and where two duals clash, forbid one way or the other and take the better. Exact while branches last. Policy: PRODUCT.md "Matching", hard rules. */
export function* solveWithoutClashes(
  run: Solvable,
  before: Before | null = null,
  gapEnough = 0,
): Generator<Progress, WithoutClashes, void> {
  const reverse = reverseIn(run)
  const search: Search = { best: null, left: MOST_BRANCHES, proven: true, cases: [] }
  yield* branch(run.field, [], reverse, search, before, gapEnough)
  const solved = search.best ?? (yield* solveGreedily(run.field, reverse))
  return { solved, proven: search.proven && solved.levels.length > 0, cases: search.cases }
}

function* branch(
  field: Field,
  without: readonly number[],
  reverse: Reverse,
  search: Search,
  before: Before | null,
  gapEnough: number,
): Generator<Progress, void, void> {
  if (search.left === 0) {
    search.proven = false
    return
  }
  search.left -= 1
  const solved = yield* solveSteps(field, before, gapEnough)
  // Without the rule nothing is worse, so a branch that cannot win is left.
  const beaten = search.best !== null && compareAims(solved.aims, search.best.aims) <= 0
  const clash = beaten ? undefined : clashesIn(field, solved, reverse)[0]
  if (!clash) {
    // What is known of all pairs helps to begin again, and nobody begins again from here.
    const { known: _, ...told } = solved
    search.cases.push({ without, solved: told })
    if (!beaten) search.best = solved
    return
  }
  for (const pair of weakestFirst(field, clash))
    yield* branch(field.without([pair]), [...without, pair], reverse, search, solved, gapEnough)
}

// Reached only when branches ran out before a first answer: every clash loses its weaker way until none is left.
function* solveGreedily(given: Field, reverse: Reverse): Generator<Progress, Solved, void> {
  let field = given
  for (;;) {
    const solved: Solved = yield* solveSteps(field)
    const clashes = clashesIn(field, solved, reverse)
    if (clashes.length === 0) return solved
    field = field.without(clashes.map((clash) => weakestFirst(given, clash)[0]))
  }
}

/** Greater than 0 when the first list of aims is better, aim by aim in strict order. */
export function compareAims(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

// Answers for the pair "A mentors B" the pair "B mentors A", where both are possible.
function reverseIn({ field, mentors, mentees }: Solvable): Reverse {
  const { columns } = field.numbers
  const columnOf = new Map(mentors.map((mentor, column) => [mentor.id, column]))
  const rowOf = new Map(mentees.map((mentee, row) => [mentee.id, row]))
  const asMentor = mentees.map(({ id }) => columnOf.get(id))
  const asMentee = mentors.map(({ id }) => rowOf.get(id))
  return (pair) => {
    const [row, column] = [Math.floor(pair / columns), pair % columns]
    const [back, own] = [asMentee[column], asMentor[row]]
    if (back === undefined || own === undefined || back === row) return undefined
    const isPossible = field.worthOf(row, column) !== NOT_POSSIBLE && field.worthOf(back, own) !== NOT_POSSIBLE
    return isPossible ? back * columns + own : undefined
  }
}

function clashesIn({ numbers }: Field, { mentorOf }: Solved, reverse: Reverse): readonly Clash[] {
  const used = new Set<number>()
  mentorOf.forEach((column, row) => {
    if (column >= 0) used.add(row * numbers.columns + column)
  })
  return [...used].flatMap((one) => {
    const other = reverse(one)
    return other !== undefined && one < other && used.has(other) ? [{ one, other }] : []
  })
}

function weakestFirst({ numbers, worthOf }: Field, { one, other }: Clash): readonly [number, number] {
  const worth = (pair: number) => worthOf(Math.floor(pair / numbers.columns), pair % numbers.columns)
  return worth(one) <= worth(other) ? [one, other] : [other, one]
}
