import type { Progress } from './best-worth.ts'
import { solveWithoutClashes } from './both-ways.ts'
import { certify } from './certify.ts'
import { keepChoices, settleChoices } from './choices.ts'
import type { Start } from './flow/network.ts'
import { NOT_POSSIBLE } from './grid.ts'
import { type OpenView, ranksIn, readOpenView } from './open-view.ts'
import { compareText } from './priority.ts'
import type { MatchAnswer, MatchedPair, Mentee, Mentor, PairIds, Policy, Problem, Unmatched } from './problem.ts'
import { pairReason, unmatchedReason } from './reasons.ts'
import { relaxedRuleFor } from './relaxed-rules.ts'
import { seatRemedies, serveRemedies } from './remedies.ts'
import { prepare } from './scorer.ts'
import type { Solved } from './solve.ts'
import { readTable, type Table } from './table.ts'

/** How a run may be made: stopped once no answer is better by more than `gapEnough` points of worth in all (0: proven), started from an earlier answer to nearly the same problem. Neither is part of the policy. */
export type HowToRun = { readonly gapEnough?: number; readonly before?: readonly PairIds[] }

/** Plans one run: aims 1 to 6 under the hard rules, each exactly and in strict order. Aim 0 is `decideShortage`, decided once and by the caller. Input order leaves no trace. Policy: PRODUCT.md "Matching". */
export function planMatch(problem: Problem, policy: Policy): MatchAnswer {
  return runToEnd(planSteps(problem, policy))
}

/** The same step by step: yields the proven gap as it shrinks. Whoever takes no further step has cancelled the run. */
export function* planSteps(
  problem: Problem,
  asked: Policy,
  how: HowToRun = {},
): Generator<Progress, MatchAnswer, void> {
  const kept = keepChoices(problem, asked)
  const policy = settleChoices(asked, kept)
  const table = readTable(problem, policy)
  const found = yield* solveWithoutClashes(table, startFrom(table, how.before ?? []), how.gapEnough ?? 0)
  const { solved, proven } = found
  const view = readOpenView(problem, policy)
  const pairs = pairsOf(table, policy, view, solved, kept)
  const waiting = table.menteeOrder.filter((row) => (solved.mentorOf[row] ?? -1) < 0)
  const busy = new Set([...pairs, ...(problem.fixed ?? [])].map((pair) => pair.mentorId))
  const reserve = table.mentorOrder.filter((column) => !busy.has(table.mentors[column]?.id ?? ''))
  return {
    pairs,
    unmatched: unmatchedOf(problem, table, view, pairs, waiting, reserve),
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

/** Takes all steps of a run and answers what it found. */
export function runToEnd<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}

// Only a hint where to begin: prices of nothing, mates of then.
function startFrom({ mentees, mentors, grid }: Table, before: readonly PairIds[]): Start | null {
  if (before.length === 0) return null
  const columnOf = new Map(mentors.map((one, column) => [one.id, column]))
  const mentorOf = new Map(before.map((pair) => [pair.menteeId, columnOf.get(pair.mentorId)]))
  const mate = Int32Array.from(mentees, (one) => mentorOf.get(one.id) ?? -2)
  return { mate, price: new Float64Array(grid.columns) }
}

function pairsOf(
  table: Table,
  policy: Policy,
  view: OpenView,
  solved: Solved,
  kept: readonly PairIds[],
): readonly MatchedPair[] {
  const found = table.mentees.flatMap((mentee, row) => {
    const mentor = table.mentors[solved.mentorOf[row] ?? -1]
    return mentor ? [{ mentorId: mentor.id, menteeId: mentee.id }] : []
  })
  const mentees = new Map(view.mentees.map((one, row) => [one.id, row]))
  const mentors = new Map(view.mentors.map((one, column) => [one.id, column]))
  const { explain } = prepare(view.mentees, view.mentors, policy)
  const ranks = ranksIn(view)
  return [...table.pinned, ...found]
    .sort((a, b) => compareText(a.menteeId, b.menteeId))
    .flatMap((pair, at, all) => {
      const chosen = kept.includes(all[at] ?? pair)
      const pinned = !chosen && table.pinned.includes(all[at] ?? pair)
      const [row, column] = [mentees.get(pair.menteeId) ?? -1, mentors.get(pair.mentorId) ?? -1]
      const [mentee, mentor] = [view.mentees[row], view.mentors[column]]
      if (!mentee || !mentor) return []
      const worth = explain(row, column)
      const { forMentee, forMentor } = ranks(pair)
      const reason = pairReason(mentor, mentee, worth, chosen ? 'choice' : pinned ? 'pin' : 'aims')
      const by = chosen ? { pinned, chosen } : { pinned }
      return [{ ...pair, ...worth, ...by, rankForMentee: forMentee, rankForMentor: forMentor, reason }]
    })
}

function unmatchedOf(
  problem: Problem,
  table: Table,
  view: OpenView,
  pairs: readonly MatchedPair[],
  waitingRows: readonly number[],
  reserveColumns: readonly number[],
): readonly Unmatched[] {
  const waiting = waitingRows.flatMap((row) => table.mentees[row] ?? [])
  const reserve = reserveColumns.flatMap((column) => table.mentors[column] ?? [])
  const left = { free: pairs.filter((pair) => !pair.pinned), waiting, reserve }
  const remedies = new Map([...seatRemedies(view, left)])
  const serve = serveRemedies(view, left, problem, pairs)
  const m = view.mentors.length
  const say = (
    id: string,
    role: Unmatched['role'],
    code: Unmatched['code'],
    of: ReadonlyMap<string, Unmatched['remedy']>,
    between: () => readonly (readonly [Mentor, Mentee])[],
  ) => {
    const isShut = code === 'nobody-possible' && !of.has(id)
    const remedy = isShut
      ? relaxedRuleFor({ rules: view.rules, fixed: problem.fixed }, between())
      : (of.get(id) ?? null)
    return { id, role, code, remedy, reason: unmatchedReason(code, role, remedy) }
  }
  return [
    ...waiting.map((one) => {
      const row = view.mentees.indexOf(one)
      const possible = view.worth.subarray(row * m, (row + 1) * m).some((worth) => worth !== NOT_POSSIBLE)
      const between = () => view.mentors.map((mentor) => [mentor, one] as const)
      return say(one.id, 'mentee', possible ? 'waiting' : 'nobody-possible', remedies, between)
    }),
    ...reserve.map((one) => {
      const column = view.mentors.indexOf(one)
      const possible = view.mentees.some((_, row) => view.worth[row * m + column] !== NOT_POSSIBLE)
      const between = () => view.mentees.map((mentee) => [one, mentee] as const)
      return say(one.id, 'mentor', possible ? 'reserve' : 'nobody-possible', serve, between)
    }),
  ]
}
