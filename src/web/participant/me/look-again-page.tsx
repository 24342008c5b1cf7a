import { DAYS_TO_ANSWER, LONGEST_WORDS } from '../../../people/actions/look-again.ts'
import type { LookAgainForm } from '../../../people/screens/look-again.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'

type Props = {
  form: LookAgainForm
  contact: string | null
  done: boolean
  again: { readonly words: string; readonly error: string } | null
}

/** Where an applicant asks that a person looks again, and reads what came of it. */
export function LookAgainPage({ form: { heard, requests }, contact, done, again }: Props) {
  const open = requests.find((it) => it.answer === null)
  return (
    <div class="wrap pt-8 md:pt-12">
      {again && <ErrorSummary errors={[{ fieldId: 'words', text: again.error }]} />}
      {done && open && <Notice>Somebody will look again. You hear by {longDay(open.dueOn)}.</Notice>}
      <p class={again || done ? 'mt-8 text-dense' : 'text-dense'}>
        <Link href="/me">My data</Link>
      </p>
      <h1 class="mt-4 max-w-[26ch]">{open ? 'Somebody is looking again' : 'Ask a person to look again'}</h1>
      <p class="mt-3 max-w-measure">
        {heard.name}, {heard.season}. You heard on {longDay(heard.heardOn)}. No decision is a machine’s alone: a
        coordinator looks at yours again and answers within {DAYS_TO_ANSWER} working days. It counts against you
        nowhere.
      </p>
      {!open && (
        <Form action={`/me/look-again/${heard.key}`} class="mt-block max-w-measure space-y-4">
          <Field
            id="words"
            label="What should they look at?"
            hint="What may have been overlooked, or what you do not understand."
            readBy="Read by the coordinators of this season"
            rows={6}
            maxLength={LONGEST_WORDS}
            value={again?.words}
            error={again?.error}
            required
          />
          <Button rank="primary">Ask</Button>
          <PrivacyNotice
            purpose="It is there so that a person answers you."
            readers="you and the coordinators of this season"
            kept="until 90 days after the season’s end"
            contact={contact}
          />
        </Form>
      )}
      <Asked requests={requests} />
    </div>
  )
}

function Asked({ requests }: Pick<LookAgainForm, 'requests'>) {
  if (requests.length === 0) return null
  return (
    <section class="mt-section max-w-measure" aria-labelledby="asked">
      <h2 id="asked">What you asked</h2>
      <ol class="mt-4 border-t border-rule">
        {requests.map((it) => (
          <li key={it.id} class="border-b border-rule py-4">
            <p dir="auto" class="whitespace-pre-line wrap-anywhere">
              {it.words}
            </p>
            <p class="mt-1 text-dense text-muted">{longDay(it.askedOn)}</p>
            {it.answer === null ? (
              <p class="mt-2 text-dense">You hear by {longDay(it.dueOn)}.</p>
            ) : (
              <div class="quote mt-3">
                <p dir="auto" class="whitespace-pre-line wrap-anywhere">
                  {it.answer}
                </p>
                <p class="mt-1 text-dense text-muted">A coordinator, {it.answeredOn ? longDay(it.answeredOn) : ''}</p>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
