import { addDays, addMonths, fridayOf, mondayOf } from '../../calendar/days.ts'
import type { Day } from '../../model/day.ts'
import type { AttendanceFact, PairFact, Results } from '../../model/figures.ts'
import { percent } from '../../model/percent.ts'
import type { ProgramEvent } from '../../model/program.ts'

/** The first and last day an event may have; null while nothing is decided. "Week of" is Monday to Friday. */
export function eventDays(
  event: Pick<ProgramEvent, 'when' | 'sessions'>,
): { readonly first: Day; readonly last: Day } | null {
  const own = event.sessions.flatMap((session) => (session.on ? [session.on] : []))
  const days = own.length === event.sessions.length ? own : [...own, ...whenDays(event.when)]
  const sorted = [...days].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  return first && last ? { first, last } : null
}

/** The days that a milestone names: one, several, or its first and last; none where nothing is decided. PRODUCT.md, design. */
export function whenDays(when: ProgramEvent['when']): readonly Day[] {
  if ('day' in when) return [when.day]
  if ('days' in when) return when.days
  if ('from' in when) return [when.from, when.until]
  if ('weekOf' in when) return [mondayOf(when.weekOf), fridayOf(when.weekOf)]
  if ('by' in when) return [when.by]
  if ('month' in when) return wholeMonths(`${when.month}-01`, 1)
  if ('quarter' in when) return wholeMonths(firstOfQuarter(when.quarter), MONTHS_IN_QUARTER)
  return []
}

const MONTHS_IN_QUARTER = 3

function firstOfQuarter(quarter: string): Day {
  const month = (Number(quarter.slice(-1)) - 1) * MONTHS_IN_QUARTER + 1
  return `${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

function wholeMonths(first: Day, months: number): readonly Day[] {
  return [first, addDays(addMonths(first, months), -1)]
}

/** The day a session's attendance counts on: its own, else the last its event may have. */
export function dayOfSession(event: ProgramEvent, key: string): Day | null {
  return event.sessions.find((session) => session.key === key)?.on ?? eventDays(event)?.last ?? null
}

/** People in a published, not ended pair on any day from the event's first to its last session. */
export function planRoster(event: ProgramEvent, pairs: readonly PairFact[]): ReadonlySet<string> {
  const days = eventDays(event)
  const on = days
    ? pairs.filter((pair) => pair.publishedOn <= days.last && (pair.endedOn === null || pair.endedOn >= days.first))
    : []
  return new Set(on.flatMap((pair) => [pair.mentorId, pair.menteeId]))
}

/** The day before which nobody can have come to an event; null where it may have been on any, as "by" a day or while nothing is decided. */
export function startOfEvent(event: Pick<ProgramEvent, 'when' | 'sessions'>): Day | null {
  if ('by' in event.when && event.sessions.some((session) => !session.on)) return null
  return eventDays(event)?.first ?? null
}

/** Who came, by a day. Whatever is dated before its event began is kept and counts nowhere: nobody can have been there. PRODUCT.md, figures. */
export function cameBy(
  events: readonly ProgramEvent[],
  attendance: readonly AttendanceFact[],
  asOf: Day,
): readonly AttendanceFact[] {
  const starts = new Map(events.map((event) => [event.key, startOfEvent(event)]))
  return attendance.filter((fact) => {
    const start = starts.get(fact.event) ?? null
    return fact.happenedOn <= asOf && (start === null || fact.happenedOn >= start)
  })
}

/** Attendance of one event by a day. Each person counts once however many sessions they came to; guests are shown apart. */
export function countAttendance(
  event: ProgramEvent,
  pairs: readonly PairFact[],
  attendance: readonly AttendanceFact[],
  asOf: Day,
  target: number | null,
): Results['attendance'][number] {
  const known = pairs.filter((pair) => pair.publishedOn <= asOf)
  const roster = planRoster(event, known)
  const came = cameBy([event], attendance, asOf).filter((fact) => fact.event === event.key)
  const inSession = (key: string) =>
    new Set(came.filter((fact) => fact.session === key && roster.has(fact.personId)).map((fact) => fact.personId)).size
  const people = new Set(came.filter((fact) => roster.has(fact.personId)).map((fact) => fact.personId)).size
  const guests = new Set(came.filter((fact) => !roster.has(fact.personId)).map((fact) => fact.personId)).size
  const isOff = isCalledOff(event, asOf)
  const counted = event.countsTowardsTarget && !isOff ? target : null
  return {
    event: event.key,
    sessions: event.sessions.map((session) => inSession(session.key)),
    people,
    roster: roster.size,
    percent: isOff || isAhead(event, asOf) ? null : percent(people, roster.size),
    guests,
    target: counted,
    ...(isOff ? { calledOff: true as const } : {}),
  }
}

/** Whether an event is called off by a day: from then on it has no share and no aim, and who came before stays counted as people. */
export function isCalledOff({ calledOff }: Pick<ProgramEvent, 'calledOff'>, asOf: Day): boolean {
  return calledOff !== undefined && calledOff.on <= asOf
}

/** Before its first day an event has no share: nobody could have come. */
function isAhead(event: ProgramEvent, asOf: Day): boolean {
  const days = eventDays(event)
  return days === null || asOf < days.first
}
