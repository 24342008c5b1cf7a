import type { BankQuestion } from './bank-question.ts'

const TRANSFER = 'Baldwin & Ford 1988, Personnel Psychology 41(1), 63–105'
const ENDINGS = 'Eby, McManus, Simon & Russell 2000, Journal of Vocational Behavior 57(1), 1–21'

/** What supervisors are asked, about the program and never about a person; and people whose pair ended early, kindly. */
export const OF_OTHERS: readonly BankQuestion[] = [
  {
    of: ['supervisor'],
    at: ['end', 'later'],
    question: {
      kind: 'agreement',
      key: 'helps-the-team',
      text: 'Taking part in the program is good for work in our team.',
      points: 5,
      about: 'What reaches the team',
      source: TRANSFER,
    },
  },
  {
    of: ['supervisor'],
    at: ['mid', 'end'],
    question: {
      kind: 'agreement',
      key: 'time-fits',
      text: 'The time that the program takes fits into our work.',
      points: 5,
      about: 'Time',
    },
  },
  {
    of: ['supervisor'],
    at: ['mid', 'end'],
    question: {
      kind: 'agreement',
      key: 'knows-enough',
      text: 'I know enough about the program to make room for it.',
      points: 5,
      about: 'What supervisors know of it',
    },
  },
  {
    of: ['supervisor'],
    at: ['end', 'later'],
    question: {
      kind: 'yes-no',
      key: 'would-support-again',
      text: 'Would you support it if somebody of your team asked to take part?',
      about: 'Support',
    },
  },
  {
    of: ['supervisor'],
    at: ['mid', 'end', 'later'],
    question: {
      kind: 'free-text',
      key: 'better-for-teams',
      text: 'What would make the program fit better into the work of a team? Please write about nobody.',
      about: 'How the program is run',
    },
  },
  {
    of: ['leaver'],
    at: ['mid', 'end'],
    question: {
      kind: 'skills',
      key: 'what-played-a-part',
      text: 'What played a part? Only what you like to say.',
      options: [
        'There was not enough time',
        'My work or my plans changed',
        'We looked for different things',
        'We did not find our way to each other',
        'Something in how the program is run',
        'Something else',
      ],
      about: 'Why pairs end',
      source: ENDINGS,
    },
  },
  {
    of: ['leaver'],
    at: ['mid', 'end'],
    question: {
      kind: 'yes-no',
      key: 'good-all-the-same',
      text: 'Was there something good in it all the same?',
      about: 'What stays',
    },
  },
  {
    of: ['leaver'],
    at: ['mid', 'end'],
    question: {
      kind: 'yes-no',
      key: 'would-try-again',
      text: 'Would you take part another time?',
      about: 'Recommendation',
    },
  },
  {
    of: ['leaver'],
    at: ['mid', 'end'],
    question: {
      kind: 'free-text',
      key: 'sooner',
      text: 'What could we have done sooner, or better?',
      about: 'How the program is run',
    },
  },
]
