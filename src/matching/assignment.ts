/** A cheapest assignment of every row to its own column, with prices: `cost - rowPrice - columnPrice` is never negative and 0 where assigned. */
export type Assignment = {
  readonly columnOf: Int32Array
  readonly total: number
  readonly rowPrice: Float64Array
  readonly columnPrice: Float64Array
}
// Indexes below run within the arrays by construction, so elements are read `as number`: this is the hot loop.
type Tableau = {
  readonly costs: Float64Array
  readonly rows: number
  readonly columns: number
  readonly rowOf: Int32Array
  readonly u: Float64Array
  readonly v: Float64Array
}

/** Solves `rows × columns` integer costs (row by row, rows <= columns) exactly by successive shortest paths. Source: Jonker and Volgenant 1987, Crouse 2016. */
export function solveAssignment(costs: Float64Array, rows: number, columns: number): Assignment {
  const tableau: Tableau = {
    costs,
    rows,
    columns,
    rowOf: new Int32Array(columns).fill(-1),
    u: new Float64Array(rows),
    v: new Float64Array(columns),
  }
  const columnOf = new Int32Array(rows).fill(-1)
  startFromCheapest(tableau, columnOf)
  for (let row = 0; row < rows; row++) if (columnOf[row] === -1) augment(tableau, columnOf, row)
  let total = 0
  for (let row = 0; row < rows; row++) total += costs[row * columns + (columnOf[row] ?? 0)] ?? 0
  return { columnOf, total, rowPrice: tableau.u, columnPrice: tableau.v }
}

function startFromCheapest({ costs, rows, columns, rowOf, u }: Tableau, columnOf: Int32Array): void {
  for (let row = 0; row < rows; row++) {
    const start = row * columns
    let best = Infinity
    for (let column = 0; column < columns; column++) {
      const cost = costs[start + column] as number
      if (cost < best) best = cost
    }
    u[row] = best
    for (let column = 0; column < columns && columnOf[row] === -1; column++) {
      if (costs[start + column] === best && rowOf[column] === -1) {
        columnOf[row] = column
        rowOf[column] = row
      }
    }
  }
}

function augment(tableau: Tableau, columnOf: Int32Array, first: number): void {
  const { columns, rowOf, u, v } = tableau
  const distance = new Float64Array(columns).fill(Infinity)
  const cameFrom = new Int32Array(columns).fill(-1)
  const open = Int32Array.from({ length: columns }, (_, column) => column)
  const finished: number[] = []
  let reached = 0
  let at = first
  for (let left = columns; left > 0; left--) {
    const nearest = relax(tableau, { distance, cameFrom, open, left }, at, reached)
    const column = open[nearest] as number
    open[nearest] = open[left - 1] as number
    reached = distance[column] as number
    if (rowOf[column] === -1) {
      u[first] = (u[first] as number) + reached
      for (const done of finished) {
        const gain = reached - (distance[done] as number)
        v[done] = (v[done] as number) - gain
        u[rowOf[done] as number] = (u[rowOf[done] as number] as number) + gain
      }
      flip(rowOf, columnOf, cameFrom, column, first)
      return
    }
    finished.push(column)
    at = rowOf[column] as number
  }
}

type Search = {
  readonly distance: Float64Array
  readonly cameFrom: Int32Array
  readonly open: Int32Array
  readonly left: number
}

// Answers the position in `open` of the nearest column; free columns win ties because they end the search.
function relax(
  { costs, columns, rowOf, u, v }: Tableau,
  { distance, cameFrom, open, left }: Search,
  row: number,
  reached: number,
): number {
  const offset = reached - (u[row] as number)
  const start = row * columns
  let nearest = 0
  let least = Infinity
  for (let position = 0; position < left; position++) {
    const column = open[position] as number
    const through = offset + (costs[start + column] as number) - (v[column] as number)
    if (through < (distance[column] as number)) {
      distance[column] = through
      cameFrom[column] = row
    }
    const far = distance[column] as number
    if (far < least || (far === least && rowOf[column] === -1)) {
      least = far
      nearest = position
    }
  }
  return nearest
}

function flip(rowOf: Int32Array, columnOf: Int32Array, cameFrom: Int32Array, last: number, first: number): void {
  for (let column = last; ; ) {
    const row = cameFrom[column] as number
    const next = columnOf[row] as number
    columnOf[row] = column
    rowOf[column] = row
    if (row === first) return
    column = next
  }
}
