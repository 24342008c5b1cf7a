import { addWorkingDays, isWorkingDay } from '../../../calendar/days.ts'
import { instantAt } from '../../../calendar/moments.ts'
import { usualHours, worksThrough } from '../../../calendar/working-hours.ts'
import type { Day } from '../../../model/day.ts'
import type { Program } from '../../../model/program.ts'
import { ROLES } from '../../../model/role.ts'
import type { Path } from './splice.ts'

/** What is not wrong in a program and should be known before it is published; `facts` are what its sentence needs. */
export type Warning = { readonly path: Path; readonly facts: WarningFacts }
export type WarningFacts =
  | { readonly code: 'weekend'; readonly day: Day; readonly before: Day; readonly after: Day }
  | {
      readonly code: 'holiday'
      readonly day: Day
      readonly names: readonly string[]
      readonly people: number
      readonly after: Day
    }
  | { readonly code: 'outside-hours'; readonly event: string; readonly zone: string; readonly people: number }
  | { readonly code: 'time-missing'; readonly event: string }
  | {
      readonly code: 'places-missing'
      readonly places: number
      readonly mentees: number
      readonly mentors: number
      readonly maximum: number
    }
  | { readonly code: 'mentors-idle'; readonly mentors: number; readonly mentees: number; readonly minimum: number }

export type Surroundings = {
  readonly holidays: readonly {
    readonly calendar: string
    readonly onDay: Day
    readonly name: string
    readonly people: number
  }[]
  /** People of the directory, by the zone they are in. */
  readonly zones: readonly { readonly zone: string; readonly people: number }[]
  /** How many are expected; null where nobody has said. */
  readonly expected: { readonly mentors: number; readonly mentees: number } | null
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** Days on which people are asked for something and are off, events outside of hours, and places against demand; in the file's order. */
export function findWarnings(program: Program, around: Surroundings): readonly Warning[] {
  return [
    ...daysAsked(program).flatMap(({ path, day }) => warningsOfDay(path, day, around)),
    ...program.events.flatMap((event, at) => warningsOfHours(program, event, at, around)),
    ...warningsOfPlaces(program, around),
  ]
}

/** Days on which somebody has to do something, or to be there. */
export function daysAsked(program: Program): readonly { readonly path: Path; readonly day: Day }[] {
  const calls = ROLES.flatMap((role) => {
    const { closes } = program.roles[role].call
    return closes ? [{ path: ['roles', role, 'call', 'closes'], day: closes }] : []
  })
  const events = program.events.flatMap((event, at) =>
    event.calledOff
      ? []
      : [
          ...('day' in event.when ? [{ path: ['events', at, 'when', 'day'], day: event.when.day }] : []),
          ...('days' in event.when
            ? event.when.days.map((day, one) => ({ path: ['events', at, 'when', 'days', one], day }))
            : []),
          ...event.sessions.flatMap(({ on }, one) =>
            on ? [{ path: ['events', at, 'sessions', one, 'on'], day: on }] : [],
          ),
        ],
  )
  const training = program.training.flatMap(({ dueOn }, at) =>
    dueOn ? [{ path: ['training', at, 'dueOn'], day: dueOn }] : [],
  )
  const surveys = Object.entries(program.surveys).map(([key, { closes }]) => ({
    path: ['surveys', key, 'closes'],
    day: closes,
  }))
  const { shortlist } = program.matching
  const choosing = shortlist ? [{ path: ['matching', 'shortlist', 'chooseBy'], day: shortlist.chooseBy }] : []
  return [
    ...calls,
    ...choosing,
    { path: ['announcement', 'on'], day: program.announcement.on },
    ...events,
    ...training,
    ...surveys,
  ]
}

function warningsOfDay(path: Path, day: Day, { holidays }: Surroundings): readonly Warning[] {
  const after = addWorkingDays(day, 1)
  if (!isWorkingDay(day)) return [{ path, facts: { code: 'weekend', day, before: addWorkingDays(day, -1), after } }]
  const off = holidays.filter((it) => it.onDay === day && it.people > 0)
  if (off.length === 0) return []
  const names = off.map((it) => `${it.name} (${it.calendar})`)
  return [{ path, facts: { code: 'holiday', day, names, people: off.reduce((sum, it) => sum + it.people, 0), after } }]
}

/** Of an event whose sessions all have their time: the zones in whose usual hours none of them falls. */
function warningsOfHours(
  program: Program,
  event: Program['events'][number],
  at: number,
  { zones }: Surroundings,
): readonly Warning[] {
  if (event.calledOff) return []
  const path = ['events', at, 'sessions']
  const dated = event.sessions.filter((it) => it.on)
  const timed = dated.flatMap(({ on, startsAt }) =>
    on && startsAt && TIME.test(startsAt) ? [instantAt(on, startsAt, program.zone)] : [],
  )
  if (dated.length > 0 && timed.length === 0) return [{ path, facts: { code: 'time-missing', event: event.name } }]
  if (timed.length === 0 || timed.length < event.sessions.length) return []
  return zones
    .filter(({ zone }) => !timed.some((from) => worksThrough(usualHours(zone), from, event.minutes)))
    .map(({ zone, people }) => ({ path, facts: { code: 'outside-hours', event: event.name, zone, people } }))
}

function warningsOfPlaces({ matching }: Program, { expected }: Surroundings): readonly Warning[] {
  if (!expected) return []
  const { mentors, mentees } = expected
  const { minimum, maximum } = matching.load
  const path = ['matching', 'load']
  const places = mentors * maximum
  if (places < mentees)
    return [
      {
        path,
        facts: { code: 'places-missing', places, mentees, mentors: Math.ceil((mentees - places) / maximum), maximum },
      },
    ]
  const served = Math.floor((mentees * matching.mentorsPerMentee) / Math.max(1, minimum))
  return served < mentors
    ? [{ path, facts: { code: 'mentors-idle', mentors: mentors - served, mentees, minimum: Math.max(1, minimum) } }]
    : []
}
