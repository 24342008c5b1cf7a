import type { Progress } from '../best-worth.ts'
import type { CaseProof } from '../certificate.ts'
import type { MatchAnswer, PairIds, Policy, Problem } from '../problem.ts'
import { type People, readPeople } from '../table.ts'
import { withVeto } from './exceptions.ts'
import type { Memory } from './kernel.ts'
import { worthIn } from './lines.ts'
import type { PriceRows } from './plain-kernel.ts'
import { makeReady, type Ready } from './ready.ts'
import type { Sheet } from './sheet.ts'
import { type SolvedLines, solveLines } from './solve-lines.ts'

/** What proves aims 1 to 4 of a large run to `verifyLarge`: people by id in order, everything else by their indexes. */
export type LargeCertificate = Pick<CaseProof, 'full' | 'spare' | 'prices'> & {
  readonly mentees: readonly string[]
  readonly mentors: readonly string[]
  /** The mentor of each mentee, -1 for nobody. */
  readonly mentorOf: readonly number[]
}

/** What a large run found: aims 1 to 4 are the small run's; the worst off and the seed do not choose between answers of equal worth. */
export type LargeAnswer = Pick<MatchAnswer, 'waitingList' | 'reserve' | 'refusedPins' | 'totals'> & {
  readonly pairs: readonly (PairIds & { readonly worth: number; readonly pinned: boolean })[]
  /** Whether aims 1 to 4 are proven; false where somebody would have mentored their own mentor, which is then undone the cheaper way. */
  readonly proven: boolean
  readonly certificate: LargeCertificate | null
}

/** How passes are made, such as by the crew of several threads; on this thread where nothing is said. */
export type HowLarge = {
  readonly gapEnough?: number
  readonly start?: (sheet: Sheet, memory: Memory | null) => PriceRows
}

/** Plans a run of any size without storing its pairs: aims 1 to 4 under all hard rules. Yields the proven gap as it shrinks. Policy: PRODUCT.md "Matching". */
export function* planLarge(
  problem: Problem,
  policy: Policy,
  how: HowLarge = {},
): Generator<Progress, LargeAnswer, void> {
  const people = readPeople(problem, policy)
  const { numbers } = people
  let ready = makeReady(people, people.rules, people.taken, numbers.capacity, how.start)
  let solved: SolvedLines = yield* solveLines(ready, numbers, null, how.gapEnough)
  let hasClashed = false
  for (;;) {
    const clash = weakestClash(people, ready, solved)
    if (!clash) break
    hasClashed = true
    const exceptions = withVeto(ready.lines.exceptions, clash.row, clash.column)
    ready = { ...ready, lines: { ...ready.lines, exceptions } }
    solved = yield* solveLines(ready, numbers, solved, how.gapEnough)
  }
  return answerOf(people, ready, solved, !hasClashed && solved.flow.gap === 0)
}

// Two people who would mentor each other: the way that is worth less.
function weakestClash({ mentees, mentors }: People, { lines }: Ready, { flow }: SolvedLines) {
  const columnOf = new Map(mentors.map((one, column) => [one.id, column]))
  const rowOf = new Map(mentees.map((one, row) => [one.id, row]))
  for (const [row, mentee] of mentees.entries()) {
    const column = flow.mate[row] as number
    const back = rowOf.get(mentors[column]?.id ?? '')
    const own = columnOf.get(mentee.id)
    if (column < 0 || back === undefined || own === undefined || flow.mate[back] !== own) continue
    const isWeaker = worthIn(lines, row, column) <= worthIn(lines, back, own)
    return isWeaker ? { row, column } : { row: back, column: own }
  }
  return null
}

function answerOf(people: People, { lines }: Ready, { partition, flow }: SolvedLines, proven: boolean): LargeAnswer {
  const { mentees, mentors, pinned, menteeOrder, mentorOrder, serving } = people
  const busy = new Set(serving)
  const found = mentees.flatMap((mentee, row) => {
    const column = flow.mate[row] as number
    if (column < 0) return []
    busy.add(column)
    const ids = { mentorId: mentors[column]?.id ?? '', menteeId: mentee.id }
    return [{ ...ids, worth: worthIn(lines, row, column), pinned: false }]
  })
  const pairs = [...pinned.map((it) => ({ ...it, worth: 0, pinned: true })), ...found]
  return {
    pairs,
    waitingList: menteeOrder.filter((row) => (flow.mate[row] as number) < 0).map((row) => mentees[row]?.id ?? ''),
    reserve: mentorOrder.filter((column) => !busy.has(column)).map((column) => mentors[column]?.id ?? ''),
    refusedPins: people.refusedPins,
    totals: {
      pairs: pairs.length,
      worth: found.reduce((sum, it) => sum + it.worth, 0),
      mentees: mentees.length + pinned.length,
      mentors: mentors.length,
      places: people.placesBefore,
    },
    proven,
    certificate: proven
      ? {
          mentees: mentees.map((one) => one.id),
          mentors: mentors.map((one) => one.id),
          mentorOf: [...flow.mate],
          full: partition.full,
          spare: partition.spare,
          prices: { mentees: [...flow.gain], mentors: [...flow.price] },
        }
      : null,
  }
}
