import type { Progress } from './best-worth.ts'
import { solveWithoutClashes } from './both-ways.ts'
import type { Certificate } from './certificate.ts'
import { certify } from './certify.ts'
import { keepChoices, settleChoices } from './choices.ts'
import { NOT_POSSIBLE } from './grid.ts'
import { type OpenView, ranksOf, readOpenView } from './open-view.ts'
import { compareText } from './priority.ts'
import type { MatchAnswer, MatchedPair, Mentee, Mentor, PairIds, Policy, Problem, Unmatched } from './problem.ts'
import { type HowKept, type Run, readRun } from './read-run.ts'
import { pairReason, unmatchedReason } from './reasons.ts'
import { relaxedRuleFor } from './relaxed-rules.ts'
import { seatRemedies, serveRemedies } from './remedies.ts'
import { prepare } from './scorer.ts'
import type { Solved } from './solve.ts'
import { startFrom } from './start-from.ts'

/** How a run may be made: stopped once no answer is better by more than `gapEnough` points of worth in all (0: proven), started from the pairs, or the proof, of an earlier answer to nearly the same problem. None is part of the policy. */
export type HowToRun = HowKept & { readonly gapEnough?: number; readonly before?: readonly PairIds[] | Certificate }

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
  const run = readRun(problem, policy, how)
  const found = yield* solveWithoutClashes(run, how.before ? startFrom(run, how.before) : null, how.gapEnough ?? 0)
  const { solved, proven } = found
  const view = readOpenView(problem, policy, how)
  const pairs = pairsOf(run, policy, view, solved, kept)
  const waiting = run.menteeOrder.filter((row) => (solved.mentorOf[row] ?? -1) < 0)
  const busy = new Set([...pairs, ...(problem.fixed ?? [])].map((pair) => pair.mentorId))
  const reserve = run.mentorOrder.filter((column) => !busy.has(run.mentors[column]?.id ?? ''))
  return {
    pairs,
    unmatched: unmatchedOf(problem, run, view, pairs, waiting, reserve),
    waitingList: waiting.map((row) => run.mentees[row]?.id ?? ''),
    reserve: reserve.map((column) => run.mentors[column]?.id ?? ''),
    refusedPins: run.refusedPins,
    totals: {
      pairs: pairs.length,
      worth: pairs.reduce((sum, pair) => sum + pair.worth, 0),
      mentees: run.mentees.length + run.pinned.length,
      mentors: run.mentors.length,
      places: run.placesBefore,
    },
    proven,
    certificate: proven ? certify(run, found) : null,
  }
}

/** Takes all steps of a run and answers what it found. */
export function runToEnd<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}

function pairsOf(
  run: Run,
  policy: Policy,
  view: OpenView,
  solved: Solved,
  kept: readonly PairIds[],
): readonly MatchedPair[] {
  const found = run.mentees.flatMap((mentee, row) => {
    const mentor = run.mentors[solved.mentorOf[row] ?? -1]
    return mentor ? [{ mentorId: mentor.id, menteeId: mentee.id }] : []
  })
  const mentees = new Map(view.mentees.map((one, row) => [one.id, row]))
  const mentors = new Map(view.mentors.map((one, column) => [one.id, column]))
  const { explain } = prepare(view.mentees, view.mentors, policy)
  const all = [...run.pinned, ...found].sort((a, b) => compareText(a.menteeId, b.menteeId))
  const ranks = ranksOf(view, all)
  const pins = new Set(run.pinned)
  return all.flatMap((pair, at) => {
    const chosen = kept.includes(pair)
    const pinned = !chosen && pins.has(pair)
    const [row, column] = [mentees.get(pair.menteeId) ?? -1, mentors.get(pair.mentorId) ?? -1]
    const [mentee, mentor] = [view.mentees[row], view.mentors[column]]
    if (!mentee || !mentor) return []
    const worth = explain(row, column)
    const { forMentee, forMentor } = ranks[at] ?? { forMentee: 1, forMentor: 1 }
    const reason = pairReason(mentor, mentee, worth, chosen ? 'choice' : pinned ? 'pin' : 'aims')
    const by = chosen ? { pinned, chosen } : { pinned }
    return [{ ...pair, ...worth, ...by, rankForMentee: forMentee, rankForMentor: forMentor, reason }]
  })
}

function unmatchedOf(
  problem: Problem,
  run: Run,
  view: OpenView,
  pairs: readonly MatchedPair[],
  waitingRows: readonly number[],
  reserveColumns: readonly number[],
): readonly Unmatched[] {
  const waiting = waitingRows.flatMap((row) => run.mentees[row] ?? [])
  const reserve = reserveColumns.flatMap((column) => run.mentors[column] ?? [])
  const left = { free: pairs.filter((pair) => !pair.pinned), waiting, reserve }
  const remedies = new Map([...seatRemedies(view, left)])
  const serve = serveRemedies(view, left, problem, pairs)
  const rowOf = new Map(view.mentees.map((one, row) => [one.id, row]))
  const columnOf = new Map(view.mentors.map((one, column) => [one.id, column]))
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
      const possible = view.worthsOf(rowOf.get(one.id) ?? 0).some((worth) => worth !== NOT_POSSIBLE)
      const between = () => view.mentors.map((mentor) => [mentor, one] as const)
      return say(one.id, 'mentee', possible ? 'waiting' : 'nobody-possible', remedies, between)
    }),
    ...reserve.map((one) => {
      const column = columnOf.get(one.id) ?? 0
      const possible = view.mentees.some((_, row) => view.worthOf(row, column) !== NOT_POSSIBLE)
      const between = () => view.mentees.map((mentee) => [one, mentee] as const)
      return say(one.id, 'mentor', possible ? 'reserve' : 'nobody-possible', serve, between)
    }),
  ]
}
