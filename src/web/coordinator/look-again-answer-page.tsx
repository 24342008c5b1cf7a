import { LONGEST_WORDS } from '../../people/actions/look-again.ts'
import type { LookAgainListed } from '../../people/screens/look-again.ts'
import { longDay } from '../../texts/en/days.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'

type Props = { request: LookAgainListed; again: { readonly answer: string; readonly error: string } | null }

/** One request, with room for the answer that its author gets by letter. */
export function LookAgainAnswerPage({ request: it, again }: Props) {
  return (
    <div class="wrap pt-8 md:pt-12">
      {again && <ErrorSummary errors={[{ fieldId: 'answer', text: again.error }]} />}
      <p class={again ? 'mt-8 text-dense' : 'text-dense'}>
        <Link href="/look-again">All requests</Link>
      </p>
      <h1 class="mt-4 max-w-[26ch]">{it.name} asks that a person looks again</h1>
      <p class="mt-3 text-dense text-muted">
        {it.season}. Asked on {longDay(it.askedOn)}, to be answered by {longDay(it.dueOn)}. {it.email}
      </p>
      <blockquote dir="auto" class="mt-block max-w-measure whitespace-pre-line border-y border-rule py-4 wrap-anywhere">
        {it.words}
      </blockquote>
      {it.answer === null ? (
        <Form action={`/look-again/${it.id}`} class="mt-block max-w-measure space-y-4">
          <Field
            id="answer"
            label="Your answer"
            hint="Say what you looked at, what you found, and what follows from it. Say nothing of anybody else’s application."
            readBy={`Read by ${it.name}, by letter and on their page, and by the coordinators of this season`}
            rows={7}
            maxLength={LONGEST_WORDS}
            value={again?.answer}
            error={again?.error}
            required
          />
          <Button rank="primary">Send the answer</Button>
        </Form>
      ) : (
        <div class="quote mt-block max-w-measure">
          <p dir="auto" class="whitespace-pre-line wrap-anywhere">
            {it.answer}
          </p>
          <p class="mt-1 text-dense text-muted">Answered {it.answeredOn ? longDay(it.answeredOn) : ''}</p>
        </div>
      )}
    </div>
  )
}
