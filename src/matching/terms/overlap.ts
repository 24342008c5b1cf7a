import { isLessThanHours, minutesADay, type Shared, sharedOver, type WeekRun } from '../overlap.ts'
import type { Mentee, Mentor } from '../problem.ts'
import { type Asked, neutral, type PreparedTerm, pointsFor } from './prepared-term.ts'

/** Shared minutes on an average working day at which nothing more is gained. Policy: a first, plain setting. */
const FULL_OVERLAP_MINUTES = 240
const DAYS_A_WEEK = 5

/** What a pair shares of their working hours, looked up: people with the same hours are one kind, and kinds are compared once. */
export type SharedHours = {
  readonly shared: (row: number, column: number) => Shared | null
  readonly isTooLittle: (row: number, column: number, hoursADay: number) => boolean
}

/** Reads everybody's hours into kinds. */
export function readSharedHours({ mentees, mentors }: Pick<Asked, 'mentees' | 'mentors'>): SharedHours {
  const kinds = new Map<string, number>()
  const hours: (readonly WeekRun[] | null)[] = []
  const kindOf = (it: Mentor | Mentee) => {
    const key = it.hours?.length ? JSON.stringify(it.hours) : ''
    const known = kinds.get(key)
    if (known !== undefined) return known
    kinds.set(key, hours.length)
    return hours.push(it.hours ?? null) - 1
  }
  const ofRow = Int32Array.from(mentees, kindOf)
  const ofColumn = Int32Array.from(mentors, kindOf)
  const found: (Shared | null | undefined)[] = []
  const shared = (row: number, column: number) => {
    const [a, b] = [ofRow[row] as number, ofColumn[column] as number]
    const at = a * hours.length + b
    const known = found[at]
    if (known !== undefined) return known
    const answer = sharedOver(hours[a], hours[b])
    found[at] = answer
    return answer
  }
  const isTooLittle = (row: number, column: number, hoursADay: number) => {
    const both = shared(row, column)
    return both !== null && isLessThanHours(both, hoursADay)
  }
  return { shared, isTooLittle }
}

/** How much of their working days they share over the season. People who both chose to write to each other need none. */
export function overlapTerm(asked: Asked, most: number): PreparedTerm {
  const { shared } = readSharedHours(asked)
  const half = neutral(most)
  const writes = (row: number, column: number) =>
    asked.mentees[row]?.asynchronous === true && asked.mentors[column]?.asynchronous === true
  return {
    points: (row, column) => {
      if (writes(row, column)) return most
      const both = shared(row, column)
      return both ? pointsFor(both.minutes / (both.weeks * DAYS_A_WEEK * FULL_OVERLAP_MINUTES), most) : half
    },
    says: (row, column) => {
      if (writes(row, column)) return 'both chose to write to each other'
      const both = shared(row, column)
      return both ? `${minutesADay(both)} shared working minutes a day` : 'working hours not known'
    },
  }
}
