import { type HardRules, refusalOf } from './hard-rules.ts'
import { foundIn, type Groups, hasFoundAll, hearRows } from './large/ask.ts'
import { withVeto } from './large/exceptions.ts'
import { rowReader, worthIn } from './large/lines.ts'
import { askAll, makeReady, type Ready } from './large/ready.ts'
import type { Mentee, Mentor, PairIds } from './problem.ts'
import { type HowKept, keepsAll } from './read-run.ts'
import { prepare } from './scorer.ts'

/** Pairs that are left, those of row i from `start[i]` to `start[i + 1]`, with what each is worth. */
export type Tight = { readonly start: Int32Array; readonly column: Int32Array; readonly worth: Int16Array }

/** What the checker asks of all n × m pairs. */
export type Pairs = {
  /** The worth of a pair, -1 where it may not be. */
  readonly worthOf: (i: number, j: number) => number
  readonly without: (pairs: readonly (readonly [number, number])[]) => Pairs
  /** Whether any of some rows may have any of some columns. */
  readonly hasAny: (rows: Uint8Array, columns: Uint8Array) => boolean
  /** Pairs inside the groups that cost just what they are worth; null where one is worth more than it costs. */
  readonly equalTo: (rowGroup: Int32Array, columnGroup: Int32Array, prices: Asked) => Tight | null
}
type Asked = { readonly mentees: readonly number[]; readonly mentors: readonly number[] }
type People = {
  readonly rows: readonly Mentee[]
  readonly columns: readonly Mentor[]
  readonly rules: HardRules
  readonly taken: readonly PairIds[]
  readonly room: readonly number[]
}
/** Tells columns of a row and what they are worth. */
type Tell = (j: number, points: number) => void

/** Reads the pairs of a run: scored once and stored, or asked for by passes over all of them where they are too many. */
export function readPairs(people: People, how: HowKept): Pairs {
  const { rows, columns, rules, taken, room } = people
  if (keepsAll({ mentees: rows, mentors: columns }, how)) return storedPairs(scoreAll(people), columns.length)
  return pricedPairs(makeReady({ mentees: rows, mentors: columns }, rules, taken, Int32Array.from(room), how.start))
}

function scoreAll({ rows, columns, rules, room }: People): Int16Array {
  const { score } = prepare(rows, columns, rules.policy)
  const worth = new Int16Array(rows.length * columns.length).fill(-1)
  rows.forEach((mentee, i) => {
    columns.forEach((mentor, j) => {
      if (room[j] && refusalOf(rules, mentor, mentee) === null) worth[i * columns.length + j] = score(i, j)
    })
  })
  return worth
}

function storedPairs(worth: Int16Array, m: number): Pairs {
  return {
    worthOf: (i, j) => worth[i * m + j] ?? -1,
    without: (pairs) => {
      const left = worth.slice()
      for (const [i, j] of pairs) left[i * m + j] = -1
      return storedPairs(left, m)
    },
    hasAny: (rows, columns) =>
      rows.some((it, i) => it === 1 && columns.some((is, j) => is === 1 && (worth[i * m + j] ?? -1) >= 0)),
    equalTo: (rowGroup, columnGroup, prices) =>
      collect({ rowGroup, columnGroup, prices }, (i, tell) => {
        for (let j = 0; j < m; j++) tell(j, worth[i * m + j] as number)
      }),
  }
}

function pricedPairs(ready: Ready): Pairs {
  const { lines } = ready
  return {
    worthOf: (i, j) => (i >= 0 && j >= 0 ? worthIn(lines, i, j) : -1),
    without: (pairs) => {
      const exceptions = pairs.reduce((all, [i, j]) => withVeto(all, i, j), lines.exceptions)
      return pricedPairs({ ...ready, lines: { ...lines, exceptions } })
    },
    hasAny: (rows, columns) => hasAnyPriced(ready, rows, columns),
    equalTo: (rowGroup, columnGroup, prices) => equalPriced(ready, { rowGroup, columnGroup, prices }),
  }
}

function hasAnyPriced(ready: Ready, rows: Uint8Array, columns: Uint8Array): boolean {
  const { start, column } = ready.lines.exceptions
  const groups: Groups = {
    rowGroup: new Int32Array(rows.length),
    columnGroup: Int32Array.from(columns, (it) => 1 - it),
    full: 0,
  }
  const flow = { price: new Float64Array(columns.length), gain: new Float64Array(rows.length).fill(-1) }
  const level = Float64Array.from(rows, (it) => (it === 1 ? Infinity : -Infinity))
  let found = false
  hearRows(ready, groups, flow, askAll(ready, groups, flow, level), level, () => {
    found = true
  })
  // A pair may be worth more than its lines say: then the pass does not see it.
  return (
    found ||
    rows.some((it, i) => {
      for (let at = start[i] as number; it === 1 && at < (start[i + 1] as number); at++)
        if (columns[column[at] as number] === 1 && worthIn(ready.lines, i, column[at] as number) >= 0) return true
      return false
    })
  )
}

// Most rows have few pairs that cost what they are worth, and a pass tells them; the others are looked through.
function equalPriced(ready: Ready, given: In): Tight | null {
  const { sheet, lines } = ready
  const { start, column } = lines.exceptions
  const gain = Float64Array.from(given.prices.mentees, (it) => it - 1)
  const flow = { price: Float64Array.from(given.prices.mentors), gain }
  const asked = askAll(ready, { ...given, full: 0 }, flow, new Float64Array(sheet.rows).fill(Infinity))
  const worthsOf = rowReader(lines)
  return collect(given, (i, tell) => {
    if (hasFoundAll(sheet, asked, i)) {
      const known = new Set(foundIn(sheet, i))
      for (let at = start[i] as number; at < (start[i + 1] as number); at++) known.add(column[at] as number)
      for (const j of known) tell(j, worthIn(lines, i, j))
      return
    }
    const worth = worthsOf(i)
    for (let j = 0; j < worth.length; j++) tell(j, worth[j] as number)
  })
}

type In = { readonly rowGroup: Int32Array; readonly columnGroup: Int32Array; readonly prices: Asked }

function collect({ rowGroup, columnGroup, prices }: In, each: (i: number, tell: Tell) => void): Tight | null {
  const { mentees, mentors } = prices
  const start = new Int32Array(rowGroup.length + 1)
  const [column, worth]: [number[], number[]] = [[], []]
  let isBroken = false
  for (let i = 0; i < rowGroup.length; i++) {
    each(i, (j, points) => {
      if (points < 0 || columnGroup[j] !== rowGroup[i]) return
      const slack = (mentees[i] as number) + (mentors[j] as number) - points
      if (slack < 0) isBroken = true
      if (slack !== 0) return
      column.push(j)
      worth.push(points)
    })
    if (isBroken) return null
    start[i + 1] = column.length
  }
  return { start, column: Int32Array.from(column), worth: Int16Array.from(worth) }
}
