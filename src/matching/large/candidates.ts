import type { Network } from '../flow/network.ts'

/**
 * A few pairs of each row, as edges of a network in slots of their own: those of row i from `start[i]` to `end[i]`, with room up to
 * `start[i + 1]`. Their order in a row means nothing.
 */
export type Candidates = Pick<Network, 'start' | 'end' | 'column' | 'value'> & {
  /** Pairs that are never given up: those that lines say too little of, and each row's seat (-1 without). */
  readonly raised: Raised
  readonly seat: Int32Array
}
/** Columns of row i from `start[i]` to `start[i + 1]`. */
export type Raised = { readonly start: Int32Array; readonly column: Int32Array }

/** Slots of a row; more where somebody has many pairs that must be kept. */
const WIDTH = 44
/** Slots that are free after a row has given up its worst. */
const FREED = 15

export function emptyCandidates(raised: Raised, width = WIDTH): Candidates {
  const rows = raised.start.length - 1
  const start = new Int32Array(rows + 1)
  for (let row = 0; row < rows; row++) {
    const kept = 1 + (raised.start[row + 1] as number) - (raised.start[row] as number)
    start[row + 1] = (start[row] as number) + Math.max(width, kept + 2 * FREED)
  }
  const slots = start[rows] as number
  return {
    start,
    end: start.slice(0, rows),
    column: new Int32Array(slots),
    value: new Int16Array(slots),
    raised,
    seat: new Int32Array(rows).fill(-1),
  }
}

/** The same with twice the room for each row. */
export function widen(all: Candidates): Candidates {
  const { start, end, column, value, raised, seat } = all
  const widest = start.reduce((max, it, row) => Math.max(max, it - (start[row - 1] ?? 0)), 0)
  const wide = { ...emptyCandidates(raised, 2 * widest), seat }
  for (let row = 0; row < end.length; row++)
    for (let at = start[row] as number; at < (end[row] as number); at++)
      addCandidate(wide, row, column[at] as number, value[at] as number)
  return wide
}

/** Adds a pair that the row does not have yet; there must be room. */
export function addCandidate({ end, column, value }: Candidates, row: number, it: number, points: number): void {
  const at = end[row] as number
  column[at] = it
  value[at] = points
  end[row] = at + 1
}

/** Gives up all pairs of a row but those that `keeps` says yes to, asked in their order. */
export function keepCandidates(
  { start, end, column, value }: Candidates,
  row: number,
  keeps: (it: number) => boolean,
): void {
  let to = start[row] as number
  for (let at = to; at < (end[row] as number); at++) {
    if (!keeps(column[at] as number)) continue
    column[to] = column[at] as number
    value[to++] = value[at] as number
  }
  end[row] = to
}

/** Whether a row has a pair. */
export function hasCandidate({ start, end, column }: Candidates, row: number, it: number): boolean {
  const first = start[row] as number
  for (let at = (end[row] as number) - 1; at >= first; at--) if (column[at] === it) return true
  return false
}

/** Makes room for one more pair: those farthest from being used go, never the row's own. Answers what the best of them left the row. */
export function makeRoom(all: Candidates, row: number, price: Float64Array, mate: number): number {
  const { start, end, column, value } = all
  const [first, until] = [start[row] as number, end[row] as number]
  if (until < (start[row + 1] as number)) return -Infinity
  const left = new Float64Array(until - first)
  for (let at = first; at < until; at++) {
    const it = column[at] as number
    const stays = it === mate || isKept(all, row, it)
    left[at - first] = stays ? Infinity : (value[at] as number) - (price[it] as number)
  }
  const sorted = left.slice().sort()
  const last = sorted[FREED - 1] as number
  // Of equals at the border as many stay as there is room for.
  let equals = FREED - sorted.indexOf(last)
  let at = 0
  keepCandidates(all, row, () => {
    const mine = left[at++] as number
    return mine > last || (mine === last && equals-- <= 0)
  })
  return last
}

function isKept({ raised, seat }: Candidates, row: number, it: number): boolean {
  if (seat[row] === it) return true
  for (let at = raised.start[row] as number; at < (raised.start[row + 1] as number); at++)
    if (raised.column[at] === it) return true
  return false
}

/** How many there are. */
export function countCandidates({ start, end }: Candidates): number {
  let count = 0
  for (let row = 0; row < end.length; row++) count += (end[row] as number) - (start[row] as number)
  return count
}
