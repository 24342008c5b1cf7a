import { solveWithoutClashes } from './both-ways.ts'
import { certify } from './certify.ts'
import { NOT_POSSIBLE } from './grid.ts'
import { compareText } from './priority.ts'
import type { MatchAnswer, MatchedPair, Mentee, Mentor, PairIds, Policy, Problem, Unmatched } from './problem.ts'
import { pairReason, unmatchedReason } from './reasons.ts'
import type { Solved } from './solve.ts'
import { readTable, type Table } from './table.ts'
import { pairWorth } from './worth.ts'

/** Plans one run: aims 1, 2, 4 and 6 under the hard rules. Aim 0 is `decideShortage`, decided once and by the caller. Input order leaves no trace. Policy: PRODUCT.md "Matching". */
export function planMatch(problem: Problem, policy: Policy): MatchAnswer {
  const table = readTable(problem, policy)
  const found = runToEnd(solveWithoutClashes(table))
  const { solved, proven } = found
  const pairs = pairsOf(problem, policy, table, solved)
  const waiting = table.menteeOrder.filter((row) => (solved.mentorOf[row] ?? -1) < 0)
  const busy = new Set([...pairs, ...(problem.fixed ?? [])].map((pair) => pair.mentorId))
  const reserve = table.mentorOrder.filter((column) => !busy.has(table.mentors[column]?.id ?? ''))
  return {
    pairs,
    unmatched: [
      ...waiting.map((row) => unmatchedMentee(table, row)),
      ...reserve.map((column) => unmatchedMentor(table, column)),
    ],
    waitingList: waiting.map((row) => table.mentees[row]?.id ?? ''),
    reserve: reserve.map((column) => table.mentors[column]?.id ?? ''),
    refusedPins: table.refusedPins,
    totals: {
      pairs: pairs.length,
      worth: pairs.reduce((sum, pair) => sum + pair.worth, 0),
      mentees: table.mentees.length + table.pinned.length,
      mentors: table.mentors.length,
      places: table.placesBefore,
    },
    proven,
    certificate: proven ? certify(table, found) : null,
  }
}

function pairsOf(problem: Problem, policy: Policy, table: Table, solved: Solved): readonly MatchedPair[] {
  const pinned = table.pinned.flatMap((pin) => {
    const mentor = problem.mentors.find((one) => one.id === pin.mentorId)
    const mentee = problem.mentees.find((one) => one.id === pin.menteeId)
    return mentor && mentee ? [asPair(policy, mentor, mentee, pin)] : []
  })
  const found = table.mentees.flatMap((mentee, row) => {
    const mentor = table.mentors[solved.mentorOf[row] ?? -1]
    return mentor ? [asPair(policy, mentor, mentee)] : []
  })
  return [...pinned, ...found].sort((a, b) => compareText(a.menteeId, b.menteeId))
}

function asPair(policy: Policy, mentor: Mentor, mentee: Mentee, pin?: PairIds): MatchedPair {
  const found = pairWorth(mentor, mentee, policy)
  const pinned = pin !== undefined
  return {
    mentorId: mentor.id,
    menteeId: mentee.id,
    ...found,
    pinned,
    reason: pairReason(mentor, mentee, found, pinned),
  }
}

function unmatchedMentee(table: Table, row: number): Unmatched {
  const m = table.mentors.length
  const possible = table.grid.worth.subarray(row * m, (row + 1) * m).some((worth) => worth !== NOT_POSSIBLE)
  const code = possible ? 'waiting' : 'nobody-possible'
  return { id: table.mentees[row]?.id ?? '', role: 'mentee', code, reason: unmatchedReason(code, 'mentee') }
}

function unmatchedMentor(table: Table, column: number): Unmatched {
  const m = table.mentors.length
  const possible = table.mentees.some((_, row) => table.grid.worth[row * m + column] !== NOT_POSSIBLE)
  const code = possible ? 'reserve' : 'nobody-possible'
  return { id: table.mentors[column]?.id ?? '', role: 'mentor', code, reason: unmatchedReason(code, 'mentor') }
}

function runToEnd<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}
