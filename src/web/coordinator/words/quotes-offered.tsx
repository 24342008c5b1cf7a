import type { WordsScreen } from '../../../journey/survey/actions/words.ts'
import { longDay } from '../../../texts/en/days.ts'
import { signature } from '../../../texts/en/said.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Quote } from '../../../ui/quote.tsx'

type Props = { season: string; quotes: NonNullable<WordsScreen['quotes']> }

/** Quotes as their authors offer them; published is only what was read. */
export function QuotesOffered({ season, quotes }: Props) {
  return (
    <HungSection id="quotes" heading="Quotes">
      {quotes.length === 0 ? (
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
    </HungSection>
  )
}
