import { bestFlow } from '../flow/best-flow.ts'
import type { Flow, Network, Start } from '../flow/network.ts'
import type { Groups } from './ask.ts'
import { auction } from './auction.ts'
import type { RoomToBid } from './bidding.ts'
import { wholePrices } from './whole-prices.ts'

/** Exits while bidding, for who may go without and who may not: the near one outweighs what moving others usually costs, as farther ones are bid for long. */
const NEAR_EXIT = 16_000
const LAST_EXIT = 300_000

/** A step by which nobody can be kept from the best: values are whole, and people fewer than one has parts. */
export function exactStep({ rows, columns }: Network): number {
  return 2 ** -Math.ceil(Math.log2(rows + columns + 3))
}

/**
 * A nearly best flow by auction. In a full group so many go without, whoever they are: a near exit lowers all prices there by the same,
 * and bidding is short. What it gets wrong by that, the exact flow after it mends.
 */
export function bidFor(
  net: Network,
  start: Start | null,
  from: number,
  until: number,
  { columnGroup, full }: Groups,
  unit: number,
  room: RoomToBid,
): Start {
  const shift = unit - NEAR_EXIT
  const move = (by: number) => (it: number, j: number) => {
    const group = columnGroup[j] as number
    return group >= 1 && group <= full ? it + by : it
  }
  const near = { ...net, exit: net.exit.map((it) => (it < -unit ? -LAST_EXIT : -NEAR_EXIT)) }
  const begin = start && { mate: start.mate, price: start.price.map(move(-shift)) }
  const { mate, price } = auction(near, begin, from, until, room)
  const whole = until < 1 ? wholePrices(price, withGains(near, { mate, price }).gain) : price.map(Math.round)
  return { mate, price: whole.map(move(shift)) }
}

/** The best flow of a sparse network with prices that prove it, from nothing: an auction to its last step, whole prices, and the core, which finds them proven. Exits count as they are. */
export function bestSparseFlow(net: Network): Flow {
  const most = net.value.reduce((max, it) => Math.max(max, it), 1)
  const { mate, price } = auction(net, null, most / 5, exactStep(net))
  return bestFlow(net, { mate, price: wholePrices(price, withGains(net, { mate, price }).gain) })
}

/** What each row gains at most at the prices. */
export function withGains(net: Network, { mate, price }: Start): Flow {
  const gain = net.exit.slice()
  for (let i = 0; i < net.rows; i++)
    for (let e = net.start[i] as number; e < (net.end[i] as number); e++) {
      const here = (net.value[e] as number) - (price[net.column[e] as number] as number)
      if (here > (gain[i] as number)) gain[i] = here
    }
  return { mate, price, gain }
}
