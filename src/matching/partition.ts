import { type Grid, NOT_POSSIBLE } from './grid.ts'

/**
 * Aims 1 and 2 as a division of everybody into groups: the answers that are best by them are just those with every pair inside one
 * group. In a *full* group (numbers 1 to f) mentees outnumber places, all places are taken and the last class of its mentees goes
 * without; in a *spare* group (f + 1 and more) mentors outnumber mentees, each has at most one and the last class stays in reserve;
 * in group 0 every mentee sits and every mentor with a claim serves.
 * Source: Kőnig 1931; Dulmage and Mendelsohn 1958; greedy on transversal matroids, Edmonds and Fulkerson 1965.
 */
export type Partition = {
  readonly rowGroup: Int32Array
  readonly columnGroup: Int32Array
  /** Rows that may go without a place. */
  readonly mayExit: Uint8Array
  /** Columns that must have at least one row. */
  readonly mustServe: Uint8Array
  readonly capacity: Int32Array
  /** A seating that is best by aim 1, -1 for nobody. */
  readonly seat: Int32Array
  readonly full: readonly Group[]
  readonly spare: readonly Group[]
}
export type Group = { readonly mentees: readonly number[]; readonly mentors: readonly number[] }

type Bipartite = {
  readonly items: number
  readonly places: number
  readonly capacity: Int32Array
  readonly class: Int32Array
  readonly hint: Int32Array | null
  readonly possible: (item: number, place: number) => boolean
}
/** Where items sit (-1 nowhere), and for each class that cannot sit as a whole what closed behind it: items, and the full places they reach. */
export type Seating = {
  readonly place: Int32Array
  readonly closed: readonly { readonly items: number[]; readonly places: number[] }[]
}

/** Divides a grid by aims 1 and 2; `hint` is where rows sat before (-1 or less for nowhere) and only saves time. */
export function partitionGrid(grid: Grid, hint: Int32Array | null = null): Partition {
  const { rows, columns, capacity, worth } = grid
  const seats = seatAll({
    items: rows,
    places: columns,
    capacity,
    class: grid.rowClass,
    hint,
    possible: (row, column) => worth[row * columns + column] !== NOT_POSSIBLE,
  })
  return divide(grid, seats, (claims, rowGroup) =>
    seatAll({
      items: columns,
      places: rows,
      capacity: new Int32Array(rows).fill(1),
      class: claims,
      hint: null,
      possible: (column, row) => rowGroup[row] === 0 && worth[row * columns + column] !== NOT_POSSIBLE,
    }),
  )
}

/** Groups from a seating of rows, and one of columns with a claim (-1: none) among the rows of group 0. */
export function divide(
  { rows, columns, ...grid }: Pick<Grid, 'rows' | 'columns' | 'capacity' | 'rowClass' | 'columnClass'>,
  seats: Seating,
  serve: (claims: Int32Array, rowGroup: Int32Array) => Seating,
): Partition {
  const rowGroup = new Int32Array(rows)
  const columnGroup = new Int32Array(columns)
  const mayExit = new Uint8Array(rows)
  const mustServe = new Uint8Array(columns)
  const capacity = grid.capacity.slice()
  const full = seats.closed.map(({ items, places }, at) => {
    const last = items.reduce((most, row) => Math.max(most, grid.rowClass[row] ?? 0), 0)
    for (const row of items) {
      rowGroup[row] = at + 1
      mayExit[row] = grid.rowClass[row] === last ? 1 : 0
    }
    for (const column of places) columnGroup[column] = at + 1
    return { mentees: items, mentors: places }
  })
  const claims = grid.columnClass.map((it, column) =>
    (capacity[column] ?? 0) > 0 && columnGroup[column] === 0 ? it : -1,
  )
  const serving = serve(claims, rowGroup)
  claims.forEach((it, column) => {
    mustServe[column] = it >= 0 ? 1 : 0
  })
  const spare = serving.closed.map(({ items, places }, at) => {
    const last = items.reduce((most, column) => Math.max(most, claims[column] ?? 0), 0)
    for (const column of items) {
      columnGroup[column] = full.length + at + 1
      capacity[column] = 1
      if (claims[column] === last) mustServe[column] = 0
    }
    for (const row of places) rowGroup[row] = full.length + at + 1
    return { mentees: places, mentors: items }
  })
  return { rowGroup, columnGroup, mayExit, mustServe, capacity, seat: seats.place, full, spare }
}

// Seats items class by class; what the failed searches of one class reached closes behind it, and no later path can enter.
function seatAll(given: Bipartite): Seating {
  const place = new Int32Array(given.items).fill(-1)
  const sitting: number[][] = Array.from({ length: given.places }, () => [])
  const open = Uint8Array.from({ length: given.places }, () => 1)
  const closed: { items: number[]; places: number[] }[] = []
  const order = Array.from({ length: given.items }, (_, item) => item)
    .filter((item) => (given.class[item] ?? -1) >= 0)
    .sort((a, b) => (given.class[a] ?? 0) - (given.class[b] ?? 0) || a - b)
  for (let from = 0, until = 0; from < order.length; from = until) {
    const now = given.class[order[from] ?? 0]
    while (until < order.length && given.class[order[until] ?? 0] === now) until++
    const group = { items: [] as number[], places: [] as number[] }
    for (const item of order.slice(from, until)) {
      if (seatAsBefore(given, place, sitting, open, item)) continue
      const dead = seatOne(given, place, sitting, open, item)
      if (dead === null) continue
      group.items.push(item, ...dead.flatMap((at) => sitting[at] ?? []))
      group.places.push(...dead)
      for (const at of dead) open[at] = 0
    }
    if (group.items.length > 0)
      closed.push({ items: group.items.sort((a, b) => a - b), places: group.places.sort((a, b) => a - b) })
  }
  return { place, closed }
}

function seatAsBefore(
  { capacity, possible, hint }: Bipartite,
  place: Int32Array,
  sitting: number[][],
  open: Uint8Array,
  item: number,
): boolean {
  const at = hint?.[item] ?? -1
  const here = sitting[at]
  if (!here || open[at] === 0 || here.length >= (capacity[at] as number) || !possible(item, at)) return false
  here.push(item)
  place[item] = at
  return true
}

// Answers null when the item sits, or the open places it could reach, all full.
function seatOne(
  { items, places, capacity, possible }: Bipartite,
  place: Int32Array,
  sitting: number[][],
  open: Uint8Array,
  first: number,
): readonly number[] | null {
  // Begins elsewhere for every item, so that the first places are not asked by all.
  const turn = (first * 7919) % Math.max(1, places)
  const reachedBy = new Int32Array(places).fill(-1)
  const reached: number[] = []
  const queue = [first]
  for (let head = 0; head < queue.length && head < items + 1; head++) {
    const item = queue[head] as number
    for (let step = 0; step < places; step++) {
      const at = step + turn < places ? step + turn : step + turn - places
      if (reachedBy[at] !== -1 || open[at] === 0 || !possible(item, at)) continue
      reachedBy[at] = item
      const here = sitting[at] as number[]
      if (here.length < (capacity[at] as number)) {
        sitAlong(place, sitting, reachedBy, at)
        return null
      }
      reached.push(at)
      queue.push(...here)
    }
  }
  return reached
}

function sitAlong(place: Int32Array, sitting: number[][], reachedBy: Int32Array, last: number): void {
  for (let at = last; at !== -1; ) {
    const item = reachedBy[at] as number
    const before = place[item] as number
    sitting[at]?.push(item)
    if (before !== -1) sitting[before] = (sitting[before] ?? []).filter((other) => other !== item)
    place[item] = at
    at = before
  }
}
