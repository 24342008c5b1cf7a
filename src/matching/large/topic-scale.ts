import type { TopicsOfRows } from './lines.ts'

/** What a byte holds at most. */
const BYTE = 255
const FIFTEEN_BITS = 32767

/**
 * How a sum of bytes becomes points of topics: `(sum << shift) * factor / 2^15`, rounded, for each number of wanted topics. Never less
 * than the true points; more only where bytes or factor had to be rounded, by a few points at most.
 */
export type TopicScale = {
  readonly shift: readonly number[]
  readonly factor: readonly number[]
  /** Per cents in one unit of the kernel's lines: coarser than the unit of the lines themselves where those would not sum within a byte. */
  readonly unit: number
}

/** Chooses a unit in which every row's sum fits a byte, and shift and factor for it. */
export function scaleOf({ unit: finest, points, start }: Pick<TopicsOfRows, 'unit' | 'points' | 'start'>): TopicScale {
  let widest = 1
  for (let row = 0; row + 1 < start.length; row++)
    widest = Math.max(widest, (start[row + 1] as number) - (start[row] as number))
  let unit = finest
  while (widest * Math.ceil(100 / unit) > BYTE) unit++
  const scales = points.map((known, count) => {
    if (count === 0) return { shift: 0, factor: 0 }
    return factorFor((sum) => known[Math.min(known.length - 1, sum * unit)] as number, count * Math.ceil(100 / unit))
  })
  return { shift: scales.map((it) => it.shift), factor: scales.map((it) => it.factor), unit }
}

// The finest shift under which the factor still fits; then the least factor that says too little for no sum.
function factorFor(points: (sum: number) => number, most: number): { shift: number; factor: number } {
  let slope = 0
  for (let sum = 1; sum <= most; sum++) slope = Math.max(slope, points(sum) / sum)
  let shift = 0
  while (2 ** shift <= slope) shift++
  let factor = Math.max(0, Math.floor((slope * 2 ** 15) / 2 ** shift) - 8)
  const tooLittle = () => {
    for (let sum = 0; sum <= most; sum++) if (scaled(sum, shift, factor) < points(sum)) return true
    return false
  }
  while (factor < FIFTEEN_BITS && tooLittle()) factor++
  return { shift, factor }
}

/** What the kernel makes of a sum. */
export function scaled(sum: number, shift: number, factor: number): number {
  return Math.min(FIFTEEN_BITS, ((((sum << shift) << 16) >> 16) * factor + 0x4000) >> 15)
}
