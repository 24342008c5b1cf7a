import type { Day } from '../../../model/day.ts'
import type { WindowState } from '../../../model/figures.ts'
import type { OpenQuestion, OwnCell } from './own-strip.ts'

/** What one of a pair is asked: whether they met in these days, and on which day it was planned or is said to have been. */
export type Asked = {
  readonly firstDay: Day
  readonly lastDay: Day
  readonly on: Day | null
  readonly state: WindowState
}

/** States of a window of which something may still be said by somebody who has said nothing. */
const OPEN: readonly WindowState[] = ['due', 'unknown', 'disagree']

/**
 * The one question to one of a pair: first the meeting that the partner says was held, then the running window once a meeting
 * planned in it is over, then the last window that is over; never a window of which they have said something. `said` holds the
 * first days of such windows, `plannedOn` the days of planned meetings that are over. PRODUCT.md, meet.
 */
export function planAsked(
  { cells, questions }: { readonly cells: readonly OwnCell[]; readonly questions: readonly OpenQuestion[] },
  said: ReadonlySet<Day>,
  plannedOn: readonly Day[],
  today: Day,
): Asked | null {
  const theirs = questions[0]
  const held = theirs && cells.find((it) => it.firstDay <= theirs.heldOn && theirs.heldOn <= it.lastDay)
  if (held) return { ...spanOf(held), on: theirs.heldOn }
  const begun = cells.filter((it) => it.firstDay <= today).toReversed()
  const over = begun.find((it) => it.lastDay < today)
  const running = begun.find((it) => it.isNow && plannedIn(it, plannedOn) !== null)
  const open = [running, over].find((it) => it && OPEN.includes(it.state) && !said.has(it.firstDay))
  return open ? { ...spanOf(open), on: plannedIn(open, plannedOn) } : null
}

function spanOf({ firstDay, lastDay, state }: OwnCell): Omit<Asked, 'on'> {
  return { firstDay, lastDay, state }
}

function plannedIn({ firstDay, lastDay }: OwnCell, days: readonly Day[]): Day | null {
  return (
    days
      .filter((day) => firstDay <= day && day <= lastDay)
      .sort()
      .at(-1) ?? null
  )
}
