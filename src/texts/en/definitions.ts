import type { Definition } from '../../model/measures.ts'
import type { Question } from '../../model/surveys.ts'

/** What a figure is made of, so that whoever doubts it can count again. */
export type Defined = {
  readonly name: string
  /** What is counted, above the line. */
  readonly counted: string
  /** What it is divided by; null where it is a plain number. */
  readonly base: string | null
  /** Who or what is left out of both. */
  readonly leftOut: string
  /** On which day it is counted. */
  readonly asOf: string
  /** What it does not mean, where it is easily misread. */
  readonly beware: string | null
}

const AS_OF_THE_DAY = 'The day shown; what happened on that day counts.'
const WHO_ARE_PEOPLE = 'everyone who was ever in a published pair by the day, each once'
const OF_ANSWERS = {
  leftOut: 'People who did not answer this question.',
  asOf: 'The day after the survey closes, all at once; afterwards it does not change.',
} as const
const AFTERWARDS = {
  asOf: 'So many months after the season’s last day as the program says, otherwise the day shown. The directory must have been brought up to date since the season ended.',
} as const

/** Every figure of the catalogue, in words. */
export const DEFINED: Readonly<Record<Definition, Defined>> = {
  participation: {
    name: 'People and pairs',
    counted: 'Everyone who was ever in a published pair by the day, each once; and the pairs published by the day.',
    base: null,
    leftOut: 'Nobody: whoever is mentor and mentee at once counts once, and people of ended pairs stay.',
    asOf: AS_OF_THE_DAY,
    beware: null,
  },
  departments: {
    name: 'Departments of each side',
    counted: 'Different departments of the mentors, and of the mentees, as the directory has them on the day.',
    base: null,
    leftOut: 'People for whom the directory names no department.',
    asOf: AS_OF_THE_DAY,
    beware: 'Somebody who moved counts where they are on that day.',
  },
  divisions: {
    name: 'Divisions of each side',
    counted: 'Different divisions of the mentors, and of the mentees, as the directory has them on the day.',
    base: null,
    leftOut: 'People for whom the directory names no division.',
    asOf: AS_OF_THE_DAY,
    beware: 'Somebody who moved counts where they are on that day.',
  },
  retention: {
    name: 'Pairs still going',
    counted: 'Pairs that did not end before the last day of meetings, or before the day shown while meetings go on.',
    base: 'All pairs published by the day.',
    leftOut: 'Nobody; a pair counts as going on its last day.',
    asOf: AS_OF_THE_DAY,
    beware: 'A pair may end for good reasons; this figure does not know them.',
  },
  attendance: {
    name: 'Attendance',
    counted:
      'Invitations to live events that were taken up: of each event, the invited people who came to any one session.',
    base: 'All invitations to the events that have begun: everybody in a published, not ended pair on any day of the event.',
    leftOut:
      'Guests, whoever is marked as there on a day before the event began, and events that the program does not count towards the target.',
    asOf: AS_OF_THE_DAY,
    beware: 'Somebody invited to three events counts three times, once for each.',
  },
  engagement: {
    name: 'Engagement',
    counted:
      'People who came to at least one live event; where there are optional events, people who came to one of them; and the questions asked on the boards.',
    base: `People: ${WHO_ARE_PEOPLE}. Questions are a plain number.`,
    leftOut:
      'Guests, whoever is marked as there on a day before the event began, and questions that were taken off a board.',
    asOf: AS_OF_THE_DAY,
    beware: 'It counts what people did. It does not say how attentive anybody was.',
  },
  training: {
    name: 'Training',
    counted: 'People who completed any one course of the training.',
    base: 'People in pairs that run on the day and whose role takes the training.',
    leftOut: 'People whose pair has ended.',
    asOf: AS_OF_THE_DAY,
    beware: null,
  },
  cadence: {
    name: 'Pairs that met in every window',
    counted:
      'Pairs that met in every window of theirs that is over: both said so, or one did and the other did not deny it in five working days.',
    base: 'Pairs with at least one window that is over and counts.',
    leftOut: 'Windows that were excused or paused; pairs that have no other window yet.',
    asOf: 'The day shown; a window counts once its last day has passed, from the pair’s own first day.',
    beware:
      'A meeting in each window is not the same as never being longer apart than a window: two meetings can lie nearly two windows apart. Where nobody answered, the window counts as not met; the best case is the one in which each of them was met.',
  },
  completion: {
    name: 'Pairs that completed',
    counted: 'Pairs that met in at least as many windows as the program asks for.',
    base: 'All pairs published by the day.',
    leftOut: 'Nobody.',
    asOf: AS_OF_THE_DAY,
    beware: null,
  },
  goals: {
    name: 'Goals reached',
    counted: 'People who said that their goal was reached in full.',
    base: 'People who answered the question.',
    ...OF_ANSWERS,
    beware: 'It is what people say of their own goal, as they understood it.',
  },
  skills: {
    name: 'Skills',
    counted: 'People who named the skill.',
    base: 'People who answered the question.',
    ...OF_ANSWERS,
    beware: 'People choose as many skills as they like, so shares do not add up to 100 %.',
  },
  agreement: {
    name: 'Agreement',
    counted: 'People who said yes, or chose a step above the middle of the scale.',
    base: 'People who answered the question.',
    ...OF_ANSWERS,
    beware: 'The middle step is not counted as agreement.',
  },
  recommend: {
    name: 'Would recommend it',
    counted: 'People who gave 9 or 10 of 10.',
    base: 'People who answered the question.',
    ...OF_ANSWERS,
    beware: 'It is a share, not a score: those who gave little are not subtracted.',
  },
  change: {
    name: 'Change from the first survey to the last',
    counted: 'The difference between what the same people answered in both surveys.',
    base: 'People who answered the question in both surveys.',
    ...OF_ANSWERS,
    beware: 'A change is not proof of a cause: nobody knows what would have come without the program.',
  },
  feedback: {
    name: 'Response',
    counted: 'People who answered the survey.',
    base: 'People invited: those of the role in a published, not ended pair on any day from its opening to its close.',
    leftOut: 'Nobody.',
    asOf: OF_ANSWERS.asOf,
    beware: null,
  },
  staying: {
    name: 'Still in the organisation',
    counted: 'People of the season who have not left by the day.',
    base: `People of the season whom the directory holds: ${WHO_ARE_PEOPLE}.`,
    leftOut: 'People who are not in the directory. A group of fewer than five is not shown.',
    ...AFTERWARDS,
    beware: 'There is no comparison with people who did not take part.',
  },
  promotion: {
    name: 'A new title',
    counted: 'People whose title in the directory is another one than on the season’s last day.',
    base: 'People of the season who have a title on both days.',
    leftOut: 'People who have left or for whom the directory names no title. A group of fewer than five is not shown.',
    ...AFTERWARDS,
    beware:
      'The directory holds titles and no grades, so promotions as such are not known: a step sideways counts too.',
  },
  transfer: {
    name: 'Moved within the organisation',
    counted: 'People who are in another department or division than on the season’s last day.',
    base: 'People of the season for whom the directory names one on both days.',
    leftOut: 'People who have left or for whom the directory names neither. A group of fewer than five is not shown.',
    ...AFTERWARDS,
    beware: 'A department that was renamed looks like a move.',
  },
}

/** By which definition the figures of a question are counted. */
export const OF_KIND: Readonly<Record<Question['kind'], Definition>> = {
  skills: 'skills',
  'yes-no': 'agreement',
  agreement: 'agreement',
  recommend: 'recommend',
  percent: 'goals',
  goal: 'goals',
  'free-text': 'feedback',
}

/** How every percentage is rounded, said wherever figures are. */
export const ROUNDING = 'Percentages are rounded half up from the exact fraction: two decimals in data, one on pages.'

/** A definition in one sentence after another, for a file. */
export function definitionInWords(definition: Definition): string {
  const { counted, base, leftOut, asOf, beware } = DEFINED[definition]
  const parts = [
    `Counted: ${counted}`,
    ...(base === null ? [] : [`Divided by: ${base}`]),
    `Left out: ${leftOut}`,
    `As of: ${asOf}`,
    ...(beware === null ? [] : [`Note: ${beware}`]),
  ]
  return parts.join(' ')
}
