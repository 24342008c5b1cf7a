import { addDays, addWorkingDays, daysBetween } from '../../calendar/days.ts'
import type { QuietLine } from '../../journey/meet/rules/plan-quiet.ts'
import { DAYS_UNTIL_UNKNOWN } from '../../journey/meet/rules.ts'
import type { Day } from '../../model/day.ts'
import type { Role } from '../../model/role.ts'

/** What a line is about: the filter of the page. */
export const SUBJECTS = ['pairs', 'people', 'events', 'surveys', 'selection'] as const
export type Subject = (typeof SUBJECTS)[number]

type NamedEvent = { readonly key: string; readonly name: string }
/** What needs a person, with what its sentence is made of. `people` are those it is about. */
export type Need =
  | { readonly kind: 'quiet-pair' | 'disagree'; readonly pairId: string; readonly line: QuietLine }
  | {
      readonly kind: 'another-match' | 'help'
      readonly pairId: string
      readonly askedBy: string
      readonly reserve: number
    }
  | { readonly kind: 'look-again'; readonly id: string; readonly personId: string }
  | { readonly kind: 'certificate'; readonly personId: string; readonly startsOn: Day; readonly training: string }
  | { readonly kind: 'undelivered'; readonly personId: string; readonly letters: number }
  | { readonly kind: 'seats'; readonly event: NamedEvent; readonly without: number; readonly roster: number }
  | { readonly kind: 'questions'; readonly event: NamedEvent; readonly waiting: number }
  | {
      readonly kind: 'survey'
      readonly survey: string
      readonly role: Role
      readonly answered: number
      readonly invited: number
    }
  | { readonly kind: 'decide' | 'match' | 'announce'; readonly many: number }
  | { readonly kind: 'place'; readonly waiting: number; readonly reserve: number }

export type DeskLine = Need & {
  /** The same need has the same key: what was done with it is kept under it. */
  readonly key: string
  readonly subject: Subject
  /** The last day on which waiting costs nothing more. */
  readonly dueOn: Day
  /** Since when it waits, where that says more than by when. */
  readonly since: Day | null
  readonly people: readonly string[]
}

export type DeskFacts = {
  readonly today: Day
  readonly quiet: readonly QuietLine[]
  /** The two of each pair, by its id. */
  readonly two: ReadonlyMap<string, readonly [mentorId: string, menteeId: string]>
  readonly requests: readonly {
    readonly id: string
    readonly kind: 'help' | 'another-match'
    readonly pairId: string
    readonly askedBy: string
    readonly askedOn: Day
  }[]
  readonly lookAgain: readonly { readonly id: string; readonly personId: string; readonly dueOn: Day }[]
  /** People whose pair begins, or has begun, without the training they promised. */
  readonly uncertified: readonly { readonly personId: string; readonly training: string; readonly startsOn: Day }[]
  readonly undelivered: readonly { readonly personId: string; readonly letters: number; readonly on: Day }[]
  readonly seats: readonly {
    readonly event: NamedEvent
    readonly firstDay: Day
    readonly without: number
    readonly roster: number
  }[]
  readonly questions: readonly { readonly event: NamedEvent; readonly waiting: number; readonly firstDay: Day }[]
  readonly surveys: readonly {
    readonly survey: string
    readonly role: Role
    readonly opens: Day
    readonly closes: Day
    readonly answered: number
    readonly invited: number
  }[]
  readonly selection: {
    readonly closesOn: Day
    readonly announcedOn: Day
    readonly applications: number
    readonly undecided: number
    readonly isPublished: boolean
    readonly drafts: number
    readonly waiting: number
    readonly reserve: number
  }
}

