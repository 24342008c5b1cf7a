import type { LookBack } from '../../../journey/results/rules/look-back.ts'
import type { Results } from '../../../model/figures.ts'
import { audienceOf, type Program, type ResultsAudience } from '../../../model/program.ts'
import { shortDay } from '../../../texts/en/days.ts'
import { pictureInWords } from '../../../texts/en/measures.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { Link } from '../../../ui/link.tsx'
import { LookBackSlider } from './look-back-slider.tsx'

export type AsOfProps = {
  program: Program
  results: Results
  /** Days to look back from, the last of them today. */
  days: readonly string[]
  /** Every day of the season, for the slider; null before its meetings begin. */
  lookBack: LookBack | null
  /** This page of another day, or as a file. */
  hrefOf: (it: { on?: string; as?: 'csv' | 'json' | 'md' }) => string
  /** Where seasons stand side by side; null for whoever came by a link to one season alone. */
  compareHref: string | null
  /** The address of the picture of this day, for a page elsewhere; null where the figures are not public. */
  picture: { readonly address: string; readonly leadsTo: string } | null
}

const WHO: Readonly<Record<ResultsAudience, string>> = {
  team: 'The people who run this program, and whoever has its link, can see this page.',
  organisation: 'Everybody who is signed in can see this page.',
  public: 'Anybody can see this page.',
}

/** Another day, the same as a file, and who can see it. */
export function AsOfPart({ program, results, days, lookBack, hrefOf, compareHref, picture }: AsOfProps) {
  const [path = '', query = ''] = hrefOf({}).split('?')
  return (
    <div class="mt-6 space-y-4 text-dense print:hidden">
      <form action={path} class="flex flex-wrap items-end gap-3">
        {[...new URLSearchParams(query)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {lookBack !== null && <LookBackSlider lookBack={lookBack} asOf={results.asOf} />}
        <label class="grid gap-1 text-note">
          Figures as of
          <input class="input w-48" type="date" name="on" value={results.asOf} max={days.at(-1)} />
        </label>
        <Button>Show that day</Button>
      </form>
      <ul class="flex flex-wrap gap-x-6 gap-y-1" aria-label="Days on which figures appeared">
        {days.map((day) => (
          <li key={day}>
            {day === results.asOf ? (
              <span aria-current="date">{shortDay(day)}</span>
            ) : (
              <Link href={hrefOf({ on: day })}>{day === days.at(-1) ? 'Today' : shortDay(day)}</Link>
            )}
          </li>
        ))}
      </ul>
      <p>
        These figures as a file:{' '}
        {(['csv', 'json', 'md'] as const).map((as, at) => (
          <>
            {at > 0 && ', '}
            <Link href={hrefOf({ on: results.asOf, as })}>{{ csv: 'CSV', json: 'JSON', md: 'Markdown' }[as]}</Link>
          </>
        ))}
        . The page prints as it is, and saves as PDF from there.
      </p>
      {compareHref !== null && (
        <p>
          <Link href={compareHref}>Compare with another season</Link>
        </p>
      )}
      {picture !== null && <Picture picture={picture} results={results} program={program} />}
      <p class="text-muted">{WHO[audienceOf(program)]} Figures only, never who said or did what.</p>
    </div>
  )
}

type PictureProps = Pick<AsOfProps, 'program' | 'results'> & { picture: NonNullable<AsOfProps['picture']> }

/** A picture of these figures, and what to paste into a page elsewhere to show it. */
function Picture({ picture, program, results }: PictureProps) {
  const words = pictureInWords(program, results)
  const pasted = `<a href="${picture.leadsTo}"><img src="${picture.address}" alt="${escaped(words)}" width="640" height="360"></a>`
  return (
    <More summary="Show these figures on another page">
      <p class="max-w-measure">
        A picture of the figures of this day. Paste these lines into a page; they carry the same words for people who do
        not see it.
      </p>
      <img
        class="mt-3 w-full max-w-measure"
        src={new URL(picture.address).pathname + new URL(picture.address).search}
        alt={words}
        width="640"
        height="360"
        loading="lazy"
      />
      <pre class="mt-3 max-w-measure overflow-x-auto whitespace-pre-wrap wrap-anywhere border border-rule p-3 text-note">
        <code>{pasted}</code>
      </pre>
    </More>
  )
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
