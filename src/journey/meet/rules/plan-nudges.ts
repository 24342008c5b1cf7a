import { addDays, dayIn, daysBetween } from '../../../calendar/days.ts'
import { isPermittedAt, type QuietRules } from '../../../calendar/permitted-hours.ts'
import type { Window } from '../../../calendar/windows.ts'
import type { Day } from '../../../model/day.ts'
import type { PairFact } from '../../../model/figures.ts'
import { isExcused, isPausedOn, planPairWindows } from '../rules.ts'
import type { Rhythm } from './decide-answer.ts'

/** One of a pair, as a letter to them must know: when it may reach them, and whether they are gone. */
export type Reachable = {
  readonly id: string
  readonly quiet: QuietRules
  readonly isGone: boolean
}

/** A pair with what is known of its meetings: days on which somebody says that they met, and instants at which they plan to. */
export type NudgedPair = {
  readonly pair: PairFact
  readonly people: readonly [Reachable, Reachable]
  readonly heldOn: readonly Day[]
  /** Those of them that both confirm: there is nothing left to ask. */
  readonly agreedOn: readonly Day[]
  readonly plannedAt: readonly string[]
  /** Who has answered for which window, by its first day. */
  readonly answered: readonly { readonly personId: string; readonly window: Day }[]
  /** What was sent already. */
  readonly sent: readonly { readonly kind: Nudge['kind']; readonly personId: string; readonly window: Day }[]
}

export type Nudge = {
  readonly kind: 'reminder' | 'question'
  readonly pairId: string
  readonly personId: string
  readonly window: Window
  /** The planned meeting that a question is about; null where it is about the window. */
  readonly plannedAt: string | null
}

/** Cadences shorter than this have no middle in which a reminder would help. Own choice, days. */
const SHORTEST_WITH_REMINDER_DAYS = 5

/**
 * The letters due to one pair at an instant: to each of its two at most one reminder in a window, after its middle and only if
 * nothing is planned or held, and one question, after the last planned meeting of it or after its end. None to a pair that is
 * paused, excused or ended, none where somebody has left, none at an hour or on a day on which it may not reach its reader.
 * `now` is an instant, days are in the season's zone. PRODUCT.md, meet; issue 4, when it goes quiet.
 */
export function planNudges(rhythm: Rhythm, zone: string, it: NudgedPair, now: string): readonly Nudge[] {
  const today = dayIn(now, zone)
  if (it.pair.publishedOn > today || (it.pair.endedOn !== null && it.pair.endedOn <= today)) return []
  if (it.people.some((person) => person.isGone) || isPausedOn(it.pair, today)) return []
  return planPairWindows(rhythm, it.pair)
    .filter((window) => window.firstDay <= today && today <= addDays(window.lastDay, rhythm.everyDays))
    .filter((window) => !isExcused(window, it.pair))
    .flatMap((window) => planOfWindow(it, window, zone, now))
}

function planOfWindow(it: NudgedPair, window: Window, zone: string, now: string): readonly Nudge[] {
  const today = dayIn(now, zone)
  const isInside = (day: Day) => day >= window.firstDay && day <= window.lastDay
  const planned = it.plannedAt.filter((at) => isInside(dayIn(at, zone))).sort()
  const isHeld = it.heldOn.some(isInside)
  const isAgreed = it.agreedOn.some(isInside)
  const lastPlanned = planned.at(-1) ?? null
  const isOver = lastPlanned ? lastPlanned < now : window.lastDay < today
  const wantsReminder = today <= window.lastDay && isPastMiddle(window, today) && planned.length === 0 && !isHeld
  return it.people.flatMap((person): readonly Nudge[] => {
    const kind = isOver ? (isAgreed ? null : 'question') : wantsReminder ? 'reminder' : null
    if (!kind || !isPermittedAt(now, person.quiet)) return []
    const about = (one: { personId: string; window: Day }) =>
      one.personId === person.id && one.window === window.firstDay
    if (it.answered.some(about) || it.sent.some((one) => one.kind === kind && about(one))) return []
    return [{ kind, pairId: it.pair.id, personId: person.id, window, plannedAt: isOver ? lastPlanned : null }]
  })
}

function isPastMiddle({ firstDay, lastDay }: Window, today: Day): boolean {
  const days = daysBetween(firstDay, lastDay) + 1
  return days >= SHORTEST_WITH_REMINDER_DAYS && daysBetween(firstDay, today) * 2 >= days
}
