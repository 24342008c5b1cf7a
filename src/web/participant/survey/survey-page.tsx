import type { SurveyForm } from '../../../journey/survey/actions/answer.ts'
import type { Entered } from '../../../journey/survey/rules/answering.ts'
import { SMALLEST_BASE } from '../../../journey/survey/rules.ts'
import type { Problem } from '../../../runtime/errors.ts'
import { instantInWords, longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Island } from '../../../ui/island.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'
import { QuestionField } from './question-field.tsx'

/** What somebody reads after they did something here. */
export const SURVEY_DONE = {
  kept: 'What you entered is kept. Come back here whenever you like, on any device.',
  sent: 'Your answers are sent. Thank you.',
  changed: 'Your answers are changed. What you sent before is gone.',
  'taken-back': 'Your answers are taken back and deleted.',
  'sent-before': 'Your answers were sent before; nothing was added to them.',
} as const

type Props = {
  form: SurveyForm
  contact: string | null
  done: keyof typeof SURVEY_DONE | null
  /** Whether somebody who has sent is about to change what they sent. */
  isChanging: boolean
  /** What was entered and cannot be used, and why. */
  again: { readonly entered: Entered; readonly faults: readonly Problem[] } | null
}

/** One survey: what it takes and who sees what, its questions, or what became of it. */
export function SurveyPage({ form, contact, done, isChanging, again }: Props) {
  const errors = (again?.faults ?? []).map((it) => ({ fieldId: `q-${it.place}`, text: it.message }))
  const isMoved = errors.length > 0 || done
  return (
    <div class="wrap grid gap-x-24 gap-y-section pt-8 md:pt-12 lg:grid-cols-[minmax(0,1fr)_var(--container-margin)]">
      <div class="min-w-0">
        <ErrorSummary errors={errors} heading="Not sent yet; nothing is lost" />
        {done && <Notice>{SURVEY_DONE[done]}</Notice>}
        <p class={isMoved ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
          {form.seasonName}. {form.survey.name}
        </p>
        <h1 class="mt-2 max-w-[26ch]">{isChanging ? 'Change your answers' : heading(form)}</h1>
        {form.standing === 'open' || (form.standing === 'sent' && isChanging) ? (
          <Questions form={form} contact={contact} isChanging={form.standing === 'sent'} again={again} />
        ) : (
          <p class="mt-4 max-w-measure">{after(form)}</p>
        )}
        {form.standing === 'sent' && !isChanging && <UntilTheClose form={form} />}
        <OtherRole form={form} />
      </div>
      <WhoSeesWhat />
    </div>
  )
}

function heading({ standing, survey, questions, minutes }: SurveyForm): string {
  if (standing === 'coming') return `${survey.name}: opens on ${longDay(survey.opens)}`
  if (standing === 'answered' || standing === 'sent') return 'Your answers are in'
  if (standing === 'closed') return 'This survey has closed'
  const many = questions.length === 1 ? 'One question' : `${questions.length} questions`
  return `${many}, about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`
}

function after({ standing, survey, minutes }: SurveyForm): string {
  if (standing === 'coming')
    return `It takes about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, and you get a letter when it opens.`
  if (standing === 'closed')
    return `It closed at the end of ${longDay(survey.closes)}. Nothing can be sent, changed or taken back any more.`
  if (standing === 'sent')
    return `There is nothing more to do here. Until the end of ${longDay(survey.closes)} your answers lie sealed, and only you can open them. Then they are mixed with the others, without your name, and can no longer be changed or taken back: nobody can find them, you included.`
  return 'There is nothing more to do here. Your answers lie among the others, without your name: they cannot be changed or taken back, since nobody can find them, you included.'
}

/** What somebody who has sent may still do while the survey is open. */
function UntilTheClose({ form }: Pick<Props, 'form'>) {
  const path = `/seasons/${form.season}/surveys/${form.key}`
  return (
    <div class="mt-6 space-y-4">
      {form.keptAt && (
        <p class="max-w-measure">
          You began to change them on {instantInWords(form.keptAt)} and have not sent the changes. What you sent before
          counts until you do.
        </p>
      )}
      <div class="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Link href={`${path}?role=${form.role}&change=yes`}>Change my answers</Link>
        <Form action={`${path}/back`}>
          <input type="hidden" name="role" value={form.role} />
          <Button>Take my answers back</Button>
        </Form>
      </div>
    </div>
  )
}

function Questions({ form, contact, isChanging, again }: Omit<Props, 'done'>) {
  const entered = again?.entered ?? form.entered
  const path = `/seasons/${form.season}/surveys/${form.key}`
  return (
    <>
      <p class="mt-4 max-w-measure">
        Open until the end of {longDay(form.survey.closes)}. Every question may be left out.{' '}
        {isChanging
          ? 'What you sent counts until you send the changes.'
          : 'What you enter is kept for you until you send it; nobody else can open it.'}
      </p>
      <Form
        action={path}
        class="mt-block max-w-measure space-y-8"
        data={{
          'data-draft': `${path}/draft`,
          'data-kept': 'Kept. You may stop and go on later.',
          'data-lost': 'Not kept just now. Press “Keep it and go on later”, or go on and send.',
        }}
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
            <Button to={`${path}/draft`}>Keep it and go on later</Button>
            <Button rank="primary">{isChanging ? 'Send the changes' : 'Send my answers'}</Button>
          </div>
          <p role="status" data-says class="min-h-6 text-dense text-muted">
            {form.keptAt && !again ? `Kept last on ${instantInWords(form.keptAt)}.` : ''}
          </p>
        </div>
        <PrivacyNotice
          purpose="They show whether the program works, and what to change."
          readers="nobody by name"
          kept={`sealed until the survey closes, then without your name until 90 days after ${longDay(form.seasonEndsOn)}; a draft until the survey closes`}
          contact={contact}
        />
      </Form>
      <Island name="draft" />
    </>
  )
}

/** Somebody who is mentor and mentee answers once as each. */
function OtherRole({ form }: { form: SurveyForm }) {
  const other = form.roles.find((it) => it !== form.role)
  if (!other) return null
  return (
    <p class="mt-section max-w-measure">
      This is your survey as a {form.role}. You are also a {other}:{' '}
      <Link href={`/seasons/${form.season}/surveys/${form.key}?role=${other}`}>your survey as a {other}</Link>
    </p>
  )
}

function WhoSeesWhat() {
  const { percentage, distribution, freeText } = SMALLEST_BASE
  return (
    <aside class="space-y-9 text-dense" aria-label="About your answers">
      <section aria-labelledby="who-sees">
        <h2 id="who-sees" class="text-read">
          Who sees what
        </h2>
        <p class="mt-2 text-muted">
          Nobody reads your answers by name: no coordinator, no manager, no owner. Figures are counted once the survey
          has closed, and shown where at least {percentage} people answered for one percentage, {distribution} for how
          answers spread, {freeText} for what people wrote.
        </p>
      </section>
      <section aria-labelledby="confidential">
        <h2 id="confidential" class="text-read">
          Confidential, not anonymous
        </h2>
        <p class="mt-2 text-muted">
          That you have answered is kept, so that reminders stop. What you answered is kept apart from it after the
          close, without your name, a time or an order. What you write in your own words may still tell who you are.
        </p>
      </section>
      <section aria-labelledby="draft">
        <h2 id="draft" class="text-read">
          Until the survey closes
        </h2>
        <p class="mt-2 text-muted">
          What you enter and what you send is sealed before it is stored. At the close the program opens what was sent,
          mixes it, keeps it without names, and destroys the key. What was not sent is deleted unread. Whoever has the
          database or a backup cannot read it; until the close, people who run the server’s software could.
        </p>
      </section>
    </aside>
  )
}
