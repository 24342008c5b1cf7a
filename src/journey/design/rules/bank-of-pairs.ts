import type { BankQuestion } from './bank-question.ts'

const BOTH = ['mentor', 'mentee'] as const
const ON_THE_WAY = ['check-in', 'mid', 'end'] as const
const AFTER = ['mid', 'end'] as const
const BEFORE_AND_AFTER = ['pre', 'end', 'later'] as const

const QUALITY = 'Allen & Eby 2003, Journal of Management 29(4), 469–486'
const FUNCTIONS = 'Scandura & Ragins 1993, Journal of Vocational Behavior 43(3), 251–265'
const SAFETY = 'Edmondson 1999, Administrative Science Quarterly 44(2), 350–383'
const EFFICACY = 'Chen, Gully & Eden 2001, Organizational Research Methods 4(1), 62–83'
const ADAPTABILITY = 'Savickas & Porfeli 2012, Journal of Vocational Behavior 80(3), 661–673'
const CAREER = 'Greenhaus, Parasuraman & Wormley 1990, Academy of Management Journal 33(1), 64–86'
const SUPPORT = 'Eisenberger, Huntington, Hutchison & Sowa 1986, Journal of Applied Psychology 71(3), 500–507'
const COMMITMENT = 'Allen & Meyer 1990, Journal of Occupational Psychology 63(1), 1–18'
const RECOMMEND = 'Reichheld 2003, Harvard Business Review 81(12), 46–54'

const agreement = (
  of: BankQuestion['of'],
  at: BankQuestion['at'],
  key: string,
  text: string,
  about: string,
  source?: string,
): BankQuestion => ({
  of,
  at,
  question: { kind: 'agreement', key, text, points: 5, about, ...(source && { source }) },
})

/** What people in pairs are asked about their pair, themselves and the program. */
export const OF_THE_PAIRS: readonly BankQuestion[] = [
  agreement(
    BOTH,
    ON_THE_WAY,
    'worth-the-time',
    'Our meetings are worth the time they take.',
    'Quality of the pair',
    QUALITY,
  ),
  agreement(
    BOTH,
    AFTER,
    'gives-both',
    'Both of us take something out of our conversations.',
    'Quality of the pair',
    QUALITY,
  ),
  agreement(
    BOTH,
    AFTER,
    'would-pair-again',
    'I would be glad to be paired with the same person again.',
    'Quality of the pair',
    QUALITY,
  ),
  agreement(BOTH, ON_THE_WAY, 'can-say', 'I can say in our meetings what I would not say everywhere.', 'Trust', SAFETY),
  agreement(
    BOTH,
    ON_THE_WAY,
    'mistakes',
    'I can talk about what went wrong without being judged for it.',
    'Trust',
    SAFETY,
  ),
  agreement(
    ['mentee'],
    AFTER,
    'opens-doors',
    'My mentor shows me ways in this organisation that I did not know.',
    'Help with the career',
    FUNCTIONS,
  ),
  agreement(
    ['mentee'],
    AFTER,
    'takes-interest',
    'My mentor takes an interest in me beyond my tasks.',
    'Personal support',
    FUNCTIONS,
  ),
  agreement(
    ['mentee'],
    AFTER,
    'example',
    'I have seen how my mentor does something, and tried it my own way.',
    'Learning by example',
    FUNCTIONS,
  ),
  agreement(
    ['mentor'],
    AFTER,
    'learned-too',
    'I have learned something from my mentee.',
    'What mentors take out of it',
    QUALITY,
  ),
  agreement(
    ['mentor'],
    AFTER,
    'leads-better',
    'What I practise as a mentor helps me where I work.',
    'What mentors take out of it',
    QUALITY,
  ),
  agreement(
    BOTH,
    BEFORE_AND_AFTER,
    'can-solve',
    'When something is difficult I find a way through.',
    'Trust in oneself',
    EFFICACY,
  ),
  agreement(
    BOTH,
    BEFORE_AND_AFTER,
    'reach-goals',
    'What I set out to do at work I mostly reach.',
    'Trust in oneself',
    EFFICACY,
  ),
  agreement(
    ['mentee'],
    BEFORE_AND_AFTER,
    'next-step',
    'I know what my next step at work could be.',
    'A view of what comes next',
    ADAPTABILITY,
  ),
  agreement(
    ['mentee'],
    BEFORE_AND_AFTER,
    'own-hands',
    'What becomes of my work is partly in my own hands.',
    'A view of what comes next',
    ADAPTABILITY,
  ),
  agreement(
    BOTH,
    BEFORE_AND_AFTER,
    'way-so-far',
    'I am content with the way I have come at work so far.',
    'Content with the career',
    CAREER,
  ),
  agreement(
    BOTH,
    BEFORE_AND_AFTER,
    'cares',
    'This organisation cares about how I get on.',
    'Support felt from the organisation',
    SUPPORT,
  ),
  agreement(BOTH, BEFORE_AND_AFTER, 'belongs', 'I feel that I belong here.', 'Belonging', COMMITMENT),
  agreement(
    BOTH,
    BEFORE_AND_AFTER,
    'people-to-ask',
    'I know people in other parts of the organisation whom I can ask.',
    'Network',
  ),
  agreement(BOTH, ['pre'], 'clear-start', 'I know what is expected of me in this program.', 'A clear beginning'),
  agreement(BOTH, ['check-in', 'mid'], 'enough-time', 'I find the time for our meetings.', 'Time'),
  agreement(BOTH, AFTER, 'well-run', 'I had what I needed from those who run the program.', 'How the program is run'),
  {
    of: BOTH,
    at: ['check-in'],
    question: {
      kind: 'yes-no',
      key: 'on-our-way',
      text: 'Are the two of you on your way?',
      about: 'How the pair is doing',
    },
  },
  {
    of: BOTH,
    at: ['end', 'later'],
    question: {
      kind: 'yes-no',
      key: 'still-in-touch',
      text: 'Will you stay in touch, or are you still?',
      about: 'What stays',
    },
  },
  {
    of: [...BOTH, 'leaver'],
    at: ['mid', 'end', 'later'],
    question: {
      kind: 'recommend',
      key: 'recommend',
      text: 'How likely are you to recommend this program to a colleague?',
      about: 'Recommendation',
      source: RECOMMEND,
    },
  },
  {
    of: BOTH,
    at: ['pre'],
    question: {
      kind: 'free-text',
      key: 'hopes',
      text: 'What would make this worth your while?',
      about: 'Expectations',
    },
  },
  {
    of: BOTH,
    at: ON_THE_WAY,
    question: {
      kind: 'free-text',
      key: 'what-helps',
      text: 'What helps your meetings, and what is in their way?',
      about: 'How the pair is doing',
    },
  },
  {
    of: BOTH,
    at: ['end'],
    question: {
      kind: 'free-text',
      key: 'change',
      text: 'What should we do otherwise next time?',
      about: 'How the program is run',
    },
  },
  {
    of: BOTH,
    at: ['later'],
    question: {
      kind: 'free-text',
      key: 'what-stayed',
      text: 'What of it do you still use today?',
      about: 'What stays',
    },
  },
]
