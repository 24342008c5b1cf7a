import { addDays } from '../../calendar/days.ts'
import { type WorkingHours, worksThrough } from '../../calendar/working-hours.ts'
import { planSessions } from '../../journey/gather/rules/sessions.ts'
import { eventDays, planRoster } from '../../journey/gather/rules.ts'
import { countTraining } from '../../journey/learn/rules/count-training.ts'
import { choosingOn } from '../../journey/match/rules/choosing.ts'
import { planQuiet } from '../../journey/meet/rules/plan-quiet.ts'
import { planPairWindows } from '../../journey/meet/rules.ts'
import { closableOn } from '../../journey/results/rules/closing.ts'
import { reviewsDueOn } from '../../journey/review/rules/reviews-due.ts'
import { planAsked, respondentsOf } from '../../journey/survey/rules/respondents.ts'
import type { Day } from '../../model/day.ts'
import type { MeetingFact, PairFact, SupervisorFact } from '../../model/figures.ts'
import type { Program, ProgramEvent } from '../../model/program.ts'
import type { Respondent } from '../../model/respondent.ts'
import { ROLES, type Role } from '../../model/role.ts'
import type { DeskFacts } from './desk-line.ts'

/** Windows that a pair made late in the season should still have before its last day. */
const WINDOWS_OF_A_NEW_PAIR = 2
/** Per cent of a survey's answers below which it is looked at, where the program sets no target for feedback. */
const USUAL_SHARE_PERCENT = 50

/** What the store knows of a season that its desk is made of. */
export type SeasonRows = Pick<DeskFacts, 'requests' | 'lookAgain' | 'undelivered'> & {
  readonly untold: readonly { readonly id: string }[]
  readonly pairs: readonly PairFact[]
  readonly meetings: readonly MeetingFact[]
  readonly answered: readonly { readonly survey: string; readonly role: Respondent; readonly answered: number }[]
  readonly supervisors?: readonly SupervisorFact[]
  readonly promised: readonly { readonly personId: string; readonly role: Role }[]
  readonly trained: readonly { readonly personId: string; readonly course: string }[]
  readonly questions: readonly { readonly event: string; readonly waiting: number }[]
  readonly isDecided: boolean
  /** Mentors of ended pairs of whom nobody has said whether they take another mentee, with their division. */
  readonly freed: readonly { readonly pairId: string; readonly division: string | null }[]
  /** The division of each mentee who waits. */
  readonly waitingFrom: readonly { readonly division: string | null }[]
  readonly selection: Omit<
    DeskFacts['selection'],
    'closesOn' | 'announcedOn' | 'isPublished' | 'undecided' | 'untold' | 'choosing' | 'reviewsDueOn' | 'laterSince'
  > & {
    readonly decided: number
    readonly withdrawn: number
    readonly lists: { readonly sentOn: Day | null; readonly asked: number; readonly chose: number } | null
  }
}

/** The facts of a season's desk on a day, out of its program and its rows. `hoursOf` gives a person's working hours. */
export function readDeskFacts(
  program: Program,
  rows: SeasonRows,
  hoursOf: (personId: string) => WorkingHours,
  today: Day,
): DeskFacts {
  const { pairs, requests, lookAgain, undelivered } = rows
  const untold = new Set(rows.untold.map((it) => it.id))
  const running = pairs.filter((it) => it.endedOn === null || it.endedOn >= today)
  return {
    today,
    quiet: planQuiet(program.meetings, pairs, rows.meetings, today),
    two: new Map(pairs.map((it) => [it.id, [it.mentorId, it.menteeId] as const])),
    requests,
    lookAgain,
    undelivered,
    // Nobody is asked for a certificate before they have heard that they take part.
    uncertified: uncertifiedOf(
      program,
      rows,
      running.filter((it) => !untold.has(it.id)),
    ),
    trainings: trainingsOf(program, rows, pairs, today),
    seats: program.events.flatMap((event) => seatsOf(event, program.zone, pairs, hoursOf)),
    questions: rows.questions.flatMap((it) => {
      const event = program.events.find(({ key }) => key === it.event)
      const days = event && eventDays(event)
      return event && days ? [{ event: namedEvent(event), waiting: it.waiting, firstDay: days.first }] : []
    }),
    surveys: surveysOf(program, rows),
    freed: freedOf(program, rows, today),
    closing: {
      endsOn: program.endsOn,
      isDecided: rows.isDecided,
      closableOn: closableOn(program),
      pairsUntil: addDays(program.meetings.until, -WINDOWS_OF_A_NEW_PAIR * program.meetings.everyDays),
    },
    selection: {
      ...selectionOf(rows.selection),
      ...datesOf(program),
      choosing: choosingFact(program, rows.selection.lists, today),
      isPublished: pairs.length > 0,
      untold: untold.size,
      laterSince: laterSinceOf(pairs, untold, today),
    },
  }
}

/**
 * Decided is decided for all: whoever has no decision of their own then is one of those who do not proceed, and who took theirs
 * back counts as one who applied. Any finer number would tell a clearance or a withdrawal from another cause.
 */
function selectionOf({ decided, withdrawn, lists: _, ...it }: SeasonRows['selection']) {
  const applications = it.applications + withdrawn
  return { ...it, applications, undecided: decided === 0 ? applications : 0 }
}

