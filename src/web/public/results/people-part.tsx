import type { Results } from '../../../model/figures.ts'
import { longDay } from '../../../texts/en/days.ts'
import { pairsSentence, peopleSentence } from '../../../texts/en/results.ts'
import { Define } from '../../../ui/disclosure.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'

export function PeoplePart({ results }: { results: Results }) {
  return (
    <HungSection id="people" heading="People">
      <div class="max-w-measure">
        <p>
          {peopleSentence(results.participation)} {pairsSentence(results.participation)}
        </p>
        <Define summary="How people are counted">
          <p>
            Everyone who was ever in a published pair by the as-of day counts once, also as mentor and mentee at the
            same time, and also after their pair ended. As of {longDay(results.asOf)}.
          </p>
        </Define>
      </div>
    </HungSection>
  )
}
