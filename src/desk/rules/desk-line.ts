import type { Choosing } from '../../journey/match/rules/choosing.ts'
import type { QuietLine } from '../../journey/meet/rules/plan-quiet.ts'
import type { Day } from '../../model/day.ts'
import type { Respondent } from '../../model/respondent.ts'
import type { Role } from '../../model/role.ts'

/** What a line is about: the filter of the page. */
export const SUBJECTS = ['pairs', 'people', 'events', 'surveys', 'selection'] as const
export type Subject = (typeof SUBJECTS)[number]

/** Everybody of some roles who is to complete a training, counted. */
export type TrainingFact = {
  readonly training: string
  /** One of its courses: the training's key. */
  readonly course: string
  readonly dueOn: Day
  readonly completed: number
  readonly expected: number
  readonly targetPercent: number
}
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
  | ({ readonly kind: 'training' } & Pick<
      TrainingFact,
      'training' | 'course' | 'completed' | 'expected' | 'targetPercent'
    >)
  | { readonly kind: 'undelivered'; readonly personId: string; readonly letters: number }
  | { readonly kind: 'seats'; readonly event: NamedEvent; readonly without: number; readonly roster: number }
  | { readonly kind: 'questions'; readonly event: NamedEvent; readonly waiting: number }
  | {
      readonly kind: 'survey'
      readonly survey: string
      readonly role: Respondent
      readonly answered: number
      readonly invited: number
      readonly targetPercent: number
    }
  | { readonly kind: 'decide'; readonly many: number }
  /** `chosen` where mentees chose first: of how many who had a list how many did. */
  | {
      readonly kind: 'match'
      readonly many: number
      readonly chosen: { readonly asked: number; readonly chose: number } | null
    }
  /** Shortlists to be made and sent, in time or too late. */
  | { readonly kind: 'shortlists'; readonly chooseBy: Day; readonly isMissed: boolean }
  /** Reviews that were given out and are not in, as it nears the day they are due. */
  | { readonly kind: 'reviews' }
  /** Letters that are drafted, and pairs that have not heard; either may be none. */
  | { readonly kind: 'announce'; readonly many: number; readonly pairs: number }
  | { readonly kind: 'place'; readonly waiting: number; readonly reserve: number }
  /** A mentor whose pair ended and who may take another mentee, while somebody waits whom they could have. */
  | {
      readonly kind: 'free-place'
      readonly pairId: string
      readonly mentorId: string
      readonly endedOn: Day
      readonly waiting: number
    }
  /** The season is over and nobody has recorded what becomes of the program. */
  | { readonly kind: 'season-decision'; readonly endedOn: Day }
  | { readonly kind: 'season-closing'; readonly endedOn: Day }
  | { readonly kind: 'late'; readonly role: Role; readonly many: number; readonly waits: number }

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
  readonly trainings: readonly TrainingFact[]
  readonly undelivered: readonly { readonly personId: string; readonly letters: number; readonly on: Day }[]
  readonly seats: readonly {
    readonly event: NamedEvent
    readonly firstDay: Day
    /** Those without a session inside their working day. */
    readonly without: readonly string[]
    readonly roster: number
  }[]
  readonly questions: readonly { readonly event: NamedEvent; readonly waiting: number; readonly firstDay: Day }[]
  readonly surveys: readonly {
    readonly survey: string
    readonly role: Respondent
    readonly opens: Day
    readonly closes: Day
    readonly answered: number
    readonly invited: number
    readonly targetPercent: number
  }[]
  /** Ended pairs whose mentor has not said whether they take another mentee. */
  readonly freed: readonly {
    readonly pairId: string
    readonly mentorId: string
    readonly endedOn: Day
    /** How many of those who wait the mentor could have by division. */
    readonly waiting: number
  }[]
  readonly closing: {
    readonly endsOn: Day
    readonly isDecided: boolean
    /** From when nothing is open any more that only time closes. */
    readonly closableOn: Day
    /** The last day on which a new pair still has time enough. */
    readonly pairsUntil: Day
  }
  readonly selection: {
    readonly closesOn: Day
    readonly announcedOn: Day
    readonly applications: number
    readonly undecided: number
    readonly reviewsDueOn: Day
    /** Since when letters wait that come after everyone else heard; null before anybody has. */
    readonly laterSince: Day | null
    /** When late applications were decided last; null before. */
    readonly lateDecidedOn: Day | null
    /** Whether any review is given out and not in. */
    readonly hasReviewsOut: boolean
    readonly isPublished: boolean
    readonly drafts: number
    /** Pairs that have not heard of themselves. */
    readonly untold: number
    readonly waiting: number
    readonly reserve: number
    /** Late applications since the late ones were decided last, whatever may come of them. */
    readonly late: Readonly<Record<Role, number>>
    /** How far choosing from shortlists is; null where the program has none. */
    readonly choosing: {
      readonly standing: Choosing
      readonly chooseBy: Day
      readonly asked: number
      readonly chose: number
    } | null
  }
}

/** What somebody made of a line: done, or put off until a day. */
export type DeskMark = { readonly key: string; readonly state: 'done' | 'snoozed'; readonly until: Day | null }
