import type { QuotesPage } from '../../../journey/survey/actions/words.ts'
import { WORDS_PER_PAGE } from '../../../journey/survey/actions/words-in.ts'
import { longDay } from '../../../texts/en/days.ts'
import { signature } from '../../../texts/en/said.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Quote } from '../../../ui/quote.tsx'
import { wordsHref } from './words-href.ts'

/** The question and the page of its words that stand above them, and stay there. */
type Props = { season: string; offered: QuotesPage; of: string; page: number }

/** Quotes as their authors offer them; published is only what was read. */
export function QuotesOffered({ season, offered, of, page }: Props) {
  const { quotes, found } = offered
  return (
    <HungSection id="quotes" heading="Quotes">
      {found === 0 ? (
        <p class="max-w-measure">
          Nobody has offered one yet. Whoever is in a pair can, on a page of their own: /seasons/{season}/quote
        </p>
      ) : (
        <p class="max-w-measure">
          Each was written for others to read and is signed as its author likes. It is joined to no survey; a change
          makes it wait for you again.
        </p>
      )}
      <ul class="mt-6 space-y-8">
        {quotes.map((it) => (
          <li key={it.id} class="max-w-measure">
            <Quote source={signature(it)}>
              <span class="whitespace-pre-line" dir="auto">
                “{it.text}”
              </span>
            </Quote>
            <Form action={`/seasons/${season}/words/quote`} class="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
              <input type="hidden" name="of" value={of} />
              <input type="hidden" name="page" value={page} />
              <input type="hidden" name="quotes" value={offered.page} />
              <input type="hidden" name="quote" value={it.id} />
              <input type="hidden" name="version" value={it.version} />
              {it.publishedOn ? (
                <>
                  <p class="text-dense text-muted">On the results page since {longDay(it.publishedOn)}.</p>
                  <Button>Take it down</Button>
                </>
              ) : (
                <>
                  <input type="hidden" name="publish" value="yes" />
                  <Button>Put it on the results page</Button>
                </>
              )}
            </Form>
          </li>
        ))}
      </ul>
      <Pager
        page={offered.page}
        pages={Math.ceil(found / WORDS_PER_PAGE)}
        href={(quotes) => `${wordsHref(season, { of, page, quotes })}#quotes`}
        of="quotes"
      />
    </HungSection>
  )
}
