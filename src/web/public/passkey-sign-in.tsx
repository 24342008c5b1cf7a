import { Button } from '../../ui/button.tsx'
import { PasskeyForm } from '../parts/passkey-form.tsx'

/** The way in for whoever has a passkey here; `next` is the page they wanted. */
export function PasskeySignIn({ origin, next }: { origin: string; next: string | null }) {
  return (
    <PasskeyForm
      action="/sign-in/passkey"
      ask="/sign-in/passkey/ask"
      origin={origin}
      without="A passkey needs a browser that knows passkeys, with script on. The link by e-mail works without."
    >
      {next !== null && <input type="hidden" name="next" value={next} />}
      <Button>Sign in with a passkey</Button>
    </PasskeyForm>
  )
}
