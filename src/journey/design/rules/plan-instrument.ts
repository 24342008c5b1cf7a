import { addDays, addMonths, addWorkingDays, daysBetween, isWorkingDay } from '../../../calendar/days.ts'
import { type Day, isDay } from '../../../model/day.ts'
import type { Respondent } from '../../../model/respondent.ts'
import { bankQuestion } from './question-bank.ts'
import { valueAt } from './value-at.ts'

/** What can be added to a program whole: an instrument with its days and a few questions of the bank. */
export const INSTRUMENTS = ['pre', 'check-in', 'mid', 'end', 'later', 'supervisors', 'leavers'] as const
export type InstrumentName = (typeof INSTRUMENTS)[number]

type Plan = {
  readonly name: string
  readonly kind?: string
  readonly days: (season: Season) => readonly [opens: Day, closes: Day]
  readonly repeat?: { readonly everyWindows: number }
  readonly questions: Partial<Readonly<Record<Respondent, readonly string[]>>>
}
type Season = { readonly from: Day; readonly until: Day; readonly everyDays: number; readonly endsOn: Day }

/** Calendar days that an instrument is open, and a check-in. Own choice: two working weeks, and most of one. */
const DAYS_OPEN = 11
const CHECK_IN_DAYS_OPEN = 4
const MONTHS_LATER = 6

const PLANS: Readonly<Record<InstrumentName, Plan>> = {
  pre: {
    name: 'Before it begins',
    kind: 'pre',
    days: ({ from }) => [addDays(from, -4), addDays(from, DAYS_OPEN - 4)],
    questions: {
      mentor: ['clear-start', 'can-solve', 'hopes'],
      mentee: ['clear-start', 'can-solve', 'next-step', 'skills-wanted', 'hopes'],
    },
  },
  'check-in': {
    name: 'How is it going?',
    kind: 'check-in',
    days: ({ from, everyDays }) => [addDays(from, everyDays), addDays(from, everyDays + CHECK_IN_DAYS_OPEN)],
    repeat: { everyWindows: 2 },
    questions: { mentor: ['on-our-way', 'enough-time'], mentee: ['on-our-way', 'enough-time'] },
  },
  mid: {
    name: 'Half-way',
    kind: 'mid',
    days: ({ from, until }) => openFrom(addDays(from, Math.floor(daysBetween(from, until) / 2))),
    questions: {
      mentor: ['worth-the-time', 'learned-too', 'what-helps'],
      mentee: ['worth-the-time', 'can-say', 'goal-clear', 'what-helps'],
    },
  },
  end: {
    name: 'At the end',
    kind: 'end',
    days: ({ until }) => openFrom(addDays(until, -7)),
    questions: {
      mentor: ['worth-the-time', 'learned-too', 'can-solve', 'mentor-skills', 'recommend', 'change'],
      mentee: [
        'worth-the-time',
        'can-solve',
        'next-step',
        'skills-practised',
        'goal-reached',
        'goal-outcome',
        'recommend',
        'change',
      ],
    },
  },
  later: {
    name: 'Half a year later',
    kind: 'later',
    days: ({ endsOn }) => openFrom(addMonths(endsOn, MONTHS_LATER)),
    questions: {
      mentor: ['still-in-touch', 'what-stayed'],
      mentee: ['next-step', 'still-in-touch', 'goal-outcome', 'what-stayed'],
    },
  },
  supervisors: {
    name: 'For supervisors',
    kind: 'end',
    days: ({ until }) => openFrom(addDays(until, -7)),
    questions: { supervisor: ['helps-the-team', 'time-fits', 'would-support-again', 'better-for-teams'] },
  },
  leavers: {
    name: 'If a pair ends early',
    days: ({ from, endsOn }) => [from, endsOn],
    questions: { leaver: ['what-played-a-part', 'good-all-the-same', 'would-try-again', 'sooner'] },
  },
}

/** An instrument as it is written into a file whose value this is; days that the file does not let us know stay empty, to be filled in. Issue 7, instruments. */
export function planInstrument(named: InstrumentName, value: unknown): Readonly<Record<string, unknown>> {
  const { name, kind, days, repeat, questions } = PLANS[named]
  const season = seasonIn(value)
  const [opens, closes] = season ? days(season).map(onAWorkingDay) : ['', '']
  const asked = Object.entries(questions).map(([of, keys]) => [of, keys.flatMap((key) => bankQuestion(key) ?? [])])
  return { name, ...(kind && { kind }), opens, closes, ...(repeat && { repeat }), questions: Object.fromEntries(asked) }
}

function openFrom(day: Day): readonly [Day, Day] {
  return [day, addDays(day, DAYS_OPEN)]
}

function onAWorkingDay(day: Day): Day {
  return isWorkingDay(day) ? day : addWorkingDays(day, 1)
}

function seasonIn(value: unknown): Season | null {
  const [from, until, endsOn] = [['meetings', 'from'], ['meetings', 'until'], ['endsOn']].map((path) =>
    valueAt(value, path),
  )
  const everyDays = Number(valueAt(value, ['meetings', 'everyDays']))
  const isSaid = (it: unknown): it is Day => typeof it === 'string' && isDay(it)
  return isSaid(from) && isSaid(until) && isSaid(endsOn) && Number.isInteger(everyDays) && everyDays > 0
    ? { from, until, endsOn, everyDays }
    : null
}
