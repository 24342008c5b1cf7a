import type { Day } from './day.ts'
import type { Respondent } from './respondent.ts'

/** A published pair as the figures see it; spans are inclusive days, `until: null` means still so. */
export type PairFact = {
  readonly id: string
  readonly mentorId: string
  readonly menteeId: string
  readonly publishedOn: Day
  /** The last day of the pair, if it ended. */
  readonly endedOn: Day | null
  readonly pauses: readonly { readonly from: Day; readonly until: Day | null }[]
  /** Days on which the coordinator excused the window that contains them. */
  readonly excusedOn: readonly Day[]
}

export type Confirmation = 'both' | 'mentor' | 'mentee' | 'denied' | 'unknown'

/** A meeting row: kept under its mentee and day; finds its pair when figures are computed. */
export type MeetingFact = {
  readonly menteeId: string
  readonly mentorId: string | null
  readonly heldOn: Day
  readonly confirmedBy: Confirmation
  /** The day a side denied it happened, if one did. */
  readonly deniedOn: Day | null
  /** The day a side first said that it happened, if that is known: the other has its days to deny from then on. */
  readonly saidOn?: Day | null
}

export type AttendanceFact = {
  readonly event: string
  readonly session: string
  readonly personId: string
  readonly happenedOn: Day
}

/** One department of one person on the as-of day. */
export type DepartmentFact = { readonly personId: string; readonly department: string | null }

/** Whose supervisor a survey may ask, because they agreed to it. */
export type SupervisorFact = { readonly survey: string; readonly personId: string; readonly supervisorId: string }

/** Answers of one survey and kind of respondent, unjoined from people: per question, each answer's chosen options or value. */
export type SurveyFact = {
  readonly survey: string
  readonly role: Respondent
  /** Ids of the people invited, from pairs; and how many answered. */
  readonly answered: number
  readonly answers: readonly { readonly question: string; readonly values: readonly string[] }[]
}

export type Shown =
  | { readonly people: number; readonly percent: number }
  | { readonly people: null; readonly percent: null; readonly shown: 'too few' | 'nearly all' | 'nearly none' }

export type Results = {
  readonly season: string
  readonly asOf: Day
  readonly participation: {
    readonly people: number
    readonly pairs: number
    readonly menteeDepartments: number
    readonly mentorDepartments: number
    readonly activePairs: number
    readonly endedPairs: number
  }
  readonly attendance: readonly {
    readonly event: string
    readonly sessions: readonly number[]
    readonly people: number
    readonly roster: number
    readonly percent: number | null
    readonly guests: number
    readonly target: number | null
    /** It does not take place, by that day: it has no share and no aim. */
    readonly calledOff?: true
  }[]
  readonly cadence: {
    readonly pairsEveryWindow: number
    readonly pairs: number
    readonly percent: number | null
    readonly target: number | null
    readonly windowsMet: number
    readonly windowsDue: number
    readonly windowsExcused: number
  }
  readonly strips: readonly { readonly pair: number; readonly windows: readonly WindowState[] }[]
  readonly surveys: readonly SurveyResult[]
}

export type SurveyResult = {
  readonly survey: string
  readonly role: Respondent
  readonly invited: number
  readonly answers: number
  readonly questions: readonly {
    readonly key: string
    readonly base: number
    readonly options: readonly ({ readonly option: string } & Shown)[]
  }[]
}

/** One cell of a window strip. `due` is running, or just ended so that an answer may still come. */
export type WindowState = 'met' | 'one' | 'disagree' | 'unknown' | 'due' | 'excused' | 'coming' | 'ended'
