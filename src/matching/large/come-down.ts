import { FREE, ON_EXIT } from '../flow/network.ts'
import { type Bidding, leaveColumn, roomAt, type Turned, takeSeat, turn } from './bidding.ts'

/** Offers of each column after which the rest is left as it is. */
const MOST_OFFERS = 400

/** Columns with room at a price ask who would come, and at which price: down until they are full or free. */
export function comeDown(state: Bidding, step: number): void {
  const { net, price } = state
  const waiting: number[] = []
  for (let j = 0; j < net.columns; j++) if (roomAt(state, j) && (price[j] as number) > 0) waiting.push(j)
  if (waiting.length === 0) return
  const gain = gainsOf(state)
  const rowsOf = turn(state)
  let left = MOST_OFFERS * net.columns
  for (let j = waiting.pop(); j !== undefined; j = waiting.pop()) {
    while (roomAt(state, j) && (price[j] as number) > 0) {
      if (left-- <= 0) return
      const leftBehind = offerSeat(state, rowsOf, gain, j, step)
      if (leftBehind >= 0 && (price[leftBehind] as number) > 0) waiting.push(leftBehind)
    }
  }
}

function gainsOf({ net, mate, price, gain }: Bidding): Float64Array {
  gain.fill(Infinity)
  for (let i = 0; i < net.rows; i++) {
    const seat = mate[i] as number
    if (seat === ON_EXIT) gain[i] = net.exit[i] as number
    if (seat < 0) continue
    for (let e = net.start[i] as number; e < (net.end[i] as number); e++)
      if (net.column[e] === seat) gain[i] = (net.value[e] as number) - (price[seat] as number)
  }
  return gain
}

// The seat goes to who would pay most, at what the next would pay. Answers the column that somebody left for it, or -1.
function offerSeat(state: Bidding, { start, row, value }: Turned, gain: Float64Array, j: number, step: number): number {
  const { price, mate, bid } = state
  let best = -Infinity
  let second = -Infinity
  let at = -1
  for (let e = start[j] as number; e < (start[j + 1] as number); e++) {
    const i = row[e] as number
    if (mate[i] === j || mate[i] === FREE) continue
    const pays = (value[e] as number) - (gain[i] as number)
    if (pays > best) {
      second = best
      best = pays
      at = e
    } else if (pays > second) second = pays
  }
  const before = price[j] as number
  if (at < 0 || best <= step) price[j] = 0
  else price[j] = Math.max(0, second - step)
  const fell = before - (price[j] as number)
  // Whoever sits here already gains by the lower price.
  for (let i = state.first[j] as number; i !== -1; i = state.next[i] as number) gain[i] = (gain[i] as number) + fell
  if (at < 0 || best <= step) return -1
  const i = row[at] as number
  const left = mate[i] as number
  if (left >= 0) leaveColumn(state, i, left)
  bid[i] = best + step
  gain[i] = (value[at] as number) - (price[j] as number)
  takeSeat(state, i, j)
  return left
}
