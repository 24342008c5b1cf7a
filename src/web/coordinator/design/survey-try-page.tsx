import type { Entered, SurveyForm } from '../../../journey/survey/shapes.ts'
import type { Problem } from '../../../runtime/errors.ts'
import type { DraftRow } from '../../../store/program-drafts.ts'
import { respondentsInWords } from '../../../texts/en/results.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { askedHeading } from '../../participant/survey/survey-page.tsx'
import { SurveyQuestions } from '../../participant/survey/survey-questions.tsx'
import { DraftHead } from './draft-head.tsx'

type Props = {
  draft: DraftRow
  form: SurveyForm
  contact: string | null
  /** What was entered and could not have been sent, and why. */
  again: { readonly entered: Entered; readonly faults: readonly Problem[] } | null
  /** What would have been sent; nothing of it is kept. */
  sent: Entered | null
}

/** A test run of a survey: filled in and sent as those who are asked would, and nothing of it stays. */
export function SurveyTryPage({ draft, form, contact, again, sent }: Props) {
  const own = `/desk/design/drafts/${draft.id}/surveys/${encodeURIComponent(form.key)}`
  const errors = (again?.faults ?? []).map((it) => ({ fieldId: `q-${it.place}`, text: it.message }))
  return (
    <div class="wrap pt-6 md:pt-10">
      <ErrorSummary errors={errors} heading="This could not be sent" />
      {sent && <Notice>It would be sent like this. Nothing was sent, and nothing of it is kept.</Notice>}
      <div class={errors.length > 0 || sent ? 'mt-8' : undefined}>
        <DraftHead draft={draft} here="/surveys" heading={`Trying ${form.survey.name}`} />
      </div>
      <p class="mt-6 max-w-measure">
        A test run as {respondentsInWords(form.role)} would fill it in.{' '}
        <Link href={`${own}?as=${form.role}`}>Only look</Link>
        {', '}
        <Link href={`/desk/design/drafts/${draft.id}/surveys`}>back to the surveys</Link>
      </p>
      {sent ? (
        <Sent form={form} sent={sent} again={`${own}/try?as=${form.role}`} />
      ) : (
        <div class="mt-section">
          <p class="text-dense text-muted">
            {form.seasonName}. {form.survey.name}
          </p>
          <h2 class="mt-2 text-title">{askedHeading(form)}</h2>
          <SurveyQuestions form={form} contact={contact} isChanging={false} again={again} trial={`${own}/try`} />
        </div>
      )}
    </div>
  )
}

function Sent({ form, sent, again }: { form: SurveyForm; sent: Entered; again: string }) {
  return (
    <>
      <dl class="mt-8 max-w-measure border-b border-rule">
        {form.questions.map((it) => (
          <div key={it.key} class="border-t border-rule py-3">
            <dt class="text-dense text-muted">{it.text}</dt>
            <dd class="whitespace-pre-line wrap-anywhere">{sent[it.key]?.join(', ') || 'Left out'}</dd>
          </div>
        ))}
      </dl>
      <p class="mt-6">
        <Link href={again}>Try it again</Link>
      </p>
    </>
  )
}
