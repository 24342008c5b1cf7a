import type { Board } from '../../../journey/match/actions/see-board.ts'
import { outOf100 } from '../../../texts/en/match.ts'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Ledger } from '../../../ui/ledger.tsx'

/** Who got a mentor, and how good a pair, counted by division and time zone. */
export function FairnessSection({ fairness }: { fairness: Board['fairness'] }) {
  if (fairness.length === 0) return null
  return (
    <HungSection id="fair" heading="Was it fair?">
      <p class="max-w-measure text-muted">
        Of each group: how many mentees have a mentor, and what their pairs are worth of 100. A small group says little:
        one person more or less changes it much.
      </p>
      <div class="mt-4 space-y-8">
        {fairness.map(({ by, groups }) => (
          <Ledger
            key={by}
            caption={`Mentees by ${by}`}
            columns={[
              { text: by === 'division' ? 'Division' : 'Time zone' },
              { text: 'Mentees', num: true },
              { text: 'With a mentor', num: true },
              { text: 'Mean worth', num: true },
              { text: 'Lowest', num: true },
            ]}
            rows={groups.map((it) => [
              it.group === '' ? 'not said' : it.group,
              it.people,
              it.paired,
              it.meanWorth === null ? 'no pair' : outOf100(it.meanWorth),
              it.lowestWorth === null ? '' : outOf100(it.lowestWorth),
            ])}
          />
        ))}
      </div>
    </HungSection>
  )
}
