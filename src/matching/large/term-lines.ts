import { NOT_POSSIBLE } from '../grid.ts'
import type { Aspect } from './aspects.ts'

/** In a line of points: the pair may not be. Sums saturate, so it stays among the least whatever is added. */
export const IMPOSSIBLE = -32768

/** Lines of points over all columns, and the line of each row. */
export type TermLines = { readonly ofRow: Int32Array; readonly points: Int16Array }

/** Entries that lines may have together before two aspects are left apart: a share of all pairs, and 64 MB. */
const SHARE_OF_PAIRS = 1 / 16
const MOST_ENTRIES = 2 ** 25

type Merged = { readonly ofRow: Int32Array; readonly kinds: number; readonly parts: readonly Part[] }
type Part = { readonly aspect: Aspect; readonly kindOf: Int32Array }

/** Writes aspects out as lines, as few for each row as memory allows: two of few kinds become one of their combinations. */
export function mergeAspects(
  aspects: readonly Aspect[],
  rows: number,
  columns: number,
  stride: number,
): readonly TermLines[] {
  const most = Math.min(MOST_ENTRIES, Math.max(stride, rows * columns * SHARE_OF_PAIRS))
  let merged: Merged[] = aspects.map((aspect) => ({
    ofRow: aspect.rowKind,
    kinds: aspect.rowKinds,
    parts: [{ aspect, kindOf: Int32Array.from({ length: aspect.rowKinds }, (_, kind) => kind) }],
  }))
  for (;;) {
    merged = [...merged].sort((a, b) => a.kinds - b.kinds)
    const [one, other, ...rest] = merged
    if (!one || !other) break
    const both = combine(one, other)
    const entries = [both, ...rest].reduce((sum, it) => sum + it.kinds * stride, 0)
    if (entries > most) break
    merged = [both, ...rest]
  }
  return merged.map((it) => ({ ofRow: it.ofRow, points: writeOut(it, columns, stride) }))
}

function combine(one: Merged, other: Merged): Merged {
  const numbers = new Map<number, number>()
  const pairs: (readonly [number, number])[] = []
  const ofRow = Int32Array.from(one.ofRow, (kind, row) => {
    const its = other.ofRow[row] as number
    const key = kind * other.kinds + its
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, pairs.length)
    return pairs.push([kind, its]) - 1
  })
  const through = (parts: readonly Part[], side: 0 | 1) =>
    parts.map(({ aspect, kindOf }) => ({
      aspect,
      kindOf: Int32Array.from(pairs, (pair) => kindOf[pair[side]] as number),
    }))
  return { ofRow, kinds: pairs.length, parts: [...through(one.parts, 0), ...through(other.parts, 1)] }
}

function writeOut({ kinds, parts }: Merged, columns: number, stride: number): Int16Array {
  const points = new Int16Array(kinds * stride)
  for (const { aspect, kindOf } of parts)
    for (let kind = 0; kind < kinds; kind++)
      addLine(points, kind * stride, columns, aspect, (kindOf[kind] as number) * aspect.columnKinds)
  return points
}

function addLine(
  points: Int16Array,
  first: number,
  columns: number,
  { columnKind, value }: Aspect,
  from: number,
): void {
  for (let j = 0; j < columns; j++) {
    const part = value[from + (columnKind[j] as number)] as number
    const before = points[first + j] as number
    points[first + j] = part === NOT_POSSIBLE || before === IMPOSSIBLE ? IMPOSSIBLE : before + part
  }
}
