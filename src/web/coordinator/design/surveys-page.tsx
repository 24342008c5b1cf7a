import { INSTRUMENTS } from '../../../journey/design/rules/plan-instrument.ts'
import { nameOf } from '../../../journey/design/rules/read-form.ts'
import type { DraftSurvey, DraftSurveys } from '../../../journey/design/screens/draft-surveys.ts'
import { countMinutes } from '../../../journey/survey/rules/answering.ts'
import { respondentsOf } from '../../../journey/survey/rules/respondents.ts'
import { askedInWords, instrumentInWords, surveyDaysInWords } from '../../../texts/en/instruments.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { DraftHead } from './draft-head.tsx'
import { JustSaved } from './just-saved.tsx'

type Props = { it: DraftSurveys; saved: number | null; error: string | null }

/** The instruments of a draft: when each asks whom how much, to be seen, tried, moved, taken out, and more of them added. */
export function SurveysPage({ it, saved, error }: Props) {
  const { draft, surveys, isReadable } = it
  const at = `/desk/design/drafts/${draft.id}`
  const mayChange = draft.state === 'open' && isReadable
  return (
    <div class="wrap pt-6 md:pt-10">
      {error && <ErrorSummary errors={[{ fieldId: 'surveys', text: error }]} heading="Nothing was saved" />}
      {saved !== null && !error && <JustSaved draft={draft} saved={saved} part="surveys" />}
      <div class={error || saved !== null ? 'mt-8' : undefined}>
        <DraftHead
          draft={draft}
          here="/surveys"
          heading={surveys.length === 0 ? 'No survey yet' : countOf(surveys.length, 'survey')}
        />
      </div>
      <div id="surveys">
        {!isReadable && (
          <p class="mt-6 max-w-measure">
            The text of this draft cannot be read. <Link href={`${at}?part=surveys`}>Mend it first</Link>
          </p>
        )}
        {isReadable && surveys.length === 0 && (
          <p class="mt-6 max-w-measure">Without one nobody is asked how it was. Begin with one at the end.</p>
        )}
        {surveys.length > 0 && (
          <ol class="mt-8 border-b border-rule">
            {surveys.map((survey, place) => (
              <li key={survey.key} id={nameOf(['surveys', survey.key])} class="border-t border-rule py-5">
                <OneSurvey it={survey} at={at} />
                {mayChange && (
                  <Steps it={survey} at={at} seen={draft.number} place={place} isLast={place === surveys.length - 1} />
                )}
              </li>
            ))}
          </ol>
        )}
      </div>
      {mayChange && <AddInstrument at={at} seen={draft.number} />}
    </div>
  )
}

function OneSurvey({ it: { key, name, survey, rounds, hasOpened }, at }: { it: DraftSurvey; at: string }) {
  const edit = `${at}?part=surveys#${nameOf(['surveys', key])}`
  return (
    <>
      <h2 class="wrap-anywhere">{name}</h2>
      {!survey ? (
        <p class="mt-1 text-error">
          Something in it is to be mended. <Link href={edit}>See it beside its fields</Link>
        </p>
      ) : (
        <>
          <p class="mt-1 max-w-measure text-dense text-muted">
            {surveyDaysInWords(survey, rounds)}
            {survey.gate === 'certificate' && ' An answer comes before a certificate.'}
          </p>
          {hasOpened && (
            <p class="mt-1 max-w-measure text-dense">
              It has opened in the season in force: what it asks, and whom, stays as it is.
            </p>
          )}
          <ul class="mt-3 space-y-1 text-dense">
            {respondentsOf(survey).map((who) => {
              const questions = survey.questions[who] ?? []
              const own = `${at}/surveys/${encodeURIComponent(key)}`
              const minutes = countMinutes(questions)
              return (
                <li key={who}>
                  {askedInWords(who, questions.length)}, about {countOf(minutes, 'minute')}.{' '}
                  <Link href={`${own}?as=${who}`}>See it as they do</Link>,{' '}
                  <Link href={`${own}/try?as=${who}`}>try it</Link>
                  {!hasOpened && (
                    <>
                      , <Link href={`${at}/bank?survey=${encodeURIComponent(key)}&of=${who}`}>add from the bank</Link>
                    </>
                  )}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </>
  )
}

function Steps(props: { it: DraftSurvey; at: string; seen: number; place: number; isLast: boolean }) {
  const { it, at, seen, place, isLast } = props
  const name = nameOf(['surveys', it.key])
  const of = <span class="sr-only">: {it.name}</span>
  return (
    <Form action={`${at}/surveys`} class="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-dense">
      <input type="hidden" name="seen" value={String(seen)} />
      <Link href={`${at}?part=surveys#${name}`}>Edit{of}</Link>
      <Link href={`${at}/bank?survey=${encodeURIComponent(it.key)}`}>Question bank{of}</Link>
      {place > 0 && (
        <Button rank="row" name="do" value={`up ${name}`}>
          Move up{of}
        </Button>
      )}
      {!isLast && (
        <Button rank="row" name="do" value={`down ${name}`}>
          Move down{of}
        </Button>
      )}
      {!it.hasOpened && (
        <Button rank="row" name="do" value={`remove ${name}`}>
          Take it out{of}
        </Button>
      )}
    </Form>
  )
}

function AddInstrument({ at, seen }: { at: string; seen: number }) {
  return (
    <section class="mt-section max-w-measure" aria-labelledby="add">
      <h2 id="add">One more</h2>
      <p class="mt-2 text-dense text-muted">
        It comes with days that fit the season and a few questions of the bank; change whatever you like.
      </p>
      <Form action={`${at}/surveys`} class="mt-4 space-y-4">
        <input type="hidden" name="seen" value={String(seen)} />
        <SelectField
          id="kind/surveys"
          label="Which"
          options={INSTRUMENTS.map((it) => ({ value: it, text: instrumentInWords(it) }))}
        />
        <Field
          id="new/surveys"
          label="Its short name, if you like another one"
          hint="As in addresses and sheets: letters, digits and hyphens."
          maxLength={60}
        />
        <Button rank="primary" name="do" value="instrument f/surveys">
          Add it
        </Button>
      </Form>
    </section>
  )
}
