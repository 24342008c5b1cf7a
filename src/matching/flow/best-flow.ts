import type { Flow, Network, Start } from './network.ts'
import { reduceRows } from './reduce.ts'
import { augment, roomForSearch, SINK } from './search.ts'
import { beginState } from './state.ts'

/** Greatest total value of a network, exactly, with prices that prove it. A start (prices and mates of an earlier flow) saves what still holds; a change of one row or column costs a few searches. Source: successive shortest paths, Jewell 1958; `reference/matching.md` 4.2. */
export function bestFlow(net: Network, start: Start | null = null): Flow {
  const { state, free } = beginState(net, start)
  const search = roomForSearch(net.columns)
  for (const row of reduceRows(state, free)) augment(state, search, row)
  while (state.wanted < 0) augment(state, search, SINK)
  const price = state.price.map((it) => it - state.sink)
  const gain = new Float64Array(net.rows)
  for (let i = 0; i < net.rows; i++) {
    const j = state.mate[i] as number
    gain[i] = j < 0 ? (net.exit[i] as number) : (state.own[i] as number) - (price[j] as number)
  }
  return { mate: state.mate, price, gain }
}

/** What a flow is worth: edges, exits and steps together. */
export function totalOf(net: Network, { mate }: Pick<Flow, 'mate'>): number {
  const load = new Int32Array(net.columns)
  let total = 0
  mate.forEach((j, i) => {
    if (j < 0) total += net.exit[i] as number
    else {
      for (let e = net.start[i] as number; e < (net.end[i] as number); e++)
        if (net.column[e] === j) total += net.value[e] as number
      load[j] = (load[j] as number) + 1
    }
  })
  const { high, highGain, low, lowGain } = net.steps
  load.forEach((units, j) => {
    const most = Math.min(units, high[j] as number)
    total += most * highGain + Math.max(0, Math.min(units, low[j] as number) - most) * lowGain
  })
  return total
}

/** What prices allow at most; equal to `totalOf` at the optimum. */
export function boundOf(net: Network, { price, gain }: Pick<Flow, 'price' | 'gain'>): number {
  const { high, highGain, low, lowGain } = net.steps
  let total = gain.reduce((sum, it) => sum + it, 0)
  price.forEach((p, j) => {
    const room = net.capacity[j] as number
    const most = Math.min(high[j] as number, room)
    const more = Math.max(0, Math.min(low[j] as number, room) - most)
    total += most * Math.max(0, highGain + p) + more * Math.max(0, lowGain + p) + (room - most - more) * Math.max(0, p)
  })
  return total
}
