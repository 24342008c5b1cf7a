import type { Mentee, Mentor } from '../problem.ts'
import type { Asked, PreparedTerm } from './prepared-term.ts'

/** What a wish counts, in hundredths: the first on the list is heard fully, each place after it a tenth less, and none below half. */
const FIRST = 100
const EACH_PLACE = 10
const LEAST = 50
/** Somebody without a list says nothing for or against anybody. */
const NO_LIST = 50

/** The wish lists of both sides, half the points each. Who of the two wished is not said: a list is its author's. */
export function wishesTerm({ mentees, mentors }: Asked, most: number): PreparedTerm {
  const byRow = mentees.map(ranksOf)
  const byColumn = mentors.map(ranksOf)
  const hundredths = (row: number, column: number) =>
    heard(byRow[row], mentors[column]) + heard(byColumn[column], mentees[row])
  const sides = (row: number, column: number) =>
    [byRow[row]?.has(mentors[column]?.id ?? ''), byColumn[column]?.has(mentees[row]?.id ?? '')].filter(Boolean).length
  return {
    points: (row, column) => Math.floor((most * hundredths(row, column)) / (2 * FIRST)),
    says: (row, column) => {
      const wished = sides(row, column)
      if (wished === 2) return 'both wished for it'
      if (wished === 1) return 'one of them wished for it'
      return byRow[row] || byColumn[column] ? 'no wish speaks for it' : 'no wishes were given'
    },
  }
}

type Ranks = ReadonlyMap<string, number> | null

function ranksOf(it: Mentor | Mentee): Ranks {
  const ids = [...new Set(it.wishes ?? [])]
  return ids.length === 0 ? null : new Map(ids.map((id, rank) => [id, Math.max(LEAST, FIRST - rank * EACH_PLACE)]))
}

function heard(ranks: Ranks | undefined, other: Mentor | Mentee | undefined): number {
  if (!ranks) return NO_LIST
  return ranks.get(other?.id ?? '') ?? 0
}
