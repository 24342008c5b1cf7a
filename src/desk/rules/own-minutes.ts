import { addDays, mondayOf } from '../../calendar/days.ts'
import type { Day } from '../../model/day.ts'

/** Parts of the desk that minutes are told apart by, with the paths they begin with; the longest that fits counts. */
const PARTS = {
  today: ['/desk'],
  pairs: ['/desk/pairs', '/quiet'],
  selecting: ['/desk/selection', '/desk/applications', '/desk/reviews'],
  match: ['/desk/match', '/desk/board'],
  letters: ['/desk/letters'],
  design: ['/desk/design', '/design'],
  events: ['/desk/events'],
  people: ['/people', '/look-again'],
} as const
export type MinutesPart = keyof typeof PARTS
export const MINUTES_PARTS = Object.keys(PARTS) as MinutesPart[]

/** Which part of the desk a path belongs to; null for a page that is no coordinator’s. */
export function partOf(path: string): MinutesPart | null {
  const found = MINUTES_PARTS.flatMap((part) =>
    PARTS[part].filter((it) => path === it || path.startsWith(`${it}/`)).map((it) => ({ part, length: it.length })),
  )
  return found.toSorted((a, b) => b.length - a.length)[0]?.part ?? null
}

export type DayOfMinutes = { readonly onDay: Day; readonly part: string; readonly minutes: number }
export type WeekOfMinutes = {
  readonly monday: Day
  readonly sunday: Day
  readonly minutes: number
  readonly parts: readonly { readonly part: string; readonly minutes: number }[]
}

/** Minutes by week, Monday to Sunday, the latest first; within it by part, the most first. */
export function countWeeks(days: readonly DayOfMinutes[]): readonly WeekOfMinutes[] {
  const weeks = [...Map.groupBy(days, (it) => mondayOf(it.onDay))]
  return weeks
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([monday, of]) => ({
      monday,
      sunday: addDays(monday, 6),
      minutes: sumOf(of),
      parts: [...Map.groupBy(of, (it) => it.part)]
        .map(([part, list]) => ({ part, minutes: sumOf(list) }))
        .toSorted((a, b) => b.minutes - a.minutes || (a.part < b.part ? -1 : 1)),
    }))
}

function sumOf(days: readonly DayOfMinutes[]): number {
  return days.reduce((sum, it) => sum + it.minutes, 0)
}
