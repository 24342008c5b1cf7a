import type { IssuerShown } from '../../office/screens/issuers.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'

/** Asks once, and names the consequence. */
export function EndIssuerPage({ issuer }: { issuer: IssuerShown }) {
  const { number, name, people } = issuer
  return (
    <div class="wrap pt-12 md:pt-20">
      <h1 class="max-w-[26ch] wrap-anywhere">End signing in with {name}?</h1>
      <p class="mt-4 max-w-measure">
        {usedBy(people)} Nobody signs in with it from now on; whoever is signed in stays so until their sign-in is over.
        Letters and passkeys go on working. You can add it again, with its client secret.
      </p>
      <Form action={`/office/sign-in/${number}/end`} class="mt-block flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button>End it</Button>
        <Link href="/office/sign-in">Keep it</Link>
      </Form>
    </div>
  )
}

function usedBy(people: number): string {
  if (people === 0) return 'Nobody has signed in with it yet.'
  return people === 1 ? 'One person has signed in with it.' : `${people} people have signed in with it.`
}
