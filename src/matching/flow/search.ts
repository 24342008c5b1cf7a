import { clearFrontier, emptyFrontier, type Frontier, popNode, pushNode } from './frontier.ts'
import { FREE, ON_EXIT, stepGain } from './network.ts'
import { leave, type State, sit } from './state.ts'

/** Room for shortest-path searches over m columns and the sink (index m), used again for every search. */
export type Search = {
  readonly distance: Float64Array
  /** The search in which a distance was set, and in which a node was finished. */
  readonly seen: Int32Array
  readonly done: Int32Array
  /** Row by which a column or the sink was reached; `FROM_SINK` or, for the sink, ~column. */
  readonly from: Int32Array
  readonly fromValue: Float64Array
  readonly finished: number[]
  readonly frontier: Frontier
  number: number
  /** No end of the search lies farther than this. */
  bound: number
  end: number
}

const NO_WAY_OUT = 'A row has no way out: it has neither a place nor an exit.'
const FROM_SINK = -1
/** The source of a search that takes a unit back from the sink. */
export const SINK = -1

export function roomForSearch(columns: number): Search {
  return {
    distance: new Float64Array(columns + 1),
    seen: new Int32Array(columns + 1),
    done: new Int32Array(columns + 1),
    from: new Int32Array(columns + 1),
    fromValue: new Float64Array(columns + 1),
    finished: [],
    frontier: emptyFrontier(),
    number: 0,
    bound: Infinity,
    end: -1,
  }
}

/** Finds the cheapest way for a free row (or a unit of the sink), raises prices along it and moves everybody on it. Source: Dijkstra 1959 on reduced costs, Edmonds and Karp 1972. */
export function augment(state: State, search: Search, source: number): void {
  const sink = state.net.columns
  search.number++
  search.bound = Infinity
  search.end = -1
  search.finished.length = 0
  clearFrontier(search.frontier)
  if (source === SINK) reach(state, search, sink, 0, FROM_SINK, 0)
  else relaxFirst(state, search, source)
  for (;;) {
    const node = popNode(search.frontier)
    if (node === -1) break
    if (search.done[node] === search.number) continue
    const at = search.distance[node] as number
    if (at >= search.bound && search.end !== node) break
    search.done[node] = search.number
    search.finished.push(node)
    if (node === search.end && at === search.bound) break
    if (node === sink) relaxSink(state, search, at)
    else relaxColumn(state, search, node, at)
  }
  if (search.end === -1) throw new RangeError(NO_WAY_OUT)
  raisePrices(state, search)
  moveAlong(state, search, source)
}

function relaxFirst(state: State, search: Search, row: number): void {
  const gain = bestGain(state, row)
  if (gain === -Infinity) throw new RangeError(NO_WAY_OUT)
  relaxRow(state, search, row, 0, gain)
}

function bestGain(state: State, row: number): number {
  const { start, end, column, value, exit } = state.net
  let best = (exit[row] as number) - state.sink
  for (let e = start[row] as number; e < (end[row] as number); e++) {
    const gain = (value[e] as number) - (state.price[column[e] as number] as number)
    if (gain > best) best = gain
  }
  return best
}

function reach(state: State, search: Search, node: number, distance: number, from: number, value: number): void {
  if (distance >= search.bound) return
  if (search.seen[node] === search.number && distance >= (search.distance[node] as number)) return
  search.seen[node] = search.number
  search.distance[node] = distance
  search.from[node] = from
  search.fromValue[node] = value
  const ends = node === state.net.columns ? state.wanted > 0 : (state.owed[node] as number) > 0
  if (ends) {
    search.bound = distance
    search.end = node
  }
  pushNode(search.frontier, node, distance)
}

function relaxRow(state: State, search: Search, row: number, at: number, gain: number): void {
  const { start, column, value, exit, columns } = state.net
  const { price, owed } = state
  const { distance, seen, from, fromValue, frontier, number } = search
  const base = at + gain
  const end = state.net.end[row] as number
  let bound = search.bound
  for (let e = start[row] as number; e < end; e++) {
    const j = column[e] as number
    const far = base + (price[j] as number) - (value[e] as number)
    if (far >= bound || (seen[j] === number && far >= (distance[j] as number))) continue
    seen[j] = number
    distance[j] = far
    from[j] = row
    fromValue[j] = value[e] as number
    if ((owed[j] as number) > 0) {
      bound = far
      search.bound = far
      search.end = j
    }
    pushNode(frontier, j, far)
  }
  reach(state, search, columns, base + state.sink - (exit[row] as number), row, 0)
}

function relaxColumn(state: State, search: Search, j: number, at: number): void {
  const { net, price, load, own, next } = state
  const cost = price[j] as number
  if ((load[j] as number) < (net.capacity[j] as number))
    reach(state, search, net.columns, at + state.sink - stepGain(net.steps, j, load[j] as number) - cost, ~j, 0)
  for (let row = state.first[j] as number; row !== -1; row = next[row] as number)
    relaxRow(state, search, row, at, (own[row] as number) - cost)
}

// Only after changes: a unit sent to the sink may be taken back, from any column with load or any row on its exit.
function relaxSink(state: State, search: Search, at: number): void {
  const { net, price, load, mate } = state
  for (let j = 0; j < net.columns; j++)
    if ((load[j] as number) > 0)
      reach(
        state,
        search,
        j,
        at + (price[j] as number) + stepGain(net.steps, j, (load[j] as number) - 1) - state.sink,
        FROM_SINK,
        0,
      )
  for (let row = 0; row < net.rows; row++)
    if (mate[row] === ON_EXIT) relaxRow(state, search, row, at, (net.exit[row] as number) - state.sink)
}

function raisePrices(state: State, search: Search): void {
  for (const node of search.finished) {
    const more = search.bound - (search.distance[node] as number)
    if (node === state.net.columns) state.sink += more
    else state.price[node] = (state.price[node] as number) + more
  }
}

function moveAlong(state: State, search: Search, source: number): void {
  const sink = state.net.columns
  let node = search.end
  if (node === sink) state.wanted--
  else state.owed[node] = (state.owed[node] as number) - 1
  for (;;) {
    const from = search.from[node] as number
    if (node === sink && from < 0) {
      if (source === SINK) {
        state.wanted++
        return
      }
      node = ~from
      state.load[node] = (state.load[node] as number) + 1
    } else if (from === FROM_SINK) {
      state.load[node] = (state.load[node] as number) - 1
      node = sink
    } else {
      const old = state.mate[from] as number
      if (old >= 0) leave(state, from)
      if (node === sink) state.mate[from] = ON_EXIT
      else sit(state, from, node, search.fromValue[node] as number)
      if (old === FREE) return
      node = old === ON_EXIT ? sink : old
    }
  }
}
