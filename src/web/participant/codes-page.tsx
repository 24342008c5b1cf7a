import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { QrCode } from '../../ui/qr-code.tsx'

type Props = { secret: string; address: string; next: string | null; error: string | null }

/** The secret of one-time codes on its way into an app: as a picture, as a link and as text; then its first code. */
export function CodesPage({ secret, address, next, error }: Props) {
  return (
    <div class="wrap pt-8 md:pt-12">
      {error !== null && <ErrorSummary errors={[{ fieldId: 'code', text: error }]} heading="The code was not taken" />}
      <h1 class={error === null ? 'max-w-[26ch]' : 'mt-8 max-w-[26ch]'}>Set up one-time codes</h1>
      <ol class="mt-block max-w-measure space-y-block">
        <li>
          <h2>1. Open an app for codes on your phone</h2>
          <p class="mt-2">Any app for one-time codes will do, also the password manager you may have already.</p>
        </li>
        <li>
          <h2>2. Give it this secret</h2>
          <div class="mt-3">
            <QrCode
              text={address}
              label="The secret as a picture for the camera of your phone; the same is below as text"
            />
          </div>
          <p class="mt-3">
            Point the camera of the app at the picture. On the phone itself,{' '}
            <Link href={address}>open it in the app</Link>. Or type the secret:
          </p>
          <p class="mt-2 bg-base-200 px-5 py-4 font-semibold wrap-anywhere tabular-nums" data-secret>
            {inGroups(secret)}
          </p>
        </li>
        <li>
          <h2>3. Enter the first code</h2>
          <Form action="/me/second-step/codes" class="mt-2 max-w-xs space-y-4">
            {next !== null && <input type="hidden" name="next" value={next} />}
            <Field
              id="code"
              label="The code your app shows now"
              hint="Six digits. A new one comes every 30 seconds."
              error={error ?? undefined}
              autocomplete="one-time-code"
              inputMode="numeric"
              maxLength={20}
            />
            <Button rank="primary">Finish</Button>
          </Form>
        </li>
      </ol>
      <p class="mt-section max-w-measure text-dense text-muted">
        The secret is kept sealed with your own key. It is shown here only until the first code has come.{' '}
        <Link href="/me/second-step">Leave it for now</Link>
      </p>
    </div>
  )
}

function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}
