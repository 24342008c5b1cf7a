import { pricesByCircles } from './cycles.ts'
import { dropUnused, type Face, matchedWorths, narrow, networkOn } from './face.ts'
import { bestFlow } from './flow/best-flow.ts'
import type { Flow } from './flow/network.ts'
import { NOT_POSSIBLE } from './grid.ts'

/** For one worth that occurs: prices which prove that no answer of the face has fewer pairs of it. */
export type Level = { readonly worth: number; readonly flow: Pick<Flow, 'gain' | 'price'> }

/**
 * Aim 5: the answers of a face whose worst pair is as well off as possible, then the second worst, and so on: level by level, the
 * fewest pairs of each worth. Answers them as a face, with a proof for every level; the first level stands for no worth and takes away
 * pairs that no such answer has.
 * Source: leximin after Rawls 1971 and Sen 1970; 0/1 costs on tight edges, `reference/matching.md` 4.4.
 */
export function worstOffFirst(given: Face): { readonly face: Face; readonly levels: readonly Level[] } {
  // Prices by circles differ by one at most for each of all people.
  const plain = networkOn(given, new Int32Array(given.column.length), 2 * (given.rows + given.columns + 2))
  const circles = pricesByCircles(given)
  let face = narrow(given, plain, circles)
  const levels: Level[] = [{ worth: NOT_POSSIBLE, flow: circles }]
  let done = -1
  // Edges of a worth above this, up to `done`, are alive only where they are used.
  let dropped = -1
  for (let rows = byWorth(face, done); rows.length > 0; ) {
    const worth = rows[0]?.worth ?? 0
    const until = rows.findIndex((it) => it.worth !== worth)
    const here = until < 0 ? rows : rows.slice(0, until)
    if (here.every(({ row }) => hasNoChoice(face, row, dropped, worth))) {
      levels.push({ worth, flow: pricesOf(face, here) })
      rows = until < 0 ? [] : rows.slice(until)
    } else {
      face = dropUnused(face, dropped, worth)
      const net = networkOn(
        face,
        face.worth.map((it) => (it === worth ? -1 : 0)),
        2 * (face.rows + 2),
      )
      const flow = bestFlow(net, { mate: face.mate, price: new Float64Array(face.columns) })
      const isSame = flow.mate.every((column, row) => column === face.mate[row])
      face = narrow(face, net, flow)
      levels.push({ worth, flow })
      dropped = worth
      rows = isSame ? rows.slice(here.length) : byWorth(face, worth)
    }
    done = worth
  }
  return { face: dropUnused(face, dropped, done + 1), levels }
}

type Ranked = { readonly row: number; readonly worth: number }

function byWorth(face: Face, over: number): Ranked[] {
  const worths = matchedWorths(face)
  const keys = new Float64Array(face.rows)
  let count = 0
  for (let row = 0; row < face.rows; row++) {
    const worth = worths[row] as number
    if (worth > over) keys[count++] = worth * face.rows + row
  }
  const sorted = keys.subarray(0, count).sort()
  return Array.from(sorted, (key) => ({ row: key % face.rows, worth: Math.floor(key / face.rows) }))
}

// Whoever has one edge left keeps it: no search is needed to know that.
function hasNoChoice(face: Face, row: number, dropped: number, worth: number): boolean {
  if (face.may[row] === 1) return false
  for (let e = face.start[row] as number; e < (face.start[row + 1] as number); e++) {
    const points = face.worth[e] as number
    if (face.column[e] !== face.mate[row] && (points <= dropped || points >= worth)) return false
  }
  return true
}

function pricesOf(face: Face, rows: readonly Ranked[]): Level['flow'] {
  const gain = new Float64Array(face.rows)
  for (const { row } of rows) gain[row] = -1
  return { gain, price: new Float64Array(face.columns) }
}
