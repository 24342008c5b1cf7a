import type { Flow } from '../flow/network.ts'
import { type Lines, worthIn } from './lines.ts'
import { NOTHING } from './plain-kernel.ts'
import { AT, MOST_FOUND, PRICE_LINES, ROW_WORDS, type Sheet } from './sheet.ts'
import { IMPOSSIBLE } from './term-lines.ts'

/** Gains of one line of prices lie this far apart at most, and prices are told apart this far around them; 16 bits hold both with any worth. */
const SPAN = 8_000
const FARTHEST = 20_000

/** Who may have whom: rows and columns of the same group; those from 1 to `full` are full. */
export type Groups = { readonly rowGroup: Int32Array; readonly columnGroup: Int32Array; readonly full: number }

/** What a pass was asked: the middle of each row's line of prices, and whether prices of that line had to be cut off below. */
export type Asking = {
  readonly middle: Float64Array
  readonly isCut: Uint8Array
  readonly isAsked: Uint8Array
  readonly unasked: readonly number[]
}

/**
 * Writes down for a pass what every row asks: pairs inside its group that leave it more than `gain` at the prices. Rows of a group whose
 * gains lie near share a line of prices, shifted to the middle of those gains. Prices too far away are cut off so that a pair is found
 * too often, never too seldom. Rows for which no line is left are `unasked`; those that already gain their `level`, which no pair
 * beyond their candidates leaves, are not asked at all.
 */
export function askRows(
  { words, prices, stride, pricesAt, columns }: Sheet,
  { topics, closed }: Lines,
  { rowGroup, columnGroup }: Groups,
  { price, gain }: Pick<Flow, 'price' | 'gain'>,
  level: Float64Array,
): Asking {
  const rows = gain.length
  const lowest = lowestGains(rowGroup, gain)
  const lineOf = new Map<number, Map<number, number>>()
  const middle = new Float64Array(rows)
  const isCut = new Uint8Array(PRICE_LINES)
  const isAsked = new Uint8Array(rows)
  const unasked: number[] = []
  let lines = 0
  for (let row = 0; row < rows; row++) {
    const own = row * ROW_WORDS
    const [mine, group] = [gain[row] as number, rowGroup[row] as number]
    words[own + AT.found] = 0
    words[own + AT.least] = NOTHING
    if (mine >= (level[row] as number)) continue
    const part = Math.floor((mine - (lowest.get(group) as number)) / SPAN)
    const at = (lowest.get(group) as number) + (part + 1 / 2) * SPAN
    const ofGroup = lineOf.get(group) ?? new Map<number, number>()
    lineOf.set(group, ofGroup)
    let line = ofGroup.get(part)
    if (line === undefined) {
      line = lines++
      ofGroup.set(part, line)
      if (line < PRICE_LINES) isCut[line] = writePrices(group, at, line * stride)
    }
    if (line >= PRICE_LINES) {
      unasked.push(row)
      continue
    }
    isAsked[row] = 1
    middle[row] = at
    words[own + AT.price] = pricesAt + 2 * line * stride
    words[own + AT.least] = Math.floor(mine - at) - baseOf(topics, row)
  }
  return { middle, isCut, isAsked, unasked }

  function writePrices(of: number, center: number, first: number): number {
    let cut = 0
    for (let j = 0; j < stride; j++) {
      let here = IMPOSSIBLE
      if (j < columns && columnGroup[j] === of && closed[j] === 0) {
        const exact = -((price[j] as number) + center)
        here = Math.max(-FARTHEST, Math.min(FARTHEST, Math.ceil(exact)))
        if (exact > FARTHEST) cut = 1
      }
      prices[first + j] = here
    }
    return cut
  }
}

function lowestGains(rowGroup: Int32Array, gain: Float64Array): ReadonlyMap<number, number> {
  const lowest = new Map<number, number>()
  for (let row = 0; row < gain.length; row++) {
    const group = rowGroup[row] as number
    const before = lowest.get(group)
    if (before === undefined || (gain[row] as number) < before) lowest.set(group, gain[row] as number)
  }
  return lowest
}