/** Days that a line may wait before it costs: somebody who asks for help hears the next working day but one, a quiet pair within three days. */
const DAYS_FOR_HELP = 2
const DAYS_FOR_ANOTHER_MATCH = 5
const DAYS_FOR_QUIET = 3
const DAYS_FOR_ADDRESS = 2
/** An event's times can still be moved three weeks before it; questions to its panel are read the week before. */
export const DAYS_BEFORE_EVENT = 21
const DAYS_FOR_QUESTIONS = 7
/** A certificate is asked after from two weeks before the pair's first day. */
const DAYS_BEFORE_START = 14
/** A survey below half of the answers is looked at in its last five days: reminders have gone out by then. */
const DAYS_BEFORE_CLOSE = 5
const EXPECTED_SHARE = 0.5
/** Letters are read the day before they leave, a match two days before, decisions four. */
const DAYS_TO_DECIDE = 4
const DAYS_TO_MATCH = 2
const DAYS_TO_READ = 1

/** What costs most to wait comes first among the lines of one day. Issue 6, today. */
const ORDER: readonly Need['kind'][] = [
  'announce',
  'match',
  'decide',
  'help',
  'quiet-pair',
  'another-match',
  'disagree',
  'certificate',
  'look-again',
  'seats',
  'undelivered',
  'place',
  'questions',
  'survey',
]

/** Everything of a season that needs a coordinator on a day, what costs most to wait first. PRODUCT.md, the desk; issue 6. */
export function planDesk(facts: DeskFacts): readonly DeskLine[] {
  const lines = [
    ...facts.quiet.map((it) => quietLine(it, facts)),
    ...facts.requests.map((it) => requestLine(it, facts)),
    ...facts.lookAgain.map(lookAgainLine),
    ...facts.uncertified.flatMap((it) => certificateLine(it, facts.today)),
    ...facts.undelivered.map(undeliveredLine),
    ...facts.seats.flatMap((it) => seatsLine(it, facts.today)),
    ...facts.questions.flatMap((it) => questionsLine(it, facts.today)),
    ...facts.surveys.flatMap((it) => surveyLine(it, facts.today)),
    ...selectionLines(facts),
  ]
  return lines.toSorted(compareLines)
}

function compareLines(a: DeskLine, b: DeskLine): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.key < b.key ? -1 : 1)
}

function quietLine(line: QuietLine, { two }: DeskFacts): DeskLine {
  const since = addWorkingDays(line.window.lastDay, DAYS_UNTIL_UNKNOWN)
  return {
    kind: line.state === 'quiet' ? 'quiet-pair' : 'disagree',
    key: `${line.state} ${line.pairId} ${line.window.firstDay}`,
    subject: 'pairs',
    pairId: line.pairId,
    line,
    since,
    dueOn: addDays(since, DAYS_FOR_QUIET),
    people: two.get(line.pairId) ?? [],
  }
}

function requestLine(it: DeskFacts['requests'][number], { two, selection }: DeskFacts): DeskLine {
  return {
    kind: it.kind,
    key: `${it.kind} ${it.id}`,
    subject: 'pairs',
    pairId: it.pairId,
    askedBy: it.askedBy,
    reserve: selection.reserve,
    since: it.askedOn,
    dueOn: addDays(it.askedOn, it.kind === 'help' ? DAYS_FOR_HELP : DAYS_FOR_ANOTHER_MATCH),
    people: two.get(it.pairId) ?? [it.askedBy],
  }
}

function lookAgainLine(it: DeskFacts['lookAgain'][number]): DeskLine {
  const { id, personId, dueOn } = it
  const key = `look-again ${id}`
  return { kind: 'look-again', key, subject: 'people', id, personId, dueOn, since: null, people: [personId] }
}

function certificateLine(it: DeskFacts['uncertified'][number], today: Day): readonly DeskLine[] {
  if (daysBetween(today, it.startsOn) > DAYS_BEFORE_START) return []
  const key = `certificate ${it.personId} ${it.training} ${it.startsOn}`
  const dueOn = addDays(it.startsOn, -1)
  return [{ kind: 'certificate', key, subject: 'people', ...it, dueOn, since: null, people: [it.personId] }]
}

