import { addWorkingDays } from '../src/calendar/days.ts'

/** Per cent of the windows due that somebody says were met, and that may have been where nothing is known or the two disagree. */
export function boundsOf(
  { windowsMet, windowsDue }: { windowsMet: number; windowsDue: number },
  strips: readonly { windows: readonly string[] }[],
) {
  const open = strips.flatMap((it) => it.windows).filter((it) => it === 'unknown' || it === 'disagree').length
  const share = (windows: number) => (100 * windows) / windowsDue
  return { low: share(windowsMet), high: share(windowsMet + open) }
}

/** Working days from one day to another. */
export function workingDays(from: string, until: string): number {
  let days = 0
  while (addWorkingDays(from, days) < until) days += 1
  return days
}
