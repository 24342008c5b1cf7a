import type { ErasurePlan } from '../../../people/screens/erasure-plan.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'
import { PrivacyContact } from '../../parts/privacy-contact.tsx'

type Props = {
  plan: ErasurePlan
  /** Whether it is about the person who looks. */
  isOwn: boolean
  action: string
  back: string
  sendsLetter: boolean
  contact: string | null
  again: { readonly address: string; readonly error: string } | null
}

/** What an erasure takes, what stays and why; it asks once, by the person's own address. */
export function ErasePage({ plan, isOwn, action, back, sendsLetter, contact, again }: Props) {
  return (
    <div class="wrap pt-8 md:pt-12">
      {again && <ErrorSummary errors={[{ fieldId: 'address', text: again.error }]} />}
      <p class={again ? 'mt-8 text-dense' : 'text-dense'}>
        <Link href={back}>{isOwn ? 'My data' : 'Back to the person'}</Link>
      </p>
      <h1 class="mt-4 max-w-[26ch]">{isOwn ? 'Erase everything about you?' : `Erase ${plan.name}?`}</h1>
      <p class="mt-4 max-w-measure">
        It happens at once and cannot be undone. A running pair ends today, without a cause.{' '}
        {isOwn
          ? 'If you only want to stop taking part, ask a coordinator to end your pair; then nothing has to be erased.'
          : ''}
      </p>
      <HungSection id="goes" heading="What goes">
        <ul class="max-w-measure list-disc space-y-1 pl-5">
          <li>The name, the address, and every way of coming in.</li>
          {plan.deleted.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      </HungSection>
      <HungSection id="emptied" heading="What is emptied">
        <p class="max-w-measure">These stay as bare records, with everything they say taken out:</p>
        <ul class="mt-2 max-w-measure list-disc space-y-1 pl-5">
          {plan.emptied.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      </HungSection>
      <HungSection id="stays" heading="What stays, and why">
        <dl class="max-w-measure space-y-3">
          {plan.kept.map((it) => (
            <div key={it.why}>
              <dt class="text-muted">Because {it.why}</dt>
              <dd>{it.holds.join('; ')}</dd>
            </div>
          ))}
        </dl>
      </HungSection>
      <HungSection id="backups" heading="Backups">
        <p class="max-w-measure">
          The keys to what is sealed are destroyed now. Backups live 30 days; after that none holds or opens any of it.
          A backup that is restored before then erases it again.
        </p>
      </HungSection>
      <HungSection id="confirm" heading="Erase now">
        <Form action={action} class="max-w-measure space-y-4">
          <Field
            id="address"
            label={isOwn ? 'Your own address, to be sure' : 'Their address, to be sure'}
            hint={plan.email}
            type="email"
            autocomplete="off"
            value={again?.address}
            error={again?.error}
            required
          />
          <Button>Erase for good</Button>
          <p class="text-dense text-muted">
            {letterInWords(isOwn, sendsLetter)} <PrivacyContact contact={contact} />
          </p>
        </Form>
      </HungSection>
    </div>
  )
}

function letterInWords(isOwn: boolean, sendsLetter: boolean): string {
  if (sendsLetter)
    return `The certificate is shown once, and leaves in a last letter to ${isOwn ? 'your' : 'their'} address, which is kept for that letter alone.`
  return isOwn
    ? 'The certificate is shown once: download it then.'
    : 'The certificate is shown once: download it then, and hand it over.'
}
