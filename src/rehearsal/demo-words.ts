import type { AnswerInput } from '../journey/survey/actions/import-answers.ts'
import type { Signed } from '../model/quote.ts'
import type { Role } from '../model/role.ts'
import { largeDivisionsFirst } from './demo-people.ts'

/** What people of the demo write before the program, each of them one of these. */
const HOPES: Readonly<Record<Role, readonly string[]>> = {
  mentor: [
    'To pass on what I learned too late.',
    'To hear how work looks from the wards.',
    'That I get better at asking instead of telling.',
    'To be of use to one person, and to know it.',
  ],
  mentee: [
    'Advice that does not have to be polite.',
    'To see how somebody gets from my chair to theirs.',
    'To say no once, and to live.',
    'Somebody outside my team whom I can ask anything.',
    'To find out whether I want to lead people at all.',
  ],
}

/** What a coordinator says again of these, once everybody has written. */
export const SAID_AGAIN: Readonly<Record<Role, string>> = {
  mentor:
    'Many want to be of use to one person rather than to many, and to listen better than they do now. Several hope to learn how other divisions work.',
  mentee:
    'Most ask for honest advice from somebody outside their team. Some want to find out whether they would like to lead; others how to say no.',
}

/** Those who answer only before the program are enough to hide in: of fewer no change would be shown. */
const ANSWER_BEFORE = 30
const ANSWER_AT_THE_END = 24

/** What is asked before and after: where the lowest of them stand, and how they move. */
const SCALES: Readonly<Record<Role, readonly (readonly [key: string, lowest: number, gains: readonly number[]])[]>> = {
  mentor: [['listens', 2, [1, 0, 1, 0, 1, 0, -1]]],
  mentee: [
    ['next_step', 1, [1, 2, 1, 2, 0, 1, 2]],
    ['somebody_to_ask', 2, [1, 0, 2, 1, 0, 1, 0]],
  ],
}
/** More stand in the middle of the three lowest steps than at their ends. */
const STEPS = [0, 1, 1, 2, 0, 1, 2, 1] as const
const GOALS = ['reached', 'neared', 'reached', 'reached', 'reframed', 'reached', 'neared', 'not'] as const
const RECOMMENDED = [9, 10, 8, 7, 9, 10, 6, 8, 9] as const
/** Of seven people, how many say so of each skill in turn. */
const GROWN_BY = [3, 4, 5, 2, 3, 1, 2] as const
const GROWN: Readonly<Record<Role, readonly string[]>> = {
  mentor: ['awareness', 'coaching', 'communication', 'empathy', 'listening', 'mentorship', 'situational coaching'],
  mentee: [
    ...['communication', 'confidence', 'goal setting', 'leadership'],
    ...['self-promotion', 'self-value', 'strategy and idea pitching'],
  ],
}

/** What people of a role answer before the program. */
export function answersBefore(role: Role, emails: readonly string[]): readonly AnswerInput[] {
  return answersOf(emails, ANSWER_BEFORE, (at) => ({
    ...onScales(role, at, false),
    hope: [turn(HOPES[role], at)],
  }))
}

/** What people of a role answer at the end of the program. */
export function answersAtTheEnd(role: Role, emails: readonly string[]): readonly AnswerInput[] {
  const own = (at: number): AnswerInput['answers'] =>
    role === 'mentor'
      ? {
          had_time_and_support: [at % 5 < 2 ? 'no' : 'yes'],
          mentee_was_good_fit: [at % 8 === 3 ? 'no' : 'yes'],
        }
      : { will_keep_meeting: [at % 5 < 2 ? 'no' : 'yes'], goal: [turn(GOALS, at)] }
  return answersOf(emails, ANSWER_AT_THE_END, (at) => ({
    ...onScales(role, at, true),
    skills: GROWN[role].filter((_, skill) => (at * 3 + skill * 5) % 7 < turn(GROWN_BY, skill)),
    recommend: [String(turn(RECOMMENDED, at))],
    ...own(at),
  }))
}

function answersOf(
  emails: readonly string[],
  many: number,
  answers: (at: number) => AnswerInput['answers'],
): readonly AnswerInput[] {
  const first = largeDivisionsFirst(emails).slice(0, many)
  return first.map((email, at) => ({ row: at + 2, email, answers: answers(at) }))
}

function onScales(role: Role, at: number, isAfter: boolean): AnswerInput['answers'] {
  const levels = SCALES[role].map(([key, lowest, gains], shift) => {
    const before = lowest + turn(STEPS, at * 5 + shift)
    const after = Math.min(5, before + turn(gains, at * 3 + shift))
    return [key, [String(isAfter ? after : before)]]
  })
  return Object.fromEntries(levels)
}

function turn<T>(all: readonly T[], at: number): T {
  return all[at % all.length] as T
}

export type DemoQuote = {
  readonly role: Role
  readonly at: number
  readonly text: string
  readonly signed: Signed
}

/** What some say of the program for others to read: in mid-season, and at its end. */
export const QUOTES: Readonly<Record<'mid' | 'end', readonly DemoQuote[]>> = {
  mid: [
    {
      ...{ role: 'mentee', at: 5, signed: 'role' },
      text: 'I came with a list of questions. We are still at the first, and it was the right one.',
    },
    {
      ...{ role: 'mentor', at: 11, signed: 'name' },
      text: 'She explained to me how our forms are filled in at three in the morning. I have changed two of them since.',
    },
  ],
  end: [
    {
      ...{ role: 'mentee', at: 13, signed: 'nobody' },
      text: 'I said no in a meeting, and the meeting went on.',
    },
    {
      ...{ role: 'mentor', at: 2, signed: 'role' },
      text: 'Half an hour every other week is little. It was the half hour I prepared for.',
    },
  ],
}
