/** The same things in an order that the seed alone decides. Source: Fisher and Yates 1938, drawn by mulberry32 (Ettinger 2017). */
export function seededOrder<T>(things: readonly T[], seed: number): readonly T[] {
  const out = [...things]
  const draw = drawFrom(seed)
  for (let last = out.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(draw() * (last + 1))
    const [a, b] = [out[last], out[pick]]
    if (a !== undefined && b !== undefined) [out[last], out[pick]] = [b, a]
  }
  return out
}

/** Numbers from 0 up to 1, one after the other. */
function drawFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
