import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'

/** Asks once, and names the consequence. */
export function LeavePage({ person }: { person: { readonly id: string; readonly name: string } }) {
  return (
    <div class="wrap pt-12 md:pt-20">
      <h1 class="max-w-[26ch] wrap-anywhere">Has {person.name} left?</h1>
      <p class="mt-4 max-w-measure">
        From their next click on they have no way in: sign-ins, tokens and links end, and so do their hats. Letters to
        them that have not left yet stay here. What they did in a season stays, and figures do not change. Coordinators
        hear which pairs are left alone.
      </p>
      <Form action={`/people/${person.id}/leave`} class="mt-block flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button>Yes, they have left</Button>
        <Link href={`/people/${person.id}`}>No, keep them here</Link>
      </Form>
    </div>
  )
}
