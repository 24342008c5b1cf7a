import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { ErrorBody } from '../../ui/error-body.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'

export type FirstEntered = {
  readonly organisation: string
  readonly name: string
  readonly email: string
  readonly privacyContact: string
  readonly onePerson: boolean
}
type Props = { secret: string; entered: FirstEntered; errors: readonly { fieldId: string; text: string }[] }

/** The one page on which an organisation is founded, for whoever holds the link of the first start. */
export function FirstPage({ secret, entered, errors }: Props) {
  const errorOf = (fieldId: string) => errors.find((it) => it.fieldId === fieldId)?.text
  return (
    <div class="wrap pt-8 md:pt-12">
      <ErrorSummary errors={errors} />
      <h1 class={errors.length === 0 ? 'max-w-[26ch]' : 'mt-8 max-w-[26ch]'}>Set up Alongside for your organisation</h1>
      <p class="mt-4 max-w-measure">
        Four things, and all but your address can be changed later. You become owner and coordinator; then you set up a
        second step for your sign-in.
      </p>
      <Form action="/first" class="mt-10 max-w-measure space-y-8">
        <input type="hidden" name="link" value={secret} />
        <Field
          id="organisation"
          label="Name of your organisation"
          readBy="Read by everybody: every page names it."
          value={entered.organisation}
          error={errorOf('organisation')}
          autocomplete="organization"
          maxLength={200}
        />
        <Field
          id="name"
          label="Your name"
          readBy="Read by the people of your programs"
          value={entered.name}
          error={errorOf('name')}
          autocomplete="name"
          maxLength={200}
        />
        <Field
          id="email"
          type="email"
          label="Your e-mail address"
          hint="You will sign in with it."
          readBy="Read by the people of your programs"
          value={entered.email}
          error={errorOf('email')}
          autocomplete="email"
          maxLength={320}
        />
        <Field
          id="privacyContact"
          label="Who answers questions about privacy"
          hint="An address or a page that everybody may use; every form names it. Leave it empty to name yourself."
          readBy="Read by everybody who fills in a form"
          value={entered.privacyContact}
          error={errorOf('privacyContact')}
          maxLength={300}
        />
        <CheckField
          id="onePerson"
          checked={entered.onePerson}
          label="I am also the people team and the named contact"
          hint="Usually others clear applications and listen when a pair does not work. In a small organisation one person may do all of it. It is recorded as your decision, and every application form tells it to those who apply."
        />
        <div class="border-t border-rule pt-6">
          <Button rank="primary">Set it up</Button>
        </div>
      </Form>
    </div>
  )
}

/** Before the founding, for a link that is over or never was, and for whoever has none. */
export function FirstLinkOverPage({ hours }: { hours: number }) {
  return (
    <ErrorBody
      heading="This link does not open any more"
      text={`It works once, for ${hours} hours, and until the next start. Start Alongside again with: npm start -- --empty. It prints a new link.`}
      href="/"
      linkText="How to begin"
    />
  )
}

/** The front page of an Alongside in which nothing is set up yet. */
export function BeginPage() {
  return (
    <div class="wrap pt-12 md:pt-20">
      <p class="text-dense text-muted">Alongside runs mentorship programs</p>
      <h1 class="mt-2 max-w-[26ch]">Nothing is set up here yet</h1>
      <p class="mt-4 max-w-measure">
        Whoever started Alongside finds a link in the lines it printed. It opens the page on which an organisation is
        set up, and nothing else does.
      </p>
      <h2 class="mt-section">If the link is lost, or a day old</h2>
      <p class="mt-2 max-w-measure">Start Alongside again on the machine; it prints a new one:</p>
      <pre class="mt-3 bg-base-200 px-5 py-4 text-dense whitespace-pre-wrap">
        <code>npm start -- --empty</code>
      </pre>
      <h2 class="mt-block">Without a browser</h2>
      <p class="mt-2 max-w-measure">The same by a command on the machine:</p>
      <pre class="mt-3 bg-base-200 px-5 py-4 text-dense whitespace-pre-wrap">
        <code>npx alongside office setup --organisation NAME --operator ADDRESS</code>
      </pre>
    </div>
  )
}
