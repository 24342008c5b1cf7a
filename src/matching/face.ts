import type { Edges } from './edges.ts'
import type { Flow, Network, Steps } from './flow/network.ts'
import { ON_EXIT, stepGain } from './flow/network.ts'

/**
 * All answers that are equally good so far: every way to use these edges so that each column has `least` to `most` rows and only rows
 * with `may` go without. `mate` is one of them. Source: complementary slackness of linear programming.
 */
export type Face = Edges & {
  readonly rows: number
  readonly columns: number
  readonly least: Int32Array
  readonly most: Int32Array
  readonly may: Uint8Array
  readonly mate: Int32Array
}

/** The face of a best flow: its tight edges, and what its prices say of exits and of each column's units. `exit` is what rows gained that may go without. */
export function faceOf(
  edges: Edges,
  net: Pick<Network, 'rows' | 'columns' | 'capacity'>,
  steps: Steps,
  may: Uint8Array,
  exit: number,
  flow: Flow,
): Face {
  const { rows, columns, capacity } = net
  const least = new Int32Array(columns)
  const most = new Int32Array(columns)
  for (let j = 0; j < columns; j++) {
    for (let unit = 0; unit < (capacity[j] as number); unit++) {
      const over = stepGain(steps, j, unit) + (flow.price[j] as number)
      if (over > 0) least[j] = unit + 1
      if (over >= 0) most[j] = unit + 1
    }
  }
  const still = may.map((it, row) => (it && flow.gain[row] === exit ? 1 : 0))
  return { ...edges, rows, columns, least, most, may: still, mate: flow.mate }
}

/** A face as a network with values of its own, one for each edge; `above` is more than all of them together. */
export function networkOn(face: Face, value: Int32Array, above: number): Network {
  const { rows, columns, start, column, least, most, may } = face
  const exit = new Float64Array(rows)
  for (let row = 0; row < rows; row++) exit[row] = may[row] === 1 ? 0 : -above
  return {
    rows,
    columns,
    start,
    end: start.subarray(1),
    column,
    value,
    exit,
    capacity: most,
    steps: { high: least, highGain: above, low: least, lowGain: 0 },
  }
}

/** The part of a face that a best flow on it leaves: its tight edges, and fewer units and exits to choose from. */
export function narrow(face: Face, net: Network, flow: Flow): Face {
  const { gain, price } = flow
  const edges = keepEdges(
    face,
    (e, row) => (gain[row] as number) + (price[face.column[e] as number] as number) === net.value[e],
  )
  return faceOf(edges, net, net.steps, face.may, 0, flow)
}

/** A face without the unused edges of a worth from above `over` to below `under`: nobody uses one, and nobody will. */
export function dropUnused(face: Face, over: number, under: number): Face {
  const kept = keepEdges(face, (e, row) => {
    const worth = face.worth[e] as number
    return worth <= over || worth >= under || face.mate[row] === face.column[e]
  })
  return { ...face, ...kept }
}

function keepEdges(face: Face, keeps: (edge: number, row: number) => boolean): Edges {
  const start = new Int32Array(face.rows + 1)
  const column = new Int32Array(face.column.length)
  const worth = new Int32Array(face.column.length)
  let at = 0
  for (let row = 0; row < face.rows; row++) {
    for (let e = face.start[row] as number; e < (face.start[row + 1] as number); e++) {
      if (!keeps(e, row)) continue
      column[at] = face.column[e] as number
      worth[at++] = face.worth[e] as number
    }
    start[row + 1] = at
  }
  return { start, column: column.subarray(0, at), worth: worth.subarray(0, at) }
}

/** The worth of each row's pair in a face's answer, -1 without. */
export function matchedWorths(face: Face): Int32Array {
  const found = new Int32Array(face.rows).fill(ON_EXIT)
  for (let row = 0; row < face.rows; row++) {
    const mate = face.mate[row] as number
    if (mate === ON_EXIT) continue
    for (let e = face.start[row] as number; e < (face.start[row + 1] as number); e++)
      if (face.column[e] === mate) found[row] = face.worth[e] as number
  }
  return found
}
