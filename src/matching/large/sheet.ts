import type { Lines, Unwritten } from './lines.ts'
import { IN_ROW } from './term-lines.ts'
import { scaleOf } from './topic-scale.ts'

/** Columns of one tile of a pass; every line is padded to whole tiles. */
export const TILE = 1024

/** A row as 16 words of 32 bits: where its lines lie, and what it asks for. The kernel reads the same places. */
export const ROW_WORDS = 16
export const AT = {
  topics: 0,
  terms: 4,
  price: 8,
  shift: 9,
  factor: 10,
  least: 11,
  found: 12,
  more: 13,
  moreTerms: 14,
} as const

/** Lines of prices: one for each group of people and range of prices that needs its own. */
export const PRICE_LINES = 32
/** Better pairs a row is given in one pass. */
export const MOST_FOUND = 12
/** Room of one thread: two lines of a tile and a scratch. */
export const ROOM = 8192
const THREADS = 2

/** How large a sheet is, and where in its memory things lie, in bytes. */
export type Places = {
  readonly rows: number
  readonly columns: number
  readonly stride: number
  readonly rowsAt: number
  readonly pricesAt: number
  readonly foundAt: number
  readonly oversAt: number
  readonly roomAt: number
}

/** One memory with all that a pass reads and writes, so that threads may share it; its first 64 bytes are for them to agree. */
export type Sheet = Places & {
  readonly buffer: ArrayBufferLike
  readonly words: Int32Array
  readonly prices: Int16Array
  readonly found: Int32Array
  readonly overs: Int16Array
}

/** What makes the memory: bytes in, a buffer of at least as many zeros out. */
export type Allot = (bytes: number) => ArrayBufferLike

/** Writes lines out in one memory; answers them as views into it. */
export function layOut(lines: Unwritten, allot: Allot): { readonly sheet: Sheet; readonly lines: Lines } {
  const { rows, columns, stride, topics, terms } = lines
  const scale = scaleOf(topics)
  const listed = countListed(lines)
  let end = 64
  const take = (bytes: number) => {
    const at = end
    end = Math.ceil((at + bytes) / 64) * 64
    return at
  }
  const at = {
    zero: take(2 * stride),
    topics: take(topics.count * stride),
    units: scale.unit === topics.unit ? 0 : take(topics.count * stride),
    terms: terms.map((it) => take(2 * it.entries)),
    rows: take(4 * ROW_WORDS * rows),
    prices: take(2 * PRICE_LINES * stride),
    found: take(4 * MOST_FOUND * rows),
    overs: take(2 * MOST_FOUND * rows),
    lists: take(4 * listed),
    room: take(ROOM * THREADS),
  }
  const buffer = allot(end)
  const words = new Int32Array(buffer, at.rows, ROW_WORDS * rows)
  const lists = new Int32Array(buffer, at.lists, listed)
  const percents = new Uint8Array(buffer, at.topics, topics.count * stride)
  // What was read is written, and let go.
  const { write: writeTopics, ...known } = topics
  writeTopics(percents)
  const units = at.units ? new Uint8Array(buffer, at.units, percents.length) : percents
  if (at.units)
    for (let e = 0; e < units.length; e++) units[e] = Math.ceil(((percents[e] as number) * topics.unit) / scale.unit)
  const laid = terms.map(({ ofRow, entries, write }, part) => {
    const points = new Int16Array(buffer, at.terms[part] as number, entries)
    write(points)
    return { ofRow, points }
  })
  let next = 0
  const list = (all: readonly number[]) => {
    lists[next] = all.length
    lists.set(all, next + 1)
    const from = at.lists + 4 * next
    next += all.length + 1
    return from
  }
  const unitsAt = units.byteOffset
  for (let row = 0; row < rows; row++) {
    const own = row * ROW_WORDS
    words.fill(at.zero, own, own + 2 * IN_ROW)
    const from = topics.start[row] as number
    const count = (topics.start[row + 1] as number) - from
    const topicAt = (k: number) => unitsAt + (topics.line[from + k] as number) * stride
    if (count <= IN_ROW) for (let k = 0; k < count; k++) words[own + k] = topicAt(k)
    else {
      words[own + AT.more] = list(Array.from({ length: count }, (_, k) => topicAt(k)))
    }
    const termAt = (k: number) =>
      (at.terms[k] as number) + 2 * stride * ((terms[k] as Unwritten['terms'][number]).ofRow[row] as number)
    if (terms.length <= IN_ROW) for (let k = 0; k < terms.length; k++) words[own + AT.terms + k] = termAt(k)
    else {
      words[own + AT.moreTerms] = list(Array.from({ length: terms.length }, (_, k) => termAt(k)))
    }
    const wanted = topics.wanted[row] as number
    words[own + AT.shift] = scale.shift[wanted] as number
    words[own + AT.factor] = scale.factor[wanted] as number
  }
  const sheet: Sheet = {
    buffer,
    rows,
    columns,
    stride,
    rowsAt: at.rows,
    pricesAt: at.prices,
    foundAt: at.found,
    oversAt: at.overs,
    roomAt: at.room,
    words,
    prices: new Int16Array(buffer, at.prices, PRICE_LINES * stride),
    found: new Int32Array(buffer, at.found, MOST_FOUND * rows),
    overs: new Int16Array(buffer, at.overs, MOST_FOUND * rows),
  }
  return { sheet, lines: { ...lines, terms: laid, topics: { ...known, lines: percents } } }
}

function countListed({ rows, topics, terms }: Unwritten): number {
  let listed = terms.length > IN_ROW ? (terms.length + 1) * rows : 0
  for (let row = 0; row < rows; row++) {
    const count = (topics.start[row + 1] as number) - (topics.start[row] as number)
    if (count > IN_ROW) listed += count + 1
  }
  return listed
}

/** Tiles of a line. */
export function tilesOf({ stride }: Pick<Sheet, 'stride'>): number {
  return stride / TILE
}
