import type { Respondent } from '../../model/respondent.ts'
import type { Question, Survey } from '../../model/surveys.ts'
import { dayRange, longDay } from './days.ts'
import { countOf, respondentHeading } from './results.ts'

const NAMES: Readonly<Record<string, string>> = {
  pre: 'Before it begins',
  'check-in': 'A check-in, every other window',
  mid: 'Half-way',
  end: 'At the end',
  later: 'Half a year later',
  supervisors: 'For supervisors of people who agree',
  leavers: 'For people whose pair ended early',
}

const KINDS: Readonly<Record<NonNullable<Survey['kind']>, string>> = {
  pre: 'Before it begins',
  'check-in': 'A check-in',
  mid: 'Half-way',
  end: 'At the end',
  later: 'After the season',
}

const QUESTION_KINDS: Readonly<Record<Question['kind'], string>> = {
  skills: 'skills to choose from',
  'yes-no': 'yes or no',
  agreement: 'a scale of agreement',
  recommend: '0 to 10',
  percent: 'a percentage',
  goal: 'reached, came nearer, became another, or not',
  'free-text': 'their own words',
}

/** What an instrument that can be added whole is called. */
export function instrumentInWords(instrument: string): string {
  return NAMES[instrument] ?? instrument
}

/** When a survey asks: its kind if it says one, its days, and its later rounds. */
export function surveyDaysInWords({ kind, opens, closes }: Survey, rounds: readonly string[]): string {
  const again = rounds.length > 0 ? ` Again from ${rounds.map((it) => longDay(it)).join(', ')}.` : ''
  return `${kind ? `${KINDS[kind]}: ` : ''}${dayRange(opens, closes)}.${again}`
}

/** "Mentees: 5 questions". */
export function askedInWords(respondent: Respondent, questions: number): string {
  return `${respondentHeading(respondent)}: ${countOf(questions, 'question')}`
}

export function questionKindInWords(kind: Question['kind']): string {
  return QUESTION_KINDS[kind]
}
