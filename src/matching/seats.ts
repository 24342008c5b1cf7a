/** Who is to be seated: items in order of preference, places with capacities, and which item may sit where. */
export type Seating = {
  readonly order: readonly number[]
  readonly capacity: readonly number[]
  readonly possible: (item: number, place: number) => boolean
}

/** The set of items that can all be seated, largest and first in `order`: greedy with augmenting paths, exact because seatable sets are a matroid. Answers seated items. Source: Edmonds and Fulkerson 1965, transversals; Rado 1957, greedy. */
export function chooseSeated(seating: Seating): ReadonlySet<number> {
  const sitting: number[][] = seating.capacity.map(() => [])
  // Places reached by a failed search stay full for good: no later path can leave them.
  const dead = new Uint8Array(seating.capacity.length)
  const seated = new Set<number>()
  for (const item of seating.order) if (seat(seating, sitting, dead, item)) seated.add(item)
  return seated
}

function seat(seating: Seating, sitting: number[][], dead: Uint8Array, first: number): boolean {
  const places = seating.capacity.length
  const reachedBy = new Int32Array(places).fill(-1)
  const cameFrom = new Map<number, number>()
  const queue = [first]
  for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
    for (let place = 0; place < places; place++) {
      if (reachedBy[place] !== -1 || dead[place] === 1 || !seating.possible(item, place)) continue
      reachedBy[place] = item
      const here = sitting[place] ?? []
      if (here.length < (seating.capacity[place] ?? 0)) {
        moveAlong(sitting, reachedBy, cameFrom, place)
        return true
      }
      for (const other of here) {
        cameFrom.set(other, place)
        queue.push(other)
      }
    }
  }
  for (let place = 0; place < places; place++) if (reachedBy[place] !== -1) dead[place] = 1
  return false
}

function moveAlong(
  sitting: number[][],
  reachedBy: Int32Array,
  cameFrom: ReadonlyMap<number, number>,
  last: number,
): void {
  for (let place: number | undefined = last; place !== undefined; ) {
    const item: number = reachedBy[place] ?? -1
    const before = cameFrom.get(item)
    sitting[place]?.push(item)
    if (before !== undefined) sitting[before] = (sitting[before] ?? []).filter((other) => other !== item)
    place = before
  }
}
