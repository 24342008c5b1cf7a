import { seasonHours } from '../calendar/season-hours.ts'
import { usualHours } from '../calendar/working-hours.ts'
import type { RowFault } from '../model/report.ts'
import type { MatchRow } from '../sheets/match-kind.ts'
import type { MatchPolicy } from './match-policy.ts'

type Rows = readonly { readonly row: number; readonly value: MatchRow }[]
type SeasonHours = ReturnType<typeof seasonHours>

/** How people read of somebody: the engine knows them by address only. */
export type Named = {
  readonly email: string
  readonly name: string
  readonly division: string | null
  readonly department: string | null
  readonly zone: string | null
}

/** Rows whose address was there before, left out and said. */
export function withoutRepeats(rows: Rows): { readonly rows: Rows; readonly faults: readonly RowFault[] } {
  const first = new Map<string, number>()
  const faults: RowFault[] = []
  const kept = rows.filter(({ row, value }) => {
    const before = first.get(value.email)
    if (before === undefined) return first.set(value.email, row)
    const message = `${value.email} is in row ${before} already`
    faults.push({ row, column: 'email', code: 'repeated-person', message, remedy: 'keep one row for each person' })
    return false
  })
  return { rows: kept, faults }
}

/** Mentors as the engine takes them. */
export function asMentors(rows: Rows, people: Everybody, { load }: MatchPolicy) {
  return rows.map(({ value }) => {
    const maximum = value.capacity ?? load.maximum
    return { ...asCandidate(value, people), minimum: Math.min(value.minimum ?? load.minimum, maximum), maximum }
  })
}

/** Mentees as the engine takes them. */
export function asMentees(rows: Rows, people: Everybody) {
  return rows.map(({ value }) => asCandidate(value, people))
}

/** Everybody of both sheets: their managers, and the hours of their zones over the season, each kind of hours once. */
export type Everybody = {
  readonly managerOf: ReadonlyMap<string, string>
  readonly hoursOf: (it: MatchRow) => SeasonHours | null
}

export function readEverybody(rows: Rows, { season }: MatchPolicy): Everybody {
  const managerOf = new Map(
    rows.flatMap(({ value }) => (value.managerEmail ? [[value.email, value.managerEmail] as const] : [])),
  )
  const known = new Map<string, SeasonHours>()
  const hoursOf = (it: MatchRow) => {
    if (!it.timeZone) return null
    const usual = usualHours(it.timeZone)
    const hours = {
      zone: it.timeZone,
      from: it.worksFrom ?? usual.from,
      until: it.worksUntil ?? usual.until,
      weekdays: it.worksOn ?? usual.weekdays,
    }
    const key = JSON.stringify(hours)
    const found = known.get(key) ?? seasonHours(hours, season.from, season.until)
    known.set(key, found)
    return found
  }
  return { managerOf, hoursOf }
}

/** Who is called what; where both sheets name somebody, the mentors' sheet counts. */
export function readNames(rows: Rows): ReadonlyMap<string, Named> {
  return new Map(
    [...rows].reverse().map(({ value }) => [
      value.email,
      {
        email: value.email,
        name: value.name ?? value.email,
        division: value.division,
        department: value.department,
        zone: value.timeZone,
      },
    ]),
  )
}

const LONGEST_LINE = 40

function asCandidate(it: MatchRow, { managerOf, hoursOf }: Everybody) {
  return {
    id: it.email,
    division: it.division,
    lineAbove: lineAbove(it.email, managerOf),
    topics: it.topics,
    priority: { score: it.score, appliedAt: it.appliedAt ?? '' },
    level: it.level,
    years: it.years,
    languages: it.languages,
    hours: hoursOf(it),
    wishes: it.wishes,
    asynchronous: it.asynchronous,
  }
}

/** Managers upwards as far as the sheets name them; a circle ends the climb. */
function lineAbove(email: string, managerOf: ReadonlyMap<string, string>): string[] {
  const line: string[] = []
  let at = managerOf.get(email)
  while (at && at !== email && !line.includes(at) && line.length < LONGEST_LINE) {
    line.push(at)
    at = managerOf.get(at)
  }
  return line
}
