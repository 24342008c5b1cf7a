import type { Alternative, Place } from '../../../journey/match/actions/see-place.ts'
import { outOf100, refusalInWords } from '../../../texts/en/match.ts'
import { priceInALine } from '../../../texts/en/match-price.ts'
import { countOf } from '../../../texts/en/results.ts'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'
import { matchLink } from './match-links.ts'

/** Who else it could be, with what all pairs together would lose, found by running again with each. */
export function AlternativesSection({ place }: { place: Place }) {
  const { alternatives, others, isAsked } = place
  return (
    <HungSection id="else" heading={place.pair ? 'What else was possible' : 'Who would be possible'}>
      {!isAsked ? (
        <p class="max-w-measure">This mentee is not to be seated any more, so nothing is priced.</p>
      ) : alternatives.length === 0 ? (
        <p class="max-w-measure">Nobody else is possible under this season’s rules.</p>
      ) : (
        <ol class="border-b border-rule">
          {alternatives.map((it) => (
            <Line key={it.mentor.id} it={it} place={place} />
          ))}
        </ol>
      )}
      {isAsked && (
        <p class="mt-3 max-w-measure text-muted">
          {others.possible > alternatives.length &&
            `${countOf(others.possible - alternatives.length, 'other mentor is', 'other mentors are')} possible too. `}
          {others.refused.length > 0 &&
            `Not possible: ${others.refused.map((it) => `${it.mentors} ${refusalInWords(it.code)}`).join(', ')}.`}
        </p>
      )}
    </HungSection>
  )
}

function Line({ it, place }: { it: Alternative; place: Place }) {
  const { season, run, mentee } = place
  const pin = matchLink('/price', { season, run: run.number, kind: 'pin', mentee: mentee.id, mentor: it.mentor.id })
  return (
    <li class="grid gap-x-8 gap-y-1 border-t border-rule py-3 md:grid-cols-[minmax(0,1fr)_auto]">
      <div class="min-w-0 wrap-anywhere">
        <p>
          <span class="font-semibold">{it.mentor.name}</span>
          {it.mentor.division && <span class="text-muted">, {it.mentor.division}</span>}
          {it.isPossible && `, worth ${outOf100(it.worth)}`}
        </p>
        <p class="max-w-measure text-muted">
          {it.isPossible
            ? it.price
              ? priceInALine(it.price, mentee)
              : 'What it costs is computed on its own page.'
            : 'Not possible.'}
        </p>
      </div>
      {it.isPossible && (
        <p>
          <Link href={pin}>
            Pin this instead<span class="sr-only">: {it.mentor.name}</span>
          </Link>
        </p>
      )}
    </li>
  )
}
