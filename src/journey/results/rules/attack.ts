import type { SurveyResult } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import type { Respondent } from '../../../model/respondent.ts'
import type { Question } from '../../../model/surveys.ts'
import { GUARD, type Guard, optionsOf, shownOf } from '../../survey/rules.ts'

/** What somebody outside could read of the surveys of one season, page after page, in the order of the days. */
export type Read = {
  readonly season: string
  readonly program: Program
  readonly pages: readonly (readonly SurveyResult[])[]
}

/** An answer that is certain: everybody in `of` gave it, or nobody did. */
export type Certain = {
  readonly season: string
  readonly survey: string
  readonly role: Respondent
  readonly question: string
  readonly option: string
  readonly of: 'everybody who answered' | 'those who were added'
  readonly gave: boolean
}
export type Attack = { readonly tables: number; readonly differences: number; readonly certain: readonly Certain[] }

type Table = SurveyResult['questions'][number]
type Counts = ReadonlyMap<string, readonly number[]>
/** What a table leaves open: for every option the numbers of people that would be shown just so. */
type Open = { readonly base: number; readonly counts: Counts }

/**
 * Tries to make an answer certain to somebody who did not give it, from figures alone and with full knowledge of how they are made:
 * each table by itself, and each against what stood there before. Whoever took part and alone answered otherwise than all others
 * knows more than an outsider; no threshold helps against that (decision 0011). Policy: PRODUCT.md, survey answers.
 */
export function attack(read: readonly Read[], guard: Guard = GUARD): Attack {
  const certain: Certain[] = []
  let [tables, differences] = [0, 0]
  for (const { season, program, pages } of read)
    for (const { survey, role, question, seen } of tablesOf(program, pages)) {
      const at = { season, survey, role, question: question.key }
      let before: Open | null = null
      for (const table of seen) {
        const open = openOf(question, table, guard)
        tables += 1
        certain.push(...solve(question, open, 'everybody who answered').map((it) => ({ ...at, ...it })))
        if (before && open.base > before.base) {
          differences += 1
          const added = differenceOf(before, open)
          certain.push(...solve(question, added, 'those who were added').map((it) => ({ ...at, ...it })))
        }
        before = open
      }
    }
  return { tables, differences, certain }
}

/** Every question's tables in the order in which they were seen, each once. */
function tablesOf(program: Program, pages: Read['pages']) {
  const found = new Map<string, { survey: string; role: Respondent; question: Question; seen: Table[] }>()
  for (const results of pages)
    for (const { survey, role, questions } of results)
      for (const table of questions) {
        const question = program.surveys[survey]?.questions[role]?.find((it) => it.key === table.key)
        if (!question) continue
        const key = JSON.stringify([survey, role, table.key])
        const known = found.get(key) ?? { survey, role, question, seen: [] }
        if (JSON.stringify(known.seen.at(-1)) !== JSON.stringify(table)) known.seen.push(table)
        found.set(key, known)
      }
  return [...found.values()]
}

function openOf(question: Question, table: Table, guard: Guard): Open {
  const all = Array.from({ length: table.base + 1 }, (_, people) => people)
  const counts = optionsOf(question).map((option) => {
    const { option: _, ...shown } = table.options.find((it) => it.option === option) ?? {
      option: '',
      people: 0,
      percent: 0,
    }
    const fits = (people: number) => sameShown(shownOf(question, people, table.base, guard), shown)
    return [option, all.filter(fits)] as const
  })
  return { base: table.base, counts: new Map(counts) }
}

function sameShown(a: object, b: object): boolean {
  return Object.entries(a).every(([key, value]) => (b as Record<string, unknown>)[key] === value)
}

/** What is open of those who came between two tables. */
function differenceOf(before: Open, after: Open): Open {
  const base = after.base - before.base
  const counts = [...after.counts].map(([option, later]) => {
    const gains = later.flatMap((now) => (before.counts.get(option) ?? []).map((then) => now - then))
    return [option, [...new Set(gains)].filter((it) => it >= 0 && it <= base)] as const
  })
  return { base, counts: new Map(counts) }
}

function solve(
  question: Question,
  { base, counts }: Open,
  of: Certain['of'],
): Pick<Certain, 'option' | 'of' | 'gave'>[] {
  if (base === 0) return []
  const possible = question.kind === 'skills' ? counts : withSum(counts, base)
  const all = [...possible].filter(([, people]) => people.length > 0 && people.every((it) => it === base))
  // That nobody gave one of many answers tells nobody's; of several that may be given together it does.
  const none =
    question.kind === 'skills' ? [...possible].filter(([, it]) => it.length > 0 && it.every((one) => one === 0)) : []
  return [
    ...all.map(([option]) => ({ option, of, gave: true })),
    ...none.map(([option]) => ({ option, of, gave: false })),
  ]
}

/** Where everybody gives one answer the numbers sum to the base: what of each option's is left then. */
function withSum(counts: Counts, base: number): Counts {
  const options = [...counts.keys()]
  const sets = options.map((option) => counts.get(option) ?? [])
  const before = reachable(sets, base)
  const after = reachable([...sets].reverse(), base).reverse()
  return new Map(
    options.map((option, at) => [
      option,
      (sets[at] ?? []).filter((people) =>
        [...(before[at] ?? [])].some((sum) => after[at + 1]?.has(base - people - sum)),
      ),
    ]),
  )
}

/** Sums of the first 0, 1, 2, … sets, none above `most`. */
function reachable(sets: readonly (readonly number[])[], most: number): ReadonlySet<number>[] {
  const sums: ReadonlySet<number>[] = [new Set([0])]
  for (const set of sets) {
    const last = [...(sums.at(-1) ?? [])]
    sums.push(new Set(set.flatMap((it) => last.map((sum) => sum + it)).filter((sum) => sum <= most)))
  }
  return sums
}
