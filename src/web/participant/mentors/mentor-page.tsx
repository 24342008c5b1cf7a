import type { MentorScreen } from '../../../journey/offer/actions/see-mentors.ts'
import { LONGEST_REQUEST } from '../../../journey/offer/shapes.ts'
import { roomInWords, sharedInWords } from '../../../texts/en/mentors.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceSet } from '../../../ui/choice-set.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'

type Again = { readonly words: string; readonly topics: readonly string[]; readonly error: string }
type Props = { screen: MentorScreen; today: string; contact: string | null; again: Again | null }

/** One mentor of the directory, and the form that asks them. */
export function MentorPage({ screen, today, contact, again }: Props) {
  const { mentor, refusal } = screen
  const { name, title, department, division } = mentor
  return (
    <div class="wrap pt-8 md:pt-12">
      {again && <ErrorSummary errors={[{ fieldId: 'words', text: again.error }]} />}
      <p class={again ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
        <Link href="/mentors">All mentors</Link>
      </p>
      <h1 class="mt-2 max-w-[26ch] wrap-anywhere">{name}</h1>
      <p class="mt-1 text-muted wrap-anywhere">{[title, department ?? division].filter(Boolean).join(', ')}</p>
      <Shown mentor={mentor} today={today} />
      {refusal ? (
        <p class="mt-block max-w-measure bg-base-200 px-5 py-4">{WHY_NOT[refusal] ?? WHY_NOT['no-room']}</p>
      ) : (
        <Ask screen={screen} contact={contact} again={again} />
      )}
      <div class="mt-section">
        <More summary="Do not show us to each other">
          <p class="max-w-measure">
            Then neither of you finds the other here, and no request goes between you. Nobody is told, and you can take
            it back on the page of what you show.
          </p>
          <Form action={`/mentors/${mentor.id}/apart`} class="mt-4">
            <Button>Do not show us to each other</Button>
          </Form>
        </More>
      </div>
    </div>
  )
}

const WHY_NOT: Readonly<Record<string, string>> = {
  'already-asked': 'You have asked this mentor, and it is open. You find it under your requests.',
  'three-requests-open':
    'You have three requests open, which is the most at a time. Each is answered or moves on within days; you can also withdraw one.',
  'no-room': 'There is no room at the moment. Look again later, or ask somebody else who has room.',
}

/** What a mentor shows, as everybody sees it. */
export function Shown({
  mentor,
  today,
}: {
  mentor: Omit<
    MentorScreen['mentor'],
    'id' | 'name' | 'title' | 'division' | 'department' | 'taken' | 'sharedMinutes' | 'isFull'
  > & { sharedMinutes?: number }
  today: string
}) {
  const { words, topics, asynchronous, sharedMinutes } = mentor
  return (
    <>
      <p class="mt-4 max-w-measure wrap-anywhere" dir="auto">
        {words}
      </p>
      <p class="mt-2 max-w-measure wrap-anywhere">{topics.join(' · ')}</p>
      <p class="mt-2 max-w-measure text-dense text-muted">
        {roomInWords(mentor, today)}
        {sharedMinutes !== undefined && `. ${sharedInWords(sharedMinutes)}`}
        {asynchronous && '. Also in writing, if you like'}.
      </p>
    </>
  )
}

function Ask({ screen: { mentor, open }, contact, again }: Pick<Props, 'screen' | 'contact' | 'again'>) {
  return (
    <section class="mt-section max-w-measure" aria-labelledby="ask">
      <h2 id="ask">Ask {mentor.name}</h2>
      <Form action={`/mentors/${mentor.id}`} class="mt-4 space-y-6">
        <ChoiceSet
          id="topics"
          name="topics"
          kind="checkbox"
          legend="What about?"
          hint="You may leave it out."
          options={mentor.topics.map((text) => ({ value: text, text, checked: again?.topics.includes(text) ?? false }))}
        />
        <Field
          id="words"
          label="What would you like to talk about?"
          hint={`A few sentences, ${LONGEST_REQUEST} characters at most. What would make a first conversation worth it?`}
          readBy={`Read by ${mentor.name}`}
          rows={6}
          maxLength={LONGEST_REQUEST}
          value={again?.words ?? ''}
          error={again?.error}
          required
        />
        <Button rank="primary">Send the request</Button>
        <p class="text-dense text-muted">
          They answer within a week, or the request moves on and we name the next three who fit. You can have three open
          at a time; {open === 3 ? 'none is open now' : `you can send ${open} more`}.
        </p>
        <PrivacyNotice
          purpose="The mentor decides by it whether to talk with you; no reason is asked of them."
          readers={`you and ${mentor.name}`}
          kept="30 days after it has ended, a year where you agreed to talk"
          contact={contact}
        />
      </Form>
    </section>
  )
}
