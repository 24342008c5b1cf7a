import type { Network } from '../flow/network.ts'

/** A few pairs of each row, in slots of one width; the first `kept` of a row are never given up. */
export type Candidates = {
  readonly width: number
  readonly count: Int32Array
  readonly kept: Int32Array
  readonly column: Int32Array
  readonly worth: Int16Array
}

/** Slots of a row; more where somebody has many pairs that must be kept. */
const WIDTH = 64
/** Slots that are free after a row has given up its worst. */
const FREED = 20

export function emptyCandidates(rows: number, mostKept: number): Candidates {
  const width = Math.max(WIDTH, mostKept + 2 * FREED)
  return {
    width,
    count: new Int32Array(rows),
    kept: new Int32Array(rows),
    column: new Int32Array(rows * width),
    worth: new Int16Array(rows * width),
  }
}

/** Adds a pair that the row does not have yet; there must be room. */
export function addCandidate(
  { width, count, column, worth }: Candidates,
  row: number,
  it: number,
  points: number,
): void {
  const at = count[row] as number
  column[row * width + at] = it
  worth[row * width + at] = points
  count[row] = at + 1
}

/** The columns of a row's pairs, as a view. */
export function columnsOf({ width, count, column }: Candidates, row: number): Int32Array {
  return column.subarray(row * width, row * width + (count[row] as number))
}

/** Whether a row has a pair. */
export function hasCandidate({ width, count, column }: Candidates, row: number, it: number): boolean {
  const first = row * width
  for (let at = first + (count[row] as number) - 1; at >= first; at--) if (column[at] === it) return true
  return false
}

/** Makes room for `more` pairs: those farthest from being used go, never the row's own. Answers what the best of them left the row. */
export function makeRoomFor(all: Candidates, row: number, more: number, price: Float64Array, mate: number): number {
  const { width, count, kept, column, worth } = all
  const have = count[row] as number
  if (have + more <= width) return -Infinity
  const first = row * width
  const open = Array.from({ length: have - (kept[row] as number) }, (_, at) => first + (kept[row] as number) + at)
  const left = (at: number) =>
    column[at] === mate ? Infinity : (worth[at] as number) - (price[column[at] as number] as number)
  const sorted = open.map((at) => ({ it: column[at] as number, points: worth[at] as number, left: left(at) }))
  sorted.sort((a, b) => b.left - a.left)
  count[row] = kept[row] as number
  const stay = width - FREED - (kept[row] as number)
  for (const { it, points } of sorted.slice(0, stay)) addCandidate(all, row, it, points)
  return sorted[stay]?.left ?? -Infinity
}

/** All candidates as edges, row by row. */
export function edgesOf(all: Candidates): Pick<Network, 'start' | 'column' | 'value'> {
  const { width, count, column, worth } = all
  const rows = count.length
  const start = new Int32Array(rows + 1)
  for (let row = 0; row < rows; row++) start[row + 1] = (start[row] as number) + (count[row] as number)
  const columns = new Int32Array(start[rows] as number)
  const value = new Int32Array(columns.length)
  for (let row = 0; row < rows; row++) {
    const first = row * width
    const to = start[row] as number
    for (let at = 0; at < (count[row] as number); at++) {
      columns[to + at] = column[first + at] as number
      value[to + at] = worth[first + at] as number
    }
  }
  return { start, column: columns, value }
}
