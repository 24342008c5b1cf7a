import { NOT_POSSIBLE } from '../grid.ts'
import type { Aspect } from './aspects.ts'

/** In a line of points: the pair may not be. Sums saturate, so it stays among the least whatever is added. */
export const IMPOSSIBLE = -32768

/** Lines that are still to be written. */
export type UnwrittenTerms = {
  readonly ofRow: Int32Array
  readonly entries: number
  readonly write: (points: Int16Array) => void
}

/** Lines of points over all columns, and the line of each row. */
export type TermLines = { readonly ofRow: Int32Array; readonly points: Int16Array }

/** Lines of each sort that a row names without a list. */
export const IN_ROW = 4
/** Entries that lines may have together before aspects are left apart whatever it costs (64 MB), and lines that are few enough to be fewer for each row. */
const MOST_ENTRIES = 2 ** 25
const FEW_LINES = 64

type Merged = { readonly ofRow: Int32Array; readonly kinds: number; readonly parts: readonly Part[] }
type Part = { readonly aspect: Aspect; readonly kindOf: Int32Array }

/** Writes aspects out as lines, as few for each row as memory allows: two of few kinds become one of their combinations. */
export function mergeAspects(aspects: readonly Aspect[], columns: number, stride: number): readonly UnwrittenTerms[] {
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
    const lines = [both, ...rest].reduce((sum, it) => sum + it.kinds, 0)
    if (lines > FEW_LINES && (merged.length <= IN_ROW || lines * stride > MOST_ENTRIES)) break
    merged = [both, ...rest]
  }
  return merged.map((it) => ({
    ofRow: it.ofRow,
    entries: it.kinds * stride,
    write: (points) => writeOut(points, it, columns, stride),
  }))
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

function writeOut(points: Int16Array, { kinds, parts }: Merged, columns: number, stride: number): void {
  points.fill(0)
  for (const { aspect, kindOf } of parts)
    for (let kind = 0; kind < kinds; kind++)
      addLine(points, kind * stride, columns, aspect, (kindOf[kind] as number) * aspect.columnKinds)
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
