import type { RequestScreen } from '../../../journey/offer/actions/see-requests.ts'
import { LONGEST_REQUEST } from '../../../journey/offer/shapes.ts'
import { longDay } from '../../../texts/en/days.ts'
import { localTime } from '../../../texts/en/local-time.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PrivacyContact } from '../../parts/privacy-contact.tsx'
import { otherOf, standsInWords } from './request-words.ts'

export const REQUEST_DONE = {
  sent: 'Your request is on its way.',
  answered: 'Kept. They get a letter.',
  withdrawn: 'Withdrawn. The mentor gets a letter that there is nothing to answer.',
  over: 'Kept. The place is free again.',
} as const

type Again = { readonly field: 'question' | 'answer'; readonly text: string; readonly error: string }
type Props = {
  request: RequestScreen
  contact: string | null
  done: keyof typeof REQUEST_DONE | null
  again: Again | null
}

/** One request, for its two: what was said, whose turn it is, and what to do. */
export function RequestPage({ request, contact, done, again }: Props) {
  const other = otherOf(request)
  return (
    <div class="wrap pt-8 md:pt-12">
      {again && <ErrorSummary errors={[{ fieldId: again.field, text: again.error }]} />}
      {done && <Notice>{REQUEST_DONE[done]}</Notice>}
      <p class={again || done ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
        <Link href="/requests">Your requests</Link>
      </p>
      <h1 class="mt-2 max-w-[26ch] wrap-anywhere">
        {request.state === 'accepted' && !request.overAt
          ? `You and ${other}: find a time`
          : request.amMentor
            ? `${other} asks you`
            : `You asked ${other}`}
      </h1>
      <p class="mt-3 max-w-measure wrap-anywhere">{standsInWords(request)}</p>
      <Accepted request={request} />
      <Said request={request} />
      {request.state === 'open' && request.amMentor && request.turn === 'mentor' && (
        <MentorAnswers request={request} again={again} />
      )}
      {request.state === 'open' && !request.amMentor && request.turn === 'asker' && (
        <SayMore request={request} again={again} />
      )}
      {request.state === 'open' && !request.amMentor && (
        <Form action={`/requests/${request.id}/withdraw`} class="mt-section">
          <Button>Withdraw it</Button>
        </Form>
      )}
      <p class="mt-section max-w-measure text-note text-muted">
        Read by the two of you, and by nobody else.{' '}
        {request.keepUntil && `Kept until ${longDay(request.keepUntil.slice(0, 10))}. `}
        <PrivacyContact contact={contact} />
      </p>
    </div>
  )
}

function Said({ request }: { request: RequestScreen }) {
  const { words, topics, question, answer, askedAt } = request
  return (
    <section class="mt-block max-w-measure space-y-3" aria-label="What was said">
      <p class="text-dense text-muted">
        {request.amMentor ? request.askerName : 'You'}, {longDay(askedAt.slice(0, 10))}
        {topics.length > 0 && `, about ${topics.join(', ')}`}
      </p>
      <p class="whitespace-pre-line wrap-anywhere" dir="auto">
        {words}
      </p>
      {question && (
        <>
          <p class="text-dense text-muted">
            {request.amMentor ? 'You asked back' : `${request.mentorName} asked back`}
          </p>
          <p class="whitespace-pre-line wrap-anywhere" dir="auto">
            {question}
          </p>
        </>
      )}
      {answer && (
        <>
          <p class="text-dense text-muted">{request.amMentor ? `${request.askerName} answered` : 'You answered'}</p>
          <p class="whitespace-pre-line wrap-anywhere" dir="auto">
            {answer}
          </p>
        </>
      )}
    </section>
  )
}

function MentorAnswers({ request, again }: { request: RequestScreen; again: Again | null }) {
  const action = `/requests/${request.id}`
  return (
    <section class="mt-block max-w-measure bg-base-200 px-5 py-4" aria-labelledby="answer-it">
      <h2 id="answer-it" class="text-read">
        Would you talk with {request.askerName}?
      </h2>
      <p class="mt-1 text-dense text-muted">No reason is asked. With a yes, the two of you see each other’s address.</p>
      <Form action={action} class="mt-4 flex flex-wrap gap-3">
        <Button name="say" value="accept">
          Yes, gladly
        </Button>
        <Button name="say" value="decline">
          Not this time
        </Button>
        <Button name="say" value="full">
          I am full
        </Button>
      </Form>
      {request.question === null && (
        <div class="mt-4">
          <More summary="Tell me more first" open={again !== null}>
            <Form action={action} class="space-y-4">
              <input type="hidden" name="say" value="ask-more" />
              <Field
                id="question"
                label="What would you like to know?"
                hint="Once. They have a week to answer, and then it is your turn again."
                readBy={`Read by ${request.askerName}`}
                rows={3}
                maxLength={LONGEST_REQUEST}
                value={again?.text ?? ''}
                error={again?.error}
              />
              <Button>Ask back</Button>
            </Form>
          </More>
        </div>
      )}
    </section>
  )
}

function SayMore({ request, again }: { request: RequestScreen; again: Again | null }) {
  return (
    <Form action={`/requests/${request.id}/more`} class="mt-block max-w-measure space-y-4">
      <Field
        id="answer"
        label="Your answer"
        hint={`${LONGEST_REQUEST} characters at most.`}
        readBy={`Read by ${request.mentorName}`}
        rows={5}
        maxLength={LONGEST_REQUEST}
        value={again?.text ?? ''}
        error={again?.error}
        required
      />
      <Button rank="primary">Send the answer</Button>
    </Form>
  )
}

/** Both see each other’s address, and times that would suit both. */
function Accepted({ request }: { request: RequestScreen }) {
  if (request.state !== 'accepted' || request.overAt) return null
  const email = request.amMentor ? request.askerEmail : request.mentorEmail
  const other = otherOf(request)
  const times = request.times.map((at) => localTime(at, request.myZone))
  const body = times.length > 0 ? `Would one of these suit you?\n${times.join('\n')}` : ''
  return (
    <section class="mt-block max-w-measure space-y-3" aria-label="Find a time">
      <p>
        Write to{' '}
        <a class="a wrap-anywhere" href={`mailto:${email}?body=${encodeURIComponent(body)}`}>
          {email}
        </a>
        {times.length > 0
          ? `, and propose a first conversation of 30 minutes. Inside both your working hours:`
          : `, and agree on a time between you. Your working hours have none in common in the next three weeks.`}
      </p>
      {times.length > 0 && (
        <ul class="list-disc pl-5 marker:text-muted">
          {times.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      )}
      <p class="text-dense text-muted">
        It counts in no season and in no figure. When you and {other} have talked enough, say so, and the place is free.
      </p>
      <Form action={`/requests/${request.id}/over`}>
        <Button>It has come to its end</Button>
      </Form>
    </section>
  )
}