function undeliveredLine({ personId, letters, on }: DeskFacts['undelivered'][number]): DeskLine {
  const dueOn = addDays(on, DAYS_FOR_ADDRESS)
  const key = `undelivered ${personId} ${on}`
  return { kind: 'undelivered', key, subject: 'people', personId, letters, since: on, dueOn, people: [personId] }
}

function seatsLine(it: DeskFacts['seats'][number], today: Day): readonly DeskLine[] {
  const ahead = daysBetween(today, it.firstDay)
  if (it.without === 0 || ahead < 0 || ahead > DAYS_BEFORE_EVENT) return []
  const { event, without, roster } = it
  const key = `seats ${event.key} ${it.firstDay}`
  const dueOn = addDays(it.firstDay, -DAYS_FOR_QUESTIONS)
  return [{ kind: 'seats', key, subject: 'events', event, without, roster, dueOn, since: null, people: [] }]
}

function questionsLine(it: DeskFacts['questions'][number], today: Day): readonly DeskLine[] {
  const ahead = daysBetween(today, it.firstDay)
  if (it.waiting === 0 || ahead < 0 || ahead > DAYS_FOR_QUESTIONS) return []
  const { event, waiting, firstDay } = it
  const key = `questions ${event.key} ${firstDay}`
  return [{ kind: 'questions', key, subject: 'events', event, waiting, dueOn: firstDay, since: null, people: [] }]
}

function surveyLine(it: DeskFacts['surveys'][number], today: Day): readonly DeskLine[] {
  const left = daysBetween(today, it.closes)
  const isNear = it.opens <= today && left >= 0 && left <= DAYS_BEFORE_CLOSE
  if (!isNear || it.invited === 0 || it.answered >= it.invited * EXPECTED_SHARE) return []
  const { survey, role, answered, invited, closes } = it
  const key = `survey ${survey} ${role}`
  return [
    {
      kind: 'survey',
      key,
      subject: 'surveys',
      survey,
      role,
      answered,
      invited,
      dueOn: closes,
      since: null,
      people: [],
    },
  ]
}

/** Selecting goes one way: what is undecided first, then the match, then the letters; afterwards whoever late would make a pair. */
function selectionLines({ today, selection: it }: DeskFacts): readonly DeskLine[] {
  const line = (need: Extract<Need, { kind: 'decide' | 'match' | 'announce' }>, days: number): DeskLine => ({
    ...need,
    key: need.kind,
    subject: 'selection',
    dueOn: addDays(it.announcedOn, -days),
    since: null,
    people: [],
  })
  if (it.isPublished && it.drafts > 0) return [line({ kind: 'announce', many: it.drafts }, DAYS_TO_READ)]
  if (it.isPublished) return placeLines(today, it)
  if (today <= it.closesOn || it.applications === 0) return []
  return it.undecided > 0
    ? [line({ kind: 'decide', many: it.undecided }, DAYS_TO_DECIDE)]
    : [line({ kind: 'match', many: it.applications }, DAYS_TO_MATCH)]
}

function placeLines(today: Day, { waiting, reserve }: DeskFacts['selection']): readonly DeskLine[] {
  if (waiting === 0 || reserve === 0) return []
  const key = `place ${waiting} ${reserve}`
  const dueOn = addDays(today, DAYS_FOR_ANOTHER_MATCH)
  return [{ kind: 'place', key, subject: 'selection', waiting, reserve, dueOn, since: null, people: [] }]
}

/** What somebody made of a line: done, or put off until a day. */
export type DeskMark = { readonly key: string; readonly state: 'done' | 'snoozed'; readonly until: Day | null }

/** The lines that stand on the desk on a day: those done are off it, those put off come back on their day. */
export function openLines(lines: readonly DeskLine[], marks: readonly DeskMark[], today: Day): readonly DeskLine[] {
  const off = new Set(marks.filter((it) => it.state === 'done' || (it.until ?? today) > today).map((it) => it.key))
  return lines.filter((line) => !off.has(line.key))
}
