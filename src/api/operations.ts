import { readDrafts, releaseDecisions } from '../journey/announce/actions.ts'
import { importApplications } from '../journey/apply/actions.ts'
import { checkProgram, loadProgram, showProgram } from '../journey/design/actions.ts'
import { importAttendance } from '../journey/gather/actions.ts'
import { importTraining } from '../journey/learn/actions.ts'
import { proposeMatch, publishMatch, showMatch } from '../journey/match/actions.ts'
import { endPair, excusePair, importMeetings, logMeeting, pausePair } from '../journey/meet/actions.ts'
import { makeLink } from '../journey/results/actions.ts'
import { showResults } from '../journey/results/screens.ts'
import { clearApplications, decideApplications, importReviews } from '../journey/review/actions.ts'
import { importAnswers } from '../journey/survey/actions.ts'
import { makeToken } from '../office/actions.ts'
import { importPeople } from '../people/actions.ts'
import type { Context } from '../runtime/context.ts'
import * as rows from './sheet-rows.ts'

export type Option = {
  readonly name: string
  readonly kind: 'text' | 'number' | 'switch' | 'role'
  readonly required?: boolean
  readonly about: string
}

/** What the doors hand to an operation: its options, and the file's text or the rows that were read from it. */
export type Given = {
  readonly options: Readonly<Record<string, string | number | boolean | undefined>>
  readonly text: string
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

export type Operation = {
  readonly action: string
  readonly stage: string
  readonly verb: string
  readonly about: string
  /** What its file is: a program, a sheet of a kind, or nothing. */
  readonly file?:
    | 'program'
    | 'people'
    | 'applications'
    | 'clearance'
    | 'reviews'
    | 'training'
    | 'attendance'
    | 'meetings'
    | 'survey'
  readonly options: readonly Option[]
  /** Whether it only shows; then `--on` is the as-of day. */
  readonly shows: boolean
  readonly noSeason?: boolean
  readonly run: (ctx: Context, given: Given) => Promise<object>
}

const text = (given: Given, name: string): string | undefined =>
  given.options[name] === undefined ? undefined : String(given.options[name])
const must = (given: Given, name: string): string => text(given, name) ?? ''
const number = (given: Given, name: string): number | undefined =>
  given.options[name] === undefined ? undefined : Number(given.options[name])
const season = (given: Given) => ({ season: text(given, 'season') })
const role = (given: Given) => (given.options.role === 'mentor' ? ('mentor' as const) : ('mentee' as const))
const pairOf = (given: Given) => ({ ...season(given), mentee: must(given, 'mentee'), mentor: text(given, 'mentor') })

const MENTEE: Option = { name: 'mentee', kind: 'text', required: true, about: "the mentee's address" }
const MENTOR: Option = { name: 'mentor', kind: 'text', about: "the mentor's address, where a mentee has two" }

/** Every action that has a command and an API operation, in the order a season lives them. */
export const OPERATIONS: readonly Operation[] = [
  {
    action: 'office.makeToken',
    stage: 'office',
    verb: 'token',
    about: 'Make a token for the API; it is shown once',
    options: [],
    shows: false,
    noSeason: true,
    run: (ctx) => makeToken(ctx),
  },
  {
    action: 'design.loadProgram',
    stage: 'design',
    verb: 'load',
    about: 'Load a program file as a season',
    file: 'program',
    options: [],
    shows: false,
    noSeason: true,
    run: (ctx, given) => loadProgram(ctx, given),
  },
  {
    action: 'design.checkProgram',
    stage: 'design',
    verb: 'check',
    about: 'Check a program file and change nothing',
    file: 'program',
    options: [],
    shows: true,
    noSeason: true,
    run: (ctx, given) => checkProgram(ctx, given),
  },
  {
    action: 'design.showProgram',
    stage: 'design',
    verb: 'show',
    about: "Show a season's rules",
    options: [],
    shows: true,
    run: (ctx, given) => showProgram(ctx, season(given)),
  },
  {
    action: 'people.importPeople',
    stage: 'people',
    verb: 'import',
    about: 'Take a directory',
    file: 'people',
    options: [],
    shows: false,
    run: (ctx, given) => importPeople(ctx, { rows: given.rows.map(rows.asPerson) }),
  },
  {
    action: 'apply.importApplications',
    stage: 'apply',
    verb: 'import',
    about: 'Take applications',
    file: 'applications',
    options: [],
    shows: false,
    run: (ctx, given) => importApplications(ctx, { ...season(given), rows: given.rows.map(rows.asApplication) }),
  },
  {
    action: 'review.clearApplications',
    stage: 'review',
    verb: 'clear',
    about: 'The people team: who in this sheet is not cleared, everybody else on record is',
    file: 'clearance',
    options: [],
    shows: false,
    run: (ctx, given) =>
      clearApplications(ctx, { ...season(given), emails: given.rows.map((row) => String(row.email)) }),
  },
  {
    action: 'review.importReviews',
    stage: 'review',
    verb: 'import',
    about: 'Take reviews',
    file: 'reviews',
    options: [],
    shows: false,
    run: (ctx, given) => importReviews(ctx, { ...season(given), rows: given.rows.map(rows.asReview) }),
  },
  {
    action: 'review.decideApplications',
    stage: 'review',
    verb: 'decide',
    about: 'Admit who is cleared, eligible and in time; decline the rest',
    options: [{ name: 'late', kind: 'switch', about: 'decide those that came after the close' }],
    shows: false,
    run: (ctx, given) => decideApplications(ctx, { ...season(given), late: given.options.late === true }),
  },
  {
    action: 'match.proposeMatch',
    stage: 'match',
    verb: 'propose',
    about: 'Run the match and keep the run',
    options: [],
    shows: false,
    run: (ctx, given) => proposeMatch(ctx, season(given)),
  },
  {
    action: 'match.showMatch',
    stage: 'match',
    verb: 'show',
    about: 'Show the latest run',
    options: [],
    shows: true,
    run: (ctx, given) => showMatch(ctx, season(given)),
  },
  {
    action: 'match.publishMatch',
    stage: 'match',
    verb: 'publish',
    about: 'Fix the latest run and start its pairs',
    options: [],
    shows: false,
    run: (ctx, given) => publishMatch(ctx, season(given)),
  },
  {
    action: 'announce.readDrafts',
    stage: 'announce',
    verb: 'drafts',
    about: 'Read every letter before it leaves',
    options: [],
    shows: true,
    run: (ctx, given) => readDrafts(ctx, season(given)),
  },
  {
    action: 'announce.releaseDecisions',
    stage: 'announce',
    verb: 'release',
    about: 'Tell everyone',
    options: [{ name: 'send', kind: 'switch', about: 'send although the day has passed' }],
    shows: false,
    run: (ctx, given) => releaseDecisions(ctx, { ...season(given), send: given.options.send === true }),
  },
  {
    action: 'learn.importTraining',
    stage: 'learn',
    verb: 'import',
    about: 'Take who completed which course',
    file: 'training',
    options: [],
    shows: false,
    run: (ctx, given) => importTraining(ctx, { ...season(given), rows: given.rows.map(rows.asTraining) }),
  },
  {
    action: 'gather.importAttendance',
    stage: 'gather',
    verb: 'import',
    about: 'Take who came to which session',
    file: 'attendance',
    options: [],
    shows: false,
    run: (ctx, given) => importAttendance(ctx, { ...season(given), rows: given.rows.map(rows.asAttendance) }),
  },
  {
    action: 'meet.importMeetings',
    stage: 'meet',
    verb: 'import',
    about: 'Take meetings',
    file: 'meetings',
    options: [],
    shows: false,
    run: (ctx, given) => importMeetings(ctx, { ...season(given), rows: given.rows.map(rows.asMeeting) }),
  },
  {
    action: 'meet.logMeeting',
    stage: 'meet',
    verb: 'log',
    about: 'Write down one meeting, held --on or today',
    options: [
      MENTEE,
      MENTOR,
      { name: 'minutes', kind: 'number', about: 'how long it took' },
      { name: 'confirmed', kind: 'text', about: 'both, mentor or mentee' },
    ],
    shows: false,
    run: (ctx, given) =>
      logMeeting(ctx, {
        ...pairOf(given),
        minutes: number(given, 'minutes'),
        confirmedBy: rows.confirmation(text(given, 'confirmed')),
      }),
  },
  {
    action: 'meet.endPair',
    stage: 'meet',
    verb: 'end',
    about: 'End a pair; --on is its last day',
    options: [MENTEE, MENTOR],
    shows: false,
    run: (ctx, given) => endPair(ctx, pairOf(given)),
  },
  {
    action: 'meet.pausePair',
    stage: 'meet',
    verb: 'pause',
    about: 'Pause a pair from --on',
    options: [MENTEE, MENTOR, { name: 'until', kind: 'text', about: 'the last day of the pause' }],
    shows: false,
    run: (ctx, given) => pausePair(ctx, { ...pairOf(given), until: text(given, 'until') }),
  },
  {
    action: 'meet.excusePair',
    stage: 'meet',
    verb: 'excuse',
    about: 'Excuse the window that holds --on',
    options: [MENTEE, MENTOR],
    shows: false,
    run: (ctx, given) => excusePair(ctx, pairOf(given)),
  },
  {
    action: 'survey.importAnswers',
    stage: 'survey',
    verb: 'import',
    about: 'Take the answers of a survey held elsewhere',
    file: 'survey',
    options: [
      { name: 'survey', kind: 'text', required: true, about: 'its key in the program file' },
      { name: 'role', kind: 'role', required: true, about: 'mentor or mentee' },
    ],
    shows: false,
    run: (ctx, given) =>
      importAnswers(ctx, {
        ...season(given),
        survey: must(given, 'survey'),
        role: role(given),
        rows: given.rows.map(rows.asAnswer),
      }),
  },
  {
    action: 'results.showResults',
    stage: 'results',
    verb: 'show',
    about: 'Every figure of the season',
    options: [],
    shows: true,
    run: async (ctx, given) => (await showResults(ctx, season(given))).results,
  },
  {
    action: 'results.makeLink',
    stage: 'results',
    verb: 'link',
    about: 'Make a link that opens the full results page',
    options: [],
    shows: false,
    run: (ctx, given) => makeLink(ctx, season(given)),
  },
]
