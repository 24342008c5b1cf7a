/** Numbers from 0 to below 1 that are the same in every run. */
export function makeChance(first: number): () => number {
  let seed = first
  return () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return seed / 0x7fffffff
  }
}
