import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'

/** Where somebody enters the code that is shown at an event. */
export function CheckInPage(props: { code: string; error: string | null; done: boolean; contact: string | null }) {
  const { code, error, done, contact } = props
  if (done)
    return (
      <div class="wrap pt-8 md:pt-12">
        <h1 class="max-w-[26ch]">You are checked in</h1>
        <p class="mt-4 max-w-measure">There is nothing more to do here.</p>
      </div>
    )
  return (
    <div class="wrap pt-8 md:pt-12">
      {error && <ErrorSummary errors={[{ fieldId: 'code', text: error }]} heading="Not checked in yet" />}
      <h1 class={error ? 'mt-8 max-w-[26ch]' : 'max-w-[26ch]'}>Check in with the code you see</h1>
      <Form action="/check-in" class="mt-block max-w-measure space-y-4">
        <Field
          id="code"
          label="Code"
          hint="Six letters and digits, shown at the event."
          maxLength={12}
          autocomplete="off"
          value={code}
          error={error ?? undefined}
          required
        />
        <Button rank="primary">Check in</Button>
        <PrivacyNotice
          purpose="Attendance is one of the figures of the season."
          readers="you and the coordinators"
          kept="until a year after the season’s end"
          contact={contact}
        />
      </Form>
    </div>
  )
}
