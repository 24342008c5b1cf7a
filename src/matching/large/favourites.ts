import type { Network } from '../flow/network.ts'

/** Edges of a row that are looked at first. Measured: bench/matching-large.ts. */
const FIRST = 6

/**
 * Edges of each row with those it liked best in front, and what the rest gains at most: while prices only rise, a row need not look
 * further than its favourites unless they have become as dear as that. Laid out so that one bid touches few lines of memory.
 */
export type Favourites = {
  /** Column and value of each edge, side by side. */
  readonly edges: Int32Array
  /** Of each row its exit, and what edges beyond the first ones gain at most. */
  readonly outside: Float64Array
}

/** The best edge of a row (-1: its exit), what it gains there, and what it would gain elsewhere. */
export type Choice = { at: number; best: number; second: number }

const gains = new Float64Array(FIRST + 1)
const places = new Int32Array(FIRST + 1)

/** Copies the edges of a network, as they will be moved about. */
export function readFavourites({ column, value, rows, exit }: Network): Favourites {
  const edges = new Int32Array(2 * column.length)
  for (let e = 0; e < column.length; e++) {
    edges[2 * e] = column[e] as number
    edges[2 * e + 1] = value[e] as number
  }
  const outside = new Float64Array(2 * rows)
  for (let i = 0; i < rows; i++) outside[2 * i] = exit[i] as number
  return { edges, outside }
}

/** Prices may fall: nothing is known of what lies beyond the first edges. */
export function forgetRest({ outside }: Favourites): void {
  for (let at = 1; at < outside.length; at += 2) outside[at] = Infinity
}

/** Finds a row's best and second best at prices that have not fallen since `forgetRest`. */
export function choose(
  { edges, outside }: Favourites,
  start: Int32Array,
  price: Float64Array,
  row: number,
  choice: Choice,
): void {
  const from = start[row] as number
  const until = start[row + 1] as number
  const exit = outside[2 * row] as number
  let best = exit
  let second = -Infinity
  let at = -1
  const near = Math.min(until, from + FIRST)
  for (let e = from; e < near; e++) {
    const gain = (edges[2 * e + 1] as number) - (price[edges[2 * e] as number] as number)
    if (gain <= second) continue
    if (gain > best) {
      second = best
      best = gain
      at = e
    } else second = gain
  }
  if (near < until && second < (outside[2 * row + 1] as number)) {
    outside[2 * row + 1] = chooseFromAll(edges, price, from, until)
    const first = gains[0] as number
    at = exit >= first ? -1 : from
    best = Math.max(exit, first)
    second = at < 0 ? first : Math.max(exit, gains[1] as number)
  }
  choice.at = at
  choice.best = best
  choice.second = second
}

// The best are moved to the front, best first; answers what comes next.
function chooseFromAll(edges: Int32Array, price: Float64Array, from: number, until: number): number {
  gains.fill(-Infinity)
  let worst = -Infinity
  for (let e = from; e < until; e++) {
    const gain = (edges[2 * e + 1] as number) - (price[edges[2 * e] as number] as number)
    if (gain <= worst) continue
    let at = FIRST
    for (; at > 0 && (gains[at - 1] as number) < gain; at--) {
      gains[at] = gains[at - 1] as number
      places[at] = places[at - 1] as number
    }
    gains[at] = gain
    places[at] = e
    worst = gains[FIRST] as number
  }
  for (let k = 0; k < FIRST; k++) {
    const [to, it] = [from + k, places[k] as number]
    if (gains[k] === -Infinity || to === it) continue
    for (const part of [0, 1]) {
      const kept = edges[2 * to + part] as number
      edges[2 * to + part] = edges[2 * it + part] as number
      edges[2 * it + part] = kept
    }
    for (let l = k + 1; l < FIRST; l++) if (places[l] === to) places[l] = it
  }
  return worst
}
