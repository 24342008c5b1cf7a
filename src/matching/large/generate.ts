import type { Outside, Progress } from '../best-worth.ts'
import { bestFlow, boundOf, totalOf } from '../flow/best-flow.ts'
import type { Flow, Network, Start } from '../flow/network.ts'
import { type Asking, askRows, type Groups, hearRows } from './ask.ts'
import { bidFor, exactStep, withGains } from './bid-for.ts'
import { addCandidate, type Candidates, edgesOf, emptyCandidates, hasCandidate, makeRoomFor } from './candidates.ts'
import { type Lines, raisedPairs, worthIn } from './lines.ts'
import type { PriceRows } from './plain-kernel.ts'
import { type Sheet, tilesOf } from './sheet.ts'

/** A run that is ready to be asked. `pass` prices all rows over so many tiles, here or in several threads. */
export type Ready = { readonly sheet: Sheet; readonly lines: Lines; readonly pass: PriceRows }

/** Tiles each row looks at before anything is known. */
const FIRST_TILES = 2
/** Rows with a better pair, as a share of all, below which prices are made exact and kept so. */
const FEW = 1 / 40
/** By how much a row may do worse than it could while candidates are still poor: in the first, the second and later rounds. Measured. */
const ROUGH = [200, 100, 40] as const
/** Where their bidding begins, many times that, so that it comes in few steps. */
const FIRST_STEP = 2_000
const LATER_STEP = 400
const FINE_STEP = 8

/**
 * Aims 3 and 4 inside groups, exactly, over all n × m pairs without storing them: candidates, a rough or exact best flow among them,
 * a pass over all pairs at its prices, better pairs into the candidates, until no row has one. Yields the proven gap of every round.
 * Source: column generation, Ford and Fulkerson 1958; `reference/matching.md` 4.3.
 */
export function* generate(
  ready: Ready,
  groups: Groups,
  outside: Outside,
  seats: Int32Array,
  start: Start | null,
  gapEnough: number,
): Generator<Progress, Flow & { readonly gap: number }, void> {
  const { sheet, lines } = ready
  const { unit, exit, capacity, steps } = outside
  const seated = seats.reduce((sum, column) => sum + (column < 0 ? 0 : 1), 0)
  const candidates = firstCandidates(ready, groups, seats, start)
  let flow: Start | null = start
  let few = start !== null
  let better = sheet.rows
  for (let round = 1; ; round++) {
    const net = { rows: sheet.rows, columns: sheet.columns, ...edgesOf(candidates), exit, capacity, steps }
    const before = few
    few ||= better <= FEW * sheet.rows
    let now: Flow
    if (before) now = bestFlow(net, flow)
    else if (few) now = bestFlow(net, bidFor(net, flow, FINE_STEP, exactStep(net), groups, unit))
    else {
      const from = round === 1 ? FIRST_STEP : LATER_STEP
      now = withGains(net, bidFor(net, flow, from, ROUGH[round - 1] ?? ROUGH[2], groups, unit))
    }
    const asked = askAll(ready, groups, now, tilesOf(sheet))
    const heard = hearRows(sheet, lines, groups, now.price, now.gain, asked, (row, column, worth) => {
      if (hasCandidate(candidates, row, column)) return
      makeRoomFor(candidates, row, 1, now.price, now.mate[row] as number)
      addCandidate(candidates, row, column, worth)
    })
    better = heard.rows
    const gap = heard.gap + (few ? 0 : missing(net, now))
    yield { round, candidates: net.column.length, gap, seated }
    if (gap <= gapEnough) return { ...now, gap }
    flow = now
  }
}

function askAll({ sheet, lines, pass }: Ready, groups: Groups, flow: Flow, tiles: number): Asking {
  const asked = askRows(sheet, lines, groups, flow.price, flow.gain)
  pass(0, sheet.rows, tiles)
  return asked
}

// What a flow that is not exact lacks beside its own prices; unknown while somebody has neither seat nor exit.
function missing(net: Network, flow: Flow): number {
  return flow.mate.some((it) => it < -1) ? Infinity : Math.max(0, boundOf(net, flow) - totalOf(net, flow))
}

// Seats that are known to be possible, pairs that lines say too little of, and the best of a window that differs from row to row.
function firstCandidates(ready: Ready, groups: Groups, seats: Int32Array, start: Start | null): Candidates {
  const { sheet, lines } = ready
  const kept = Array.from({ length: sheet.rows }, (_, row) => {
    const known = [seats[row] as number, start?.mate[row] ?? -1, ...raisedPairs(lines, row)]
    return [...new Set(known)].filter(
      (column) =>
        column >= 0 && groups.columnGroup[column] === groups.rowGroup[row] && worthIn(lines, row, column) >= 0,
    )
  })
  const all = emptyCandidates(
    sheet.rows,
    kept.reduce((most, it) => Math.max(most, it.length), 0),
  )
  kept.forEach((list, row) => {
    for (const column of list) addCandidate(all, row, column, worthIn(lines, row, column))
    all.kept[row] = list.length
  })
  const price = start?.price ?? new Float64Array(sheet.columns)
  const nothing = { mate: seats, price, gain: new Float64Array(sheet.rows).fill(-1) }
  const asked = askAll(ready, groups, nothing, Math.min(tilesOf(sheet), FIRST_TILES))
  hearRows(sheet, lines, groups, price, nothing.gain, asked, (row, column, worth) => {
    if (!hasCandidate(all, row, column)) addCandidate(all, row, column, worth)
  })
  return all
}
