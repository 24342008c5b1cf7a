import type { Offered } from '../../rehearsal/come-in.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'

/** The demo's way in: as one of its invented people, without a letter. */
export function ComeInPage({ people, isSignedIn }: { people: readonly Offered[]; isSignedIn: boolean }) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <p class="text-dense text-muted">In the demo everybody is invented</p>
      <h1 class="mt-2 max-w-[26ch]">Come in as one of them</h1>
      <p class="mt-4 max-w-measure">
        See what each of them sees, and what they do not. Their second step counts as taken.
        {isSignedIn && ' Whoever you are now stays signed in until you sign out.'}
      </p>
      <ul class="mt-block border-t border-rule">
        {people.map((it) => (
          <li key={it.id} class="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-b border-rule py-4">
            <div class="min-w-0 flex-1 basis-64">
              <h2 class="text-read wrap-anywhere">{it.name}</h2>
              <p class="text-dense text-muted">{it.as}</p>
            </div>
            <Form action="/demo/come-in">
              <input type="hidden" name="person" value={it.id} />
              <Button>
                Come in<span class="sr-only"> as {it.name}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </div>
  )
}
