import type { Results } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import type { Respondent } from '../../../model/respondent.ts'
import type { Question } from '../../../model/surveys.ts'
import { GUARD, type Guard } from '../../survey/rules.ts'
import { attackChange } from './attack-changes.ts'
import { attackGroups, type Known } from './attack-groups.ts'
import { certainIn, type Open, openOf } from './possible-counts.ts'

/** What one page tells of surveys. */
export type Page = Pick<Results, 'surveys' | 'changes' | 'breakdowns'>
/** What somebody outside could read of the surveys of one season, page after page, in the order of the days. */
export type Read = {
  readonly season: string
  readonly program: Program
  readonly pages: readonly Page[]
  /** Who answered a question, by where they are in the directory, if the attacker knows that too. */
  readonly known?: (survey: string, role: Respondent, question: string) => Known
}

type Where = {
  readonly season: string
  readonly survey: string
  readonly role: Respondent
  readonly question: string
}
/** Whom an answer is certain of. */
export type Whom =
  | 'everybody who answered'
  | 'those who were added'
  | 'a group, or those left by groups'
  | 'everybody who answered both times'
  | 'those who answered once'
/** An answer that is certain: everybody in `of` gave it, or nobody did. */
export type Certain = Where & { readonly option: string; readonly of: Whom; readonly gave: boolean }
/** People too few to be shown, of whom a figure can be worked out. */
export type Small = Where & { readonly of: Whom; readonly people: number }
export type Attack = {
  readonly tables: number
  readonly differences: number
  readonly groups: number
  readonly changes: number
  readonly certain: readonly Certain[]
  readonly small: readonly Small[]
}

type Seen = { readonly survey: string; readonly role: Respondent; readonly question: Question; readonly seen: Open[] }

/**
 * Tries to make an answer certain to somebody who did not give it, from figures alone and with full knowledge of how they are made:
 * each table by itself, each against what stood there before, the groups of each breakdown against the whole and against the groups of
 * another, and each change against the tables of both its surveys; and looks for people too few to be shown of whom a figure can be
 * worked out. Whoever took part and alone answered otherwise than all others knows more than an outsider; no threshold helps against
 * that (decision 0011). Policy: PRODUCT.md, survey answers.
 */
export function attack(read: readonly Read[], guard: Guard = GUARD): Attack {
  const found = { tables: 0, differences: 0, groups: 0, changes: 0, certain: [] as Certain[], small: [] as Small[] }
  for (const it of read) {
    const tables = tablesOf(it, guard)
    attackTables(it, tables, found)
    attackBreakdowns(it, tables, guard, found)
    attackSeries(it, tables, found)
  }
  return found
}

type Found = {
  -readonly [Key in keyof Attack]: Attack[Key] extends number ? number : Attack[Key][number & keyof Attack[Key]][]
}

function attackTables({ season }: Read, tables: readonly Seen[], found: Found): void {
  for (const { survey, role, question, seen } of tables) {
    const at = { season, survey, role, question: question.key }
    let before: Open | null = null
    for (const open of seen) {
      found.tables += 1
      const of = 'everybody who answered'
      found.certain.push(...certainIn(question, open).map((it) => ({ ...at, ...it, of }) as const))
      if (before && open.base > before.base) {
        found.differences += 1
        const added = certainIn(question, differenceOf(before, open))
        found.certain.push(...added.map((it) => ({ ...at, ...it, of: 'those who were added' }) as const))
      }
      before = open
    }
  }
}

function attackBreakdowns({ season, pages, known }: Read, tables: readonly Seen[], guard: Guard, found: Found): void {
  const of = 'a group, or those left by groups'
  const laid = once(pages.flatMap((it) => it.breakdowns ?? []))
  for (const [, some] of Map.groupBy(laid, (it) => JSON.stringify([it.survey, it.role, it.question]))) {
    const [first] = some
    const table = tables.find(
      (it) => it.survey === first?.survey && it.role === first.role && it.question.key === first.question,
    )
    const whole = table?.seen.at(-1)
    if (!first || !table || !whole) continue
    const at = { season, survey: first.survey, role: first.role, question: first.question, of } as const
    found.groups += some.reduce((sum, it) => sum + it.groups.length, 0)
    const people = known?.(first.survey, first.role, first.question)
    const { small, certain } = attackGroups(table.question, whole, some, people, guard)
    found.small.push(...small.map((it) => ({ ...at, people: it })))
    found.certain.push(...certain.map((it) => ({ ...at, ...it })))
  }
}

function attackSeries({ season, pages }: Read, tables: readonly Seen[], found: Found): void {
  for (const it of once(pages.flatMap((page) => page.changes ?? []))) {
    const seen = (survey: string) =>
      tables.find((one) => one.survey === survey && one.role === it.role && one.question.key === it.question)
    const question = seen(it.last)?.question
    if (!it.shown || !question) continue
    found.changes += 1
    const open = { before: seen(it.first)?.seen.at(-1), after: seen(it.last)?.seen.at(-1) }
    const { small, certain } = attackChange(question, it, open)
    const at = { season, role: it.role, question: it.question }
    const survey = it.last
    found.small.push(...small.map((people) => ({ ...at, survey, people, of: 'those who answered once' }) as const))
    for (const { option, side, of } of certain)
      found.certain.push({
        ...at,
        survey: side === 'before' ? it.first : it.last,
        option: it.option || option,
        of: of === 'both' ? 'everybody who answered both times' : 'those who answered once',
        gave: it.option ? option === 'yes' : true,
      })
  }
}

/** Every question's tables in the order in which they were seen, each once. */
function tablesOf({ program, pages }: Read, guard: Guard): readonly Seen[] {
  const found = new Map<string, Seen & { last: string }>()
  for (const { survey, role, questions } of pages.flatMap((it) => it.surveys))
    for (const table of questions) {
      const question = program.surveys[survey]?.questions[role]?.find((it) => it.key === table.key)
      if (!question) continue
      const key = JSON.stringify([survey, role, table.key])
      const known = found.get(key) ?? { survey, role, question, seen: [], last: '' }
      const words = JSON.stringify(table)
      if (known.last !== words) known.seen.push(openOf(question, table, guard))
      found.set(key, Object.assign(known, { last: words }))
    }
  return [...found.values()]
}

function once<T>(things: readonly T[]): readonly T[] {
  return [...new Map(things.map((it) => [JSON.stringify(it), it])).values()]
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
