import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'

type Props = {
  season: string
  filters: readonly { readonly id: string; readonly name: string; readonly query: string }[]
  /** The filter that is shown. */
  query: string
}

/** The filters somebody keeps for themself: each is a link, and the one that is shown can be kept too. */
export function SavedFilters({ season, filters, query }: Props) {
  return (
    <div class="mt-3">
      {filters.length > 0 && (
        <ul class="flex flex-wrap gap-x-6 gap-y-1" aria-label="Your filters">
          {filters.map((it) => (
            <li key={it.id}>
              <Link href={`/desk/applications?${it.query}`}>{it.name}</Link>
            </li>
          ))}
        </ul>
      )}
      <More summary="Your filters">
        <Form action="/desk/applications/filters" class="flex flex-wrap items-end gap-3">
          <input type="hidden" name="season" value={season} />
          <input type="hidden" name="at" value={query} />
          <div class="min-w-48">
            <label class="block text-note font-semibold" for="name">
              Keep what is shown under a name
            </label>
            <input class="input mt-1 w-full" id="name" name="name" maxLength={80} required />
          </div>
          <Button>Keep it</Button>
        </Form>
        {filters.map((it) => (
          <Form key={it.id} action="/desk/applications/filters/forget" class="mt-2">
            <input type="hidden" name="season" value={season} />
            <input type="hidden" name="at" value={query} />
            <input type="hidden" name="id" value={it.id} />
            <Button rank="row">Forget “{it.name}”</Button>
          </Form>
        ))}
        <p class="mt-3 text-note text-muted">Nobody else sees them.</p>
      </More>
    </div>
  )
}
