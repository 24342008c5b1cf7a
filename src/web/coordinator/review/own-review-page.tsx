import type { OneReview } from '../../../journey/review/actions/see-own-reviews.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'
import { Offered } from '../../../ui/offered.tsx'

export type ReviewAgain = {
  readonly scores: Readonly<Record<string, string>>
  readonly note: string
  readonly errors: readonly { readonly fieldId: string; readonly text: string }[]
} | null
type Props = { it: OneReview; again: ReviewAgain }

const SCORES = [
  { value: '1', text: '1, little' },
  { value: '2', text: '2' },
  { value: '3', text: '3' },
  { value: '4', text: '4' },
  { value: '5', text: '5, much' },
]
const SOURCES: Readonly<Record<string, string>> = {
  application: 'From what they wrote.',
  reviewer: 'From what you know of them.',
  manager: 'From what their manager says.',
}

/** One application to review: what they wrote, and the scores; nobody sees them beside a name but whoever gave them. */
export function OwnReviewPage({ it, again }: Props) {
  return (
    <div class="wrap pt-6 md:pt-10">
      {again && <ErrorSummary heading="Your review is not sent yet; nothing is lost" errors={again.errors} />}
      <p class={again ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href={`/reviews?season=${it.season}`}>Reviews</Link>, {it.seasonName}
      </p>
      <h1 class="mt-1 max-w-[26ch] wrap-anywhere">
        {it.name}, {it.role}
      </h1>
      <HungSection id="written" heading="What they wrote">
        <Written it={it} />
      </HungSection>
      {it.state === 'excused' ? (
        <Excused it={it} />
      ) : (
        <Offered to={`/reviews/${it.id}`}>
          <Scores it={it} again={again} />
        </Offered>
      )}
      {it.state === 'to-do' && (
        <HungSection id="near" heading="Too near?">
          <p class="max-w-measure">
            A friend, somebody you work with every day, somebody you would rather not judge: say so, and another
            reviewer gets it. Nobody asks why.
          </p>
          <Form action={`/reviews/${it.id}/excuse`} class="mt-3">
            <Button>Excuse me from this one</Button>
          </Form>
        </HungSection>
      )}
    </div>
  )
}

function Written({ it }: { it: OneReview }) {
  if (it.answers.length === 0) return <p class="text-muted">They were asked nothing that reviewers read.</p>
  return (
    <dl class="max-w-measure space-y-5">
      {it.answers.map(({ question, words }) => (
        <div key={question}>
          <dt class="text-note text-muted">{question}</dt>
          <dd class="mt-0.5 whitespace-pre-line wrap-anywhere" dir="auto">
            {words.length === 0 ? <span class="text-muted">left out</span> : words.join(', ')}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Excused({ it }: { it: OneReview }) {
  return (
    <HungSection id="near" heading="Excused">
      <p class="max-w-measure">You said that you stand too near to this one.</p>
      {!it.hasHeard && (
        <Form action={`/reviews/${it.id}/excuse`} class="mt-3">
          <input type="hidden" name="back" value="yes" />
          <Button>Take that back</Button>
        </Form>
      )}
    </HungSection>
  )
}

function Scores({ it, again }: Props) {
  if (it.hasHeard)
    return (
      <HungSection id="scores" heading="Your review">
        <p class="text-muted">Everybody has heard: it is not changed any more.</p>
      </HungSection>
    )
  const chosen = (key: string) => {
    const score = again ? again.scores[key] : it.scores[key]
    return score === undefined ? [] : [String(score)]
  }
  return (
    <HungSection id="scores" heading="Your review">
      <Form action={`/reviews/${it.id}`} class="max-w-measure space-y-6">
        {it.criteria.map(({ key, text, source }) => (
          <Choices
            key={key}
            id={`score-${key}`}
            name={`score-${key}`}
            legend={text}
            hint={SOURCES[source]}
            error={again?.errors.find((one) => one.fieldId === `score-${key}`)?.text}
            choices={SCORES}
            chosen={chosen(key)}
          />
        ))}
        {it.notes.map((note) => (
          <p key={note.id} class="whitespace-pre-line text-muted wrap-anywhere" dir="auto">
            Your note: {note.words}
          </p>
        ))}
        <Field
          id="note"
          label="A note, if you like"
          rows={3}
          maxLength={4000}
          value={again?.note}
          hint="For whoever coordinates the season. Once everybody has heard, their person can read your note and the scores, without your name."
        />
        <Button rank="primary">{it.state === 'sent' ? 'Change my review' : 'Send my review'}</Button>
      </Form>
      {it.next && (
        <p class="mt-4">
          <Link href={`/reviews/${it.next}`}>The next one, without sending</Link>
        </p>
      )}
    </HungSection>
  )
}
