import type { Outside, Progress } from '../best-worth.ts'
import { bestFlow, boundOf, totalOf } from '../flow/best-flow.ts'
import type { Flow, Network, Start } from '../flow/network.ts'
import { type Groups, hearRows } from './ask.ts'
import { bidFor, exactStep } from './bid-for.ts'
import { letGo, roomToBid } from './bidding.ts'
import { addCandidate, type Candidates, countCandidates, hasCandidate, makeRoom, widen } from './candidates.ts'
import { askAll, type Ready } from './ready.ts'

/** Rows with a better pair, as a share of all, below which prices are made exact and kept so. */
const FEW = 1 / 6
/** By how much a row may do worse than it could while candidates are still poor: in the first, the second and later rounds. Measured. */
const ROUGH = [200, 60, 15] as const
/** Where their bidding begins, many times that, so that it comes in few steps. */
const FIRST_STEP = 2_000
const LATER_STEP = 400
const FINE_STEP = 8
/** Rounds in which the gap shrinks by less than a twentieth before something else is done. */
const PATIENCE = 4
const SHRINKS = 0.95

/** What is known of all pairs at the prices of a flow: makes a run that differs little a short one. */
export type Known = {
  readonly candidates: Candidates
  /** What pairs beyond the candidates leave each row at most. */
  readonly level: Float64Array
}
/** A best flow, or one within `gap` points of it. */
type Generated = { readonly flow: Flow; readonly gap: number; readonly known: Known }

/**
 * Aims 3 and 4 inside groups, exactly, over all n × m pairs without storing them: candidates, a rough or exact best flow among them,
 * a pass over all pairs at its prices, better pairs into the candidates, until no row has one. Yields the proven gap of every round.
 * Source: column generation, Ford and Fulkerson 1958; `reference/matching.md` 4.3.
 */
export function* generate(
  ready: Ready,
  groups: Groups,
  outside: Outside,
  given: Candidates,
  start: { readonly flow: Start; readonly level: Float64Array | null } | null,
  gapEnough: number,
): Generator<Omit<Progress, 'seated'>, Generated, void> {
  const { sheet } = ready
  const { unit, exit, capacity, steps } = outside
  const { rows, columns } = sheet
  // The same memory for every round: candidates are the edges, and an auction has its room.
  let candidates = given
  let net: Network = { rows, columns, ...candidates, exit, capacity, steps }
  const room = roomToBid(net)
  let flow = start?.flow ?? null
  let few = start !== null
  // Where it is known what pairs beyond the candidates leave, few will change: no bidding.
  let isNear = start !== null && start.level !== null
  let better = rows
  let [best, idle] = [Infinity, 0]
  // What pairs beyond the candidates leave each row at most, at the prices of the last pass.
  const level = start?.level?.slice() ?? new Float64Array(rows).fill(Infinity)
  const known = start?.flow.price.slice() ?? new Float64Array(columns)
  let isKnown = isNear
  const solve = (round: number): Flow => {
    if (isNear) return bestFlow(net, flow)
    const [from, until] = few
      ? [FINE_STEP, exactStep(net)]
      : [round === 1 ? FIRST_STEP : LATER_STEP, ROUGH[round - 1] ?? ROUGH[2]]
    const bid = bidFor(net, flow, from, until, groups, unit, room)
    if (!few) return bid
    letGo(room)
    return bestFlow(net, bid)
  }
  for (let round = 1; ; round++) {
    few ||= better <= FEW * rows
    const now = solve(round)
    isNear = few
    if (isKnown) raiseLevels(level, known, now.price)
    const count = countCandidates(candidates)
    const asked = askAll(ready, groups, now, level)
    const heard = hearRows(ready, groups, now, asked, level, (row, column, worth) => {
      if (hasCandidate(candidates, row, column)) return
      const given = makeRoom(candidates, row, now.price, now.mate[row] as number)
      level[row] = Math.max(level[row] as number, given)
      addCandidate(candidates, row, column, worth)
    })
    known.set(now.price)
    isKnown = true
    better = heard.rows
    const gap = heard.gap + (few ? 0 : missing(net, now))
    yield { round, candidates: count, gap }
    if (gap <= gapEnough) return { flow: now, gap, known: { candidates, level } }
    flow = now
    idle = gap < SHRINKS * best ? 0 : idle + 1
    best = Math.min(best, gap)
    if (idle < PATIENCE) continue
    idle = 0
    if (few) {
      // Pairs may be given up and found again for ever where there is too little room for them.
      candidates = widen(candidates)
      net = { ...net, ...candidates }
    } else {
      // Bidding does not come near where many are alike: exactly, then, and from nothing.
      few = true
      isNear = true
      flow = null
    }
  }
}

// A price that fell by so much lets pairs leave so much more; one that rose, only less.
function raiseLevels(level: Float64Array, before: Float64Array, now: Float64Array): void {
  let fall = 0
  for (let j = 0; j < now.length; j++) fall = Math.max(fall, (before[j] as number) - (now[j] as number))
  if (fall > 0) for (let row = 0; row < level.length; row++) level[row] = (level[row] as number) + fall
}

// What a flow that is not exact lacks beside its own prices; unknown while somebody has neither seat nor exit.
function missing(net: Network, flow: Flow): number {
  return flow.mate.some((it) => it < -1) ? Infinity : Math.max(0, boundOf(net, flow) - totalOf(net, flow))
}
