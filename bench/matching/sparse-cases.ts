import { boundOf, totalOf } from '../../src/matching/flow/best-flow.ts'
import type { Network } from '../../src/matching/flow/network.ts'
import { bestSparseFlow } from '../../src/matching/large/bid-for.ts'
import { makeChance } from '../chance.ts'

const CANDIDATES = 35

/** So many rows with 35 candidates each and a full set of pairs among them; values 1 to a million. */
export function drawSparse(rows: number, seed: number): Network {
  const chance = makeChance(seed)
  const below = (count: number) => Math.floor(chance() * count)
  const planted = Int32Array.from({ length: rows }, (_, at) => at)
  for (let at = rows - 1; at > 0; at--) {
    const other = below(at + 1)
    const kept = planted[at] as number
    planted[at] = planted[other] as number
    planted[other] = kept
  }
  const start = new Int32Array(rows + 1)
  const column: number[] = []
  for (let row = 0; row < rows; row++) {
    const own = new Set([planted[row] as number])
    while (own.size < Math.min(CANDIDATES, rows)) own.add(below(rows))
    for (const it of own) column.push(it)
    start[row + 1] = column.length
  }
  const none = new Int32Array(rows)
  return {
    rows,
    columns: rows,
    start,
    end: start.subarray(1),
    column: Int32Array.from(column),
    value: Int32Array.from(column, () => 1 + below(1_000_000)),
    exit: new Float64Array(rows).fill(-1e11),
    capacity: new Int32Array(rows).fill(1),
    steps: { high: none, highGain: 0, low: none, lowGain: 0 },
  }
}

/** Best flow with exact whole prices, exits and capacities: an auction to its last step, and the core that proves it. */
export function solveSparse(net: Network): string {
  const flow = bestSparseFlow(net)
  const [total, bound] = [totalOf(net, flow), boundOf(net, flow)]
  if (total !== bound) throw new Error('The prices do not prove the pairs.')
  return `${flow.mate.reduce((sum, it) => sum + (it < 0 ? 0 : 1), 0)} pairs, ${total}`
}
