import type { Place } from '../../../journey/match/actions/see-place.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Offered } from '../../../ui/offered.tsx'
import { matchLink } from './match-links.ts'

/** Pin, forbid, swap: each leads to what it costs, and nothing is done before that was read. */
export function ChangeSection({ place }: { place: Place }) {
  const { season, run, mentee, pair, swaps } = place
  if (!pair) return null
  const at = { season, run: run.number, mentee: mentee.id }
  return (
    <Offered to="/desk/match/rules">
      <HungSection id="change" heading="Change it">
        <p class="max-w-measure">
          You read first what it costs. What you ask for holds in every run from then on, until somebody undoes it.
        </p>
        <p class="mt-4 flex flex-wrap gap-3">
          <ButtonLink href={matchLink('/price', { ...at, kind: 'pin', mentor: pair.mentor.id })}>
            Pin this pair
          </ButtonLink>
          <ButtonLink href={matchLink('/price', { ...at, kind: 'forbid', mentor: pair.mentor.id })}>
            Forbid this pair
          </ButtonLink>
        </p>
        {swaps.length > 0 && (
          <form
            class="mt-4 flex flex-wrap items-end gap-3"
            method="get"
            action="/desk/match/price"
            aria-label="Swap mentors"
          >
            <input type="hidden" name="season" value={season} />
            <input type="hidden" name="run" value={String(run.number)} />
            <input type="hidden" name="mentee" value={mentee.id} />
            <input type="hidden" name="kind" value="swap" />
            <div class="min-w-48 flex-1 md:max-w-md">
              <label class="block text-note font-semibold" for="with">
                Swap mentors with
              </label>
              <select class="select mt-1 w-full" id="with" name="with">
                {swaps.map((it) => (
                  <option key={it.mentee.id} value={it.mentee.id}>
                    {it.mentee.name}, who has {it.mentor.name}
                  </option>
                ))}
              </select>
            </div>
            <Button>See what it costs</Button>
          </form>
        )}
      </HungSection>
    </Offered>
  )
}
