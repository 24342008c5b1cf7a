import { INSTRUMENTS } from '../../../journey/design/rules/plan-instrument.ts'
import { questionsFor } from '../../../journey/design/rules/question-bank.ts'
import { nameOf } from '../../../journey/design/rules/read-form.ts'
import type { Path } from '../../../journey/design/rules/splice.ts'
import { respondentSchema } from '../../../model/respondent.ts'
import { instrumentInWords } from '../../../texts/en/instruments.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/select-field.tsx'

/** Beside the list of surveys: one added whole; beside the questions of one: a question of the bank. Elsewhere nothing. */
export function SurveyTools({ path }: { path: Path }) {
  const [first, survey, questions, of] = path
  if (first !== 'surveys') return null
  if (survey === undefined)
    return (
      <Tool
        path={path}
        what="kind"
        label="Or one that comes with days and questions"
        options={INSTRUMENTS.map((it) => ({ value: it, text: instrumentInWords(it) }))}
        verb="instrument"
        button="Add it whole"
      />
    )
  const respondent = respondentSchema.safeParse(of)
  if (questions !== 'questions' || !respondent.success || path.length > 4) return null
  const bank = questionsFor(respondent.data, undefined).map(({ question: { key, text, about } }) => ({
    value: key,
    text: `${about}: ${text}`,
  }))
  return (
    <Tool
      path={path}
      what="bank"
      label="Or one of the question bank"
      options={bank}
      verb="bank"
      button="Add this one"
    />
  )
}

function Tool(props: {
  path: Path
  what: string
  label: string
  options: readonly { readonly value: string; readonly text: string }[]
  verb: string
  button: string
}) {
  const { path, what, label, options, verb, button } = props
  return (
    <>
      {/* A browser lets long options widen the page, even of a closed list. */}
      <div class="overflow-hidden p-1">
        <SelectField id={nameOf(path, what)} label={label} options={options} />
      </div>
      <Button rank="row" name="do" value={`${verb} ${nameOf(path)}`}>
        {button}
      </Button>
    </>
  )
}
