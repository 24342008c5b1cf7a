import type { Progress } from '../../../journey/announce/actions/progress.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Follow, type Looks } from '../../parts/follow.tsx'

export const FAILED_PER_PAGE = 50
type Props = {
  progress: Progress
  season: { readonly key: string; readonly name: string }
  page: number
  again: number | null
  refused: string | null
  /** How often it has looked again by itself. */
  looks: Looks
}

export function progressOf(season: string, page = 1): string {
  return `/desk/letters/progress?${new URLSearchParams({ season })}${page > 1 ? `&page=${page}` : ''}`
}

/** How far the letters are once they were released, and what did not arrive. */
export function ProgressPage({ progress: it, season, page, again, refused, looks }: Props) {
  const shown = it.failed.slice((page - 1) * FAILED_PER_PAGE, page * FAILED_PER_PAGE)
  const here = progressOf(season.key)
  return (
    <div class="wrap pt-6 md:pt-10">
      {refused && <ErrorSummary heading="Not sent" errors={[{ fieldId: 'again', text: refused }]} />}
      {again !== null && <Notice>{`${countOf(again, 'letter is', 'letters are')} on the way once more.`}</Notice>}
      <p class={refused || again !== null ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href="/desk">Today</Link>, <Link href={`/desk/selection?season=${season.key}`}>selecting</Link>,{' '}
        {season.name}
      </p>
      {it.waiting > 0 ? (
        <Follow here={progressOf(season.key, page)} looks={looks} line={heading(it)}>
          <HowFar progress={it} />
        </Follow>
      ) : (
        <HowFar progress={it} />
      )}
      {it.failed.length > 0 && (
        <section class="mt-section" aria-labelledby="failed">
          <h2 id="failed">{`${countOf(it.failed.length, 'letter')} did not arrive`}</h2>
          <ul class="mt-3 border-b border-rule">
            {shown.map((one) => (
              <Failed key={one.id} one={one} season={season.key} />
            ))}
          </ul>
          <Pager
            page={page}
            pages={Math.ceil(it.failed.length / FAILED_PER_PAGE)}
            href={(to) => `${here}&page=${to}`}
          />
          {it.failed.length > 1 && (
            <Form action="/desk/letters/again" class="mt-4">
              <input type="hidden" name="season" value={season.key} />
              <Button rank="primary">{`Send all ${it.failed.length} once more`}</Button>
            </Form>
          )}
        </section>
      )}
      {it.locked > 0 && (
        <p class="mt-6 max-w-measure text-muted">
          <Icon name="lock" />
          {countOf(it.locked, 'letter', 'letters')} about you did not arrive: another coordinator has it.
        </p>
      )}
    </div>
  )
}

function HowFar({ progress: it }: { progress: Progress }) {
  return (
    <>
      <h1 class="mt-1 max-w-[26ch]">{heading(it)}</h1>
      {it.letters > 0 && (
        <>
          <div class="mt-6 max-w-measure">
            <Ledger
              caption="Letters by how far they are"
              columns={[{ text: 'How far' }, { text: 'Letters', num: true }]}
              rows={rowsOf(it)}
            />
          </div>
          <p class="mt-3 max-w-measure text-muted">
            A letter waits for its reader’s next permitted hour, never in their night. A stop of the server loses none:
            it goes on where it was.
          </p>
        </>
      )}
    </>
  )
}

function Failed({ one, season }: { one: Progress['failed'][number]; season: string }) {
  return (
    <li class="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-t border-rule py-4">
      <div class="max-w-measure min-w-0">
        <p class="font-semibold wrap-anywhere">
          {one.name}, {one.email}
        </p>
        <p class="text-dense wrap-anywhere">
          {one.cameBack ? 'It came back from the mailbox' : 'The mail server refused it'}
          {one.problem ? `: ${one.problem}` : '.'}
        </p>
        <p class="text-dense text-muted">
          {one.isKept ? (
            <>
              Is the address right? Correct it under <Link href={`/people/${one.personId}`}>{one.name}</Link> or in the
              directory, then send it once more. On their page they have read it since everyone heard.
            </>
          ) : (
            'Its words are not kept any more: write to them yourself. On their page they see how they stand.'
          )}
        </p>
      </div>
      {one.isKept && (
        <Form action="/desk/letters/again">
          <input type="hidden" name="season" value={season} />
          <input type="hidden" name="letter" value={one.id} />
          <Button rank="row">Send once more</Button>
        </Form>
      )}
    </li>
  )
}

function heading(it: Progress): string {
  if (it.letters === 0) return 'Nobody has heard yet'
  if (it.waiting > 0) return `${it.sent} of ${countOf(it.letters, 'letter')} have left`
  if (it.failed.length + it.locked > 0) return `${countOf(it.refused + it.cameBack, 'letter')} did not arrive`
  return it.sent === 0 ? 'Everyone can read their letter' : 'Every letter has left'
}

function rowsOf(it: Progress): readonly (readonly [string, number])[] {
  const rows = [
    ['Sent', it.sent],
    ['On the way', it.waiting],
    ['of those, tried before and not taken yet', it.triedBefore],
    ['Refused by the mail server', it.refused],
    ['Came back from the mailbox', it.cameBack],
    ['On their page only, not sent by e-mail', it.notSent],
  ] as const
  return rows.filter(([, many], at) => at < 2 || many > 0)
}
