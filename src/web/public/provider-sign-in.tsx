import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { HungSection } from '../../ui/hung-section.tsx'

type Offered = { readonly number: number; readonly name: string }

/** The way in by the account people have at their organisation; nothing where the owner has named no provider. */
export function ProviderSignIn({ providers, next }: { providers: readonly Offered[]; next: string | null }) {
  if (providers.length === 0) return null
  return (
    <HungSection id="by-provider" heading="By your account">
      <ul class="space-y-3">
        {providers.map((it) => (
          <li key={it.number}>
            <Form action={`/sign-in/with/${it.number}`}>
              {next !== null && <input type="hidden" name="next" value={next} />}
              <Button>Continue with {it.name}</Button>
            </Form>
          </li>
        ))}
      </ul>
    </HungSection>
  )
}
