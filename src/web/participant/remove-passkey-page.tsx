import type { PasskeyShown } from '../../people/screens/passkeys.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'

/** Asks once, and names the consequence. */
export function RemovePasskeyPage({ passkey }: { passkey: PasskeyShown }) {
  return (
    <div class="wrap pt-12 md:pt-20">
      <h1 class="max-w-[26ch] wrap-anywhere">Remove the passkey {passkey.name}?</h1>
      <p class="mt-4 max-w-measure">
        It will not sign you in any more. Your device still lists it until you remove it there as well. You can add a
        new one at any time.
      </p>
      <Form action={`/me/passkeys/${passkey.id}/remove`} class="mt-block flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button>Remove it</Button>
        <Link href="/me/second-step">Keep it</Link>
      </Form>
    </div>
  )
}
