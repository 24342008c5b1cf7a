import type { Question } from '../../../model/surveys.ts'
import type { AnswerFault } from '../shapes.ts'

const SAYS: Readonly<Record<AnswerFault['code'], string>> = {
  'too-long': 'This is longer than an answer can be. Shorten it to 5,000 characters.',
  'not-an-option': 'Choose one of the answers shown.',
  'not-a-percentage': 'Enter a whole number from 0 to 100, or leave it empty.',
  'one-answer-only': 'Give one answer to this question.',
  'must-be-answered': 'This one is needed before anything can be sent. Answer it, or keep the rest and go on later.',
}

/** What is wrong with answers that cannot be sent, beside their questions; without faults it is that there are none at all. */
export function answerProblems(questions: readonly Question[], faults: unknown) {
  const all = (faults ?? []) as readonly AnswerFault[]
  if (all.length > 0)
    return {
      message: 'Some answers cannot be used as they are.',
      fields: all.map(({ question, code }) => ({ place: question, message: SAYS[code] })),
    }
  const message = 'Answer at least one question; all others may be left out.'
  return { message, fields: [{ place: questions[0]?.key ?? '', message }] }
}
