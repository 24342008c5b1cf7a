import { MOST_AT_ONCE, PUT_OFF_DAYS } from '../../../desk/actions/mark-lines.ts'
import type { Need } from '../../../desk/rules/desk-line.ts'
import type { ShownLine } from '../../../desk/screens/today.ts'
import type { Day } from '../../../model/day.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { laterInWords, whenInShort } from './desk-line.tsx'
import { writePath } from './group-in-words.ts'
import { KIND_IN_WORDS } from './kind-in-words.ts'
import { lineInWords } from './line-in-words.ts'

type Props = {
  lines: readonly ShownLine[]
  today: Day
  season: string
  kind: Need['kind']
  error: string | null
}

/** Lines of one kind of a season: some or all of them are done, or put off, in one go. */
export function TogetherPage({ lines, today, season, kind, error }: Props) {
  const shown = lines.slice(0, MOST_AT_ONCE)
  return (
    <div class="wrap max-w-measure pt-6 md:pt-10">
      {error && <ErrorSummary errors={[{ fieldId: 'line-0', text: error }]} />}
      <p class={error ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href="/desk">Today</Link>
      </p>
      <h1 class="mt-1">{countOf(lines.length, ...KIND_IN_WORDS[kind])}</h1>
      {lines.length === 0 && <p class="mt-3">Nothing of this kind stands on the desk any more.</p>}
      {lines.length > shown.length && (
        <p class="mt-3">These are the {shown.length} that cost most to wait; the others come once these are off.</p>
      )}
      {lines.length > 0 && <Choosing lines={shown} {...{ today, season, kind, error }} />}
    </div>
  )
}

function Choosing({ lines, today, season, kind, error }: Props) {
  return (
    <>
      <Form action="/desk/together" class="mt-6 space-y-6">
        <input type="hidden" name="season" value={season} />
        <input type="hidden" name="kind" value={kind} />
        <fieldset>
          <legend class="font-semibold">Which of them</legend>
          <div class="mt-2 border-b border-rule">
            {lines.map((it, at) => (
              <Choice key={it.line.key} it={it} at={at} today={today} checked={error === null} />
            ))}
          </div>
        </fieldset>
        <section class="space-y-3" aria-labelledby="then">
          <h2 id="then">What happens with those chosen</h2>
          <p>
            They leave the desk for every coordinator of the season, for good or until the day you choose. Nobody is
            written to and nothing else changes. You can undo it on the next page, all together.
          </p>
          <p class="flex flex-wrap gap-3">
            <Button rank="primary" name="days" value="done">
              Done
            </Button>
            {PUT_OFF_DAYS.map((days) => (
              <Button key={days} name="days" value={String(days)}>
                {laterInWords(days)}
              </Button>
            ))}
          </p>
        </section>
      </Form>
      {(kind === 'quiet-pair' || kind === 'certificate') && (
        <p class="mt-6">
          <Link href={writePath(season, { to: kind === 'certificate' ? kind : 'quiet' })}>
            Write to all of them instead
          </Link>
        </p>
      )}
    </>
  )
}

function Choice({ it, at, today, checked }: { it: ShownLine; at: number; today: Day; checked: boolean }) {
  const { title, reason } = lineInWords(it.line, it.names, it.season)
  return (
    <CheckField
      id={`line-${at}`}
      name="key"
      value={it.line.key}
      checked={checked}
      label={title}
      hint={`${capital(whenInShort(it.line, today))}. ${reason}`}
    />
  )
}

function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}
