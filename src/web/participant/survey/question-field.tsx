import { choicesOf, LONGEST_TEXT } from '../../../journey/survey/rules/answering.ts'
import type { Question } from '../../../model/surveys.ts'
import { outcomeInWords } from '../../../texts/en/results.ts'
import { Choices } from '../../../ui/choices.tsx'
import { Field } from '../../../ui/field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'

type Props = { question: Question; entered: readonly string[]; error: string | undefined }

const LEFT_OUT = { value: '', text: 'I leave this out' }
const NOT_YET = { value: '', text: 'Choose' }

/** One question of a survey with what was entered so far. Each may be left out, unless it says that it is needed. */
export function QuestionField({ question, entered, error }: Props) {
  const id = `q-${question.key}`
  const shared = { id, name: id, error }
  const first = entered[0]
  const hint = (words: string | null) => [words, question.required && 'Needed.'].filter(Boolean).join(' ') || undefined
  switch (question.kind) {
    case 'skills': {
      const choices = question.options.map((it) => ({ value: it, text: it }))
      const says = hint('Choose as many as fit.')
      return <Choices {...shared} legend={question.text} hint={says} several choices={choices} chosen={entered} />
    }
    case 'yes-no':
    case 'agreement':
    case 'goal': {
      const choices = (choicesOf(question) ?? []).map((it) => ({ value: it, text: choiceInWords(question, it) }))
      const all = question.required ? choices : [...choices, LEFT_OUT]
      const chosen = entered.length > 0 || question.required ? entered : ['']
      return <Choices {...shared} legend={question.text} hint={hint(null)} choices={all} chosen={chosen} />
    }
    case 'recommend': {
      const choices = (choicesOf(question) ?? []).map((it) => ({ value: it, text: it }))
      const options = [question.required ? NOT_YET : LEFT_OUT, ...choices]
      const says = hint('From 0, not at all, to 10, very much.')
      return <SelectField {...shared} label={question.text} hint={says} value={first ?? ''} options={options} />
    }
    case 'percent': {
      const says = hint('A whole number from 0 to 100.')
      return <Field {...shared} label={question.text} hint={says} inputMode="numeric" value={first} />
    }
    case 'free-text': {
      const says = hint('In your own words; leave out names.')
      return <Field {...shared} label={question.text} hint={says} rows={5} maxLength={LONGEST_TEXT} value={first} />
    }
  }
}

function choiceInWords(question: Question, choice: string): string {
  if (question.kind === 'yes-no') return choice === 'yes' ? 'Yes' : 'No'
  if (question.kind === 'agreement') return agreement(choice, question.points)
  return outcomeInWords(choice)
}

/** The ends and the middle of the scale are named; a number stands by itself in between. */
function agreement(point: string, points: number): string {
  if (point === '1') return '1, not at all'
  if (point === String(points)) return `${points}, fully`
  return Number(point) === (points + 1) / 2 ? `${point}, in part` : point
}
