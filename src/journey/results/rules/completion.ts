import { addDays, daysBetween } from '../../../calendar/days.ts'
import { DAYS_TO_COMPLETE } from '../../../model/completion.ts'
import type { Day } from '../../../model/day.ts'
import type { MeetingFact, PairFact } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import type { Respondent } from '../../../model/respondent.ts'
import { ROLES, type Role } from '../../../model/role.ts'
import { decideMeeting, meetingsOfPair, planStrips } from '../../meet/rules.ts'
import { planInvited } from '../../survey/rules.ts'

type Answered = { readonly survey: string; readonly role: Respondent; readonly personId: string }

/** What is known of a season, or of one person in it with the pairs and meetings of their mentees. */
export type CompletionFacts = {
  readonly pairs: readonly PairFact[]
  /** `minutes` where they were written down. */
  readonly meetings: readonly (MeetingFact & { readonly minutes: number | null })[]
  readonly trained: readonly { readonly personId: string; readonly course: string }[]
  readonly answered: readonly Answered[]
}

/** Windows of one person in one role: met, to be met, needed, and those in which something can still become of it. */
export type MeetingsDone = {
  readonly met: number
  readonly windows: number
  readonly needed: number
  readonly open: number
}
/** One thing a certificate asks for: done, still possible, or over. */
type Asked = { readonly name: string; readonly state: 'done' | 'open' | 'over' }
export type Completion = {
  readonly personId: string
  readonly role: Role
  /** Null where the program asks for no number of meetings. */
  readonly meetings: MeetingsDone | null
  readonly trainings: readonly Asked[]
  readonly surveys: readonly (Asked & { readonly key: string; readonly opens: Day; readonly closes: Day })[]
  /** Whether meetings and training are done: what a coordinator may see of it. Whether somebody answered is their own. */
  readonly isDone: boolean
  /** Whether everything is done, the surveys too. */
  readonly isComplete: boolean
  readonly fromOn: Day
  readonly untilOn: Day
  /** Minutes of the meetings that count, by what was written down or else by the program’s own length. */
  readonly minutes: number
}

/** Whether certificates of a season are given on a day. */
export function areCertificatesReady(program: Pick<Program, 'certificate' | 'endsOn'>, today: Day): boolean {
  if (!program.certificate) return false
  return program.certificate.ready === 'at-once' || program.endsOn < today
}

/** Whether something can still become of a season on a day, in a certificate. */
export function canStillComplete({ endsOn }: Pick<Program, 'endsOn'>, today: Day): boolean {
  return today <= addDays(endsOn, DAYS_TO_COMPLETE)
}

/**
 * How far everybody is who is or was in a published pair, each in each role: a window counts once, met where a meeting of any of
 * their pairs in that role met it, so a new match goes on where the former one ended and several mentees are not more to do.
 * Excused windows and the time between two pairs leave the count; after the last pair has ended nothing comes to it any more.
 * Whoever came late needs the same share, rounded up, and one at least. Issue 7, certificates.
 */
export function planCompletions(program: Program, facts: CompletionFacts, asOf: Day): readonly Completion[] {
  const pairs = facts.pairs.filter((it) => it.publishedOn <= asOf)
  const strips = planStrips(program.meetings, pairs, facts.meetings, asOf)
  const pairsOfMentee = Map.groupBy(pairs, (it) => it.menteeId)
  const meetingsOfMentee = Map.groupBy(facts.meetings, (it) => it.menteeId)
  const all = pairs.map((pair, at): Strip => {
    const of = pairsOfMentee.get(pair.menteeId) ?? []
    const held = meetingsOfPair(pair, of, meetingsOfMentee.get(pair.menteeId) ?? [])
    return { pair, cells: strips[at] ?? [], minutes: minutesOf(program, held, asOf) }
  })
  const trained = Map.groupBy(facts.trained, (it) => it.personId)
  const answered = Map.groupBy(facts.answered, (it) => it.personId)
  return ROLES.flatMap((role) => {
    const people = Map.groupBy(all, ({ pair }) => (role === 'mentor' ? pair.mentorId : pair.menteeId))
    return [...people].map(([personId, own]) => {
      const courses = (trained.get(personId) ?? []).map((it) => it.course)
      return completionOf(program, { personId, role, own, courses, answered: answered.get(personId) ?? [] }, asOf)
    })
  })
}

type Strip = {
  readonly pair: PairFact
  readonly cells: ReturnType<typeof planStrips>[number]
  /** Of its meetings that count. */
  readonly minutes: number
}
type Own = {
  readonly personId: string
  readonly role: Role
  readonly own: readonly Strip[]
  readonly courses: readonly string[]
  readonly answered: readonly Answered[]
}

