import { endPair, excusePair, importMeetings, logMeeting, pausePair } from '../../journey/meet/actions.ts'
import { type Given, must, number, type Operation, type Option, season, text } from '../operation.ts'
import * as rows from '../sheet-rows.ts'

const MENTEE: Option = { name: 'mentee', kind: 'text', required: true, about: "the mentee's address" }
const MENTOR: Option = { name: 'mentor', kind: 'text', about: "the mentor's address, where a mentee has two" }

function pairOf(given: Given) {
  return { ...season(given), mentee: must(given, 'mentee'), mentor: text(given, 'mentor') }
}

export const meet: readonly Operation[] = [
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
]
