import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'

/** Asks once, and names the consequence. */
export function RemoveCodesPage() {
  return (
    <div class="wrap pt-12 md:pt-20">
      <h1 class="max-w-[26ch]">Remove one-time codes?</h1>
      <p class="mt-4 max-w-measure">
        The codes of your app will not be taken any more, and its secret is deleted here. You can set them up again at
        any time, with a new secret.
      </p>
      <Form action="/me/second-step/codes/remove" class="mt-block flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button>Remove them</Button>
        <Link href="/me/second-step">Keep them</Link>
      </Form>
    </div>
  )
}
