import type { ChangeResult } from '../../../model/figures.ts'
import type { Question } from '../../../model/surveys.ts'
import { SMALLEST_BASE } from '../../survey/rules.ts'
import type { Open } from './possible-counts.ts'

type Side = 'before' | 'after'
export type InChange = {
  readonly small: readonly number[]
  readonly certain: readonly { readonly option: string; readonly side: Side; readonly of: 'both' | 'once' }[]
}
/** A value of the scale, with the numbers of people who may have given it in the whole survey. */
type Value = { readonly option: string; readonly value: number; readonly people: readonly number[] }

/**
 * What a change gives away beside the tables of its two surveys: of those who answered both, from their mean; and of those who answered
 * once, whose sum is what the table has more. Every mean of a small group is its exact sum.
 */
export function attackChange(
  question: Question,
  it: ChangeResult,
  tables: Readonly<Record<Side, Open | undefined>>,
): InChange {
  if (!it.shown) return { small: [], certain: [] }
  const { base } = it.shown
  const small: number[] = []
  const certain: { option: string; side: Side; of: 'both' | 'once' }[] = []
  for (const side of ['before', 'after'] as const) {
    const table = tables[side]
    if (!table) continue
    const once = table.base - base
    if (once > 0 && once < SMALLEST_BASE.percentage) small.push(once)
    const values = valuesOf(question, it.option, table)
    const sums = sumsOf(it.shown[side], base)
    for (const { option, value } of values) {
      const isEverybody = (a: readonly number[]) => a[values.findIndex((one) => one.option === option)] === base
      if (sums.includes(value * base) && !isOpen(values, base, once, sums, (a) => !isEverybody(a)))
        certain.push({ option, side, of: 'both' })
      const isOnce = (_: readonly number[], d: readonly number[]) =>
        d[values.findIndex((one) => one.option === option)] === once
      if (once > 0 && !isOpen(values, base, once, sums, (a, d) => !isOnce(a, d)))
        certain.push({ option, side, of: 'once' })
    }
  }
  return { small, certain }
}

function valuesOf(question: Question, option: string, table: Open): readonly Value[] {
  const of = (name: string) => table.counts.get(name) ?? []
  if (question.kind === 'skills' || question.kind === 'yes-no') {
    const yes = of(question.kind === 'skills' ? option : 'yes')
    return [
      { option: 'yes', value: 100, people: yes },
      { option: 'no', value: 0, people: yes.map((it) => table.base - it) },
    ]
  }
  // Of a percentage the table knows bands, which have no sum.
  if (question.kind === 'percent') return []
  return [...table.counts].map(([name, people]) => ({ option: name, value: Number(name), people }))
}

/** Whole sums whose mean is shown so. */
function sumsOf(mean: number, base: number): readonly number[] {
  const [low, high] = [Math.ceil((mean - 0.005) * base - 1e-9), Math.floor((mean + 0.005) * base + 1e-9)]
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, at) => low + at)
}

/** Steps after which a search stops: what was not found to be impossible until then is not certain. */
const MOST_STEPS = 200_000

/** Whether some way the figures may have come about is as it is looked for: `a` of those who answered both, `d` once, by value. */
function isOpen(
  values: readonly Value[],
  base: number,
  once: number,
  sums: readonly number[],
  isSought: (a: readonly number[], d: readonly number[]) => boolean,
): boolean {
  const [a, d]: [number[], number[]] = [[], []]
  const highest = values.map((_, at) => Math.max(0, ...values.slice(at).map((it) => it.value)))
  const lowest = values.map((_, at) => Math.min(...values.slice(at).map((it) => it.value)))
  const most = Math.max(...sums)
  const least = Math.min(...sums)
  let steps = 0
  const search = (at: number, people: number, others: number, sum: number): boolean => {
    steps += 1
    if (steps > MOST_STEPS) return true
    if (sum > most - people * (lowest[at] ?? 0) || sum < least - people * (highest[at] ?? 0)) return false
    const it = values[at]
    if (!it) return people === 0 && others === 0 && sums.includes(sum) && isSought(a, d)
    return it.people.some((all) => {
      for (let both = Math.max(0, all - others); both <= Math.min(all, people); both += 1) {
        a[at] = both
        d[at] = all - both
        if (search(at + 1, people - both, others - all + both, sum + both * it.value)) return true
      }
      return false
    })
  }
  return search(0, base, once, 0)
}
