import type { QuoteForm } from '../../../journey/survey/actions/quotes.ts'
import { audienceOf, type ResultsAudience } from '../../../model/program.ts'
import type { Signed } from '../../../model/quote.ts'
import type { Problem } from '../../../runtime/errors.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'

/** What somebody reads after they did something here. */
export const QUOTE_DONE = {
  offered: 'Your words are offered. A coordinator reads them before anybody else does.',
  withdrawn: 'Your words are withdrawn and deleted, from the results page too.',
} as const

const READ_BY: Readonly<Record<ResultsAudience, string>> = {
  team: 'the people who run this program',
  organisation: 'everybody who is signed in',
  public: 'anybody',
}

type Props = {
  form: QuoteForm
  contact: string | null
  done: keyof typeof QUOTE_DONE | null
  again: { readonly text: string; readonly signed: Signed; readonly faults: readonly Problem[] } | null
}

/** Words somebody gives to be read by others, signed as they like; apart from every survey. */
export function QuotePage({ form, contact, done, again }: Props) {
  const { season, program, role, quote } = form
  const readers = READ_BY[audienceOf(program)]
  const error = again?.faults.find((it) => it.place === 'text')?.message
  const signed = again?.signed ?? quote?.signed ?? 'role'
  return (
    <div class="wrap pt-8 md:pt-12">
      <ErrorSummary errors={(again?.faults ?? []).map((it) => ({ fieldId: it.place, text: it.message }))} />
      {done && <Notice>{QUOTE_DONE[done]}</Notice>}
      <p class={done ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>{program.name}</p>
      <h1 class="mt-2 max-w-[26ch]">Say something for others to read</h1>
      <p class="mt-4 max-w-measure">
        What the program was to you, in a sentence or two. It stands on the results page, which {readers} can see. It
        has nothing to do with your survey answers: they stay apart, and nobody joins the two. So say here only what you
        want to be heard saying.
      </p>
      {quote && <Standing quote={quote} />}
      <Form action={`/seasons/${season}/quote`} class="mt-block max-w-measure space-y-8">
        <input type="hidden" name="role" value={role} />
        <Field
          id="text"
          label="Your words"
          hint="600 characters at most. Name nobody else."
          readBy={`${readers}, once a coordinator has put it there`}
          rows={5}
          maxLength={600}
          value={again ? again.text : quote?.text}
          error={error}
        />
        <Choices
          id="signed"
          name="signed"
          legend="Signed"
          hint="Your name says that you took part in this program."
          choices={[
            { value: 'role', text: `As “A ${role}”` },
            { value: 'nobody', text: 'Without name or role' },
            { value: 'name', text: 'With my name and role' },
          ]}
          chosen={[signed]}
        />
        <Button rank="primary">{quote ? 'Offer it as it is now' : 'Offer it'}</Button>
        <PrivacyNotice
          purpose="It shows others what the program is to those who take part."
          readers="coordinators, and whoever may see the results once it is published"
          kept={`until you withdraw it, or a year after ${longDay(program.endsOn)}`}
          contact={contact}
        />
      </Form>
      {quote && (
        <Form action={`/seasons/${season}/quote/withdraw`} class="mt-8">
          <input type="hidden" name="role" value={role} />
          <Button>Withdraw my words</Button>
        </Form>
      )}
      <OtherRole form={form} />
    </div>
  )
}

function Standing({ quote }: { quote: NonNullable<QuoteForm['quote']> }) {
  return (
    <p class="mt-4 max-w-measure">
      {quote.publishedOn
        ? `On the results page since ${longDay(quote.publishedOn)}. If you change it, it is taken down until a coordinator has read it again.`
        : 'Offered, and not on the results page yet. You may change or withdraw it at any time.'}
    </p>
  )
}

function OtherRole({ form }: { form: QuoteForm }) {
  const other = form.roles.find((it) => it !== form.role)
  if (!other) return null
  return (
    <p class="mt-section">
      <Link href={`/seasons/${form.season}/quote?role=${other}`}>Say something as a {other}</Link>
    </p>
  )
}
