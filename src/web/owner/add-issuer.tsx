import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { HungSection } from '../../ui/hung-section.tsx'

export type IssuerEntered = {
  readonly name: string
  readonly url: string
  readonly clientId: string
  readonly countsAsStep: boolean
}

type Props = {
  next: { readonly number: number; readonly returnAddress: string }
  entered: IssuerEntered
  errors: readonly { readonly fieldId: string; readonly text: string }[]
  isFirst: boolean
}

/** Names one more identity provider: first what to tell it, then what it has told. */
export function AddIssuer({ next, entered, errors, isFirst }: Props) {
  const error = (fieldId: string) => errors.find((it) => it.fieldId === fieldId)?.text
  return (
    <HungSection id="add" heading={isFirst ? 'Add a provider' : 'Add another'}>
      <p class="max-w-measure">
        At your provider, make a web application for OpenID Connect and give it this address to come back to:
      </p>
      <p id="number" class="mt-3 overflow-x-auto bg-base-200 px-5 py-4 text-dense wrap-anywhere">
        <code>{next.returnAddress}</code>
      </p>
      <Form action="/office/sign-in" class="mt-block max-w-lg space-y-4">
        <input type="hidden" name="number" value={String(next.number)} />
        <Field
          id="name"
          label="Name"
          hint="As people know it: the button says “Continue with” it."
          value={entered.name}
          error={error('name')}
          maxLength={60}
        />
        <Field
          id="url"
          type="url"
          label="Issuer"
          hint="The address your provider calls the issuer. It is asked at once what it offers."
          value={entered.url}
          error={error('url')}
          maxLength={500}
        />
        <Field
          id="clientId"
          label="Client id"
          value={entered.clientId}
          error={error('clientId')}
          autocomplete="off"
          maxLength={200}
        />
        <Field
          id="clientSecret"
          type="password"
          label="Client secret"
          hint="Leave it empty for a client without one. It is sealed, and never shown again."
          error={error('clientSecret')}
          autocomplete="off"
          maxLength={500}
        />
        <CheckField
          id="countsAsStep"
          checked={entered.countsAsStep}
          label="Its second factor is enough"
          hint="Where it says that more than one factor was used, people with a hat take no second step here."
        />
        <Button rank="primary">Test it and add it</Button>
      </Form>
    </HungSection>
  )
}
