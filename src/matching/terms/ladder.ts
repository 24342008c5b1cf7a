import type { Mentee, Mentor } from '../problem.ts'
import { type Asked, neutral, type PreparedTerm, pointsFor } from './prepared-term.ts'

/** Years a mentor is ahead, and levels a mentor is above, at which nothing more is gained. Policy: a first, plain setting. */
const YEARS_AHEAD = 5
const LEVELS_ABOVE = 2

/** How many years of experience the mentor is ahead. */
export function experienceTerm(asked: Asked, most: number): PreparedTerm {
  return ladder(asked, most, YEARS_AHEAD, (it) => it.years, {
    unknown: 'experience not known',
    ahead: (by) => `${by} more ${by === 1 ? 'year' : 'years'} of experience`,
    not: 'no more years of experience',
  })
}

/** How many levels the mentor is above. */
export function seniorityTerm(asked: Asked, most: number): PreparedTerm {
  return ladder(asked, most, LEVELS_ABOVE, (it) => it.level, {
    unknown: 'levels not known',
    ahead: (by) => `${by} ${by === 1 ? 'level' : 'levels'} above`,
    not: 'not above in level',
  })
}

type Words = { readonly unknown: string; readonly ahead: (by: number) => string; readonly not: string }

function ladder(
  { mentees, mentors }: Asked,
  most: number,
  enough: number,
  stepOf: (it: Mentor | Mentee) => number | null | undefined,
  words: Words,
): PreparedTerm {
  // What is not known is NaN: every comparison with it is false.
  const below = Float64Array.from(mentees, (it) => stepOf(it) ?? Number.NaN)
  const above = Float64Array.from(mentors, (it) => stepOf(it) ?? Number.NaN)
  const half = neutral(most)
  const aheadBy = (row: number, column: number) => (above[column] as number) - (below[row] as number)
  return {
    points: (row, column) => {
      const by = aheadBy(row, column)
      return Number.isNaN(by) ? half : pointsFor(by / enough, most)
    },
    says: (row, column) => {
      const by = aheadBy(row, column)
      if (Number.isNaN(by)) return words.unknown
      return by > 0 ? words.ahead(by) : words.not
    },
  }
}
