import { FREE, type Network, ON_EXIT, type Start, stepGain } from './network.ts'

/**
 * A flow on its way to the best one. Invariants, with `sink` the price of the common sink: on every edge `gain + price >= value`, equal
 * where used; a column with room has `price + step <= sink`, one with load `price + last step >= sink`; a row on its exit gains
 * `exit - sink`. `load` counts the units a column sends on, `owed` those of them that no row brings yet.
 * Indexes run within the arrays by construction, so elements are read `as number` here and in the files beside: the hot loops.
 */
export type State = {
  readonly net: Network
  readonly mate: Int32Array
  /** Value of the edge a row uses. */
  readonly own: Float64Array
  readonly price: Float64Array
  readonly load: Int32Array
  readonly owed: Int32Array
  /** Rows of a column as a list in both directions; -1 ends it. */
  readonly first: Int32Array
  readonly next: Int32Array
  readonly before: Int32Array
  sink: number
  /** Units the sink still wants: free rows less owed units. */
  wanted: number
}

/** Takes over what still holds of a start (nothing without one), and frees or owes the rest. Answers the free rows too. */
export function beginState(net: Network, start: Start | null): { readonly state: State; readonly free: Int32Array } {
  const { rows, columns } = net
  const state: State = {
    net,
    mate: new Int32Array(rows).fill(FREE),
    own: new Float64Array(rows),
    price: new Float64Array(columns),
    load: new Int32Array(columns),
    owed: new Int32Array(columns),
    first: new Int32Array(columns).fill(-1),
    next: new Int32Array(rows).fill(-1),
    before: new Int32Array(rows).fill(-1),
    sink: 0,
    wanted: 0,
  }
  for (let j = 0; j < columns; j++) state.price[j] = start ? (start.price[j] as number) : -stepGain(net.steps, j, 0)
  if (start) for (let i = 0; i < rows; i++) takeOver(state, i, start.mate[i] as number)
  for (let j = 0; j < columns; j++) settleColumn(state, j)
  let owed = 0
  for (let j = 0; j < columns; j++) owed += state.owed[j] as number
  const free = state.mate.reduce((count, mate) => count + (mate === FREE ? 1 : 0), 0)
  state.wanted = free - owed
  const list = new Int32Array(free)
  for (let i = 0, at = 0; i < rows; i++) if (state.mate[i] === FREE) list[at++] = i
  return { state, free: list }
}

// A row keeps its place if no other suits it better at these prices.
function takeOver(state: State, row: number, mate: number): void {
  const { start, end, column, value, exit, capacity } = state.net
  if (mate === FREE) return
  let best = exit[row] as number
  let mine = mate === ON_EXIT ? best : -Infinity
  let own = 0
  for (let e = start[row] as number; e < (end[row] as number); e++) {
    const j = column[e] as number
    const gain = (value[e] as number) - (state.price[j] as number)
    if (gain > best) best = gain
    if (j === mate) {
      mine = gain
      own = value[e] as number
    }
  }
  if (mine < best || mine === -Infinity) return
  if (mate === ON_EXIT) state.mate[row] = ON_EXIT
  else if ((state.load[mate] as number) < (capacity[mate] as number)) {
    sit(state, row, mate, own)
    state.load[mate] = (state.load[mate] as number) + 1
  }
}

// Steps may have changed since the start: units that no longer pay leave, those that should be there are owed.
function settleColumn(state: State, j: number): void {
  const { load, owed, price, net } = state
  while (
    (load[j] as number) > 0 &&
    (price[j] as number) + stepGain(net.steps, j, (load[j] as number) - 1) < state.sink
  ) {
    const row = state.first[j] as number
    leave(state, row)
    state.mate[row] = FREE
    load[j] = (load[j] as number) - 1
  }
  while (
    (load[j] as number) < (net.capacity[j] as number) &&
    (price[j] as number) + stepGain(net.steps, j, load[j] as number) > state.sink
  ) {
    load[j] = (load[j] as number) + 1
    owed[j] = (owed[j] as number) + 1
  }
}

/** Puts a row into a column's list; counts nothing. */
export function sit(state: State, row: number, column: number, own: number): void {
  const { first, next, before } = state
  const head = first[column] as number
  next[row] = head
  before[row] = -1
  if (head !== -1) before[head] = row
  first[column] = row
  state.mate[row] = column
  state.own[row] = own
}

/** Takes a row out of its column's list; counts nothing. */
export function leave(state: State, row: number): void {
  const { first, next, before } = state
  const after = next[row] as number
  const ahead = before[row] as number
  if (ahead === -1) first[state.mate[row] as number] = after
  else next[ahead] = after
  if (after !== -1) before[after] = ahead
}
