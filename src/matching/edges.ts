import type { Flow } from './flow/network.ts'
import { type Grid, NOT_POSSIBLE } from './grid.ts'
import type { Partition } from './partition.ts'

/** Pairs as edges of a network, row by row; `worth` is the grid's. */
export type Edges = { readonly start: Int32Array; readonly column: Int32Array; readonly worth: Int32Array }

/** Lists of columns, one a row, as edges. */
export function edgesFrom(grid: Grid, lists: readonly (readonly number[])[]): Edges {
  const start = new Int32Array(grid.rows + 1)
  lists.forEach((list, row) => {
    start[row + 1] = (start[row] as number) + list.length
  })
  const column = new Int32Array(start[grid.rows] as number)
  const worth = new Int32Array(column.length)
  let at = 0
  lists.forEach((list, row) => {
    for (const j of list) {
      column[at] = j
      worth[at++] = grid.worth[row * grid.columns + j] as number
    }
  })
  return { start, column, worth }
}

/** All possible pairs inside the groups. */
export function allEdges(grid: Grid, partition: Partition): Edges {
  return collect(grid, (row, from, out) => {
    const group = partition.rowGroup[row]
    for (let j = 0; j < grid.columns; j++)
      if (partition.columnGroup[j] === group && grid.worth[from + j] !== NOT_POSSIBLE) out.push(j)
  })
}

/** All possible pairs inside the groups that cost just what they are worth: the pairs of every best flow. */
export function tightEdges(grid: Grid, partition: Partition, { gain, price }: Flow): Edges {
  const { rowGroup, columnGroup } = partition
  const { worth, columns } = grid
  return collect(grid, (row, from, out) => {
    const group = rowGroup[row]
    const mine = gain[row] as number
    for (let j = 0; j < columns; j++) {
      const value = worth[from + j] as number
      if (value - (price[j] as number) === mine && value !== NOT_POSSIBLE && columnGroup[j] === group) out.push(j)
    }
  })
}

function collect(grid: Grid, find: (row: number, from: number, out: number[]) => void): Edges {
  const start = new Int32Array(grid.rows + 1)
  const column: number[] = []
  for (let row = 0; row < grid.rows; row++) {
    find(row, row * grid.columns, column)
    start[row + 1] = column.length
  }
  const worth = new Int32Array(column.length)
  for (let row = 0; row < grid.rows; row++)
    for (let e = start[row] as number; e < (start[row + 1] as number); e++)
      worth[e] = grid.worth[row * grid.columns + (column[e] as number)] as number
  return { start, column: Int32Array.from(column), worth }
}