function completionOf(program: Program, it: Own, asOf: Day): Completion {
  const { personId, role, own } = it
  const meetings = program.completion ? countMeetings(program, program.completion, own) : null
  const trainings = trainingsOf(program, it, asOf)
  const surveys = surveysOf(program, it, asOf)
  const isDone =
    (meetings === null || meetings.met >= meetings.needed) && trainings.every((one) => one.state === 'done')
  const lastDays = own.map(({ pair }) => pair.endedOn ?? program.endsOn).sort()
  const until = lastDays.at(-1) ?? program.endsOn
  return {
    personId,
    role,
    meetings,
    trainings,
    surveys,
    isDone,
    isComplete: isDone && surveys.every((one) => one.state === 'done'),
    fromOn: own.map(({ pair }) => pair.publishedOn).sort()[0] ?? program.startsOn,
    untilOn: until < program.endsOn ? until : program.endsOn,
    minutes: own.reduce((sum, one) => sum + one.minutes, 0),
  }
}

type Slot = 'met' | 'open' | 'missed'
const BEST: readonly Slot[] = ['met', 'open', 'missed']

/** The windows of one person, each by its place in the season. A pair’s own windows fall into one place each. */
function countMeetings(
  { meetings: { from, everyDays } }: Program,
  rule: NonNullable<Program['completion']>,
  own: readonly Strip[],
): MeetingsDone {
  const slots = new Map<number, Slot>()
  const lastPair = lastOf(own.map(({ pair }) => pair))
  for (const { pair, cells } of own)
    for (const { window, state, isDue } of cells) {
      const isAfter = pair.endedOn !== null && window.lastDay > pair.endedOn
      // What a pair left undone when it ended another one may go on with; after the last one nobody does.
      if (state === 'excused' || (isAfter && pair.id !== lastPair?.id)) continue
      const met = !isAfter && (state === 'met' || state === 'one')
      const slot: Slot = met ? 'met' : !isAfter && (!isDue || state === 'due') ? 'open' : 'missed'
      const at = Math.floor(daysBetween(from, window.lastDay) / everyDays)
      const before = slots.get(at) ?? 'missed'
      slots.set(at, BEST.indexOf(slot) < BEST.indexOf(before) ? slot : before)
    }
  const states = [...slots.values()]
  const windows = states.length
  return {
    met: states.filter((it) => it === 'met').length,
    open: states.filter((it) => it === 'open').length,
    windows,
    needed: Math.max(1, Math.min(rule.meetings, Math.ceil((rule.meetings * windows) / rule.of))),
  }
}

/** The pair that runs, or the one that ended last. */
function lastOf(pairs: readonly PairFact[]): PairFact | undefined {
  const end = ({ endedOn }: PairFact) => endedOn ?? '9999-12-31'
  return pairs.toSorted((a, b) => (end(a) === end(b) ? (a.id < b.id ? -1 : 1) : end(a) < end(b) ? -1 : 1)).at(-1)
}

function trainingsOf(
  { certificate, training, endsOn }: Program,
  { role, courses }: Own,
  asOf: Day,
): Completion['trainings'] {
  if (!certificate?.training) return []
  return training
    .filter((it) => it.required && it.roles.includes(role))
    .map(({ name, alternatives }) => {
      if (alternatives.some((it) => courses.includes(it.key))) return { name, state: 'done' }
      return { name, state: canStillComplete({ endsOn }, asOf) ? 'open' : 'over' }
    })
}

/** Surveys that the certificate asks for and to which they were invited in this role: nobody is asked for what they could not do. */
function surveysOf({ surveys }: Program, { personId, role, own, answered }: Own, asOf: Day): Completion['surveys'] {
  const pairs = own.map(({ pair }) => pair)
  return Object.entries(surveys).flatMap(([key, survey]) => {
    if (survey.gate !== 'certificate' || (survey.questions[role] ?? []).length === 0) return []
    if (!planInvited(survey, role, pairs).has(personId)) return []
    const { name, opens, closes } = survey
    const has = answered.some((it) => it.survey === key && it.role === role)
    return [{ key, name, opens, closes, state: has ? 'done' : closes < asOf ? 'over' : 'open' }]
  })
}

function minutesOf({ meetings, endsOn }: Program, held: CompletionFacts['meetings'], asOf: Day): number {
  const counted = held.filter((it) => {
    const worth = decideMeeting(it, asOf)
    return it.heldOn <= endsOn && (worth === 'met' || worth === 'one')
  })
  return counted.reduce((sum, it) => sum + (it.minutes ?? meetings.minutes), 0)
}
