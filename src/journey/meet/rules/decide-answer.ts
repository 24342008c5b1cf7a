import { addWorkingDays } from '../../../calendar/days.ts'
import { type Window, windowAt, windowIndexOf } from '../../../calendar/windows.ts'
import type { Day } from '../../../model/day.ts'
import type { PairFact } from '../../../model/figures.ts'
import { no, type Outcome, yes } from '../../../model/outcome.ts'
import type { Program } from '../../../model/program.ts'
import type { Role } from '../../../model/role.ts'
import { DAYS_TO_DENY } from '../rules.ts'
import type { MeetingView } from './join-views.ts'

export type Rhythm = Pick<Program['meetings'], 'from' | 'until' | 'everyDays'>

/** What somebody says: that they met, on a day or on one of a window; that they did not; or that a day said before was wrong. */
export type Answer =
  | { readonly says: 'met'; readonly on: Day | null; readonly window: Day }
  | { readonly says: 'not-met'; readonly window: Day }
  | { readonly says: 'not-on'; readonly on: Day }

/** The window that holds a day of a pair, also one that is too late to count; null before the first. PRODUCT.md, figures. */
export function windowHolding(rhythm: Rhythm, pair: Pick<PairFact, 'publishedOn'>, day: Day): Window | null {
  const from = pair.publishedOn > rhythm.from ? pair.publishedOn : rhythm.from
  const index = windowIndexOf(from, rhythm.everyDays, day)
  return index === null ? null : windowAt(from, rhythm.everyDays, index)
}

/** The last day on which an answer may change: the season's last, and the days a side has to deny. PRODUCT.md, meet. */
export function lastDayToAnswer(seasonEndsOn: Day): Day {
  return addWorkingDays(seasonEndsOn, DAYS_TO_DENY)
}

/**
 * Whether a side may answer, and what it then says of the window, all of it: `own` is what it said of the pair before. Another
 * answer takes the place of the first, a second day stands beside it. Days are the season's. PRODUCT.md, meet.
 */
export function decideAnswer(
  season: { readonly rhythm: Rhythm; readonly endsOn: Day; readonly today: Day },
  pair: PairFact,
  side: Role,
  own: readonly MeetingView[],
  answer: Answer,
): Outcome<{ readonly window: Window; readonly views: readonly MeetingView[] }> {
  const { rhythm, today } = season
  if (today > lastDayToAnswer(season.endsOn)) return no('answers-closed', { until: lastDayToAnswer(season.endsOn) })
  const day = ('on' in answer ? answer.on : null) ?? ('window' in answer ? answer.window : today)
  if (day > today) return no('meeting-in-the-future', { heldOn: day, today })
  if (day < pair.publishedOn) return no('before-the-pair', { on: day, publishedOn: pair.publishedOn })
  if (pair.endedOn !== null && day > pair.endedOn) return no('pair-ended', { on: day, endedOn: pair.endedOn })
  const window = windowHolding(rhythm, pair, day)
  if (!window) return no('before-the-first-window', { on: day, from: rhythm.from })
  const inside = own.filter((it) => it.side === side && it.window === window.firstDay)
  return yes({ window, views: answered({ side, window: window.firstDay, saidOn: today }, inside, answer) })
}

type Speaker = Pick<MeetingView, 'side' | 'window' | 'saidOn'>

function answered(by: Speaker, inside: readonly MeetingView[], answer: Answer): readonly MeetingView[] {
  const met = inside.filter((it) => it.says === 'met')
  switch (answer.says) {
    case 'not-met':
      return inside.some((it) => it.says === 'not-met') ? inside : [{ ...by, says: 'not-met', heldOn: null }]
    case 'not-on':
      return inside.filter((it) => it.heldOn !== answer.on)
    case 'met': {
      if (answer.on === null && met.length > 0) return met
      if (met.some((it) => it.heldOn === answer.on)) return met
      const days = met.filter((it) => it.heldOn !== null)
      return [...days, { ...by, says: 'met', heldOn: answer.on }]
    }
  }
}
