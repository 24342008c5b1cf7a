import { addDays } from '../../calendar/days.ts'
import type { Day } from '../../model/day.ts'

/** From when days of retention count, as the entries of the columns say it. */
type From = 'season-end' | 'season-end-unless-placed' | 'selection' | 'recorded' | 'expired' | 'settled'

/** One table of the catalogue, as far as retention reads it. */
export type Kept = {
  readonly table: string
  readonly retention: readonly (
    | { readonly days: number; readonly from: From; readonly columns?: readonly string[] }
    | { readonly forGood: string }
  )[]
  /** The actions by which rows without a time of their own are recorded. */
  readonly recordedBy?: readonly string[]
}

/** One season, as of its own today. */
export type SeasonSpan = {
  readonly id: string
  /** What day it is in the season's time zone. */
  readonly today: Day
  readonly endsOn: Day
  readonly announcedOn: Day
  /** The last day on which anybody heard; null before. */
  readonly lastReleasedOn: Day | null
  /** How long scores and clearance stay, by the program's own file. */
  readonly daysAfterSelection: number
  /** When its rows without a time of their own were last recorded, by action; at the latest when it was loaded. */
  readonly loadedOn: Day
  readonly recordedOn: Readonly<Record<string, Day>>
}

/** What one rule takes away now: whole rows, or what stands in columns. */
export type Step = {
  readonly table: string
  readonly columns: readonly string[] | null
} & (
  | { readonly by: 'season'; readonly seasons: readonly string[]; readonly unlessPlaced: boolean; readonly before: Day }
  | { readonly by: 'recorded' | 'settled' | 'expired'; readonly before: Day }
)

export type Today = {
  readonly today: Day
  /** What day it is outside: what expires goes by it, in the demo too. */
  readonly machineToday: Day
  /** Nothing counts as recorded before this day; null where rows say so themselves. */
  readonly floor: Day | null
}

/**
 * What is due to go: everything whose days are over, counted from the later of its day and the day it was recorded. `before`
 * is the first day on which a row may have been recorded to stay. PRODUCT.md, figures.
 */
export function planRetention(kept: readonly Kept[], seasons: readonly SeasonSpan[], at: Today): readonly Step[] {
  return kept.flatMap((it) => it.retention.flatMap((rule) => ('forGood' in rule ? [] : stepsOf(it, rule, seasons, at))))
}

type Rule = { readonly days: number; readonly from: From; readonly columns?: readonly string[] }

function stepsOf(it: Kept, rule: Rule, seasons: readonly SeasonSpan[], at: Today): readonly Step[] {
  const shape = { table: it.table, columns: rule.columns ?? null }
  const young = (days: number) => at.floor !== null && !isOver(at.floor, days, at.today)
  switch (rule.from) {
    case 'expired':
      return [{ ...shape, by: 'expired', before: addDays(at.machineToday, -rule.days) }]
    case 'recorded':
    case 'settled':
      return young(rule.days) ? [] : [{ ...shape, by: rule.from, before: addDays(at.today, -rule.days) }]
    case 'season-end':
    case 'season-end-unless-placed':
    case 'selection':
      return [...Map.groupBy(seasons, (season) => daysOf(rule, season))].flatMap(([days, all]) => {
        const due = all.filter((season) => isOver(beginOf(rule, it, season), days, season.today))
        if (due.length === 0 || young(days)) return []
        const unlessPlaced = rule.from === 'season-end-unless-placed'
        const before = addDays(at.today, -days)
        return [{ ...shape, by: 'season' as const, seasons: due.map((season) => season.id), unlessPlaced, before }]
      })
  }
}

/** The first day on which what a rule keeps of a season is gone, where that hangs on the season’s days; else null. PRODUCT.md, figures. */
export function dayItGoes(it: Kept, rule: Kept['retention'][number], season: SeasonSpan): Day | null {
  if ('forGood' in rule) return null
  const hangsOnSeason =
    rule.from === 'season-end' || rule.from === 'season-end-unless-placed' || rule.from === 'selection'
  return hangsOnSeason ? addDays(beginOf(rule, it, season), daysOf(rule, season) + 1) : null
}

/** The program's own number of days holds for scores and clearance. */
function daysOf(rule: Rule, season: SeasonSpan): number {
  return rule.from === 'selection' ? season.daysAfterSelection : rule.days
}

function beginOf(rule: Rule, it: Kept, season: SeasonSpan): Day {
  const begins = rule.from === 'selection' ? selectionClosedOn(season) : season.endsOn
  const recorded = it.recordedBy
    ? it.recordedBy.map((action) => season.recordedOn[action] ?? season.loadedOn).reduce((a, b) => (a > b ? a : b))
    : begins
  return begins > recorded ? begins : recorded
}

/** The later of the announcement's day and the last release; a selection nobody ever heard of closes with its season. */
export function selectionClosedOn(season: Pick<SeasonSpan, 'announcedOn' | 'lastReleasedOn' | 'endsOn'>): Day {
  const heardOn = season.lastReleasedOn ?? season.endsOn
  return heardOn > season.announcedOn ? heardOn : season.announcedOn
}

function isOver(from: Day, days: number, today: Day): boolean {
  return addDays(from, days) < today
}