function choosingFact(
  program: Program,
  lists: SeasonRows['selection']['lists'],
  today: Day,
): DeskFacts['selection']['choosing'] {
  const { shortlist } = program.matching
  if (!shortlist) return null
  const standing = choosingOn(program, lists?.sentOn ?? null, today)
  return { standing, chooseBy: shortlist.chooseBy, asked: lists?.asked ?? 0, chose: lists?.chose ?? 0 }
}

function datesOf({ roles, announcement }: Program) {
  const closes = ROLES.flatMap((role) => roles[role].call.closes ?? [])
  return {
    closesOn: closes.sort().at(-1) ?? announcement.on,
    announcedOn: announcement.on,
    reviewsDueOn: reviewsDueOn({ announcement }),
  }
}

function laterSinceOf(pairs: readonly PairFact[], untold: ReadonlySet<string>, today: Day): Day | null {
  if (pairs.every((it) => untold.has(it.id))) return null
  return (
    pairs
      .filter((it) => untold.has(it.id))
      .map((it) => it.publishedOn)
      .sort()[0] ?? today
  )
}

/** Open rules alone: whom a mentor could have is counted by division, and nothing that anybody keeps to themselves is in it. */
function freedOf(program: Program, rows: SeasonRows, today: Day): DeskFacts['freed'] {
  const other = program.matching.otherDivision
  return rows.freed.flatMap(({ pairId, division }) => {
    const pair = rows.pairs.find((it) => it.id === pairId)
    if (!pair?.endedOn || pair.endedOn > today) return []
    const fits = rows.waitingFrom.filter((it) => !other || (it.division !== null && it.division !== division))
    return [{ pairId, mentorId: pair.mentorId, endedOn: pair.endedOn, waiting: fits.length }]
  })
}

/** Who promised a certificate and has none of its courses, with the first day of their first pair. */
function uncertifiedOf(program: Program, rows: SeasonRows, running: readonly PairFact[]): DeskFacts['uncertified'] {
  return rows.promised.flatMap(({ personId, role }) => {
    const asked = program.roles[role].requirements.find((it) => it.kind === 'certificate')
    if (asked?.kind !== 'certificate') return []
    const pairs = running.filter((it) => (role === 'mentor' ? it.mentorId : it.menteeId) === personId)
    const first = pairs.flatMap((it) => planPairWindows(program.meetings, it)[0]?.firstDay ?? []).sort()[0]
    const courses = coursesOf(program, asked.training)
    const isTrained = rows.trained.some((it) => it.personId === personId && courses.includes(it.course))
    return first && !isTrained ? [{ personId, training: nameOf(program, asked.training), startsOn: first }] : []
  })
}

/**
 * The trainings that are required or measured, with how many of the people in running pairs have completed them. What was promised
 * as a certificate has a line for each person instead.
 */
function trainingsOf(
  program: Program,
  rows: SeasonRows,
  pairs: readonly PairFact[],
  today: Day,
): DeskFacts['trainings'] {
  const target = targetOf(program.measures, 'training')
  const promised = ROLES.flatMap((role) => program.roles[role].requirements).flatMap((it) =>
    it.kind === 'certificate' ? coursesOf(program, it.training) : [],
  )
  return countTraining(program, pairs, rows.trained, today)
    .filter((it) => (it.required || target !== null) && !promised.includes(it.key))
    .map((it) => ({
      training: it.name,
      course: it.key,
      dueOn: it.dueOn ?? program.meetings.from,
      completed: it.people - it.missing.length,
      expected: it.people,
      targetPercent: target ?? 100,
    }))
}

function targetOf(measures: Program['measures'], definition: Program['measures'][number]['definition']): number | null {
  return measures.find((it) => it.definition === definition)?.targetPercent ?? null
}

function coursesOf({ training }: Program, key: string): readonly string[] {
  const found = training.find((it) => it.alternatives.some((one) => one.key === key))
  return found ? found.alternatives.map((it) => it.key) : [key]
}

function nameOf({ training }: Program, key: string): string {
  return training.find((it) => it.alternatives.some((one) => one.key === key))?.name ?? key
}

/** Only an event whose sessions all have a day and an hour leaves somebody without one. */
function seatsOf(
  event: ProgramEvent,
  zone: string,
  pairs: readonly PairFact[],
  hoursOf: (personId: string) => WorkingHours,
): DeskFacts['seats'] {
  const starts = planSessions(event, zone, zone).map((it) => it.at?.from ?? null)
  const days = eventDays(event)
  if (!days || event.calledOff || starts.some((it) => it === null)) return []
  const roster = [...planRoster(event, pairs)]
  const without = roster.filter((id) => !starts.some((at) => at && worksThrough(hoursOf(id), at, event.minutes)))
  return [{ event: namedEvent(event), firstDay: days.first, without, roster: roster.length }]
}

function namedEvent({ key, name }: ProgramEvent) {
  return { key, name }
}

function surveysOf(program: Program, { answered, pairs, supervisors }: SeasonRows): DeskFacts['surveys'] {
  return Object.entries(program.surveys).flatMap(([key, it]) =>
    respondentsOf(it).map((role) => ({
      survey: it.name,
      role,
      opens: it.opens,
      closes: it.closes,
      invited: planAsked(program, key, role, { pairs, supervisors }).size,
      answered: answered.find((row) => row.survey === key && row.role === role)?.answered ?? 0,
      targetPercent: targetOf(program.measures, 'feedback') ?? USUAL_SHARE_PERCENT,
    })),
  )
}
