import { NOT_POSSIBLE } from '../grid.ts'
import type { HardRules } from '../hard-rules.ts'
import type { Mentee, Mentor, PairIds } from '../problem.ts'
import { readTopicLines, topicPoints } from '../terms/topics.ts'
import { pointsOf, USUAL_WEIGHTS } from '../weights.ts'
import { readAspects } from './aspects.ts'
import type { Raised } from './candidates.ts'
import { type Exceptions, readExceptions } from './exceptions.ts'
import { TILE } from './sheet.ts'
import { IMPOSSIBLE, mergeAspects, type TermLines, type UnwrittenTerms } from './term-lines.ts'

/**
 * The worth of all n × m pairs without storing them. A pair's points are the sum of one entry of each line its row names: lines of
 * points over all mentors, for kinds of mentees, and a line of per cents for each topic the mentee wants. Pairs with something between
 * the two of them stand in `exceptions`. Equal to `prepare` and `refusalOf`, which fill the lines.
 */
export type Lines = {
  readonly rows: number
  readonly columns: number
  /** Length of a line: `columns` in whole tiles. */
  readonly stride: number
  readonly terms: readonly TermLines[]
  readonly topics: TopicsOfRows
  readonly exceptions: Exceptions
  /** Mentors without a place left: nobody's. */
  readonly closed: Uint8Array
}

/** Lines that are still to be written to where they will lie. */
export type Unwritten = Omit<Lines, 'terms' | 'topics'> & {
  readonly terms: readonly UnwrittenTerms[]
  readonly topics: UnwrittenTopics
}
export type UnwrittenTopics = Omit<TopicsOfRows, 'lines'> & { readonly write: (lines: Uint8Array) => void }

/** Lines of per cents, in the greatest unit that divides all of them, and which lines a row wants, from `start[i]` to `start[i + 1]`. */
export type TopicsOfRows = {
  readonly lines: Uint8Array
  readonly unit: number
  readonly count: number
  readonly start: Int32Array
  readonly line: Int32Array
  /** Points for each sum of per cents, by how many topics a row wants. */
  readonly wanted: Int32Array
  readonly points: readonly Int16Array[]
}

/** Compiles people and policy. `rules` know the fixed and pinned pairs; `capacity` is what they leave. */
export function readLines(
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  rules: HardRules,
  fixed: readonly PairIds[],
  capacity: Int32Array,
): Unwritten {
  const [rows, columns] = [mentees.length, mentors.length]
  const stride = Math.max(TILE, Math.ceil(columns / TILE) * TILE)
  return {
    rows,
    columns,
    stride,
    terms: mergeAspects(readAspects(mentees, mentors, rules.policy), columns, stride),
    topics: readTopics(mentees, mentors, rules, stride),
    exceptions: readExceptions(mentees, mentors, rules, fixed),
    closed: Uint8Array.from(capacity, (places) => (places < 1 ? 1 : 0)),
  }
}

function readTopics(
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  { policy }: HardRules,
  stride: number,
): UnwrittenTopics {
  const most = pointsOf(policy.worth?.weights ?? USUAL_WEIGHTS).get('topics')
  const start = new Int32Array(mentees.length + 1)
  if (most === undefined) {
    const none = { write: () => {}, unit: 1, count: 0, line: new Int32Array(), wanted: new Int32Array(mentees.length) }
    return { ...none, start, points: [new Int16Array(1)] }
  }
  const { lines: read, wanted } = readTopicLines({ mentees, mentors, policy })
  const numbers = new Int32Array(read.length).fill(-1)
  let count = 0
  read.forEach((it, word) => {
    if (it) numbers[word] = count++
  })
  const unit = read.reduce(greatestDivisor, 0) || 1
  const write = (lines: Uint8Array) =>
    read.forEach((it, word) => {
      const first = (numbers[word] as number) * stride
      it?.forEach((percent, column) => {
        lines[first + column] = percent / unit
      })
    })
  const line = new Int32Array(wanted.word.length)
  const counts = new Int32Array(mentees.length)
  let until = 0
  for (let row = 0; row < mentees.length; row++) {
    for (let at = wanted.start[row] as number; at < (wanted.start[row + 1] as number); at++) {
      const number = numbers[wanted.word[at] as number] as number
      if (number >= 0) line[until++] = number
    }
    counts[row] = (wanted.start[row + 1] as number) - (wanted.start[row] as number)
    start[row + 1] = until
  }
  const widest = counts.reduce((max, it) => Math.max(max, it), 0)
  const points = Array.from({ length: widest + 1 }, (_, count) =>
    Int16Array.from({ length: 100 * count + 1 }, (_it, sum) => topicPoints(sum, count, most)),
  )
  return { write, unit, count, start, line: line.subarray(0, until), wanted: counts, points }
}

