import type { ClosedLine } from '../../../desk/screens/closed-lines.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { lineInWords } from './line-in-words.ts'

/** Lines that were taken off the desk lately and would stand there still: each can be put back. */
export function ClosedPage({ lines }: { lines: readonly ClosedLine[] }) {
  return (
    <div class="wrap pt-6 md:pt-10">
      <p class="text-muted">
        <Link href="/desk">Today</Link>
      </p>
      <h1 class="mt-1 max-w-[26ch]">
        {lines.length === 0
          ? 'Nothing was closed lately'
          : `${countOf(lines.length, 'line is', 'lines are')} off the desk`}
      </h1>
      <p class="mt-3 max-w-measure">
        Lines that were done or put off in the last two weeks and would stand on the desk without that. Lines whose
        cause is gone are gone by themselves.
      </p>
      <ul class="mt-6 border-b border-rule">
        {lines.map((it) => (
          <li
            key={`${it.season.id} ${it.key}`}
            class="grid gap-x-6 gap-y-1 border-t border-rule py-3 md:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div class="min-w-0 wrap-anywhere">
              <p class="font-semibold">{lineInWords(it.line, it.names, it.season).title}</p>
              <p class="text-muted">
                {it.state === 'done' ? 'Done' : `Put off until ${it.until ? longDay(it.until) : 'later'}`} by {it.by} on{' '}
                {longDay(it.on)}
              </p>
            </div>
            <Form action="/desk/lines/back">
              <input type="hidden" name="season" value={it.season.key} />
              <input type="hidden" name="key" value={it.key} />
              <Button rank="row">
                Put it back<span class="sr-only">: {lineInWords(it.line, it.names, it.season).title}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </div>
  )
}
