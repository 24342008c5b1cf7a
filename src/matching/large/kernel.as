// AssemblyScript: prices a block of rows against all columns, sixteen pairs at a time. `priceRowsPlain` (plain-kernel.ts) is its twin and says
// what it finds; a row is the 64 bytes that row-sheet.ts lays out. Built into kernel-bytes.ts; the test of that file builds it again.

// Byte offsets inside a row.
const TERMS: usize = 16
const PRICE: usize = 32
const SHIFT: usize = 36
const FACTOR: usize = 40
const LEAST: usize = 44
const FOUND: usize = 48
const MORE_TOPICS: usize = 52
const MORE_TERMS: usize = 56
const ROW: usize = 64
const BLOCK: i32 = 256

function found(row: usize, columns: usize, overs: usize, most: i32, column: i32, over: i32): void {
  if (over <= load<i32>(row, LEAST)) return
  let count = load<i32>(row, FOUND)
  let at: i32 = most - 1
  if (count < most) {
    at = count
    store<i32>(row, count + 1, FOUND)
  }
  while (at > 0) {
    const before = <i32>load<i16>(overs + ((<usize>at - 1) << 1))
    if (before >= over) break
    store<i16>(overs + (<usize>at << 1), <i16>before)
    store<i32>(columns + (<usize>at << 2), load<i32>(columns + ((<usize>at - 1) << 2)))
    at--
  }
  store<i16>(overs + (<usize>at << 1), <i16>over)
  store<i32>(columns + (<usize>at << 2), column)
  if (load<i32>(row, FOUND) == most) store<i32>(row, <i32>load<i16>(overs + ((<usize>most - 1) << 1)), LEAST)
}

// Sums more than four lines of bytes, or of words, into one, so that the loop below has a fixed shape.
function sumTopics(list: usize, into: usize, from: usize, until: usize): void {
  const count = load<i32>(list)
  for (let at = from; at < until; at += 16) {
    let sum = i8x16.splat(0)
    for (let g: i32 = 0; g < count; g++) sum = i8x16.add_sat_u(sum, v128.load(<usize>load<i32>(list + (<usize>g << 2), 4) + at))
    v128.store(into + at - from, sum)
  }
}

function sumTerms(list: usize, into: usize, from: usize, until: usize): void {
  const count = load<i32>(list)
  for (let at = from << 1; at < until << 1; at += 16) {
    let sum = i16x8.splat(0)
    for (let g: i32 = 0; g < count; g++) sum = i16x8.add_sat_s(sum, v128.load(<usize>load<i32>(list + (<usize>g << 2), 4) + at))
    v128.store(into + at - (from << 1), sum)
  }
}

// @ts-ignore: decorator
@inline
function fourTerms(a: usize, b: usize, c: usize, d: usize): v128 {
  return i16x8.add_sat_s(i16x8.add_sat_s(i16x8.add_sat_s(v128.load(a), v128.load(b)), v128.load(c)), v128.load(d))
}

function priceRun(row: usize, columns: usize, overs: usize, most: i32, from: usize, until: usize, tile: usize, room: usize): void {
  let p0 = <usize>load<i32>(row)
  let p1 = <usize>load<i32>(row, 4)
  let p2 = <usize>load<i32>(row, 8)
  let p3 = <usize>load<i32>(row, 12)
  let t0 = <usize>load<i32>(row, TERMS)
  let t1 = <usize>load<i32>(row, TERMS + 4)
  let t2 = <usize>load<i32>(row, TERMS + 8)
  const t3 = <usize>load<i32>(row, TERMS + 12)
  if (load<i32>(row, MORE_TOPICS) > 0) p0 = room - tile
  if (load<i32>(row, MORE_TERMS) > 0) t0 = room + 1024 - (tile << 1)
  const price = <usize>load<i32>(row, PRICE)
  const shift = load<i32>(row, SHIFT)
  const factor = i16x8.splat(<i16>load<i32>(row, FACTOR))
  let least = i16x8.splat(<i16>load<i32>(row, LEAST))
  const scratch = room + 4096
  for (let at = from; at < until; at += 16) {
    const sum = i8x16.add_sat_u(
      i8x16.add_sat_u(v128.load(p0 + at), v128.load(p1 + at)),
      i8x16.add_sat_u(v128.load(p2 + at), v128.load(p3 + at)),
    )
    const wide = at << 1
    let low = i16x8.q15mulr_sat_s(i16x8.shl(i16x8.extend_low_i8x16_u(sum), shift), factor)
    let high = i16x8.q15mulr_sat_s(i16x8.shl(i16x8.extend_high_i8x16_u(sum), shift), factor)
    low = i16x8.add_sat_s(low, fourTerms(t0 + wide, t1 + wide, t2 + wide, t3 + wide))
    high = i16x8.add_sat_s(high, fourTerms(t0 + wide + 16, t1 + wide + 16, t2 + wide + 16, t3 + wide + 16))
    low = i16x8.add_sat_s(low, v128.load(price + wide))
    high = i16x8.add_sat_s(high, v128.load(price + wide, 16))
    const over = i8x16.narrow_i16x8_s(i16x8.gt_s(low, least), i16x8.gt_s(high, least))
    if (v128.any_true(over)) {
      v128.store(scratch, low)
      v128.store(scratch, high, 16)
      for (let bits = i8x16.bitmask(over); bits != 0; bits &= bits - 1) {
        const lane = ctz(bits)
        found(row, columns, overs, most, <i32>at + lane, <i32>load<i16>(scratch + (<usize>lane << 1)))
      }
      least = i16x8.splat(<i16>load<i32>(row, LEAST))
    }
  }
}

/** Rows `from` to `until`; each looks at `tiles` tiles of `size` columns, beginning where its block and its number say. `room` is 8 kB of this thread's own. */
export function priceRows(
  rows: usize, from: i32, until: i32, allTiles: i32, size: i32, tiles: i32,
  columns: usize, overs: usize, most: i32, room: usize,
): void {
  for (let block = from; block < until; block += BLOCK) {
    const end = min(block + BLOCK, until)
    const first = ((block / BLOCK) * 7919) % allTiles
    for (let step: i32 = 0; step < tiles; step++) {
      const tile = <usize>(((first + step) % allTiles) * size)
      for (let i = block; i < end; i++) {
        const row = rows + <usize>i * ROW
        if (load<i32>(row, LEAST) == 32767) continue
        const turn = tile + <usize>(((i * 37) % (size >> 4)) << 4)
        const own = columns + (<usize>(i * most) << 2)
        const ours = overs + (<usize>(i * most) << 1)
        const topics = <usize>load<i32>(row, MORE_TOPICS)
        const terms = <usize>load<i32>(row, MORE_TERMS)
        if (topics > 0) sumTopics(topics, room, tile, tile + size)
        if (terms > 0) sumTerms(terms, room + 1024, tile, tile + size)
        priceRun(row, own, ours, most, turn, tile + size, tile, room)
        priceRun(row, own, ours, most, tile, turn, tile, room)
      }
    }
  }
}
