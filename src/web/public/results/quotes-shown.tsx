import { MOST_QUOTES, QUOTES_PER_PAGE, type QuotesAsked, type ResultsScreen } from '../../../journey/results/screens.ts'
import { signature } from '../../../texts/en/said.ts'
import { Link } from '../../../ui/link.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Quote } from '../../../ui/quote.tsx'

type Props = { said: ResultsScreen['said']; quotesHref: (part: QuotesAsked) => string }

/** Quotes as their authors signed them, fifty at a time, and all of them to print. */
export function QuotesShown({ said: { quotes, found, part }, quotesHref }: Props) {
  const pages = Math.ceil(found / QUOTES_PER_PAGE)
  const page = part === 'all' ? 1 : Math.min(part, pages)
  const first = (page - 1) * QUOTES_PER_PAGE + 1
  return (
    <>
      {pages > 1 && (
        <p class="mb-6 text-dense text-muted">
          {found} quotes, {first} to {first + quotes.length - 1}
        </p>
      )}
      <div class="grid gap-x-12 gap-y-6 md:grid-cols-2">
        {quotes.map((it) => (
          <Quote key={it.id} source={signature(it)}>
            <span class="whitespace-pre-line" dir="auto">
              “{it.text}”
            </span>
          </Quote>
        ))}
      </div>
      {pages > 1 && (
        <div class="print:hidden">
          {part !== 'all' && <Pager page={page} pages={pages} href={quotesHref} of="quotes" />}
          <p class="mt-3 text-dense">
            {part === 'all' ? (
              <Link href={quotesHref(1)}>Fifty at a time</Link>
            ) : (
              found <= MOST_QUOTES && <Link href={quotesHref('all')}>All {found} on one page, to print them</Link>
            )}
          </p>
        </div>
      )}
    </>
  )
}
