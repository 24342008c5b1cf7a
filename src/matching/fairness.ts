import type { MatchAnswer, Problem } from './problem.ts'

/** How one group fared: how many were to be seated, how many are, and the mean and lowest worth of their pairs (null without any). */
export type Fared = {
  readonly group: string
  readonly people: number
  readonly paired: number
  readonly meanWorth: number | null
  readonly lowestWorth: number | null
}

/** Fairness of an answer by any grouping of people, for example division or time zone; null groups stand as ''. Whoever shows it decides which groups are large enough. Policy: PRODUCT.md "Matching", fairness report. */
export function fairnessBy(
  people: readonly { readonly id: string }[],
  answer: Pick<MatchAnswer, 'pairs'>,
  side: 'mentorId' | 'menteeId',
  groupOf: (id: string) => string | null,
): readonly Fared[] {
  const groups = new Map<string, { people: number; worths: number[]; paired: number }>()
  for (const { id } of people) {
    const name = groupOf(id) ?? ''
    const group = groups.get(name) ?? { people: 0, worths: [], paired: 0 }
    const worths = answer.pairs.filter((pair) => pair[side] === id).map((pair) => pair.worth)
    groups.set(name, group)
    group.people += 1
    group.paired += worths.length > 0 ? 1 : 0
    group.worths.push(...worths)
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, { people: size, paired, worths }]) => ({
      group,
      people: size,
      paired,
      meanWorth: worths.length === 0 ? null : worths.reduce((sum, it) => sum + it, 0) / worths.length,
      lowestWorth: worths.length === 0 ? null : Math.min(...worths),
    }))
}

/** The same by division, mentees and mentors apart. */
export function fairnessByDivision(problem: Problem, answer: Pick<MatchAnswer, 'pairs'>) {
  const [mentees, mentors] = [problem.mentees, problem.mentors].map(
    (all) => new Map(all.map((one) => [one.id, one.division])),
  )
  return {
    mentees: fairnessBy(problem.mentees, answer, 'menteeId', (id) => mentees?.get(id) ?? null),
    mentors: fairnessBy(problem.mentors, answer, 'mentorId', (id) => mentors?.get(id) ?? null),
  }
}
