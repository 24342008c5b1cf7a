import type { DraftsRead } from '../../../journey/announce/actions.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Pager } from '../../../ui/pager.tsx'

const LETTERS_PER_PAGE = 50
const KINDS: Readonly<Record<string, string>> = {
  pair: 'told of their pair',
  'no-place': 'told that there is no place',
}
type Props = {
  read: DraftsRead
  season: string
  announcedOn: string
  today: string
  page: number
  q: string
  refused: string | null
}

/** Every letter of the day everyone hears, to be read before any leaves. */
export function LettersPage({ read, season, announcedOn, today, page, q, refused }: Props) {
  const wanted = q.trim().toLowerCase()
  const found = read.drafts.filter((it) => `${it.to}\n${it.subject}\n${it.body}`.toLowerCase().includes(wanted))
  const shown = found.slice((page - 1) * LETTERS_PER_PAGE, page * LETTERS_PER_PAGE)
  const kinds = [...Map.groupBy(read.drafts, (it) => it.kind)]
  return (
    <div class="wrap pt-6 md:pt-10">
      {refused && <ErrorSummary errors={[{ fieldId: 'sure', text: refused }]} />}
      <p class={refused ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href="/desk">Today</Link>, <Link href={`/desk/selection?season=${season}`}>selecting</Link>
      </p>
      <h1 class="mt-1 max-w-[26ch]">
        {read.drafts.length === 0
          ? 'No letter waits'
          : `${countOf(read.drafts.length, 'letter waits', 'letters wait')} to be read`}
      </h1>
      <p class="mt-3 max-w-measure">
        {kinds
          .map(([kind, of]) => `${countOf(of.length, 'person is', 'people are')} ${KINDS[kind] ?? kind}`)
          .join(', ')}
        {kinds.length > 0 && '. '}
        {read.locked > 0 &&
          `${countOf(read.locked, 'letter is', 'letters are')} about you: another coordinator reads them.`}
      </p>
      {read.drafts.length > 0 && (
        <form class="mt-6 flex flex-wrap items-end gap-3" method="get" action="/desk/letters">
          <input type="hidden" name="season" value={season} />
          <div class="min-w-48 flex-1 md:max-w-72">
            <label class="block text-note font-semibold" for="q">
              An address or a word
            </label>
            <input class="input mt-1 w-full" id="q" name="q" type="search" value={q} />
          </div>
          <Button>Show</Button>
        </form>
      )}
      <ul class="mt-4 border-b border-rule">
        {shown.map((it) => (
          <li key={`${it.kind} ${it.to} ${it.body}`} class="border-t border-rule py-3">
            <More
              summary={
                <span class="wrap-anywhere">
                  {it.to}: {it.subject}
                </span>
              }
            >
              <p class="max-w-measure whitespace-pre-wrap wrap-anywhere">{it.body}</p>
            </More>
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        pages={Math.ceil(found.length / LETTERS_PER_PAGE)}
        href={(to) => `/desk/letters?${new URLSearchParams({ season, ...(q ? { q } : {}), page: String(to) })}`}
      />
      {read.drafts.length + read.locked > 0 && (
        <Form action="/desk/letters/release" class="mt-section max-w-measure space-y-4">
          <h2>Tell everyone</h2>
          <p>
            Pages open at once, and each letter leaves at its reader’s next permitted hour. It cannot be taken back.{' '}
            {today < announcedOn && `The program says ${longDay(announcedOn)}: that day has not come.`}
          </p>
          <input type="hidden" name="season" value={season} />
          <label class="choice" for="sure">
            <input
              class="checkbox checkbox-primary"
              type="checkbox"
              id="sure"
              name="sure"
              value="yes"
              aria-invalid={refused ? 'true' : undefined}
            />
            <span>I have read the letters</span>
          </label>
          <Button rank="primary">Release {countOf(read.drafts.length + read.locked, 'letter')}</Button>
        </Form>
      )}
      <p class="mt-section max-w-measure text-note text-muted">
        <Icon name="eye" />
        Everybody who applied sees, once they have heard, by hat and day who read these letters.
      </p>
    </div>
  )
}
