import type { MyPair } from '../../../desk/screens/my-page.ts'
import { longDay } from '../../../texts/en/days.ts'
import { More } from '../../../ui/disclosure.tsx'
import { Link } from '../../../ui/link.tsx'
import { questionInWords, ShortStrip } from '../pair/own-strip.tsx'

/** Whoever is both has one part of the page for each hat, so that the two are never mixed. */
export function OwnPairs({ running }: { running: readonly MyPair[] }) {
  const mentored = running.filter((it) => it.facts.role === 'mentor')
  const mentoring = running.filter((it) => it.facts.role === 'mentee')
  const isBoth = mentored.length > 0 && mentoring.length > 0
  if (!isBoth)
    return (
      <>
        {running.map((pair) => (
          <OnePair key={pair.facts.pairId} pair={pair} isUnderHat={false} />
        ))}
      </>
    )
  return (
    <>
      <UnderHat id="as-mentee" heading="As a mentee" pairs={mentoring} />
      <UnderHat id="as-mentor" heading="As a mentor" pairs={mentored} />
    </>
  )
}

function UnderHat({ id, heading, pairs }: { id: string; heading: string; pairs: readonly MyPair[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class="double-rule pb-1">
        {heading}
      </h2>
      <div class="mt-6 space-y-10">
        {pairs.map((pair) => (
          <OnePair key={pair.facts.pairId} pair={pair} isUnderHat />
        ))}
      </div>
    </section>
  )
}

function OnePair({ pair, isUnderHat }: { pair: MyPair; isUnderHat: boolean }) {
  const { facts, cells, everyDays, season, questions } = pair
  const Heading = isUnderHat ? 'h3' : 'h2'
  const id = `pair-${facts.pairId}`
  return (
    <section aria-labelledby={id}>
      <div class="flex flex-wrap items-baseline justify-between gap-x-4 pb-3">
        <Heading id={id} class="wrap-anywhere">
          You and <bdi>{facts.partner}</bdi>
        </Heading>
        <p class="text-dense">
          <a class="a" href={`/pairs/${facts.pairId}`}>
            Our pair page<span class="sr-only">, you and {facts.partner}</span>
          </a>
        </p>
      </div>
      {cells.length > 0 ? (
        <ShortStrip cells={cells} everyDays={everyDays} partner={facts.partner} />
      ) : (
        <p class="text-dense text-muted">No whole window is left in this season.</p>
      )}
      <p class="mt-2 text-note text-muted wrap-anywhere">
        {season}. Your {facts.role === 'mentor' ? 'mentee' : 'mentor'}.{facts.isPaused && ' You pause at the moment.'}
      </p>
      {questions.map((it) => (
        <p key={it.heldOn} class="mt-4 bg-base-200 px-5 py-4">
          <span class="font-semibold">{questionInWords(facts.partner, it.heldOn)}</span>{' '}
          <span class="block text-dense text-muted">
            Without an answer from you it counts as met after {longDay(it.lastDayToAnswer)}.
          </span>
        </p>
      ))}
    </section>
  )
}

/** Pairs that have ended, folded away. */
export function EarlierPairs({ pairs }: { pairs: readonly MyPair[] }) {
  if (pairs.length === 0) return null
  return (
    <section class="max-w-measure" aria-label="Earlier pairs">
      <More summary={pairs.length === 1 ? 'One earlier pair' : `${pairs.length} earlier pairs`}>
        <ul class="space-y-2">
          {pairs.map(({ facts, season, endedOn }) => (
            <li key={facts.pairId} class="wrap-anywhere">
              <Link href={`/pairs/${facts.pairId}`}>You and {facts.partner}</Link>, {season}
              {endedOn && <span class="text-muted">, until {longDay(endedOn)}</span>}
            </li>
          ))}
        </ul>
      </More>
    </section>
  )
}
