import type { Question } from '../../../model/surveys.ts'
import { asShown, GUARD, type Guard, smallestBaseOf } from '../rules.ts'
import { hidesNobody, isAlike, tallyOf } from './alike.ts'
import { partsOf } from './changes.ts'

/** One answer to a question, with the group of whoever gave it in each breakdown; null where the directory says none. */
export type Grouped<By extends string> = {
  readonly values: readonly string[]
  readonly groups: Readonly<Partial<Record<By, string | null>>>
}
type Laid<By extends string> = {
  readonly by: By
  readonly group: string
  readonly option: string
  readonly value: string
}
/** For each answer its group as it would be shown; null is everybody else, who are shown nowhere and follow from the rest. */
type Split<By extends string> = { readonly by: By; readonly groups: readonly (string | null)[] }

/**
 * What is laid down of one question in its breakdowns; what may never be shown is not kept either. Small groups go together with whoever
 * is in none, and the smallest that are shown go with them until they are none or at least 5: one department withheld is never the whole
 * less the others. Nothing is laid down where a group, those that are left, or the difference of two groups of different breakdowns,
 * is smaller than 5 or said all the same but for one. The breakdown that is declared first is decided first. PRODUCT.md, who sees what;
 * decision 0017.
 */
export function decideBreakdown<By extends string>(
  question: Question,
  declared: readonly By[],
  answers: readonly Grouped<By>[],
  guard: Guard = GUARD,
): readonly Laid<By>[] {
  const given = answers.filter((it) => it.values.length > 0)
  const splits = [...new Set(declared)]
    .map((by) => ({ by, groups: groupsOf(question, by, given, guard) }))
    .filter(isWorthwhile)
  // Sizes are weighed for the whole question, since its bases are published whichever of its answers are.
  const large = withoutConflict(splits, (people) => hidesNobody(people.length, guard))
  return partsOf(question).flatMap((option) => {
    const values = given.map((it) => chosenOf(question, option, it.values))
    const differ = (people: readonly number[]) => !isAlike(tallyOf(people.map((at) => values[at] ?? '')), guard)
    return withoutConflict(large, differ).flatMap(({ by, groups }) =>
      groups.flatMap((group, at) => (group === null ? [] : [{ by, group, option, value: values[at] ?? '' }])),
    )
  })
}

/** Those whose groups, and whose differences with the groups of those before, are all as they should be. */
function withoutConflict<By extends string>(
  splits: readonly Split<By>[],
  isFine: (people: readonly number[]) => boolean,
): readonly Split<By>[] {
  const taken: Split<By>[] = []
  for (const split of splits) {
    const own = partsBy(split.groups)
    const among = taken.flatMap((other) =>
      own.flatMap((one) => partsBy(other.groups).flatMap((two) => overlaps(one, two))),
    )
    if ([...own, ...among].every(isFine)) taken.push(split)
  }
  return taken
}

function chosenOf(question: Question, option: string, values: readonly string[]): string {
  if (question.kind === 'skills') return values.includes(option) ? 'yes' : 'no'
  return asShown(question, values[0] ?? '')
}

function groupsOf<By extends string>(
  question: Question,
  by: By,
  given: readonly Grouped<By>[],
  guard: Guard,
): readonly (string | null)[] {
  const named = given.map((it) => it.groups[by] ?? null)
  const sizes = tallyOf(named.filter((it) => it !== null))
  const smallest = smallestBaseOf(question, guard)
  const shown = [...sizes]
    .filter(([, size]) => size >= smallest)
    .sort(([a, one], [b, two]) => one - two || (a < b ? -1 : 1))
  let rest = given.length - shown.reduce((sum, [, size]) => sum + size, 0)
  while (shown.length > 0 && !hidesNobody(rest, guard)) rest += shown.shift()?.[1] ?? 0
  const names = new Set(shown.map(([name]) => name))
  return named.map((name) => (name !== null && names.has(name) ? name : null))
}

/** A single group of everybody says nothing that is not said already. */
function isWorthwhile({ groups }: Split<string>): boolean {
  return new Set(groups).size > 1
}

function partsBy(groups: readonly (string | null)[]): readonly (readonly number[])[] {
  return [...Map.groupBy(groups.keys(), (at) => groups[at] ?? null).values()]
}

/** Of two groups that share people: those they share, and those of each that the other has not. */
function overlaps(one: readonly number[], two: readonly number[]): readonly (readonly number[])[] {
  const [inOne, inTwo] = [new Set(one), new Set(two)]
  const both = one.filter((it) => inTwo.has(it))
  return both.length === 0 ? [] : [both, one.filter((it) => !inTwo.has(it)), two.filter((it) => !inOne.has(it))]
}
