import type { Seating } from '../partition.ts'

/** Items to be seated at places, class by class (-1: not at all), by the ways that are known of each. */
export type Asked = {
  readonly items: number
  readonly capacity: Int32Array
  readonly class: Int32Array
  /** Tells the places an item knows until it hears true; `more` adds to them. */
  readonly ways: (item: number, tell: (place: number) => boolean) => void
  /** Where items sat before, -1 or less for nowhere: only saves time. */
  readonly hint: Int32Array | null
  /** Looks for ways from some items to any open place that is not yet reached, among all pairs; whether it added one. */
  readonly more: (items: readonly number[], isSought: Uint8Array) => boolean
}

/**
 * Seats as many as can be, the classes before first, without knowing all ways: where a class cannot sit by the ways known, all pairs are
 * asked for others, and only when there are none what was reached closes behind it. As `partition.ts`, for lists.
 * Source: Hopcroft and Karp 1973, many paths at a time; Kőnig 1931 for what closes.
 */
export function seatByLists(asked: Asked): Seating {
  const { items, capacity } = asked
  const state: State = {
    ...asked,
    place: new Int32Array(items).fill(-1),
    first: new Int32Array(capacity.length).fill(-1),
    next: new Int32Array(items),
    load: new Int32Array(capacity.length),
    root: new Int32Array(items),
    open: Uint8Array.from(capacity, (room) => (room > 0 ? 1 : 0)),
    reachedBy: new Int32Array(capacity.length),
  }
  const closed: { items: number[]; places: number[] }[] = []
  for (const group of classesOf(asked.class)) {
    for (const item of group) sitAsBefore(state, item)
    const dead = seatClass(state, group)
    if (!dead) continue
    closed.push(dead)
    for (const at of dead.places) state.open[at] = 0
  }
  return { place: state.place, closed }
}

type State = Asked & {
  readonly place: Int32Array
  /** Who sits at a place, one after the other, -1 at the end; and how many. */
  readonly first: Int32Array
  readonly next: Int32Array
  readonly load: Int32Array
  /** Whose tree an item stands in, in this search. */
  readonly root: Int32Array
  readonly open: Uint8Array
  /** The item by which a place was reached in this search, or -1. */
  readonly reachedBy: Int32Array
}

function classesOf(of: Int32Array): readonly (readonly number[])[] {
  const classes = new Map<number, number[]>()
  of.forEach((it, item) => {
    if (it < 0) return
    const known = classes.get(it)
    if (known) known.push(item)
    else classes.set(it, [item])
  })
  return [...classes].sort(([a], [b]) => a - b).map(([, members]) => members)
}

function sitAsBefore(state: State, item: number): void {
  const { hint, ways, capacity, open, load } = state
  const at = hint?.[item] ?? -1
  if (at < 0 || open[at] === 0 || (load[at] as number) >= (capacity[at] as number)) return
  let isKnown = false
  ways(item, (it) => {
    isKnown = it === at
    return isKnown
  })
  if (isKnown) sitDown(state, item, at)
}

// Answers null when the whole class sits, else whom and what it reaches in vain.
function seatClass(state: State, members: readonly number[]): { items: number[]; places: number[] } | null {
  for (;;) {
    let left = members.filter((item) => state.place[item] === -1)
    if (left.length === 0) return null
    let reach = search(state, left)
    while (reach.seated > 0) {
      left = left.filter((item) => state.place[item] === -1)
      if (left.length === 0) return null
      reach = search(state, left)
    }
    const { items, places } = reach
    const isSought = state.open.slice()
    for (const at of places) isSought[at] = 0
    if (!isSought.some((it) => it === 1) || !state.more(items, isSought))
      return { items: [...items].sort((a, b) => a - b), places: [...places].sort((a, b) => a - b) }
  }
}

// One search from all at once: every tree that meets a place with room seats its own, the others grow on.
function search(state: State, from: readonly number[]): { seated: number; items: number[]; places: number[] } {
  const { ways, open, first, next, load, capacity, reachedBy, root } = state
  reachedBy.fill(-1)
  const queue = [...from]
  for (const item of from) root[item] = item
  const places: number[] = []
  const done = new Set<number>()
  for (let head = 0; head < queue.length; head++) {
    const item = queue[head] as number
    const own = root[item] as number
    if (done.has(own)) continue
    ways(item, (at) => {
      if (reachedBy[at] !== -1 || open[at] === 0) return false
      reachedBy[at] = item
      if ((load[at] as number) < (capacity[at] as number)) {
        sitAlong(state, at)
        done.add(own)
        if ((load[at] as number) < (capacity[at] as number)) reachedBy[at] = -1
        return true
      }
      places.push(at)
      for (let other = first[at] as number; other !== -1; other = next[other] as number) {
        root[other] = own
        queue.push(other)
      }
      return false
    })
  }
  return { seated: done.size, items: queue, places }
}

function sitAlong(state: State, last: number): void {
  const { place, reachedBy } = state
  for (let at = last; at !== -1; ) {
    const item = reachedBy[at] as number
    const before = place[item] as number
    if (before !== -1) standUp(state, item, before)
    sitDown(state, item, at)
    at = before
  }
}

function sitDown({ place, first, next, load }: State, item: number, at: number): void {
  next[item] = first[at] as number
  first[at] = item
  load[at] = (load[at] as number) + 1
  place[item] = at
}

function standUp({ first, next, load }: State, item: number, at: number): void {
  load[at] = (load[at] as number) - 1
  let before = first[at] as number
  if (before === item) first[at] = next[item] as number
  else {
    while (next[before] !== item) before = next[before] as number
    next[before] = next[item] as number
  }
}
