import type { BankQuestion } from './bank-question.ts'

const GOALS = 'Kiresuk & Sherman 1968, Community Mental Health Journal 4(6), 443–453'
const COMPETENCE = 'Fleming, House, Hanson and others 2013, Academic Medicine 88(7), 1002–1008'

const SKILLS = [
  'Giving and taking feedback',
  'Setting goals',
  'Saying no, and asking for what I need',
  'Speaking in front of others',
  'Leading without a title',
  'Finding my way in the organisation',
  'Deciding with too little to go on',
  'Asking for help',
]

/** What people practised, and what became of a pair’s goal. */
export const OF_SKILLS_AND_GOALS: readonly BankQuestion[] = [
  {
    of: ['mentee'],
    at: ['mid', 'end', 'later'],
    question: {
      kind: 'skills',
      key: 'skills-practised',
      text: 'What have you practised?',
      options: SKILLS,
      about: 'Skills',
    },
  },
  {
    of: ['mentee'],
    at: ['pre'],
    question: {
      kind: 'skills',
      key: 'skills-wanted',
      text: 'What would you like to practise?',
      options: SKILLS,
      about: 'Skills',
    },
  },
  {
    of: ['mentor'],
    at: ['mid', 'end'],
    question: {
      kind: 'skills',
      key: 'mentor-skills',
      text: 'What have you practised as a mentor?',
      options: [
        'Listening without an answer ready',
        'Asking so that the other thinks',
        'Giving feedback that can be used',
        'Agreeing on what we expect of each other',
        'Working with somebody unlike me',
        'Letting the other lead',
      ],
      about: 'Skills of mentors',
      source: COMPETENCE,
    },
  },
  {
    of: ['mentee'],
    at: ['mid', 'end', 'later'],
    question: {
      kind: 'percent',
      key: 'goal-reached',
      text: 'How much of your goal have you reached, in percent?',
      about: 'The goal reached',
      source: GOALS,
    },
  },
  {
    of: ['mentee'],
    at: ['end', 'later'],
    question: {
      kind: 'goal',
      key: 'goal-outcome',
      text: 'What became of your goal?',
      about: 'The goal reached',
      source: GOALS,
    },
  },
  {
    of: ['mentee'],
    at: ['check-in', 'mid'],
    question: {
      kind: 'agreement',
      key: 'goal-clear',
      text: 'We both know what I am working towards.',
      points: 5,
      about: 'A goal that both know',
    },
  },
]
