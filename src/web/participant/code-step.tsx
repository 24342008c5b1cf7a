import { Button } from '../../ui/button.tsx'
import { More } from '../../ui/disclosure.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { HungSection } from '../../ui/hung-section.tsx'

type Props = { next: string | null; error?: string }
type Ranked = Props & { /** Whether no other way stands before it. */ isFirst: boolean }

/** The second step by a one-time code. */
export function CodeStep({ next, error, isFirst }: Ranked) {
  return (
    <HungSection id="by-code" heading="By one-time code">
      <Form action="/sign-in/step/code" class="max-w-xs space-y-4">
        {next !== null && <input type="hidden" name="next" value={next} />}
        <Field
          id="code"
          label="The code your app shows now"
          hint="Six digits. A new one comes every 30 seconds."
          error={error}
          autocomplete="one-time-code"
          inputMode="numeric"
          maxLength={20}
        />
        <Button rank={isFirst ? 'primary' : 'second'}>Go on</Button>
      </Form>
    </HungSection>
  )
}

/** The second step by a recovery code, for a day on which the phone or the key is not there. */
export function RecoveryCodeStep({ next, error }: Props) {
  return (
    <HungSection id="by-recovery" heading="If your device is not at hand">
      <More summary="Use a recovery code" open={error !== undefined}>
        <Form action="/sign-in/step/recovery" class="max-w-md space-y-4">
          {next !== null && <input type="hidden" name="next" value={next} />}
          <Field
            id="recovery"
            label="One of your recovery codes"
            hint="Four groups of four, as you kept them. Each works once."
            error={error}
            maxLength={60}
          />
          <Button>Use this code</Button>
        </Form>
      </More>
    </HungSection>
  )
}

/** What helps whoever has nothing left to take it with. */
export function LostStep() {
  return (
    <HungSection id="lost" heading="If you have lost all of it">
      <More summary="Ask whoever runs the server">
        <p class="max-w-measure">
          Once they are sure that it is you, they remove what is lost, and you set up a new second step. The command at
          the server, with your address:
        </p>
        <pre class="mt-4 bg-base-200 px-5 py-4 text-dense whitespace-pre-wrap">
          <code>npx alongside people remove-second-step ADDRESS</code>
        </pre>
      </More>
    </HungSection>
  )
}
