/** Of each choice, whom it reaches: one bit a person, 32 in each word. */
type Reach = Uint32Array<ArrayBuffer>
export type Covered = {
  /** Places of the choices taken, ascending; fewer than asked for where more would reach nobody else. */
  readonly chosen: readonly number[]
  readonly covered: number
}

const BITS = 32

/**
 * At most `most` of the choices that together reach as many of `people` as can be: exact. `choices[c]` are the numbers, 0 to
 * people - 1, of those whom choice c reaches; `without` are places of choices that may not be taken, nor any that reaches the same.
 * Branch and bound, the largest gain first; what r more choices add is at most the r largest gains of now (Nemhauser, Wolsey and
 * Fisher 1978: what a choice adds never grows). Policy: an event has a session inside everybody's hours.
 */
export function planMostCovered(
  choices: readonly (readonly number[])[],
  people: number,
  most: number,
  without: readonly number[] = [],
): Covered {
  const words = Math.ceil(people / BITS)
  const reaches = choices.map((it) => reachOf(it, words))
  const banned = new Set(without.map((at) => String(reaches[at])))
  const open = undominated(reaches, banned)
  let best: Covered = { chosen: [], covered: 0 }
  const all = count(open.reduce<Reach>((sum, at) => joined(sum, reaches[at]), new Uint32Array(words)))
  const search = (left: readonly number[], reached: Reach, chosen: readonly number[], covered: number) => {
    if (covered > best.covered) best = { chosen, covered }
    const more = most - chosen.length
    if (more === 0 || best.covered === all) return
    const gains = left.map((at) => [at, added(reaches[at], reached)] as const).filter(([, gain]) => gain > 0)
    gains.sort((a, b) => b[1] - a[1] || a[0] - b[0])
    for (let at = 0; at < gains.length; at += 1) {
      const bound = gains.slice(at, at + more).reduce((sum, [, gain]) => sum + gain, covered)
      if (bound <= best.covered) return
      const [next, gain] = gains[at] ?? [0, 0]
      const rest = gains.slice(at + 1).map(([one]) => one)
      search(rest, joined(reached, reaches[next]), [...chosen, next], covered + gain)
    }
  }
  search(open, new Uint32Array(words), [], 0)
  return { chosen: best.chosen.toSorted((a, b) => a - b), covered: best.covered }
}

/** One choice of each that reach the same, and none that reaches only some of whom another reaches. */
function undominated(reaches: readonly Reach[], banned: ReadonlySet<string>): readonly number[] {
  const distinct = new Map<string, number>()
  for (const [at, reach] of reaches.entries()) {
    const key = String(reach)
    if (!banned.has(key) && !distinct.has(key) && count(reach) > 0) distinct.set(key, at)
  }
  const places = [...distinct.values()].sort((a, b) => count(reaches[b]) - count(reaches[a]) || a - b)
  const kept: number[] = []
  for (const at of places) if (!kept.some((one) => added(reaches[at], reaches[one]) === 0)) kept.push(at)
  return kept
}

function reachOf(people: readonly number[], words: number): Reach {
  const reach = new Uint32Array(words)
  for (const person of people) {
    const word = Math.floor(person / BITS)
    reach[word] = (reach[word] ?? 0) | (1 << (person % BITS))
  }
  return reach
}

function joined(a: Reach, b: Reach | undefined): Reach {
  return a.map((word, at) => word | (b?.[at] ?? 0))
}

/** How many a choice reaches beyond those who are reached. */
function added(reach: Reach | undefined, reached: Reach | undefined): number {
  let sum = 0
  for (let at = 0; at < (reach?.length ?? 0); at += 1) sum += ones((reach?.[at] ?? 0) & ~(reached?.[at] ?? 0))
  return sum
}

function count(reach: Reach | undefined): number {
  return added(reach, undefined)
}

/** Ones in a word of 32 bits. Source: Warren 2012, Hacker's Delight, 5-1. */
function ones(word: number): number {
  let it = word - ((word >>> 1) & 0x55555555)
  it = (it & 0x33333333) + ((it >>> 2) & 0x33333333)
  it = (it + (it >>> 4)) & 0x0f0f0f0f
  return Math.imul(it, 0x01010101) >>> 24
}
