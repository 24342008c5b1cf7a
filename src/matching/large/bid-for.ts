import { bestFlow } from '../flow/best-flow.ts'
import type { Flow, Network, Start } from '../flow/network.ts'
import type { Groups } from './ask.ts'
import { auction } from './auction.ts'
import { type RoomToBid, roomToBid } from './bidding.ts'
import { wholePrices } from './whole-prices.ts'

/** Exits while bidding, for who may go without and who may not: the near one outweighs what moving others usually costs, as farther ones are bid for long. */
const NEAR_EXIT = 16_000
const LAST_EXIT = 300_000

/** A step by which nobody can be kept from the best: values are whole, and people fewer than one has parts. */
export function exactStep({ rows, columns }: Network): number {
  return 2 ** -Math.ceil(Math.log2(rows + columns + 3))
}

/**
 * A nearly best flow by auction, from where a flow stands. In a full group so many go without, whoever they are: a near exit lowers all
 * prices there by the same, and bidding is short. What it gets wrong by that, the exact flow after it mends. The answer lies in `room`,
 * and so may the start: it holds until the room is used again.
 */
export function bidFor(
  net: Network,
  start: Start | null,
  from: number,
  until: number,
  { columnGroup, full }: Groups,
  unit: number,
  room: RoomToBid,
): Flow {
  const { mate, price, gain, exit } = room
  for (let i = 0; i < net.rows; i++) exit[i] = (net.exit[i] as number) < -unit ? -LAST_EXIT : -NEAR_EXIT
  const shiftOf = (j: number) => {
    const group = columnGroup[j] as number
    return group >= 1 && group <= full ? unit - NEAR_EXIT : 0
  }
  if (start) for (let j = 0; j < net.columns; j++) price[j] = (start.price[j] as number) - shiftOf(j)
  const near = { ...net, exit }
  auction(near, start && { mate: start.mate, price }, from, until, room)
  if (until < 1) price.set(wholePrices(price, gainsAt(near, price, gain)))
  for (let j = 0; j < net.columns; j++) price[j] = Math.round(price[j] as number) + shiftOf(j)
  return { mate, price, gain: gainsAt(net, price, gain) }
}

/** The best flow of a sparse network with prices that prove it, from nothing: an auction to its last step, whole prices, and the core, which finds them proven. Exits count as they are. */
export function bestSparseFlow(net: Network): Flow {
  let most = 1
  for (let e = 0; e < net.value.length; e++) most = Math.max(most, net.value[e] as number)
  const room = roomToBid(net)
  const { mate, price } = auction(net, null, most / 5, exactStep(net), room)
  return bestFlow(net, { mate, price: wholePrices(price, gainsAt(net, price, room.gain)) })
}

// What each row gains at most at the prices.
function gainsAt(net: Network, price: Float64Array, gain: Float64Array): Float64Array {
  const { start, end, column, value, exit } = net
  for (let i = 0; i < net.rows; i++) {
    let best = exit[i] as number
    for (let e = start[i] as number; e < (end[i] as number); e++)
      best = Math.max(best, (value[e] as number) - (price[column[e] as number] as number))
    gain[i] = best
  }
  return gain
}
