import type { ComponentChildren } from 'preact'
import { Form } from '../../ui/form.tsx'
import { Island } from '../../ui/island.tsx'

/**
 * A form that a passkey answers. It shows itself once the script is there and the browser knows passkeys; until then the page
 * says `without`.
 */
export function PasskeyForm(props: {
  /** Where the answer goes, and where what is to be answered comes from. */
  action: string
  ask: string
  /** The address that passkeys work at. */
  origin: string
  without: ComponentChildren
  children: ComponentChildren
}) {
  return (
    <>
      <div
        hidden
        data-passkey
        data-ask={props.ask}
        data-failed="Your device gave no answer. Nothing was changed; try once more when it is at hand."
        data-there="This device holds a passkey for you already. Use that one, or another device."
        data-unfit={`Passkeys do not work at this address. Open ${props.origin} and try there.`}
      >
        <Form action={props.action} class="space-y-4">
          <input type="hidden" name="secret" />
          <input type="hidden" name="answer" />
          {props.children}
          <p role="alert" class="max-w-measure font-semibold text-error empty:hidden" />
        </Form>
      </div>
      <p class="max-w-measure text-muted">{props.without}</p>
      <Island name="passkey" />
    </>
  )
}
