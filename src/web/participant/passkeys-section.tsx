import type { PasskeyShown } from '../../people/screens/passkeys.ts'
import { instantInWords } from '../../texts/en/days.ts'
import { Button } from '../../ui/button.tsx'
import { More } from '../../ui/disclosure.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { HungSection } from '../../ui/hung-section.tsx'
import { Link } from '../../ui/link.tsx'
import { PasskeyForm } from '../parts/passkey-form.tsx'

const LONGEST_NAME = 60

/** One's own passkeys: what they are for, each with its name and last use, and one more. */
export function PasskeysSection(props: {
  passkeys: readonly PasskeyShown[]
  origin: string
  /** The page that asked for a second step. */
  next: string | null
}) {
  const { passkeys, origin, next } = props
  return (
    <HungSection id="passkeys" heading="Passkeys">
      <p class="max-w-measure">
        A passkey is kept by your phone, computer or security key, which asks for your finger, face or code. It takes
        the second step, and signs you in without a letter.
      </p>
      {passkeys.length > 0 && (
        <ul class="mt-block border-t border-rule">
          {passkeys.map((it) => (
            <PasskeyRow key={it.id} passkey={it} />
          ))}
        </ul>
      )}
      <div class="mt-block">
        <PasskeyForm
          action="/me/passkeys"
          ask="/me/passkeys/ask"
          origin={origin}
          without="To add a passkey, open this page in a browser that knows passkeys, with script on. One-time codes work in any browser."
        >
          {next !== null && <input type="hidden" name="next" value={next} />}
          <div class="max-w-md">
            <Field
              id="passkey-name"
              name="name"
              label={passkeys.length === 0 ? 'Name of the passkey' : 'Name of one more passkey'}
              hint="So that you know it again, for example “Phone”."
              readBy="Read by you"
              maxLength={LONGEST_NAME}
            />
          </div>
          <Button>Add a passkey</Button>
        </PasskeyForm>
      </div>
    </HungSection>
  )
}

function PasskeyRow({ passkey }: { passkey: PasskeyShown }) {
  const { id, name, madeAt, usedAt } = passkey
  return (
    <li class="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 border-b border-rule py-4">
      <div class="min-w-0 flex-1 basis-64">
        <h3 class="wrap-anywhere">{name}</h3>
        <p class="text-dense text-muted">
          Added {instantInWords(madeAt)}. {usedAt ? `Last used ${instantInWords(usedAt)}.` : 'Not used since.'}
        </p>
        <More summary={<Named text="Rename" name={name} />}>
          <Form action={`/me/passkeys/${id}`} class="max-w-md space-y-3">
            <Field id={`name-${id}`} name="name" label="New name" value={name} maxLength={LONGEST_NAME} required />
            <Button rank="row">Rename</Button>
          </Form>
        </More>
      </div>
      <p class="text-dense">
        <Link href={`/me/passkeys/${id}/remove`}>
          <Named text="Remove" name={name} />
        </Link>
      </p>
    </li>
  )
}

/** What it does, seen; and to what, for whoever hears the links one by one. */
function Named({ text, name }: { text: string; name: string }) {
  return (
    <>
      {text}
      <span class="sr-only"> {name}</span>
    </>
  )
}
