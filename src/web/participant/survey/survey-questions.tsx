import type { Entered, SurveyForm } from '../../../journey/survey/shapes.ts'
import type { Problem } from '../../../runtime/errors.ts'
import { instantInWords, longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Island } from '../../../ui/island.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'
import { QuestionField } from './question-field.tsx'

type Props = {
  form: SurveyForm
  contact: string | null
  isChanging: boolean
  /** Where a test run is sent, which keeps nothing; a survey itself has none. */
  trial?: string
  again: { readonly entered: Entered; readonly faults: readonly Problem[] } | null
}

/** The questions of a survey with what was entered so far, and the buttons that keep and send it. */
export function SurveyQuestions({ form, contact, isChanging, again, trial }: Props) {
  const entered = again?.entered ?? form.entered
  const path = `/seasons/${form.season}/surveys/${form.key}`
  return (
    <>
      <Introduction form={form} />
      <p class="mt-4 max-w-measure">
        Open until the end of {longDay(form.survey.closes)}. {whatIsNeeded(form)}{' '}
        {isChanging
          ? 'What you sent counts until you send the changes.'
          : 'What you enter is kept for you until you send it; nobody else can open it.'}
      </p>
      <Form
        action={trial ?? path}
        class="mt-block max-w-measure space-y-8"
        data={trial ? undefined : keepsItself(path)}
      >
        <input type="hidden" name="role" value={form.role} />
        {isChanging && <input type="hidden" name="change" value="yes" />}
        {form.questions.map((question) => (
          <QuestionField
            key={question.key}
            question={question}
            entered={entered[question.key] ?? []}
            error={again?.faults.find((it) => it.place === question.key)?.message}
          />
        ))}
        <div class="space-y-4">
          <p class="max-w-measure">
            Confidential, not anonymous: nobody reads your answers by name. You may change them or take them back until
            the survey closes; after that nobody can, since nobody can find them.
          </p>
          <div class="flex flex-wrap gap-4">
            {/* First, so that the return key keeps and never sends. */}
            {!trial && <Button to={`${path}/draft`}>Keep it and go on later</Button>}
            <Button rank="primary">{isChanging ? 'Send the changes' : 'Send my answers'}</Button>
          </div>
          <p role="status" data-says class="min-h-6 text-dense text-muted">
            {form.keptAt && !again ? `Kept last on ${instantInWords(form.keptAt)}.` : ''}
          </p>
        </div>
        <PrivacyNotice
          purpose="They show whether the program works, and what to change."
          readers="nobody by name"
          kept={`sealed until the survey closes, then without your name until 90 days after ${longDay(keptFrom(form))}; a draft until the survey closes`}
          contact={contact}
        />
      </Form>
      {!trial && <Island name="draft" />}
    </>
  )
}

function keepsItself(path: string) {
  return {
    'data-draft': `${path}/draft`,
    'data-kept': 'Kept. You may stop and go on later.',
    'data-lost': 'Not kept just now. Press “Keep it and go on later”, or go on and send.',
  } as const
}

/** What somebody should know first who is not in a pair of the season, or not any more; and what an answer comes before. */
function Introduction({ form: { role, survey, seasonName } }: { form: SurveyForm }) {
  const says =
    role === 'supervisor'
      ? `Somebody of your team takes part in ${seasonName} and agreed that we ask you. The questions are about the program, never about a person or their work. Please write about nobody.`
      : role === 'leaver'
        ? 'A pair of yours ended before the program did. That happens for many reasons, and none has to be given. We ask this once, and leaving it is fine.'
        : null
  return (
    <>
      {says && <p class="mt-4 max-w-measure">{says}</p>}
      {survey.gate === 'certificate' && (role === 'mentor' || role === 'mentee') && (
        <p class="mt-4 max-w-measure">
          An answer comes before your certificate. Only that you have answered is looked at, never what.
        </p>
      )}
    </>
  )
}

function whatIsNeeded({ questions }: SurveyForm): string {
  const needed = questions.filter((it) => it.required).length
  if (needed === 0) return 'Every question may be left out.'
  if (needed === questions.length) return needed === 1 ? 'It needs an answer.' : 'All questions need an answer.'
  return `${needed === 1 ? 'One question needs' : `${needed} questions need`} an answer and ${needed === 1 ? 'says' : 'say'} so; all others may be left out.`
}

/** A survey may lie after its season: then its own last day is the one that counts. */
function keptFrom({ survey, seasonEndsOn }: SurveyForm): string {
  return survey.closes > seasonEndsOn ? survey.closes : seasonEndsOn
}
