import { Button } from '../../ui/button.tsx'
import { PasskeyForm } from '../parts/passkey-form.tsx'

/** The second step by a passkey, for whoever has one; `next` is the page that asked for the step. */
export function PasskeyStep({ origin, next }: { origin: string; next: string | null }) {
  return (
    <PasskeyForm
      action="/sign-in/step/passkey"
      ask="/sign-in/step/passkey/ask"
      origin={origin}
      without="You have a passkey; it needs a browser that knows passkeys, with script on. Without it, take the step with a one-time code or a recovery code, if you have set them up."
    >
      {next !== null && <input type="hidden" name="next" value={next} />}
      <Button rank="primary">Use my passkey</Button>
    </PasskeyForm>
  )
}
