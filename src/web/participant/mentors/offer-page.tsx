import type { GivenOffer } from '../../../journey/offer/actions/own-offer.ts'
import type { OwnOffer } from '../../../journey/offer/actions/see-mentors.ts'
import { LONGEST_OFFER, MOST_PLACES, MOST_TOPICS } from '../../../journey/offer/shapes.ts'
import { TOPICS } from '../../../model/topics.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { Choices } from '../../../ui/choice-set.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'
import { Shown } from './mentor-page.tsx'

export const OFFER_DONE = {
  saved: 'Kept. The others see you as below.',
  back: 'You are in the directory again, as before.',
  together: 'Kept. The two of you can find each other here again.',
} as const

type Errors = readonly { readonly fieldId: string; readonly text: string }[]
type Props = {
  own: OwnOffer
  given: GivenOffer
  today: string
  contact: string | null
  done: keyof typeof OFFER_DONE | 'out' | null
  errors: Errors
}

const PARENTS = [...new Set(TOPICS.map((it) => it.parent))]

/** What one shows oneself as a mentor: how it looks to the others, the form, and the way out. */
export function OfferPage(props: Props) {
  const { own, today, done, errors } = props
  const isIn = own.offer !== null && own.offer.closedAt === null
  return (
    <div class="wrap pt-8 md:pt-12">
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      {done === 'out' && !isIn && <Out />}
      {done && done !== 'out' && <Notice>{OFFER_DONE[done]}</Notice>}
      <p class="mt-8 text-dense text-muted first:mt-0">
        <Link href="/mentors">All mentors</Link>
      </p>
      <h1 class="mt-2 max-w-[26ch]">{isIn ? 'You show yourself as a mentor' : 'Show yourself as a mentor'}</h1>
      {isIn && own.offer ? (
        <section class="mt-block border-y border-rule py-4" aria-labelledby="looks">
          <h2 id="looks" class="text-dense font-semibold text-muted">
            How the others see you
          </h2>
          <p class="mt-2 font-semibold wrap-anywhere">{own.name}</p>
          <Shown mentor={{ ...own.offer, room: own.room }} today={today} />
          {own.offer.isFull && (
            <p class="mt-2 max-w-measure">You said that you are full. Keep the form below to have room again.</p>
          )}
          <Form action="/offer/out" class="mt-4">
            <Button>Take me out</Button>
          </Form>
        </section>
      ) : (
        <p class="mt-3 max-w-measure">
          People of your organisation find you by your topics and ask you, outside seasons too. You say yes or no with
          one press, without a reason, and one press takes you out again.
        </p>
      )}
      <OfferForm {...props} isIn={isIn} />
      <Apart apart={own.apart} />
    </div>
  )
}

function Out() {
  return (
    <div role="status" class="flex flex-wrap items-center gap-x-6 gap-y-3 bg-base-200 px-5 py-4">
      <p>You are not in the directory any more. Requests that are open stay yours to answer.</p>
      <Form action="/offer/back">
        <Button>Undo</Button>
      </Form>
    </div>
  )
}

function OfferForm({ given, errors, contact, isIn }: Props & { isIn: boolean }) {
  const error = (id: string) => errors.find((it) => it.fieldId === id)?.text
  const known = new Set(TOPICS.map((it) => it.name))
  return (
    <Form action="/offer" class="mt-section max-w-measure space-y-6">
      <Field
        id="topics"
        name="more"
        label="Your topics"
        hint={`In your words, with a comma between them, or ticked below. ${MOST_TOPICS} at most.`}
        value={given.topics.filter((it) => !known.has(it)).join(', ')}
        error={error('topics')}
      />
      {PARENTS.map((parent) => {
        const of = TOPICS.filter((it) => it.parent === parent)
        const chosen = of.filter((it) => given.topics.includes(it.name))
        return (
          <More
            key={parent}
            summary={chosen.length > 0 ? `${parent} (${chosen.length})` : parent}
            open={chosen.length > 0}
          >
            <fieldset>
              <legend class="sr-only">{parent}</legend>
              <Choices
                id={`of-${PARENTS.indexOf(parent)}`}
                name="topics"
                kind="checkbox"
                options={of.map(({ name }) => ({ value: name, text: name, checked: given.topics.includes(name) }))}
              />
            </fieldset>
          </More>
        )
      })}
      <Field
        id="offer"
        label="What you can offer, in a sentence"
        hint={`${LONGEST_OFFER} characters at most.`}
        readBy="Read by everybody of the organisation who signs in"
        rows={3}
        maxLength={LONGEST_OFFER}
        value={given.words}
        error={error('offer')}
        required
      />
      <SelectField
        id="places"
        label="For how many people at a time?"
        hint="A request that is open, and each person you talk with, takes a place."
        value={given.places}
        error={error('places')}
        options={Array.from({ length: MOST_PLACES }, (_, at) => ({ value: String(at + 1), text: String(at + 1) }))}
      />
      <CheckField id="asynchronous" checked={given.asynchronous} label="Also in writing, without meeting" />
      <Field
        id="from"
        type="date"
        label="Available from (you may leave it out)"
        hint="Until that day you are shown as pausing, and nobody can ask you."
        value={given.availableOn}
        error={error('from')}
      />
      <Button rank="primary">{isIn ? 'Keep it' : 'Show me'}</Button>
      <PrivacyNotice
        purpose="Others find you by it and ask you."
        readers="everybody of the organisation who signs in"
        kept="until you take yourself out, and 30 days more so that you can take that back"
        contact={contact}
      />
    </Form>
  )
}

/** Whom one does not want to meet here: only one's own eyes see it. */
function Apart({ apart }: { apart: OwnOffer['apart'] }) {
  if (apart.length === 0) return null
  return (
    <section class="mt-section" aria-labelledby="apart">
      <h2 id="apart">Not shown to each other</h2>
      <p class="mt-2 max-w-measure text-dense text-muted">
        Only you see this. Whom you named in an application is among them.
      </p>
      <ul class="mt-3 border-b border-rule">
        {apart.map((it) => (
          <li key={it.id} class="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-rule py-3">
            <span class="min-w-0 wrap-anywhere">{it.name}</span>
            <Form action={`/mentors/${it.id}/together`}>
              <Button>
                Take it back<span class="sr-only">, {it.name}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