function greatestDivisor(known: number, line: Uint8Array | null): number {
  let unit = known
  line?.forEach((percent) => {
    for (let rest = percent; rest > 0; ) [unit, rest] = [rest, unit % rest]
  })
  return unit
}

/** The worth of one pair, 0 to 10,000, or `NOT_POSSIBLE`. */
export function worthIn(lines: Lines, row: number, column: number): number {
  const { exceptions, terms, topics, stride, closed } = lines
  if (closed[column] === 1) return NOT_POSSIBLE
  const until = exceptions.start[row + 1] as number
  for (let at = exceptions.start[row] as number; at < until; at++)
    if (exceptions.column[at] === column) return exceptions.worth[at] as number
  return plainWorthIn(terms, topics, stride, row, column)
}

function plainWorthIn(
  terms: readonly TermLines[],
  topics: TopicsOfRows,
  stride: number,
  row: number,
  column: number,
): number {
  let sum = 0
  for (const { ofRow, points } of terms) {
    const part = points[(ofRow[row] as number) * stride + column] as number
    if (part === IMPOSSIBLE) return NOT_POSSIBLE
    sum += part
  }
  let units = 0
  const until = topics.start[row + 1] as number
  for (let at = topics.start[row] as number; at < until; at++)
    units += topics.lines[(topics.line[at] as number) * stride + column] as number
  return sum + ((topics.points[topics.wanted[row] as number] as Int16Array)[units * topics.unit] as number)
}

/** Says the worth of all pairs of a row, as `worthIn` does; an answer holds until the next row is asked for. */
export function rowReader(lines: Lines): (row: number) => Int16Array {
  const { terms, topics, stride, columns, closed, exceptions } = lines
  const units = new Uint16Array(columns)
  const worth = new Int16Array(columns)
  const lineAt = (at: number) => (topics.line[at] as number) * stride
  return (row) => {
    const [from, until] = [topics.start[row] as number, topics.start[row + 1] as number]
    units.fill(0)
    for (let at = from; at + 1 < until; at += 2) addBytes(units, topics.lines, lineAt(at), lineAt(at + 1))
    if ((until - from) % 2 === 1) addBytes(units, topics.lines, lineAt(until - 1), -1)
    const points = topics.points[topics.wanted[row] as number] as Int16Array
    for (let j = 0; j < columns; j++)
      worth[j] = closed[j] === 1 ? NOT_POSSIBLE : (points[(units[j] as number) * topics.unit] as number)
    for (const { ofRow, points: part } of terms) addPoints(worth, part, (ofRow[row] as number) * stride)
    for (let at = exceptions.start[row] as number; at < (exceptions.start[row + 1] as number); at++) {
      const it = exceptions.column[at] as number
      if (closed[it] !== 1) worth[it] = exceptions.worth[at] as number
    }
    return worth
  }
}

// Apart from what calls them, so that they are compiled as the plain loops they are.
function addBytes(units: Uint16Array, bytes: Uint8Array, one: number, other: number): void {
  if (other < 0) for (let j = 0; j < units.length; j++) units[j] = (units[j] as number) + (bytes[one + j] as number)
  else
    for (let j = 0; j < units.length; j++)
      units[j] = (units[j] as number) + (bytes[one + j] as number) + (bytes[other + j] as number)
}

function addPoints(worth: Int16Array, points: Int16Array, first: number): void {
  for (let j = 0; j < worth.length; j++) {
    const before = worth[j] as number
    const more = points[first + j] as number
    worth[j] = before < 0 || more === IMPOSSIBLE ? NOT_POSSIBLE : before + more
  }
}

/** Possible pairs that are worth more than their lines say: whoever looks for good pairs by the lines must know them beforehand. */
export function raisedPairs({ rows, exceptions, terms, topics, stride, closed }: Lines): Raised {
  const start = new Int32Array(rows + 1)
  const column: number[] = []
  for (let row = 0; row < rows; row++) {
    for (let at = exceptions.start[row] as number; at < (exceptions.start[row + 1] as number); at++) {
      const it = exceptions.column[at] as number
      const worth = exceptions.worth[at] as number
      if (closed[it] !== 1 && worth >= 0 && worth > plainWorthIn(terms, topics, stride, row, it)) column.push(it)
    }
    start[row + 1] = column.length
  }
  return { start, column: Int32Array.from(column) }
}
