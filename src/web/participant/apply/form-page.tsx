import { promisesOf } from '../../../journey/apply/rules/plan-application.ts'
import type { ApplyForm } from '../../../journey/apply/screens/apply-pages.ts'
import type { GivenApplication } from '../../../model/given-application.ts'
import { APPLICATION_KEPT, choosingInWords, timeInWords } from '../../../texts/en/apply.ts'
import { instantInWords, longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Island } from '../../../ui/island.tsx'
import { Link } from '../../../ui/link.tsx'
import { Offered } from '../../../ui/offered.tsx'
import { PrivacyContact } from '../../parts/privacy-contact.tsx'
import { SealedTruth } from '../../parts/sealed-truth.tsx'
import { PeopleSection } from './people-section.tsx'
import { PromisesSection } from './promises-section.tsx'
import { QuestionField, type TopicSearch } from './question-field.tsx'
import { TimeSection } from './time-section.tsx'

export type FormErrors = readonly { readonly fieldId: string; readonly text: string }[]

type Props = {
  form: ApplyForm
  /** What is shown: what was kept, or what was just entered and could not be taken. */
  given: GivenApplication
  errors: FormErrors
  search: TopicSearch
  contact: string | null
}

/** One role's application on one page. */
export function ApplyFormPage({ form, given, errors, search, contact }: Props) {
  const { program, role } = form
  const base = `/seasons/${program.key}/apply`
  const draftHref = `${base}/${role}/draft`
  const choosing = choosingInWords(program, role)
  const errorOf = (id: string) => errors.find((it) => it.fieldId === id)?.text
  return (
    <div class="wrap grid gap-x-24 gap-y-section pt-8 md:pt-12 lg:grid-cols-[minmax(0,var(--container-measure))_var(--container-margin)]">
      <div class="min-w-0 max-w-measure">
        <ErrorSummary errors={errors} heading={headingOf(errors)} />
        <p class={errors.length > 0 ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
          <Link href={base}>
            {program.name}, {program.season}
          </Link>
        </p>
        <h1 class="mt-2">{form.isChange ? `Change your application as a ${role}` : `Apply as a ${role}`}</h1>
        <p class="mt-3">
          {timeInWords(program, form.isDual)} {closesInWords(form)}
        </p>
        {choosing && <p class="mt-3">{choosing}</p>}
        <TenurePart form={form} error={errorOf('tenure')} />
        <Offered to={`${base}/${role}`}>
          <div data-keep-draft={draftHref} data-saved="Saved at" data-failed={NOT_SAVED}>
            <Form action={`${base}/${role}`} class="mt-10 space-y-10">
              <input type="hidden" id="draft" name="version" value={form.version ?? ''} />
              {program.roles[role].questions.map((question) => (
                <QuestionField
                  key={question.key}
                  question={question}
                  role={role}
                  given={given.answers[question.key] ?? []}
                  error={errorOf(`q-${question.key}`)}
                  search={search}
                  menteesChoose={program.matching.shortlist !== undefined}
                  draftHref={draftHref}
                />
              ))}
              <PromisesSection
                promises={promisesOf(program.roles[role].requirements)}
                given={given}
                errorOf={errorOf}
              />
              <TimeSection form={form} given={given} />
              <PeopleSection role={role} given={given} errorOf={errorOf} />
              <div class="flex flex-wrap items-center gap-x-6 gap-y-3 border-t border-rule pt-6">
                <Button rank="primary">{form.isChange ? 'Send the change' : 'Send my application'}</Button>
                <Button to={draftHref}>Save and go on later</Button>
              </div>
              <p role="status" class="text-dense text-muted">
                {keptInWords(form)}
              </p>
            </Form>
            <Island name="keep-draft" />
          </div>
        </Offered>
      </div>
      <Margin form={form} contact={contact} />
    </div>
  )
}

const NOT_SAVED = 'Not saved just now. What you entered is still here: choose “Save and go on later” to try again.'

function headingOf(errors: FormErrors): string {
  return errors.length === 1
    ? 'One answer needs another look; nothing is lost'
    : `${errors.length} answers need another look; nothing is lost`
}

function closesInWords({ program, role, phase }: ApplyForm): string {
  const { closes } = program.roles[role].call
  if (phase === 'late') return 'The call has closed: your application is kept in reserve.'
  return closes ? `You can send and change it until the end of ${longDay(closes)}.` : ''
}

function keptInWords({ keptAt }: ApplyForm): string {
  return keptAt
    ? `Saved ${instantInWords(keptAt)}. Nobody can read it before you send it.`
    : 'Nobody can read what you enter before you send it.'
}

/** The one rule that the directory answers: said before anything is filled in. */
function TenurePart({ form: { tenure, program, role }, error }: { form: ApplyForm; error?: string }) {
  if (tenure.is === 'not-asked') return null
  const rule = program.roles[role].requirements.find((it) => it.kind === 'tenure')?.text
  return (
    <div id="tenure" tabIndex={-1} class={error ? 'field-error mt-block' : 'mt-block border-y border-rule py-3'}>
      <p>{rule}</p>
      <p class={error ? 'mt-1 font-semibold text-error' : 'mt-1 text-muted'}>{error ?? tenureInWords(tenure)}</p>
    </div>
  )
}

function tenureInWords(tenure: ApplyForm['tenure']): string {
  if (tenure.is === 'not-yet')
    return `By the directory that is so from ${longDay(tenure.fromOn)}. You can write a draft now; it cannot be sent before. If the day is wrong, ask whoever keeps the directory.`
  if (tenure.is === 'unknown')
    return 'The directory does not say when you started. You can write a draft now; ask whoever keeps the directory to enter the day.'
  return 'By the directory, this is so.'
}

function Margin({ form, contact }: { form: ApplyForm; contact: string | null }) {
  return (
    <aside class="space-y-9 text-dense" aria-label="About this form">
      <section aria-labelledby="why">
        <h2 id="why" class="text-read">
          Why we ask
        </h2>
        <p class="mt-2 text-muted">
          To choose who gets a place, and to find the {form.role === 'mentor' ? 'mentee' : 'mentor'} who suits you. For
          nothing else.
        </p>
      </section>
      <section aria-labelledby="keep">
        <h2 id="keep" class="text-read">
          How long we keep it
        </h2>
        <p class="mt-2 text-muted">Kept {APPLICATION_KEPT}.</p>
      </section>
      <section aria-labelledby="still">
        <h2 id="still" class="text-read">
          Who could read a draft
        </h2>
        <p class="mt-2 text-muted">
          <SealedTruth what="A draft is" />
        </p>
      </section>
      <section aria-labelledby="privacy">
        <h2 id="privacy" class="text-read">
          Questions about your data
        </h2>
        <p class="mt-2 text-muted">
          <PrivacyContact contact={contact} /> You can take your application back at any time and apply again.
        </p>
      </section>
    </aside>
  )
}
