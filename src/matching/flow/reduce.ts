import { FREE, ON_EXIT, stepGain } from './network.ts'
import { leave, type State, sit } from './state.ts'

/** Steps a reduction may take, for each free row it began with. Measured: chains rarely pay after that. */
const STEPS_PER_ROW = 12

type Best = { column: number; gain: number; second: number; value: number }

/** Gives free rows their best column, by displacing who has it more loosely; answers the rows still free. Prices stay within the invariants. Source: Jonker and Volgenant 1987, augmenting row reduction. */
export function reduceRows(state: State, free: Int32Array): Int32Array {
  const stack = Array.from(free).reverse()
  const left: number[] = []
  const best: Best = { column: -1, gain: 0, second: 0, value: 0 }
  let steps = STEPS_PER_ROW * stack.length
  for (let row = stack.pop(); row !== undefined; row = stack.pop()) {
    if (steps-- <= 0) {
      left.push(row)
      continue
    }
    findBest(state, row, best)
    const displaced = place(state, row, best)
    if (displaced === row) left.push(row)
    else if (displaced !== -1) stack.push(displaced)
  }
  return Int32Array.from(left)
}

function findBest(state: State, row: number, best: Best): void {
  const { start, end, column, value, exit } = state.net
  let first = (exit[row] as number) - state.sink
  let second = -Infinity
  let at = -1
  for (let e = start[row] as number; e < (end[row] as number); e++) {
    const gain = (value[e] as number) - (state.price[column[e] as number] as number)
    if (gain > first) {
      second = first
      first = gain
      at = e
    } else if (gain > second) second = gain
  }
  best.column = at < 0 ? -1 : (column[at] as number)
  best.value = at < 0 ? 0 : (value[at] as number)
  best.gain = first
  best.second = second
}

// Answers -1 when the row found a free place, the row itself when it must wait for a search, or whom it displaced.
function place(state: State, row: number, best: Best): number {
  const { net, price, load, owed } = state
  const j = best.column
  if (j < 0) {
    if (state.wanted <= 0 || net.exit[row] === -Infinity) return row
    state.mate[row] = ON_EXIT
    state.wanted--
    return -1
  }
  if ((owed[j] as number) > 0) {
    owed[j] = (owed[j] as number) - 1
    sit(state, row, j, best.value)
    return -1
  }
  const units = load[j] as number
  const room =
    units < (net.capacity[j] as number) ? state.sink - stepGain(net.steps, j, units) - (price[j] as number) : Infinity
  if (room === 0 && state.wanted > 0) {
    load[j] = units + 1
    state.wanted--
    sit(state, row, j, best.value)
    return -1
  }
  // Only a column of one row is simple: its price may rise by what the newcomer would lose elsewhere.
  const sitting = state.first[j] as number
  if (units !== 1 || sitting === -1) return row
  const rise = Math.min(best.gain - best.second, room)
  if (rise <= 0) return row
  price[j] = (price[j] as number) + rise
  leave(state, sitting)
  state.mate[sitting] = FREE
  sit(state, row, j, best.value)
  return sitting
}
