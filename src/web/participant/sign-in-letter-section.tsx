import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { HungSection } from '../../ui/hung-section.tsx'

/** The way in that needs nothing but a mailbox. */
export function SignInLetterSection(props: {
  next: string | null
  entered: string
  error: string | null
  privacyContact: string | null
}) {
  return (
    <HungSection id="by-letter" heading="By a letter to you">
      <Form action="/sign-in" class="max-w-md space-y-4">
        {props.next !== null && <input type="hidden" name="next" value={props.next} />}
        <Field
          id="email"
          type="email"
          label="Your e-mail address"
          hint="The one the program knows you by. We write you a link; there is no password."
          readBy="Read by nobody: it is compared with the directory, and not kept."
          value={props.entered}
          error={props.error ?? undefined}
          autocomplete="email"
          maxLength={320}
        />
        <Button rank="primary">Send me a link</Button>
      </Form>
      <p class="mt-block max-w-measure text-note text-muted">
        So that nobody can try addresses without end, how often one was tried is counted for a day, as a number that
        nobody can turn back into the address.
        {props.privacyContact !== null && ` Questions about your data: ${props.privacyContact}.`}
      </p>
    </HungSection>
  )
}

/** Without a mail server no letter leaves; this says what works instead. */
export function NoLettersSection() {
  return (
    <HungSection id="by-letter" heading="By a letter to you">
      <p class="max-w-measure">
        No mail server is set up here yet, so no letter can leave. Whoever runs the server can print a link for you,
        which you open in your browser:
      </p>
      <pre class="mt-4 bg-base-200 px-5 py-4 text-dense whitespace-pre-wrap">
        <code>npx alongside people link ADDRESS</code>
      </pre>
    </HungSection>
  )
}
