import { AT, MOST_FOUND, ROW_WORDS, type Sheet, TILE, tilesOf } from './sheet.ts'
import { IN_ROW } from './term-lines.ts'
import { scaled } from './topic-scale.ts'

/** A row's `least` that nothing is over: it is not looked at. */
export const NOTHING = 32767

/** Rows that go through the tiles together, so that lines stay near the processor. */
export const BLOCK = 256

/**
 * Finds for rows `from` to `until` the pairs whose points and price (as the sheet has them, in 16 bits that saturate) are over the
 * row's `least`: the greatest `MOST_FOUND` of them, greatest first, in `found` and `overs`. A row looks at `tiles` tiles, beginning
 * where its block and its number say, so that equals are not all given the same. Twin of kernel.as, which does sixteen pairs at a time.
 */
export type PriceRows = (from: number, until: number, tiles: number) => void

/** The twin in plain numbers: for machines without WebAssembly, and to test the other. */
export function plainKernel(sheet: Sheet): PriceRows {
  const bytes = new Uint8Array(sheet.buffer)
  const halves = new Int16Array(sheet.buffer)
  const whole = new Int32Array(sheet.buffer)
  const { words, found, overs } = sheet
  const allTiles = tilesOf(sheet)

  const put = (row: number, column: number, over: number) => {
    const own = row * ROW_WORDS
    if (over <= (words[own + AT.least] as number)) return
    const first = row * MOST_FOUND
    const count = words[own + AT.found] as number
    let at = MOST_FOUND - 1
    if (count < MOST_FOUND) {
      at = count
      words[own + AT.found] = count + 1
    }
    for (; at > 0 && (overs[first + at - 1] as number) < over; at--) {
      overs[first + at] = overs[first + at - 1] as number
      found[first + at] = found[first + at - 1] as number
    }
    overs[first + at] = over
    found[first + at] = column
    if (words[own + AT.found] === MOST_FOUND) words[own + AT.least] = overs[first + MOST_FOUND - 1] as number
  }

  const run = (row: number, topics: readonly number[], terms: readonly number[], from: number, until: number) => {
    const own = row * ROW_WORDS
    const [shift, factor] = [words[own + AT.shift] as number, words[own + AT.factor] as number]
    const price = (words[own + AT.price] as number) >> 1
    for (let j = from; j < until; j++) {
      let sum = 0
      for (const line of topics) sum += bytes[line + j] as number
      let over = 0
      for (const line of terms) over = saturate(over + (halves[(line >> 1) + j] as number))
      over = saturate(scaled(Math.min(255, sum), shift, factor) + over)
      put(row, j, saturate(over + (halves[price + j] as number)))
    }
  }

  const linesOf = (own: number, inRow: number, more: number) => {
    const list = (words[own + more] as number) >> 2
    if (list === 0) return Array.from(words.subarray(own + inRow, own + inRow + IN_ROW))
    return Array.from(whole.subarray(list + 1, list + 1 + (whole[list] as number)))
  }

  return (from, until, tiles) => {
    for (let block = from; block < until; block += BLOCK) {
      const first = (Math.floor(block / BLOCK) * 7919) % allTiles
      for (let step = 0; step < tiles; step++) {
        const tile = ((first + step) % allTiles) * TILE
        for (let row = block; row < Math.min(block + BLOCK, until); row++) {
          const own = row * ROW_WORDS
          if (words[own + AT.least] === NOTHING) continue
          const turn = tile + ((row * 37) % (TILE >> 4)) * 16
          const topics = linesOf(own, AT.topics, AT.more)
          const terms = linesOf(own, AT.terms, AT.moreTerms)
          run(row, topics, terms, turn, tile + TILE)
          run(row, topics, terms, tile, turn)
        }
      }
    }
  }
}

function saturate(sum: number): number {
  return Math.max(-32768, Math.min(32767, sum))
}
