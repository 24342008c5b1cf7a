/** A pair as the map draws it: where the two are from. */
export type Drawn = { readonly mentees: string; readonly mentors: string }

/** A division on one side of the map: where its block begins and ends, and the lines of its label. Units of the view box. */
export type Block = {
  readonly name: string
  readonly count: number
  readonly top: number
  readonly bottom: number
  readonly label: readonly string[]
}
/** Pairs between two divisions, as a ribbon as wide as their number; `pairs` lines of their own where there are few. */
export type Ribbon = {
  readonly mentees: string
  readonly mentors: string
  readonly pairs: number
  readonly left: number
  readonly right: number
}
export type MatchMap = {
  readonly height: number
  readonly left: readonly Block[]
  readonly right: readonly Block[]
  readonly ribbons: readonly Ribbon[]
  /** Units a pair takes. */
  readonly step: number
  /** Whether each pair has a line of its own. */
  readonly isThreads: boolean
}

const MOST_THREADS = 60
/** Above this many divisions only the table is shown. The look, "Charts". */
export const MOST_DIVISIONS = 14
const TOP = 34
const GAP = 15
const THREAD_STEP = 12.5
/** Ribbons of many pairs share this height. */
const RIBBON_HEIGHT = 560
const LABEL_LETTERS = 18
const LINE_HEIGHT = 14

/** Where everything of the map stands; null when there are too many divisions to read. Source: the look, "Match map". */
export function planMap(pairs: readonly Drawn[]): MatchMap | null {
  const joined = new Map<string, Joined>()
  for (const { mentees, mentors } of pairs) {
    const key = JSON.stringify([mentees, mentors])
    joined.set(key, { mentees, mentors, pairs: (joined.get(key)?.pairs ?? 0) + 1 })
  }
  const all = [...joined.values()].sort((a, b) => byText(a.mentees, b.mentees) || byText(a.mentors, b.mentors))
  const step = pairs.length <= MOST_THREADS ? THREAD_STEP : RIBBON_HEIGHT / pairs.length
  const left = blocksOf(
    all.map((it) => [it.mentees, it.pairs]),
    step,
  )
  const right = blocksOf(
    all.map((it) => [it.mentors, it.pairs]),
    step,
  )
  if (left.length > MOST_DIVISIONS || right.length > MOST_DIVISIONS) return null
  const ribbons = ribbonsOf(all, left, right, step)
  const height = Math.max(left.at(-1)?.bottom ?? 0, right.at(-1)?.bottom ?? 0) + GAP
  return { height: round(height), left, right, ribbons, step, isThreads: step === THREAD_STEP }
}

function blocksOf(counts: readonly (readonly [string, number])[], step: number): Block[] {
  const sums = new Map<string, number>()
  for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count)
  let top = TOP
  return [...sums]
    .sort(([a], [b]) => byText(a, b))
    .map(([name, count]) => {
      const label = inLines(name)
      const block = { name, count, top, bottom: round(top + count * step), label }
      // The label and its count need room even beside a single pair.
      top = round(Math.max(block.bottom, top + (label.length + 1) * LINE_HEIGHT) + GAP)
      return block
    })
}

type Joined = Pick<Ribbon, 'mentees' | 'mentors' | 'pairs'>

/** Within a block, ribbons leave in the order of the other side, so that they cross as little as they can. */
function ribbonsOf(all: readonly Joined[], left: readonly Block[], right: readonly Block[], step: number): Ribbon[] {
  const placed = (blocks: readonly Block[], own: (it: Joined) => string) => {
    const next = new Map(blocks.map((it) => [it.name, it.top]))
    return (it: Joined) => {
      const at = next.get(own(it)) ?? TOP
      next.set(own(it), at + it.pairs * step)
      return at
    }
  }
  const onLeft = placed(left, (it) => it.mentees)
  const onRight = placed(right, (it) => it.mentors)
  const lefts = all.map((it) => onLeft(it))
  const rights = new Map(
    [...all]
      .sort((a, b) => byText(a.mentors, b.mentors) || byText(a.mentees, b.mentees))
      .map((it) => [it, onRight(it)]),
  )
  return all.map((it, at) => ({ ...it, left: round(lefts[at] ?? TOP), right: round(rights.get(it) ?? TOP) }))
}

/** Names wrap and are never cut short; a word longer than a line is parted. */
function inLines(name: string): string[] {
  const lines: string[] = []
  for (const word of name.split(/\s+/).flatMap((it) => it.match(new RegExp(`.{1,${LABEL_LETTERS}}`, 'gu')) ?? [])) {
    const before = lines.at(-1)
    if (before !== undefined && before.length + 1 + word.length <= LABEL_LETTERS)
      lines[lines.length - 1] = `${before} ${word}`
    else lines.push(word)
  }
  return lines.length > 0 ? lines : [name]
}

function round(units: number): number {
  return Math.round(units * 100) / 100
}

/** Texts in the same order on every machine: by code unit. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
