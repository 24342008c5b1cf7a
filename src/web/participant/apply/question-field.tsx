import type { Asked } from '../../../model/program.ts'
import type { Role } from '../../../model/role.ts'
import { readByInWords } from '../../../texts/en/apply.ts'
import { ChoiceSet } from '../../../ui/choice-set.tsx'
import { Field } from '../../../ui/field.tsx'
import { TopicsField } from './topics-field.tsx'

const LONGEST = { text: 300, 'long-text': 5000 } as const
const YES_OR_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
]

/** What is looked for among the topics: by words, or by what they belong to. */
export type TopicSearch = { readonly find: string; readonly of: string }

export type QuestionProps = {
  question: Asked
  role: Role
  /** What was entered so far. */
  given: readonly string[]
  error?: string
  /** What was looked for among the topics. */
  search: TopicSearch
  /** Whether mentees choose from shortlists before there are pairs. */
  menteesChoose: boolean
  /** Where the form is kept without being sent. */
  draftHref: string
}

/** One question of the program file, as its kind wants to be answered. */
export function QuestionField(props: QuestionProps) {
  const { question, role, given, error, menteesChoose } = props
  const id = `q-${question.key}`
  const label = question.required ? question.text : `${question.text} (you may leave it out)`
  const readBy = readByInWords(question, role, menteesChoose)
  const shared = { id, name: id, readBy, error }
  switch (question.kind) {
    case 'topics':
      return <TopicsField {...props} />
    case 'yes-no':
    case 'choice': {
      const options =
        question.kind === 'yes-no' ? YES_OR_NO : (question.options ?? []).map((text) => ({ value: text, text }))
      const choices = options.map((it) => ({ ...it, checked: given.includes(it.value) }))
      return <ChoiceSet {...shared} kind="radio" legend={label} options={choices} />
    }
    case 'number':
      return (
        <div class="max-w-72">
          <Field {...shared} label={label} value={given[0]} inputMode="numeric" maxLength={3} />
        </div>
      )
    case 'text':
      return <Field {...shared} label={label} value={given[0]} maxLength={LONGEST.text} />
    case 'long-text':
      return <Field {...shared} label={label} value={given[0]} rows={6} maxLength={LONGEST['long-text']} />
  }
}
