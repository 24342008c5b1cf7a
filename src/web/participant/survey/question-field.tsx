import { choicesOf, LONGEST_TEXT } from '../../../journey/survey/rules/answering.ts'
import type { Question } from '../../../model/surveys.ts'
import { Choices } from '../../../ui/choices.tsx'
import { Field } from '../../../ui/field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'

type Props = { question: Question; entered: readonly string[]; error: string | undefined }

const LEFT_OUT = { value: '', text: 'I leave this out' }

/** One question of a survey with what was entered so far. Each may be left out. */
export function QuestionField({ question, entered, error }: Props) {
  const id = `q-${question.key}`
  const shared = { id, name: id, error }
  const first = entered[0]
  const chosen = entered.length > 0 ? entered : ['']
  switch (question.kind) {
    case 'skills': {
      const choices = question.options.map((it) => ({ value: it, text: it }))
      const hint = 'Choose as many as fit.'
      return <Choices {...shared} legend={question.text} hint={hint} several choices={choices} chosen={entered} />
    }
    case 'yes-no': {
      const choices = [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }, LEFT_OUT]
      return <Choices {...shared} legend={question.text} choices={choices} chosen={chosen} />
    }
    case 'agreement': {
      const choices = (choicesOf(question) ?? []).map((it) => ({ value: it, text: agreement(it, question.points) }))
      return <Choices {...shared} legend={question.text} choices={[...choices, LEFT_OUT]} chosen={chosen} />
    }
    case 'recommend': {
      const choices = (choicesOf(question) ?? []).map((it) => ({ value: it, text: it }))
      const options = [LEFT_OUT, ...choices]
      const hint = 'From 0, not at all, to 10, very much.'
      return <SelectField {...shared} label={question.text} hint={hint} value={first ?? ''} options={options} />
    }
    case 'percent':
      return (
        <Field
          {...shared}
          label={question.text}
          hint="A whole number from 0 to 100."
          inputMode="numeric"
          value={first}
        />
      )
    case 'free-text':
      return (
        <Field
          {...shared}
          label={question.text}
          hint="In your own words; leave out names."
          rows={5}
          maxLength={LONGEST_TEXT}
          value={first}
        />
      )
  }
}

/** The ends and the middle of the scale are named; a number stands by itself in between. */
function agreement(point: string, points: number): string {
  if (point === '1') return '1, not at all'
  if (point === String(points)) return `${points}, fully`
  return Number(point) === (points + 1) / 2 ? `${point}, in part` : point
}
