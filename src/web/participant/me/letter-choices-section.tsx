import { SWITCHES } from '../../../model/letter-kinds.ts'
import { ALWAYS_SENT, SWITCH_WORDS } from '../../../texts/en/letters.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { Form } from '../../../ui/form.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export type ChoiceForm = {
  readonly byEmail: readonly string[]
  readonly quiet: readonly string[]
  readonly error?: string
}

/** Which letters come by e-mail, and on which days none. */
export function LetterChoicesSection({ choice, contact }: { choice: ChoiceForm; contact: string | null }) {
  return (
    <section class="mt-section" aria-labelledby="choices" id="choose">
      <h2 id="choices">What comes by e-mail</h2>
      <p class="mt-2 max-w-measure text-muted">
        Every letter stands on this page. Nothing is sent by e-mail between 20:00 and 08:00 of your time, on days you do
        not work, or on your holidays. {ALWAYS_SENT}
      </p>
      <Form action="/me/letters" class="mt-block max-w-measure space-y-block">
        <Choices
          id="email"
          name="email"
          legend="By e-mail too"
          several
          chosen={choice.byEmail}
          choices={SWITCHES.map((value) => ({
            value,
            text: SWITCH_WORDS[value].name,
            hint: SWITCH_WORDS[value].hint,
          }))}
        />
        <Choices
          id="quiet"
          name="quiet"
          legend="Quiet days"
          hint="On these days of the week no e-mail reaches you; it comes on the next day."
          error={choice.error}
          several
          chosen={choice.quiet}
          choices={WEEKDAYS.map((text, at) => ({ value: String(at + 1), text }))}
        />
        <Button rank="primary">Keep this</Button>
        <PrivacyNotice
          purpose="It says how letters reach you."
          readers="nobody but you; the program follows it"
          kept="until you change it"
          contact={contact}
        />
      </Form>
    </section>
  )
}
