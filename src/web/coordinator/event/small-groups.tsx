import type { EventDesk } from '../../../journey/gather/actions/check-in.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { SelectField } from '../../../ui/select-field.tsx'

const SIZES = ['5', '4', '3'].map((value) => ({ value, text: `${value} people` }))

/** Small groups of each session: drawn, drawn again when people are missing, and the draw before put back. */
export function SmallGroups({ desk, of }: { desk: EventDesk; of: string }) {
  const shown = desk.sessions.filter((it) => it.signedUp > 0 || it.came > 0 || it.groups > 0)
  if (shown.length === 0) return null
  return (
    <section class="mt-section" aria-labelledby="groups">
      <h2 id="groups">Small groups</h2>
      <p class="mt-2 max-w-measure">
        Three to five people, mixed across divisions, nobody with their own pair. They are drawn of those who signed up,
        and of those who came once somebody has: draw again when people are missing.
      </p>
      <ul class="mt-4 border-b border-rule">
        {shown.map((it) => (
          <li key={it.session} class="flex flex-wrap items-end gap-x-6 gap-y-3 border-t border-rule py-4">
            <p class="min-w-48 self-center">
              Session {it.session}
              <span class="block text-muted">
                {it.groups > 0 ? countOf(it.groups, 'group') : 'not drawn yet'},{' '}
                {it.came > 0 ? `${it.came} came` : `${it.signedUp} signed up`}
              </span>
            </p>
            <Form action={`${of}/groups`} class="flex flex-wrap items-end gap-3">
              <input type="hidden" name="session" value={it.session} />
              {it.draw && <input type="hidden" name="instead" value={it.draw} />}
              <div class="w-32">
                <SelectField id={`size-${it.session}`} name="size" label="In a group" options={SIZES} />
              </div>
              <Button>
                {it.draw ? 'Draw again' : 'Draw the groups'}
                <span class="sr-only"> of session {it.session}</span>
              </Button>
            </Form>
            {it.draw && it.canGoBack && (
              <Form action={`${of}/groups/back`}>
                <input type="hidden" name="session" value={it.session} />
                <input type="hidden" name="instead" value={it.draw} />
                <Button>
                  Undo<span class="sr-only"> the last draw of session {it.session}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
