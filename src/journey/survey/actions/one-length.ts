import type { Question } from '../../../model/surveys.ts'
import { LONGEST_TEXT } from '../rules/answering.ts'
import type { Entered } from '../shapes.ts'

/** Bytes of a name, brackets and a chosen answer. */
const CHOSEN_BYTES = 200
/** Bytes of most letters of a text; what is longer takes twice the room, and then three times. */
const LETTER_BYTES = 2

/**
 * Answers as a text of the same length whatever they are: what is sealed has the length of what is in it, and whoever kept a log from
 * before the close could tell by it who wrote the long text that lies there afterwards. Spaces at the end change nothing of the JSON.
 */
export function asOneLength(questions: readonly Question[], entered: Entered): string {
  const text = JSON.stringify(entered)
  const bytes = Buffer.byteLength(text)
  const room = questions.reduce((sum, question) => sum + roomOf(question), 0)
  return text + ' '.repeat(Math.max(1, Math.ceil(bytes / room)) * room - bytes)
}

function roomOf(question: Question): number {
  if (question.kind === 'free-text') return CHOSEN_BYTES + LONGEST_TEXT * LETTER_BYTES
  if (question.kind === 'skills') return CHOSEN_BYTES + Buffer.byteLength(JSON.stringify(question.options))
  return CHOSEN_BYTES
}
