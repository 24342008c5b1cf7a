/**
 * Some weeks of the season, one after the other, with the same working hours in UTC: `spans` are minutes after the week's Monday
 * 00:00 UTC, 0 to 10,080, ascending and apart; a shift over the week's end is two spans. A person's hours are their runs in order;
 * a zone that changes its clock begins a new run, so nobody here needs to know zones.
 */
export type WeekRun = { readonly weeks: number; readonly spans: readonly (readonly [number, number])[] }

/** Working days that an average over a week is spread on. */
const DAYS_A_WEEK = 5

/** Minutes both work over the weeks that both have runs for. */
export type Shared = { readonly minutes: number; readonly weeks: number }

/** What two people share over the season; null when the hours of either are not known. */
export function sharedOver(a: readonly WeekRun[] | null | undefined, b: typeof a): Shared | null {
  if (!a?.length || !b?.length) return null
  let minutes = 0
  let weeks = 0
  let [atA, atB, doneA, doneB] = [0, 0, 0, 0]
  for (let runA = a[atA], runB = b[atB]; runA && runB; runA = a[atA], runB = b[atB]) {
    const step = Math.min(runA.weeks - doneA, runB.weeks - doneB)
    minutes += step * sharedInAWeek(runA.spans, runB.spans)
    weeks += step
    doneA += step
    doneB += step
    if (doneA >= runA.weeks) [atA, doneA] = [atA + 1, 0]
    if (doneB >= runB.weeks) [atB, doneB] = [atB + 1, 0]
  }
  return weeks > 0 ? { minutes, weeks } : null
}

/** Minutes on an average working day, rounded down, for people to read. */
export function minutesADay({ minutes, weeks }: Shared): number {
  return Math.floor(minutes / (weeks * DAYS_A_WEEK))
}

/**
 * Whether the average working day has fewer shared hours than asked, to the minute: what is asked counts in whole minutes, so that
 * a third of an hour is never missed by its last binary digit. Policy: PRODUCT.md "Matching", overlap of at least N.
 */
export function isLessThanHours({ minutes, weeks }: Shared, hoursADay: number): boolean {
  return minutes < minutesOf(hoursADay) * DAYS_A_WEEK * weeks
}

/** Hours in whole minutes. */
export function minutesOf(hours: number): number {
  return Math.round(hours * 60)
}

function sharedInAWeek(a: WeekRun['spans'], b: WeekRun['spans']): number {
  let minutes = 0
  let [atA, atB] = [0, 0]
  for (let one = a[atA], other = b[atB]; one && other; one = a[atA], other = b[atB]) {
    minutes += Math.max(0, Math.min(one[1], other[1]) - Math.max(one[0], other[0]))
    if (one[1] <= other[1]) atA++
    else atB++
  }
  return minutes
}
