import type { SurveyResult } from '../../../model/figures.ts'
import type { Question } from '../../../model/surveys.ts'
import { type Guard, optionsOf, shownOf } from '../../survey/rules.ts'

export type Table = Pick<SurveyResult['questions'][number], 'base' | 'options'>
/** For every option the numbers of people that may have chosen it. */
export type Counts = ReadonlyMap<string, readonly number[]>
/** What a table leaves open: for every option the numbers of people that would be shown just so. */
export type Open = { readonly base: number; readonly counts: Counts }

/** What is known of some people to begin with: nothing but how many they are. */
export function unknown(question: Question, base: number): Open {
  return { base, counts: new Map(optionsOf(question).map((option) => [option, upTo(base)])) }
}

/** What a table leaves open; of an option that is not in it, nothing is known where `isPart`, else that nobody chose it. */
export function openOf(question: Question, table: Table, guard: Guard, isPart = false): Open {
  const counts = optionsOf(question).map((option) => {
    const found = table.options.find((it) => it.option === option)
    if (!found) return [option, isPart ? upTo(table.base) : [0]] as const
    const { option: _, ...shown } = found
    const fits = (people: number) => sameShown(shownOf(question, people, table.base, guard), shown)
    return [option, upTo(table.base).filter(fits)] as const
  })
  return { base: table.base, counts: new Map(counts) }
}

function sameShown(a: object, b: object): boolean {
  return Object.entries(a).every(([key, value]) => (b as Record<string, unknown>)[key] === value)
}

function upTo(most: number): readonly number[] {
  return Array.from({ length: most + 1 }, (_, people) => people)
}

/** What is certain of a group: an option that everybody chose, or, of several that may be chosen together, nobody. */
export function certainIn(question: Question, { base, counts }: Open): readonly { option: string; gave: boolean }[] {
  if (base === 0) return []
  const possible = question.kind === 'skills' ? counts : withSum(counts, base)
  const every = (people: number) =>
    [...possible].filter(([, it]) => it.length > 0 && it.every((one) => one === people)).map(([option]) => option)
  // That nobody gave one of many answers tells nobody's; of several that may be given together it does.
  const none = question.kind === 'skills' ? every(0) : []
  return [...every(base).map((option) => ({ option, gave: true })), ...none.map((option) => ({ option, gave: false }))]
}

/** Where everybody gives one answer the numbers sum to the base: what of each option's is left then. */
export function withSum(counts: Counts, base: number): Counts {
  const options = [...counts.keys()]
  const { parts } = narrow(
    options.map((option) => counts.get(option) ?? []),
    [base],
  )
  return new Map(options.map((option, at) => [option, parts[at] ?? []]))
}

type Sets = readonly (readonly number[])[]

/** What is left of numbers that sum to a total, and of the total. */
export function narrow(sets: Sets, totals: readonly number[]): { parts: Sets; totals: readonly number[] } {
  const most = Math.max(0, ...totals)
  const before = reachable(sets, most)
  const after = reachable([...sets].reverse(), most).reverse()
  const parts = sets.map((set, at) =>
    set.filter((it) =>
      totals.some((total) => [...(before[at] ?? [])].some((sum) => after[at + 1]?.has(total - it - sum))),
    ),
  )
  return { parts, totals: totals.filter((total) => before.at(-1)?.has(total)) }
}

/** Sums of the first 0, 1, 2, … sets, none above `most`. */
function reachable(sets: Sets, most: number): ReadonlySet<number>[] {
  const sums: ReadonlySet<number>[] = [new Set([0])]
  for (const set of sets) {
    const last = [...(sums.at(-1) ?? [])]
    sums.push(new Set(set.flatMap((it) => last.map((sum) => sum + it)).filter((sum) => sum <= most)))
  }
  return sums
}
