import type { Day } from './day.ts'
import type { MeasureFigure } from './measure-figure.ts'
import type { Respondent } from './respondent.ts'
import type { BrokenDownBy } from './surveys.ts'

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

/** Where one person works on the as-of day. */
export type DepartmentFact = {
  readonly personId: string
  readonly department: string | null
  readonly division?: string | null
}

/** A course that somebody completed. */
export type TrainedFact = { readonly personId: string; readonly course: string; readonly happenedOn: Day }

/** What the directory says of one person over time, the oldest row first, and the first day they were no longer there. */
export type CareerFact = {
  readonly personId: string
  readonly leftOn: Day | null
  readonly rows: readonly {
    readonly fromOn: Day
    readonly title: string | null
    readonly department: string | null
    readonly division: string | null
  }[]
}

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

/** What one person answered first and last in a series, as numbers, without the person. */
export type ChangeFact = {
  readonly series: string
  readonly role: Respondent
  readonly question: string
  /** Of a question with several answers, which; else empty. */
  readonly option: string
  readonly before: number
  readonly after: number
}

/** One answer to one question in one group, joined to nothing else. */
export type BreakdownFact = {
  readonly survey: string
  readonly role: Respondent
  readonly by: BrokenDownBy
  readonly group: string
  readonly question: string
  /** Of a question with several answers, which: then the value is yes or no; else empty. */
  readonly option: string
  readonly value: string
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
    /** Absent in editions that were kept before it was counted. */
    readonly states?: CadenceStates
  }
  readonly strips: readonly { readonly pair: number; readonly windows: readonly WindowState[] }[]
  readonly surveys: readonly SurveyResult[]
  /** From the first to the last survey of each series; editions made before there were any have none. */
  readonly changes?: readonly ChangeResult[]
  /** Surveys in the groups that were declared before they opened. */
  readonly breakdowns?: readonly BreakdownResult[]
  /** What the program asks for by name. */
  readonly measures: readonly MeasureFigure[]
}

/** The windows that count, by what is known of them, and what that leaves open for the pairs. */
export type CadenceStates = {
  readonly both: number
  readonly one: number
  readonly disagree: number
  readonly unknown: number
  /** Over, but a side may still deny it or answer. */
  readonly open: number
  /** Pairs that met in every window if each unknown and open one was met: the best case. */
  readonly pairsAtBest: number
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

/** How answers to one question moved from the first to the last survey of a series, among those who gave both. */
export type ChangeResult = {
  readonly series: string
  readonly role: Respondent
  readonly question: string
  /** Of a question with several answers, which; else empty. */
  readonly option: string
  /** The survey before and the one after. */
  readonly first: string
  readonly last: string
  /** The ends of the scale; shares are from 0 to 100. */
  readonly from: number
  readonly to: number
  /** Null where it would tell too much: too few people, or answers too much alike. */
  readonly shown: {
    readonly base: number
    /** Means and their difference, two decimals, half away from zero. */
    readonly before: number
    readonly after: number
    readonly change: number
    /** Between these lies the change of a larger group like this one, in 95 of 100 cases or more; rounded outward. */
    readonly low: number
    readonly high: number
  } | null
}

/** One question of a survey in the groups of a breakdown; no groups where they would tell too much. */
export type BreakdownResult = {
  readonly survey: string
  readonly role: Respondent
  readonly by: BrokenDownBy
  readonly question: string
  readonly groups: readonly {
    readonly group: string
    readonly base: number
    readonly options: readonly ({ readonly option: string } & Shown)[]
  }[]
}

/** One cell of a window strip. `due` is running, or just ended so that an answer may still come. */
export type WindowState = 'met' | 'one' | 'disagree' | 'unknown' | 'due' | 'excused' | 'coming' | 'ended'
