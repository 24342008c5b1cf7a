import { addDays } from '../../../calendar/days.ts'
import { seriesStarts } from '../../../calendar/series.ts'
import type { Day } from '../../../model/day.ts'

/** Meetings of one series at most: a year of weeks. Own choice. */
const MOST_IN_SERIES = 60

/** A planned meeting as it lies: its first start, and its cadence in days until a day where it is a series. */
export type Planned = {
  readonly startsAt: string
  readonly everyDays: number | null
  readonly untilOn: Day | null
  readonly zone: string
}

/** Every start of a planned meeting: one, or those of its series, which keep their time of day. Instants. Issue 4, meetings. */
export function startsOf(it: Planned): readonly string[] {
  if (!it.everyDays || !it.untilOn) return [it.startsAt]
  return seriesStarts(it.startsAt, it.zone, it.everyDays, it.untilOn, MOST_IN_SERIES)
}

/** The last day a series may reach: the season's last meeting day, and never more than a year on. */
export function lastOfSeries(until: Day, today: Day): Day {
  const inAYear = addDays(today, 366)
  return until < inAYear ? until : inAYear
}
