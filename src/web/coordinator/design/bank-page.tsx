import type { BankQuestion } from '../../../journey/design/rules/bank-question.ts'
import { questionsFor } from '../../../journey/design/rules/question-bank.ts'
import { nameOf } from '../../../journey/design/rules/read-form.ts'
import type { DraftSurvey, DraftSurveys } from '../../../journey/design/screens/draft-surveys.ts'
import { RESPONDENTS, type Respondent } from '../../../model/respondent.ts'
import { questionKindInWords } from '../../../texts/en/instruments.ts'
import { countOf, respondentHeading, respondentsInWords } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { DraftHead } from './draft-head.tsx'
import { JustSaved } from './just-saved.tsx'

/** What is looked at: for which survey, for whom, and about what; empty is the first, mentees, and everything. */
export type BankAsked = { readonly survey: string; readonly of: Respondent; readonly about: string }
type Props = { it: DraftSurveys; asked: BankAsked; saved: number | null; error: string | null }

/** The questions of the bank, each with what it measures and where the idea is published, to be put into a survey of the draft. */
export function BankPage({ it, asked, saved, error }: Props) {
  const { draft, surveys } = it
  const at = `/desk/design/drafts/${draft.id}`
  const into = surveys.find((one) => one.key === asked.survey) ?? surveys[0]
  const all = questionsFor(asked.of, into?.survey?.kind)
  const shown = all.filter((one) => asked.about === '' || one.question.about === asked.about)
  const taken = new Set((into?.survey?.questions[asked.of] ?? []).map((one) => one.key))
  const isLocked = draft.state !== 'open' || !into || into.hasOpened
  return (
    <div class="wrap pt-6 md:pt-10">
      {error && <ErrorSummary errors={[{ fieldId: 'questions', text: error }]} heading="Nothing was saved" />}
      {saved !== null && !error && <JustSaved draft={draft} saved={saved} part="surveys" />}
      <div class={error || saved !== null ? 'mt-8' : undefined}>
        <DraftHead draft={draft} here="/surveys" heading={`${countOf(shown.length, 'question')} to choose from`} />
      </div>
      <p class="mt-6 max-w-measure">
        Written for mentorship programs, in our own words. Where the idea of a question, or a scale of it, is published,
        that is named, so that you can read up on it; our figures are not those of a published scale.{' '}
        <Link href={`${at}/surveys`}>Back to the surveys</Link>
      </p>
      <Filter at={at} surveys={surveys} asked={asked} into={into} abouts={aboutsOf(all)} />
      {into?.hasOpened && (
        <p class="mt-6 max-w-measure">
          {into.name} has opened in the season in force: nothing is added to it any more.
        </p>
      )}
      {shown.length === 0 && (
        <p class="mt-8 max-w-measure">
          There is none of that for {respondentsInWords(asked.of)}.{' '}
          <Link href={`${at}/bank?${new URLSearchParams({ survey: asked.survey, of: asked.of })}`}>
            Show all of theirs
          </Link>
        </p>
      )}
      <ul id="questions" class="mt-8 border-b border-rule">
        {shown.map((one) => (
          <li
            key={one.question.key}
            id={one.question.key}
            class="grid gap-x-8 gap-y-2 border-t border-rule py-4 md:grid-cols-[minmax(0,1fr)_auto]"
          >
            <OneQuestion it={one} />
            {!isLocked && into && (
              <AddButton
                at={at}
                seen={draft.number}
                into={into}
                asked={asked}
                it={one}
                isTaken={taken.has(one.question.key)}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function OneQuestion({ it: { question } }: { it: BankQuestion }) {
  return (
    <div class="min-w-0">
      <p class="max-w-measure font-semibold">{question.text}</p>
      {question.kind === 'skills' && <p class="max-w-measure text-dense">{question.options.join(' · ')}</p>}
      <p class="mt-1 max-w-measure text-dense text-muted">
        Measures: {question.about}. Answered by {questionKindInWords(question.kind)}.
        {question.source && ` The idea is published: ${question.source}.`}
      </p>
    </div>
  )
}

function AddButton(props: {
  at: string
  seen: number
  into: DraftSurvey
  asked: BankAsked
  it: BankQuestion
  isTaken: boolean
}) {
  const { at, seen, into, asked, it, isTaken } = props
  if (isTaken) return <p class="text-dense text-muted">It is in this survey.</p>
  const path = ['surveys', into.key, 'questions', asked.of]
  return (
    <Form action={`${at}/bank`}>
      <input type="hidden" name="seen" value={String(seen)} />
      <input type="hidden" name="survey" value={into.key} />
      <input type="hidden" name="of" value={asked.of} />
      <input type="hidden" name="about" value={asked.about} />
      <input type="hidden" name={nameOf(path, 'bank')} value={it.question.key} />
      <Button rank="row" name="do" value={`bank ${nameOf(path)}`}>
        Add<span class="sr-only">: {it.question.text}</span>
      </Button>
    </Form>
  )
}

function Filter(props: {
  at: string
  surveys: readonly DraftSurvey[]
  asked: BankAsked
  into: DraftSurvey | undefined
  abouts: readonly string[]
}) {
  const { at, surveys, asked, into, abouts } = props
  return (
    <form class="mt-6 flex flex-wrap items-end gap-4" method="get" action={`${at}/bank`}>
      {surveys.length > 0 && (
        <div class="w-56">
          <SelectField
            id="survey"
            label="Into"
            value={into?.key}
            options={surveys.map(({ key, name }) => ({ value: key, text: name }))}
          />
        </div>
      )}
      <div class="w-56">
        <SelectField
          id="of"
          label="For"
          value={asked.of}
          options={RESPONDENTS.map((it) => ({ value: it, text: respondentHeading(it) }))}
        />
      </div>
      <div class="w-56">
        <SelectField
          id="about"
          label="About"
          value={asked.about}
          options={[{ value: '', text: 'Everything' }, ...abouts.map((it) => ({ value: it, text: it }))]}
        />
      </div>
      <Button>Show</Button>
      {surveys.length === 0 && (
        <p class="text-dense">
          The draft has no survey to put one for {respondentsInWords(asked.of)} into.{' '}
          <Link href={`${at}/surveys#add`}>Add a survey first</Link>
        </p>
      )}
    </form>
  )
}

function aboutsOf(all: readonly BankQuestion[]): readonly string[] {
  return [...new Set(all.map((it) => it.question.about))].sort()
}
