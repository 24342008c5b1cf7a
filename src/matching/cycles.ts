import type { Face } from './face.ts'
import { type Flow, ON_EXIT } from './flow/network.ts'

/**
 * Prices that leave of a face only what can really be used otherwise: a pair can change only along a circle of moves, so pairs between
 * strongly connected parts are out. The parts in order of their moves are the prices. Columns and the sink (index m) are the nodes; a
 * move leads from the column a row has to one it could have. Source: Tarjan 1972; Régin 1994 for matchings.
 */
export function pricesByCircles(face: Face): Flow {
  const { rows, columns, mate } = face
  const moves = movesOf(face)
  const part = partsOf(moves.start, moves.to)
  const sink = part[columns] as number
  const price = new Float64Array(columns)
  for (let j = 0; j < columns; j++) price[j] = sink - (part[j] as number)
  const gain = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const j = mate[row] as number
    gain[row] = j === ON_EXIT ? 0 : 0 - (price[j] as number)
  }
  return { mate, price, gain }
}

function movesOf(face: Face): { readonly start: Int32Array; readonly to: Int32Array } {
  const { rows, columns, mate, may, least, most } = face
  const load = new Int32Array(columns)
  for (let row = 0; row < rows; row++)
    if (mate[row] !== ON_EXIT) load[mate[row] as number] = (load[mate[row] as number] as number) + 1
  const each = (add: (from: number, to: number) => void) => {
    for (let row = 0; row < rows; row++) {
      const from = mate[row] === ON_EXIT ? columns : (mate[row] as number)
      for (let e = face.start[row] as number; e < (face.start[row + 1] as number); e++)
        if (face.column[e] !== from) add(from, face.column[e] as number)
      if (may[row] === 1 && from !== columns) add(from, columns)
    }
    for (let j = 0; j < columns; j++) {
      if ((load[j] as number) < (most[j] as number)) add(j, columns)
      if ((load[j] as number) > (least[j] as number)) add(columns, j)
    }
  }
  const start = new Int32Array(columns + 2)
  each((from) => {
    start[from + 1] = (start[from + 1] as number) + 1
  })
  for (let node = 0; node <= columns; node++) start[node + 1] = (start[node + 1] as number) + (start[node] as number)
  const to = new Int32Array(start[columns + 1] as number)
  const at = start.slice()
  each((from, node) => {
    to[at[from] as number] = node
    at[from] = (at[from] as number) + 1
  })
  return { start, to }
}

// The part of every node; a move leads to a part of the same number or a smaller one.
function partsOf(start: Int32Array, to: Int32Array): Int32Array {
  const nodes = start.length - 1
  const part = new Int32Array(nodes).fill(-1)
  const found = new Int32Array(nodes)
  const low = new Int32Array(nodes)
  const at = start.slice()
  const path: number[] = []
  const open: number[] = []
  let count = 0
  let parts = 0
  for (let root = 0; root < nodes; root++) {
    if (found[root] !== 0) continue
    path.push(root)
    while (path.length > 0) {
      const node = path[path.length - 1] as number
      if (found[node] === 0) {
        found[node] = low[node] = ++count
        open.push(node)
      }
      const next = at[node] as number
      if (next < (start[node + 1] as number)) {
        at[node] = next + 1
        const other = to[next] as number
        if (found[other] === 0) path.push(other)
        else if (part[other] === -1) low[node] = Math.min(low[node] as number, found[other] as number)
        continue
      }
      path.pop()
      const before = path[path.length - 1]
      if (before !== undefined) low[before] = Math.min(low[before] as number, low[node] as number)
      if (low[node] !== found[node]) continue
      for (let member = open.pop() as number; ; member = open.pop() as number) {
        part[member] = parts
        if (member === node) break
      }
      parts++
    }
  }
  return part
}
