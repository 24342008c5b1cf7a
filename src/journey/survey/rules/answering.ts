import type { Day } from '../../../model/day.ts'
import { no, type Outcome, yes } from '../../../model/outcome.ts'
import { GOAL_OUTCOMES, type Question, type Survey } from '../../../model/surveys.ts'
import { isClosed } from '../rules.ts'
import type { AnswerFault, Entered, Standing } from '../shapes.ts'

/** Characters of the longest free text: some two pages. */
export const LONGEST_TEXT = 5_000
const HIGHEST_RECOMMENDATION = 10
/** Seconds that one question takes to read and answer, as survey methodologists reckon: 7 to 12 for a closed one, more for a list, most for words. */
const SECONDS: Readonly<Record<Question['kind'], number>> = {
  skills: 25,
  'yes-no': 10,
  agreement: 12,
  recommend: 12,
  percent: 15,
  goal: 12,
  'free-text': 75,
}
const SECONDS_TO_BEGIN = 20
const MINUTE_SECONDS = 60

/**
 * Where one survey stands for one person. Closing days run to their end; what `wasClosed` stays closed, even if the program's file
 * later says another day. PRODUCT.md, survey.
 */
export function decideStanding(
  survey: Pick<Survey, 'opens' | 'closes'>,
  hasAnswered: boolean,
  today: Day,
  wasClosed = false,
): Standing {
  if (wasClosed || isClosed(survey, today)) return hasAnswered ? 'answered' : 'closed'
  if (today < survey.opens) return 'coming'
  return hasAnswered ? 'sent' : 'open'
}

/** Whole minutes that a survey takes, at least 1; reading what it says of itself included. */
export function countMinutes(questions: readonly Pick<Question, 'kind'>[]): number {
  const seconds = questions.reduce((sum, { kind }) => sum + SECONDS[kind], SECONDS_TO_BEGIN)
  return Math.ceil(seconds / MINUTE_SECONDS)
}

/** The choices of a question; null where what is entered is not chosen from a list. */
export function choicesOf(question: Question): readonly string[] | null {
  switch (question.kind) {
    case 'skills':
      return [...new Set(question.options)]
    case 'yes-no':
      return ['yes', 'no']
    case 'agreement':
      return upTo(1, question.points)
    case 'recommend':
      return upTo(0, HIGHEST_RECOMMENDATION)
    case 'goal':
      return GOAL_OUTCOMES
    case 'percent':
    case 'free-text':
      return null
  }
}

/** What was entered, for every question of the program and nothing else; empty lines and repeats are gone. */
export function readEntered(questions: readonly Question[], given: Entered): Entered {
  const clean = (values: readonly string[] | undefined) => [
    ...new Set((values ?? []).map((it) => it.replaceAll('\r\n', '\n').trim()).filter((it) => it !== '')),
  ]
  return Object.fromEntries(questions.map(({ key }) => [key, clean(given[key])]))
}

/** Whether a draft can be kept: whatever was typed, as long as it is not longer than an answer may be. */
export function decideKeeping(questions: readonly Question[], entered: Entered): Outcome<Entered> {
  const long = questions.filter(({ key }) => (entered[key] ?? []).some((it) => it.length > LONGEST_TEXT))
  return long.length > 0
    ? no('answers-not-usable', { faults: long.map(({ key }) => ({ question: key, code: 'too-long' })) })
    : yes(entered)
}

/** Whether answers can be sent: each fits its question, those that must be there are, and there is at least one. */
export function decideSending(questions: readonly Question[], entered: Entered): Outcome<Entered> {
  const faults = questions.flatMap((question) => {
    const code = faultOf(question, entered[question.key] ?? [])
    return code ? [{ question: question.key, code }] : []
  })
  if (faults.length > 0) return no('answers-not-usable', { faults })
  return Object.values(entered).every((values) => values.length === 0) ? no('nothing-answered') : yes(entered)
}

function faultOf(question: Question, values: readonly string[]): AnswerFault['code'] | null {
  if (values.length === 0) return question.required ? 'must-be-answered' : null
  if (question.kind !== 'skills' && values.length > 1) return 'one-answer-only'
  if (values.some((it) => it.length > LONGEST_TEXT)) return 'too-long'
  if (question.kind === 'percent') return values.every(isPercentage) ? null : 'not-a-percentage'
  const choices = choicesOf(question)
  return choices === null || values.every((it) => choices.includes(it)) ? null : 'not-an-option'
}

function isPercentage(value: string): boolean {
  return /^\d{1,3}$/.test(value) && Number(value) <= 100
}

function upTo(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at))
}
