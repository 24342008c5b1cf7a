import { FREE, type Network, ON_EXIT, type Start } from '../flow/network.ts'
import {
  type Bidding,
  beginBidding,
  leaveColumn,
  lowestBidder,
  type RoomToBid,
  roomAt,
  roomToBid,
  takeSeat,
} from './bidding.ts'
import { comeDown } from './come-down.ts'
import { type Choice, choose } from './favourites.ts'

/** How much finer each scale is than the one before. Measured: bench/matching-large.ts. */
const FINER = 5
/** Bids for each row and scale after which an auction is left as it is: what is missing is mended by whoever goes on from here. */
const MOST_BIDS = 400
/** What a row bids that has one column only and no exit. */
const ALL_IT_HAS = 2 ** 30

/**
 * A nearly best flow by bidding, scale after scale until no row could do better by more than `until`: rows bid columns up, then columns
 * left with room at a price come down until somebody comes or they are free. Prices may be broken numbers. Every column with an edge has a
 * place; minimums are not looked at. Edges change their order within a row; the answer
 * lies in the room, and holds until that is used again.
 * Source: auction, Bertsekas 1979; forward and reverse for unequal sides, Bertsekas, Castañon and Tsaknakis 1993.
 */
export function auction(
  net: Network,
  start: Start | null,
  from: number,
  until: number,
  room: RoomToBid = roomToBid(net),
): Start {
  const state = beginBidding(net, start, room)
  for (let step = Math.max(from, until); ; step = Math.max(until, step / FINER)) {
    freeWhoWouldRather(state, step)
    bidAll(state, step)
    while (state.queued > 0) state.mate[state.queue[--state.queued] as number] = FREE
    comeDown(state, step)
    if (step <= until) break
  }
  return { mate: state.mate, price: state.price }
}

// Whoever could do better by more than the step bids again; the others keep their seats, with bids that are true at these prices.
function freeWhoWouldRather(state: Bidding, step: number): void {
  const { net, mate, price, bid, queue } = state
  const { start, end, column, value, exit } = net
  for (let i = 0; i < net.rows; i++) {
    const seat = mate[i] as number
    if (seat === FREE) {
      queue[state.queued++] = i
      continue
    }
    let mine = seat === ON_EXIT ? (exit[i] as number) : -Infinity
    let other = seat === ON_EXIT ? -Infinity : (exit[i] as number)
    for (let e = start[i] as number; e < (end[i] as number); e++) {
      const j = column[e] as number
      const gain = (value[e] as number) - (price[j] as number)
      if (j === seat) mine = gain
      else if (gain > other) other = gain
    }
    if (other > mine + step || mine === -Infinity) {
      if (seat >= 0) leaveColumn(state, i, seat)
      queue[state.queued++] = i
    } else if (seat >= 0) bid[i] = (price[seat] as number) + Math.min(ALL_IT_HAS, mine - other) + step
  }
}

function bidAll(state: Bidding, step: number): void {
  const { net, price, mate, queue, single, first, load } = state
  const { column } = net
  const choice: Choice = { at: -1, best: 0, second: 0 }
  // Prices may have fallen: nothing is known of what lies beyond the first edges.
  state.rest.fill(Infinity)
  let left = MOST_BIDS * net.rows
  while (state.queued > 0 && left-- > 0) {
    const i = queue[--state.queued] as number
    choose(state, price, i, choice)
    if (choice.at < 0) {
      if (choice.best > -Infinity) mate[i] = ON_EXIT
      continue
    }
    const j = column[choice.at] as number
    const offer = (price[j] as number) + Math.min(ALL_IT_HAS, choice.best - choice.second) + step
    if (single[j] === 1) {
      const loser = first[j] as number
      price[j] = offer
      first[j] = i
      mate[i] = j
      if (loser >= 0) queue[state.queued++] = loser
      else load[j] = 1
    } else bidAmongSeveral(state, i, j, offer)
  }
}

function bidAmongSeveral(state: Bidding, i: number, j: number, offer: number): void {
  const { price, bid, queue } = state
  const isFull = !roomAt(state, j)
  if (isFull) {
    const loser = lowestBidder(state, j)
    if ((bid[loser] as number) >= offer) {
      price[j] = offer
      queue[state.queued++] = i
      return
    }
    leaveColumn(state, loser, j)
    queue[state.queued++] = loser
  }
  bid[i] = offer
  takeSeat(state, i, j)
  if (isFull || !roomAt(state, j)) price[j] = Math.max(price[j] as number, bid[lowestBidder(state, j)] as number)
}
