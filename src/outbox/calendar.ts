import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventRepeatingFreq,
  ICalEventStatus,
} from 'ical-generator'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

export type CalendarPart = { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string }

/** A planned meeting as a calendar must know it; several starts are a series with a cadence in days. */
export type PlannedForCalendar = {
  readonly id: string
  readonly sequence: number
  readonly title: string
  readonly starts: readonly string[]
  readonly everyDays: number | null
  readonly minutes: number
  readonly changedAt: string
  readonly isCancelled: boolean
}
type Party = { readonly name: string; readonly email: string }

/**
 * An invitation to one of the two, or its withdrawal, by RFC 5546: the UID stays, the SEQUENCE rises, times are UTC. Nobody else is
 * named in it: that somebody takes part says something.
 */
export function invitation(it: PlannedForCalendar, to: Party, organizer: Party): CalendarPart {
  const method = it.isCancelled ? ('CANCEL' as const) : ('REQUEST' as const)
  const calendar = begun(method === 'CANCEL' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST)
  addEvents(calendar, it, (event) => {
    event.organizer({ name: organizer.name, email: organizer.email })
    event.createAttendee({
      name: to.name,
      email: to.email,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: true,
    })
  })
  return { method, content: calendar.toString() }
}

/** One person's planned meetings as a calendar they subscribe to. */
export function feed(meetings: readonly PlannedForCalendar[]): string {
  const calendar = begun(ICalCalendarMethod.PUBLISH)
  for (const it of meetings) addEvents(calendar, it, () => {})
  return calendar.toString()
}

function begun(method: ICalCalendarMethod) {
  return ical({ method, prodId: { company: 'Alongside', product: 'Meetings', language: 'EN' } })
}

type Calendar = ReturnType<typeof ical>
type Event = ReturnType<Calendar['createEvent']>

/**
 * A series repeats in UTC, which every calendar understands; where a clock change moves its wall-clock time, that meeting is an
 * exception with an hour of its own.
 */
function addEvents(calendar: Calendar, it: PlannedForCalendar, dress: (event: Event) => void): void {
  const [first = ''] = it.starts
  const master = calendar.createEvent(asEvent(it, first))
  dress(master)
  if (!it.everyDays || it.starts.length < 2) return
  const every = it.everyDays
  master.repeating({ freq: ICalEventRepeatingFreq.DAILY, interval: every, count: it.starts.length })
  for (const [at, start] of it.starts.entries()) {
    const inUtc = new Date(Date.parse(first) + at * every * DAY_MS)
    if (Date.parse(start) === inUtc.getTime()) continue
    const moved = calendar.createEvent(asEvent(it, start))
    moved.recurrenceId(inUtc)
    dress(moved)
  }
}

function asEvent(it: PlannedForCalendar, start: string) {
  return {
    id: `${it.id}@alongside`,
    sequence: it.sequence,
    stamp: new Date(it.changedAt),
    start: new Date(start),
    end: new Date(Date.parse(start) + it.minutes * MINUTE_MS),
    summary: it.title,
    status: it.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }
}
