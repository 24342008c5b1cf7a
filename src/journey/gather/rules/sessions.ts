import { clockIn, instantAt, minutesLater } from '../../../calendar/moments.ts'
import type { Day } from '../../../model/day.ts'
import { no, type Outcome, yes } from '../../../model/outcome.ts'
import type { Program, ProgramEvent } from '../../../model/program.ts'
import { eventDays } from '../rules.ts'

type Clock = { readonly day: Day; readonly time: string }
export type SessionTime = {
  readonly key: string
  /** Its own day; null while only the event's days are known. */
  readonly on: Day | null
  /** From when until when, as instants and on two clocks; null while the hour is not known. */
  readonly at: { readonly from: string; readonly until: string; readonly there: Clock; readonly mine: Clock } | null
  readonly recording: string | null
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** The sessions of an event on the season's clock and on one's own. PRODUCT.md, learn and gather. */
export function planSessions(event: ProgramEvent, zone: string, mine: string): readonly SessionTime[] {
  return event.sessions.map((session) => {
    const { key, on = null, startsAt = '', recording = null } = session
    if (!on || !TIME.test(startsAt)) return { key, on, at: null, recording }
    const from = instantAt(on, startsAt, zone)
    const at = { from, until: minutesLater(from, event.minutes), there: clockIn(from, zone), mine: clockIn(from, mine) }
    return { key, on, at, recording }
  })
}

/** Whether somebody can still sign up for a session: it takes place, is one of the event's, and its last day has not passed. */
export function decideSignUp(event: ProgramEvent, session: string, today: Day): Outcome<'fits'> {
  if (event.calledOff) return no('event-called-off')
  const found = event.sessions.find((it) => it.key === session)
  if (!found) return no('no-such-session')
  const last = found.on ?? eventDays(event)?.last
  return last && last < today ? no('session-over') : yes('fits')
}

/** Sessions whose places others have taken; one without a number of places is never full. Policy: the event's `places`. */
export function fullSessions(event: ProgramEvent, taken: ReadonlyMap<string, number>): readonly string[] {
  return event.sessions.flatMap((it) =>
    it.places !== undefined && (taken.get(it.key) ?? 0) >= it.places ? [it.key] : [],
  )
}

/** Whether an event asks who would come before it has a day: it is optional, and nothing is decided. Policy: optional discussions. */
export function asksInterest(event: ProgramEvent): boolean {
  return event.optional && !event.calledOff && eventDays(event) === null
}

/** Whether a code can be used today: on its session's own day, else on any day its event may have. */
export function decideCheckIn(event: ProgramEvent, session: string, today: Day): Outcome<'fits'> {
  if (event.calledOff) return no('event-called-off')
  const own = event.sessions.find((it) => it.key === session)?.on
  const days = own ? { first: own, last: own } : eventDays(event)
  return days && days.first <= today && today <= days.last ? yes('fits') : no('not-on-this-day')
}

/** Whether taking part tells something about a person, so that a calendar says only that there is an appointment. PRODUCT.md, who sees what. */
export function tellsSomething({ roles }: Pick<Program, 'roles'>): boolean {
  return [...roles.mentor.requirements, ...roles.mentee.requirements].some((it) => it.kind === 'identity')
}
