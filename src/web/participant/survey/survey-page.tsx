import type { Entered, SurveyForm } from '../../../journey/survey/shapes.ts'
import type { Problem } from '../../../runtime/errors.ts'
import { instantInWords, longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SurveyQuestions } from './survey-questions.tsx'
import { WhoSeesWhat } from './who-sees-what.tsx'

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
          <SurveyQuestions form={form} contact={contact} isChanging={form.standing === 'sent'} again={again} />
        ) : (
          <p class="mt-4 max-w-measure">{after(form)}</p>
        )}
        {form.standing === 'sent' && !isChanging && <UntilTheClose form={form} />}
        {(form.standing === 'sent' || form.standing === 'answered') && <MayBeQuoted form={form} />}
        <OtherRole form={form} />
      </div>
      <WhoSeesWhat survey={form.survey} />
    </div>
  )
}

/** Words for others are given on a page of their own, so that they are joined to no answer. */
function MayBeQuoted({ form }: Pick<Props, 'form'>) {
  if (form.role !== 'mentor' && form.role !== 'mentee') return null
  return (
    <p class="mt-6 max-w-measure">
      Would you say something for others to read?{' '}
      <Link href={`/seasons/${form.season}/quote?role=${form.role}`}>On a page of its own</Link>, apart from these
      answers, signed as you like.
    </p>
  )
}

/** What a survey is called while it is open: how much it asks. */
export function askedHeading({ questions, minutes }: Pick<SurveyForm, 'questions' | 'minutes'>): string {
  const many = questions.length === 1 ? 'One question' : `${questions.length} questions`
  return `${many}, about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`
}

function heading(form: SurveyForm): string {
  const { standing, survey } = form
  if (standing === 'coming') return `${survey.name}: opens on ${longDay(survey.opens)}`
  if (standing === 'answered' || standing === 'sent') return 'Your answers are in'
  return standing === 'closed' ? 'This survey has closed' : askedHeading(form)
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

/** Somebody who is asked in several ways answers once in each. */
function OtherRole({ form }: { form: SurveyForm }) {
  const others = form.roles.filter((it) => it !== form.role)
  if (others.length === 0) return null
  return (
    <p class="mt-section max-w-measure">
      This is your survey {AS[form.role]}. You are also asked{' '}
      {others.map((it, at) => (
        <>
          {at > 0 && ' and '}
          <Link key={it} href={`/seasons/${form.season}/surveys/${form.key}?role=${it}`}>
            {AS[it]}
          </Link>
        </>
      ))}
      .
    </p>
  )
}

const AS: Readonly<Record<SurveyForm['role'], string>> = {
  mentor: 'as a mentor',
  mentee: 'as a mentee',
  supervisor: 'as a supervisor',
  leaver: 'about a pair that ended early',
}
