import { z } from 'zod'
import { seekAgain, suggestExtension } from '../../journey/meet/actions/after-ending.ts'
import { importMeetings, logMeeting } from '../../journey/meet/actions/meetings.ts'
import { endPair, excusePair, pausePair } from '../../journey/meet/actions/pair-changes.ts'
import { seeQuietPairs } from '../../journey/meet/screens/quiet-pairs.ts'
import { daySchema } from '../../model/day.ts'
import { type Given, must, number, type Operation, operation, season, text } from '../operation.ts'
import type { Option } from '../option.ts'
import { importReport } from '../shapes/import-report.ts'
import { pairChanged } from '../shapes/pair-changed.ts'
import { quietPairs } from '../shapes/quiet-pairs.ts'
import * as rows from '../sheet-rows.ts'

const MENTEE: Option = { name: 'mentee', kind: 'text', required: true, about: "the mentee's address" }
const MENTOR: Option = { name: 'mentor', kind: 'text', about: "the mentor's address, where a mentee has two" }

function pairOf(given: Given) {
  return { ...season(given), mentee: must(given, 'mentee'), mentor: text(given, 'mentor') }
}

export const meet: readonly Operation[] = [
  operation({
    action: 'meet.importMeetings',
    stage: 'meet',
    verb: 'import',
    about: 'Take meetings',
    file: 'meetings',
    options: [],
    shows: false,
    result: importReport,
    run: (ctx, given) => importMeetings(ctx, { ...season(given), rows: given.rows.map(rows.asMeeting) }),
  }),
  operation({
    action: 'meet.logMeeting',
    stage: 'meet',
    verb: 'log',
    about: 'Write down one meeting, held --on or today',
    options: [
      MENTEE,
      MENTOR,
      { name: 'minutes', kind: 'number', about: 'how long it took' },
      {
        name: 'confirmed',
        kind: 'choice',
        choices: ['both', 'mentor', 'mentee'],
        about: 'who says it happened; both unless said',
      },
    ],
    shows: false,
    result: z.strictObject({ heldOn: daySchema }).meta({ title: 'MeetingLogged' }),
    run: (ctx, given) =>
      logMeeting(ctx, {
        ...pairOf(given),
        minutes: number(given, 'minutes'),
        confirmedBy: rows.confirmation(text(given, 'confirmed')),
      }),
  }),
  operation({
    action: 'meet.endPair',
    stage: 'meet',
    verb: 'end',
    about: 'End a pair; --on is its last day',
    options: [MENTEE, MENTOR],
    shows: false,
    result: pairChanged,
    run: (ctx, given) => endPair(ctx, pairOf(given)),
  }),
  operation({
    action: 'meet.seekAgain',
    stage: 'meet',
    verb: 'seek-again',
    about: 'Let one of an ended pair find another partner in the next match',
    options: [
      MENTEE,
      MENTOR,
      { name: 'who', kind: 'choice', choices: ['mentee', 'mentor'], required: true, about: 'which of the two' },
      { name: 'back', kind: 'switch', about: 'take it back' },
    ],
    shows: false,
    result: pairChanged,
    run: (ctx, given) =>
      seekAgain(ctx, {
        ...pairOf(given),
        who: must(given, 'who') === 'mentor' ? 'mentor' : 'mentee',
        back: text(given, 'back') === 'true',
      }),
  }),
  operation({
    action: 'meet.suggestExtension',
    stage: 'meet',
    verb: 'suggest-extension',
    about: 'Ask both of a pair by letter whether they would go on until a day after the season',
    options: [MENTEE, MENTOR, { name: 'until', kind: 'day', required: true, about: 'the last day' }],
    shows: false,
    result: pairChanged,
    run: (ctx, given) => suggestExtension(ctx, { ...pairOf(given), until: must(given, 'until') }),
  }),
  operation({
    action: 'meet.pausePair',
    stage: 'meet',
    verb: 'pause',
    about: 'Pause a pair from --on',
    options: [MENTEE, MENTOR, { name: 'until', kind: 'day', about: 'the last day of the pause' }],
    shows: false,
    result: pairChanged,
    run: (ctx, given) => pausePair(ctx, { ...pairOf(given), until: text(given, 'until') }),
  }),
  operation({
    action: 'meet.excusePair',
    stage: 'meet',
    verb: 'excuse',
    about: 'Excuse the window that holds --on',
    options: [MENTEE, MENTOR],
    shows: false,
    result: pairChanged,
    run: (ctx, given) => excusePair(ctx, pairOf(given)),
  }),
  operation({
    action: 'meet.seeQuietPairs',
    stage: 'meet',
    verb: 'quiet',
    about: 'See which pairs have gone quiet, as of --on or today',
    options: [],
    shows: true,
    result: quietPairs,
    run: (ctx, given) => seeQuietPairs(ctx, season(given)),
  }),
]
