import { FREE, type Network, ON_EXIT, type Start } from '../flow/network.ts'
import { type Favourites, readFavourites } from './favourites.ts'

/** Where an auction stands: who sits where, what each offered at most, one price for all seats of a column. */
export type Bidding = {
  readonly net: Network
  /** True for rows not in the queue. */
  readonly mate: Int32Array
  /** What a row offered for its seat; not kept at columns of one seat, where it is the price. */
  readonly bid: Float64Array
  readonly price: Float64Array
  /** Columns of one seat: `first` alone says who sits there. */
  readonly single: Uint8Array
  readonly load: Int32Array
  readonly first: Int32Array
  readonly next: Int32Array
  readonly before: Int32Array
  /** Rows without a seat: a stack, and how high it is. */
  readonly queue: Int32Array
  queued: number
  readonly favourites: Favourites
  /** Edges column by column, made when first asked for. */
  readonly rowsOf: () => Turned
}
export type Turned = { readonly start: Int32Array; readonly row: Int32Array; readonly value: Int32Array }

/** Takes over the prices and seats of a start; who sits where there is no seat is free. */
export function beginBidding(net: Network, start: Start | null): Bidding {
  const { rows, columns } = net
  let turned: Turned | null = null
  const state: Bidding = {
    net,
    mate: new Int32Array(rows).fill(FREE),
    bid: new Float64Array(rows),
    price: start ? start.price.map((it) => Math.max(0, it)) : new Float64Array(columns),
    single: Uint8Array.from(net.capacity, (places) => (places === 1 ? 1 : 0)),
    load: new Int32Array(columns),
    first: new Int32Array(columns).fill(-1),
    next: new Int32Array(rows).fill(-1),
    before: new Int32Array(rows).fill(-1),
    queue: new Int32Array(rows),
    queued: 0,
    favourites: readFavourites(net),
    rowsOf: () => {
      turned ??= turn(net)
      return turned
    },
  }
  if (start)
    for (let i = 0; i < rows; i++) {
      const seat = start.mate[i] as number
      if (seat === ON_EXIT && (net.exit[i] as number) > -Infinity) state.mate[i] = ON_EXIT
      if (seat >= 0 && roomAt(state, seat)) takeSeat(state, i, seat)
    }
  return state
}

/** Whether a column has a seat that nobody sits on. */
export function roomAt({ net, load, first, single }: Bidding, column: number): boolean {
  return single[column] === 1 ? first[column] === -1 : (load[column] as number) < (net.capacity[column] as number)
}

/** Seats a row where there is room; its bid is set by the caller. */
export function takeSeat(state: Bidding, row: number, column: number): void {
  const { first, next, before, load } = state
  const head = first[column] as number
  next[row] = head
  before[row] = -1
  if (head !== -1) before[head] = row
  first[column] = row
  state.mate[row] = column
  load[column] = (load[column] as number) + 1
}

/** Takes a row from its seat; where it goes is for the caller to say. */
export function leaveColumn(state: Bidding, row: number, column: number): void {
  const { first, next, before, load, single } = state
  load[column] = (load[column] as number) - 1
  if (single[column] === 1) {
    first[column] = -1
    return
  }
  const after = next[row] as number
  const ahead = before[row] as number
  if (ahead === -1) first[column] = after
  else next[ahead] = after
  if (after !== -1) before[after] = ahead
}

/** Who offered least of those on a column. */
export function lowestBidder({ first, next, bid }: Bidding, column: number): number {
  let lowest = first[column] as number
  for (let row = next[lowest] as number; row !== -1; row = next[row] as number)
    if ((bid[row] as number) < (bid[lowest] as number)) lowest = row
  return lowest
}

function turn({ rows, columns, start, column, value }: Network): Turned {
  const first = new Int32Array(columns + 1)
  const count = start[rows] as number
  for (let e = 0; e < count; e++) first[(column[e] as number) + 1] = (first[(column[e] as number) + 1] as number) + 1
  for (let j = 0; j < columns; j++) first[j + 1] = (first[j + 1] as number) + (first[j] as number)
  const at = first.slice(0, columns)
  const row = new Int32Array(count)
  const values = new Int32Array(count)
  for (let i = 0; i < rows; i++)
    for (let e = start[i] as number; e < (start[i + 1] as number); e++) {
      const j = column[e] as number
      const to = at[j] as number
      at[j] = to + 1
      row[to] = i
      values[to] = value[e] as number
    }
  return { start: first, row, value: values }
}
