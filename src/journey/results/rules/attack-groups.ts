import type { BreakdownResult } from '../../../model/figures.ts'
import type { Question } from '../../../model/surveys.ts'
import { type Guard, optionsOf, SMALLEST_BASE } from '../../survey/rules.ts'
import { certainIn, narrow, type Open, openOf, unknown } from './possible-counts.ts'

/** Whoever answered, by the groups they are in: what somebody with the directory in hand may know. */
export type Known = readonly Readonly<Partial<Record<BreakdownResult['by'], string | null>>>[]
export type InGroups = {
  readonly small: readonly number[]
  readonly certain: readonly { readonly option: string; readonly gave: boolean }[]
}
type Group = { readonly by: BreakdownResult['by']; readonly name: string | null; readonly open: Open }

const ROUNDS = 6

/**
 * What the breakdowns of one question give away: each group by itself, those who are left when all groups are taken from the whole,
 * and, for somebody who knows who is where, those whom two groups of different breakdowns share and do not share.
 */
export function attackGroups(
  question: Question,
  whole: Open,
  results: readonly BreakdownResult[],
  known: Known | undefined,
  guard: Guard,
): InGroups {
  const small: number[] = []
  const certain: { option: string; gave: boolean }[] = []
  const look = (parts: readonly Open[]) => {
    for (const part of parts) {
      if (part.base > 0 && part.base < SMALLEST_BASE.percentage) small.push(part.base)
      certain.push(...certainIn(question, part))
    }
  }
  const all = results.filter((it) => it.groups.length > 0).map((it) => solved(question, whole, it, guard))
  for (const groups of all) look(groups.map((it) => it.open))
  if (known)
    for (const [at, some] of all.entries())
      for (const one of some)
        for (const other of all.slice(at + 1).flat()) look(differences(question, whole, one, other, all, known))
  return { small, certain }
}

/** The groups of a breakdown and those who are in none, as far as the whole and one another tell of them. */
function solved(question: Question, whole: Open, { by, groups }: BreakdownResult, guard: Guard): readonly Group[] {
  const shown = groups.map((it) => openOf(question, it, guard, true))
  const rest = unknown(question, whole.base - shown.reduce((sum, it) => sum + it.base, 0))
  const parts = together(question, [...shown, rest], whole)
  return parts.map((open, at) => ({ by, name: groups[at]?.group ?? null, open }))
}

/** Those whom two groups share, and those of each that the other has not; nobody where they share nobody. */
function differences(
  question: Question,
  whole: Open,
  one: Group,
  other: Group,
  all: readonly (readonly Group[])[],
  known: Known,
): readonly Open[] {
  const isIn = (person: Known[number], { by, name }: Group) => {
    const names = all.flat().filter((it) => it.by === by)
    const own = person[by] ?? null
    return name === null ? !names.some((it) => it.name !== null && it.name === own) : own === name
  }
  const sizes = [0, 0, 0, 0]
  for (const person of known) {
    const place = (isIn(person, one) ? 0 : 2) + (isIn(person, other) ? 0 : 1)
    sizes[place] = (sizes[place] ?? 0) + 1
  }
  if (sizes[0] === 0) return []
  let parts: readonly Open[] = sizes.map((size) => unknown(question, size))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [[a, b], sum] of [
      [[0, 1], one.open],
      [[0, 2], other.open],
    ] as const) {
      const both = together(
        question,
        [parts[a], parts[b]].filter((it) => it !== undefined),
        sum,
      )
      parts = parts.map((it, at) => (at === a ? (both[0] ?? it) : at === b ? (both[1] ?? it) : it))
    }
    parts = together(question, parts, whole)
  }
  return parts.slice(0, 3)
}

/** What is left of parts that make up a whole, where each person of a part gave one answer or, of skills, any number. */
function together(question: Question, parts: readonly Open[], whole: Open): readonly Open[] {
  const options = optionsOf(question)
  let now = parts
  for (let round = 0; round < ROUNDS; round += 1) {
    const counts = now.map((it) => new Map(it.counts))
    for (const option of options) {
      const sets = now.map((it) => it.counts.get(option) ?? [])
      const narrowed = narrow(sets, whole.counts.get(option) ?? []).parts
      for (const [at, it] of counts.entries()) it.set(option, narrowed[at] ?? [])
    }
    now = now.map(({ base }, at) => {
      const own = counts[at] ?? new Map<string, readonly number[]>()
      if (question.kind === 'skills') return { base, counts: own }
      const { parts: sets } = narrow(
        options.map((option) => own.get(option) ?? []),
        [base],
      )
      return { base, counts: new Map(options.map((option, place) => [option, sets[place] ?? []])) }
    })
  }
  return now
}
