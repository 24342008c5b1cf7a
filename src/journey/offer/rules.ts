import { addDays } from '../../calendar/days.ts'
import type { Day } from '../../model/day.ts'
import { no, type Outcome, yes } from '../../model/outcome.ts'
import {
  DAYS_KEPT,
  DAYS_TO_ANSWER,
  MOST_OPEN,
  type RequestAnswer,
  type RequestState,
  type Standing,
  type Turn,
} from './shapes.ts'

const DAY_MS = 86_400_000

export type Room = {
  readonly places: number
  /** Requests that are open or accepted and not over. */
  readonly taken: number
  readonly isFull: boolean
  readonly availableOn: Day | null
}

/** For how many people more a mentor has room on a day: none while paused or full. 0 to `places`. Issue 4, mentor directory. */
export function countRoom({ places, taken, isFull, availableOn }: Room, today: Day): number {
  if (isFull || (availableOn !== null && availableOn > today)) return 0
  return Math.max(0, places - taken)
}

/** Whether one more request may be made, by how many of the asker's are open and what room the mentor has. Issue 4. */
export function decideAsking(it: {
  readonly isSelf: boolean
  readonly room: number
  readonly open: number
  readonly isOpenWithThem: boolean
}): Outcome<null> {
  if (it.isSelf) return no('own-offer')
  if (it.isOpenWithThem) return no('already-asked')
  if (it.open >= MOST_OPEN) return no('three-requests-open', { most: MOST_OPEN })
  if (it.room < 1) return no('no-room')
  return yes(null)
}

export type After = { readonly state: RequestState; readonly turn: Turn }

/** What an answer of the mentor makes of a request: one question back at most, and accepting holds the places there are. Issue 4. */
export function decideRequest(
  it: Standing,
  answer: RequestAnswer,
  { accepted, places }: { readonly accepted: number; readonly places: number },
): Outcome<After> {
  if (it.state !== 'open') return no('request-ended', { state: it.state })
  if (it.turn !== 'mentor') return no('not-your-turn')
  switch (answer) {
    case 'accept':
      return accepted < places ? yes({ state: 'accepted', turn: 'asker' }) : no('no-room')
    case 'decline':
      return yes({ state: 'declined', turn: 'asker' })
    case 'full':
      return yes({ state: 'full', turn: 'asker' })
    case 'ask-more':
      return it.hasAsked ? no('asked-once') : yes({ state: 'open', turn: 'asker' })
  }
}

/** The instant at which a request moves on if nobody answers. ISO 8601. */
export function movesOnAt(turnAt: string): string {
  return new Date(Date.parse(turnAt) + DAYS_TO_ANSWER * DAY_MS).toISOString()
}

/** The instant from which on a turn that began earlier is over. ISO 8601. */
export function overdueBefore(now: string): string {
  return new Date(Date.parse(now) - DAYS_TO_ANSWER * DAY_MS).toISOString()
}

/** Until when a request is kept after its end: 30 days, and a year where it was accepted. ISO 8601; null while it is open. */
export function keepUntil(state: RequestState, now: string): string | null {
  if (state === 'open') return null
  const days = state === 'accepted' ? DAYS_KEPT.accepted : DAYS_KEPT.ended
  return `${addDays(now.slice(0, 10), days)}T00:00:00.000Z`
}
