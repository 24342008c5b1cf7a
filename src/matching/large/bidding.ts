import { FREE, type Network, ON_EXIT, type Start, type Values } from '../flow/network.ts'
import type { Favourites } from './favourites.ts'

/** Where an auction stands: who sits where, what each offered at most, one price for all seats of a column. */
export type Bidding = Favourites & {
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
  /** What rows gain, and exits: for whoever bids to write down. */
  readonly gain: Float64Array
  readonly exit: Float64Array
  readonly turned: Turned
}
/** Edges column by column, as they were when last turned. */
export type Turned = { readonly start: Int32Array; row: Int32Array; value: Values }
/** What an auction needs beside its network, to be used again for others of the same rows and columns. */
export type RoomToBid = Omit<Bidding, 'net'>

export function roomToBid({ rows, columns }: Pick<Network, 'rows' | 'columns'>): RoomToBid {
  return {
    mate: new Int32Array(rows),
    bid: new Float64Array(rows),
    price: new Float64Array(columns),
    single: new Uint8Array(columns),
    load: new Int32Array(columns),
    first: new Int32Array(columns),
    next: new Int32Array(rows),
    before: new Int32Array(rows),
    queue: new Int32Array(rows),
    queued: 0,
    rest: new Float64Array(rows),
    gain: new Float64Array(rows),
    exit: new Float64Array(rows),
    turned: { start: new Int32Array(columns + 1), row: new Int32Array(), value: new Int32Array() },
  }
}

/** Gives back at once what turned edges take, the most of a room; they are made anew where somebody asks for them. */
export function letGo({ turned }: RoomToBid): void {
  for (const { buffer } of [turned.row, turned.value]) (buffer as ArrayBuffer).transfer(0)
  turned.row = new Int32Array()
  turned.value = new Int32Array()
}

/** Takes over the prices and seats of a start, which may be those of the room; who sits where there is no seat is free. */
export function beginBidding(net: Network, start: Start | null, room: RoomToBid): Bidding {
  const { rows, columns } = net
  const state: Bidding = { ...room, net, queued: 0 }
  state.load.fill(0)
  state.first.fill(-1)
  for (let j = 0; j < columns; j++) {
    state.single[j] = net.capacity[j] === 1 ? 1 : 0
    state.price[j] = start ? Math.max(0, start.price[j] as number) : 0
  }
  for (let i = 0; i < rows; i++) {
    const seat = start ? (start.mate[i] as number) : FREE
    state.mate[i] = FREE
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

/** Turns the edges of the network, so that columns know their rows. */
export function turn({ net, turned }: Bidding): Turned {
  const { rows, columns, start, end, column, value } = net
  const { start: first } = turned
  first.fill(0)
  for (let i = 0; i < rows; i++)
    for (let e = start[i] as number; e < (end[i] as number); e++)
      first[column[e] as number] = (first[column[e] as number] as number) + 1
  for (let j = 1; j <= columns; j++) first[j] = (first[j] as number) + (first[j - 1] as number)
  if (turned.row.length < (first[columns] as number)) {
    turned.row = new Int32Array(column.length)
    turned.value = value instanceof Int16Array ? new Int16Array(column.length) : new Int32Array(column.length)
  }
  // Filled from the back of each column, which leaves its beginning where it must be in the end.
  for (let i = rows - 1; i >= 0; i--)
    for (let e = (end[i] as number) - 1; e >= (start[i] as number); e--) {
      const j = column[e] as number
      const to = (first[j] as number) - 1
      first[j] = to
      turned.row[to] = i
      turned.value[to] = value[e] as number
    }
  return turned
}