/** Points that a row without wanted topics has in every pair: the kernel sums none. */
function baseOf(topics: Lines['topics'], row: number): number {
  return topics.wanted[row] === 0 ? ((topics.points[0] as Int16Array)[0] as number) : 0
}

/** Whether a pass told all pairs of a row that it was asked for. */
export function hasFoundAll({ words }: Sheet, { isAsked }: Asking, row: number): boolean {
  return isAsked[row] === 1 && (words[row * ROW_WORDS + AT.found] as number) < MOST_FOUND
}

/** The columns that a pass told a row. */
export function foundIn({ words, found }: Sheet, row: number): Int32Array {
  const from = row * MOST_FOUND
  return found.subarray(from, from + (words[row * ROW_WORDS + AT.found] as number))
}

/** One better pair after another, told with its exact worth. */
export type Hear = (row: number, column: number, worth: number) => void

/**
 * Reads what a pass found, checked exactly; answers by how much all rows together could gain at most, and how many have a better pair.
 * Where the pass may have been crowded by pairs that are not what their lines say, the row is looked through one by one. `level` of
 * each row that was asked becomes what pairs that were not told leave it at most.
 */
export function hearRows(
  { sheet, lines }: { readonly sheet: Sheet; readonly lines: Lines },
  groups: Groups,
  { price, gain }: Pick<Flow, 'price' | 'gain'>,
  { middle, isCut, unasked, isAsked }: Asking,
  level: Float64Array,
  hear: Hear,
): { readonly gap: number; readonly rows: number } {
  const { words, found, overs, pricesAt, stride } = sheet
  let [gap, better] = [0, 0]
  const count = (most: number) => {
    if (most <= 0) return
    gap += most
    better++
  }
  for (let row = 0; row < gain.length; row++) {
    if (isAsked[row] !== 1) continue
    const own = row * ROW_WORDS
    const many = words[own + AT.found] as number
    const mine = gain[row] as number
    level[row] = mine
    if (many === 0) continue
    let [most, real] = [0, 0]
    for (let k = 0; k < many; k++) {
      const column = found[row * MOST_FOUND + k] as number
      const worth = worthIn(lines, row, column)
      const over = worth - (price[column] as number) - mine
      if (worth < 0 || over <= 0) continue
      real++
      most = Math.max(most, over)
      hear(row, column, worth)
    }
    if (many === MOST_FOUND) {
      const line = ((words[own + AT.price] as number) - pricesAt) / (2 * stride)
      // What was not found leaves no more than the last that was.
      let rest =
        (overs[row * MOST_FOUND + MOST_FOUND - 1] as number) +
        baseOf(lines.topics, row) +
        (middle[row] as number) -
        mine
      if (real === 0 || isCut[line] === 1) rest = lookThrough(lines, groups, price, mine, row, hear)
      most = Math.max(most, rest)
      level[row] = mine + Math.max(0, rest)
    }
    count(most)
  }
  for (const row of unasked) {
    const mine = gain[row] as number
    const most = lookThrough(lines, groups, price, mine, row, hear)
    level[row] = mine + most
    count(most)
  }
  return { gap, rows: better }
}

// Tells the best pair of a row; answers by how much it is better.
function lookThrough(
  lines: Lines,
  { rowGroup, columnGroup }: Groups,
  price: Float64Array,
  mine: number,
  row: number,
  hear: Hear,
): number {
  let [most, best, points] = [0, -1, 0]
  for (let column = 0; column < lines.columns; column++) {
    if (columnGroup[column] !== rowGroup[row]) continue
    const worth = worthIn(lines, row, column)
    const over = worth - (price[column] as number) - mine
    if (worth < 0 || over <= most) continue
    most = over
    best = column
    points = worth
  }
  if (best >= 0) hear(row, best, points)
  return most
}
