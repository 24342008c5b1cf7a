import type { RequestLine } from '../../../journey/offer/actions/see-requests.ts'
import { LONGEST_REQUEST, type RequestAnswer } from '../../../journey/offer/shapes.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorBody } from '../../../ui/error-body.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { standsInWords } from './request-words.ts'

type Props = {
  request: RequestLine
  secret: string
  say: RequestAnswer
  again: { readonly text: string; readonly error: string } | null
}

/** The page of a letter's link: its one button answers, opening it answers nothing. */
export function AnswerRequestPage({ request, secret, say, again }: Props) {
  const { askerName, topics, words } = request
  if (!request.isMyTurn) return <Answered request={request} />
  return (
    <div class="wrap pt-8 md:pt-12">
      {again && <ErrorSummary errors={[{ fieldId: 'question', text: again.error }]} />}
      <p class={again ? 'mt-8 text-dense text-muted wrap-anywhere' : 'text-dense text-muted wrap-anywhere'}>
        {askerName} asks {request.mentorName}
        {topics.length > 0 && `, about ${topics.join(', ')}`}
      </p>
      <h1 class="mt-2 max-w-[26ch] wrap-anywhere">{HEADING[say](askerName)}</h1>
      <p class="mt-3 max-w-measure">{WHAT[say]} Nothing is answered until you press the button.</p>
      <Form action="/answer-request" class="mt-block max-w-measure space-y-4">
        <input type="hidden" name="link" value={secret} />
        <input type="hidden" name="say" value={say} />
        {say === 'ask-more' && (
          <Field
            id="question"
            label="What would you like to know?"
            readBy={`Read by ${askerName}`}
            rows={3}
            maxLength={LONGEST_REQUEST}
            value={again?.text ?? ''}
            error={again?.error}
            required
          />
        )}
        <Button rank="primary">{BUTTON[say]}</Button>
      </Form>
      <p class="mt-block text-dense text-muted">It is otherwise?</p>
      <ul class="mt-1 flex flex-wrap gap-x-6 gap-y-1 text-dense">
        {(['accept', 'decline', 'ask-more', 'full'] as const)
          .filter((it) => it !== say && !(it === 'ask-more' && request.question !== null))
          .map((it) => (
            <li key={it}>
              <Link href={`/answer-request?link=${secret}&say=${it}`}>{BUTTON[it]}</Link>
            </li>
          ))}
      </ul>
      <h2 class="mt-section text-read">What they wrote</h2>
      <p class="mt-2 max-w-measure whitespace-pre-line wrap-anywhere" dir="auto">
        {words}
      </p>
      {request.question && request.answer && (
        <p class="mt-3 max-w-measure whitespace-pre-line wrap-anywhere">
          You asked: {request.question} They answered: {request.answer}
        </p>
      )}
    </div>
  )
}

const BUTTON: Readonly<Record<RequestAnswer, string>> = {
  accept: 'Yes, gladly',
  decline: 'Not this time',
  'ask-more': 'Tell me more first',
  full: 'I am full',
}
const HEADING: Readonly<Record<RequestAnswer, (name: string) => string>> = {
  accept: (name) => `Say yes to ${name}`,
  decline: (name) => `Not this time for ${name}`,
  'ask-more': (name) => `Ask ${name} something first`,
  full: () => 'Say that you are full',
}
const WHAT: Readonly<Record<RequestAnswer, string>> = {
  accept: 'The two of you see each other’s address, and find a time.',
  decline: 'The request moves on, and no reason is asked.',
  'ask-more': 'They have a week to answer, and then it is your turn again.',
  full: 'The request moves on, and nobody can ask you until you say that you have room.',
}

function Answered({ request }: { request: RequestLine }) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <h1 class="max-w-[26ch]">There is nothing to answer now</h1>
      <p class="mt-3 max-w-measure wrap-anywhere">
        {standsInWords(request)} This link has done its one task; the rest stands on your page, where you sign in.
      </p>
      <p class="mt-block">
        <Link href={`/requests/${request.id}`}>The request</Link>
      </p>
    </div>
  )
}

/** The same for a link that is over or never was. */
export function AnswerRequestOverPage() {
  return (
    <ErrorBody
      heading="This link does not answer any more"
      text="A link answers one request while it is open. Sign in to see your requests."
      href="/requests"
      linkText="Your requests"
    />
  )
}
