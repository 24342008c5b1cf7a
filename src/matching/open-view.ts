import { NOT_POSSIBLE } from './grid.ts'
import { type HardRules, readHardRules, refusalOf } from './hard-rules.ts'
import { readLines, rowReader, worthIn } from './large/lines.ts'
import { layOut } from './large/sheet.ts'
import { compareText } from './priority.ts'
import type { Mentee, Mentor, PairIds, Policy, Problem } from './problem.ts'
import { type HowKept, keepsAll } from './read-run.ts'
import { prepare } from './scorer.ts'

/**
 * A problem as everybody may know it: by id, without blocks, forbidden pairs and clearance. What people are told of ranks and remedies
 * is computed from this and from the pairs alone, so that no text says more of a silent rule than the pairs do.
 * Policy: PRODUCT.md "Matching", blocks are computed for nobody but who set them.
 */
export type OpenView = {
  readonly mentees: readonly Mentee[]
  readonly mentors: readonly Mentor[]
  readonly rules: HardRules
  /** The worth of a pair; `NOT_POSSIBLE` where an open rule stands in the way. */
  readonly worthOf: (row: number, column: number) => number
  /** The same of all mentors for one mentee; holds until the next row is asked for. */
  readonly worthsOf: (row: number) => Int16Array
}

/** Reads all of a problem's people, settled or not; fixed pairs keep "never both ways". */
export function readOpenView(problem: Problem, policy: Policy, how: HowKept = {}): OpenView {
  const mentees = [...problem.mentees].sort((a, b) => compareText(a.id, b.id))
  const mentors = [...problem.mentors].sort((a, b) => compareText(a.id, b.id))
  const rules = readHardRules({ ...policy, blocks: [], forbidden: [] }, problem.fixed)
  const people = { mentees, mentors, rules }
  return { ...people, ...(keepsAll(problem, how) ? stored(people) : priced(people, problem.fixed ?? [])) }
}

type People = Pick<OpenView, 'mentees' | 'mentors' | 'rules'>
type Worths = Pick<OpenView, 'worthOf' | 'worthsOf'>

function stored({ mentees, mentors, rules }: People): Worths {
  const { score } = prepare(mentees, mentors, rules.policy)
  const m = mentors.length
  const worth = new Int16Array(mentees.length * m).fill(NOT_POSSIBLE)
  mentees.forEach((mentee, row) => {
    mentors.forEach((mentor, column) => {
      if (refusalOf(rules, mentor, mentee) === null) worth[row * m + column] = score(row, column)
    })
  })
  return {
    worthOf: (row, column) => worth[row * m + column] as number,
    worthsOf: (row) => worth.subarray(row * m, (row + 1) * m),
  }
}

function priced({ mentees, mentors, rules }: People, fixed: readonly PairIds[]): Worths {
  const places = Int32Array.from(mentors, (one) => one.maximum)
  const { lines } = layOut(readLines(mentees, mentors, rules, fixed, places), (bytes) => new ArrayBuffer(bytes))
  return { worthOf: (row, column) => worthIn(lines, row, column), worthsOf: rowReader(lines) }
}

/** How good each is for the other, 1 is best: one more than the openly possible partners worth more. */
export type Ranks = { readonly forMentee: number; readonly forMentor: number }

/** Ranks of the two of each pair on both sides; every mentee has one pair at most. */
export function ranksOf(view: OpenView, pairs: readonly PairIds[]): readonly Ranks[] {
  const rowOf = new Map(view.mentees.map((one, row) => [one.id, row]))
  const columnOf = new Map(view.mentors.map((one, column) => [one.id, column]))
  const rows = Int32Array.from(pairs, (pair) => rowOf.get(pair.menteeId) ?? 0)
  const columns = Int32Array.from(pairs, (pair) => columnOf.get(pair.mentorId) ?? 0)
  const own = Int16Array.from(pairs, (_, at) => view.worthOf(rows[at] as number, columns[at] as number))
  const pairOf = new Int32Array(view.mentees.length).fill(-1)
  rows.forEach((row, at) => {
    pairOf[row] = at
  })
  const [forMentee, forMentor] = [new Int32Array(pairs.length).fill(1), new Int32Array(pairs.length).fill(1)]
  for (let row = 0; row < view.mentees.length; row++) {
    const worth = view.worthsOf(row)
    for (let at = 0; at < pairs.length; at++)
      if ((worth[columns[at] as number] as number) > (own[at] as number)) forMentor[at] = (forMentor[at] as number) + 1
    const mine = pairOf[row] as number
    if (mine < 0) continue
    let better = 1
    for (let j = 0; j < worth.length; j++) if ((worth[j] as number) > (own[mine] as number)) better++
    forMentee[mine] = better
  }
  return pairs.map((_, at) => ({ forMentee: forMentee[at] as number, forMentor: forMentor[at] as number }))
}
