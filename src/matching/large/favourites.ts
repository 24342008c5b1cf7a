import type { Network } from '../flow/network.ts'

/** Edges of a row that are looked at first. Measured: bench/matching-large.ts. */
const FIRST = 6

/**
 * What the rows of a network like best: edges that a row liked lately are moved to its front, and what the rest gains at most is kept.
 * While prices only rise, a row need not look further than its first edges unless they have become as dear as that.
 */
export type Favourites = {
  readonly net: Network
  /** Of each row what edges beyond the first ones gain at most. */
  readonly rest: Float64Array
}

/** The best edge of a row (-1: its exit), what it gains there, and what it would gain elsewhere. */
export type Choice = { at: number; best: number; second: number }

const gains = new Float64Array(FIRST + 1)
const places = new Int32Array(FIRST + 1)

/** Finds a row's best and second best at prices that have not fallen since `rest` was Infinity. */
export function choose({ net, rest }: Favourites, price: Float64Array, row: number, choice: Choice): void {
  const { column, value } = net
  const from = net.start[row] as number
  const until = net.end[row] as number
  const exit = net.exit[row] as number
  let best = exit
  let second = -Infinity
  let at = -1
  const near = Math.min(until, from + FIRST)
  for (let e = from; e < near; e++) {
    const gain = (value[e] as number) - (price[column[e] as number] as number)
    if (gain <= second) continue
    if (gain > best) {
      second = best
      best = gain
      at = e
    } else second = gain
  }
  if (near < until && second < (rest[row] as number)) {
    rest[row] = chooseFromAll(net, price, from, until)
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
function chooseFromAll({ column, value }: Network, price: Float64Array, from: number, until: number): number {
  gains.fill(-Infinity)
  let worst = -Infinity
  for (let e = from; e < until; e++) {
    const gain = (value[e] as number) - (price[column[e] as number] as number)
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
    const to = from + k
    const it = places[k] as number
    if (gains[k] === -Infinity || to === it) continue
    const keptColumn = column[to] as number
    const keptValue = value[to] as number
    column[to] = column[it] as number
    value[to] = value[it] as number
    column[it] = keptColumn
    value[it] = keptValue
    for (let l = k + 1; l < FIRST; l++) if (places[l] === to) places[l] = it
  }
  return worst
}
