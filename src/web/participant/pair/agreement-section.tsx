import type { PairPage } from '../../../journey/meet/screens/pair-page.ts'
import { Link } from '../../../ui/link.tsx'
import { AgreementWords } from './agreement-words.tsx'

/** How the two work together, as both see it. */
export function AgreementSection({ pairId, agreement, endedOn }: Pick<PairPage, 'pairId' | 'agreement' | 'endedOn'>) {
  return (
    <section aria-labelledby="agreement">
      <div class="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="agreement">How you work together</h2>
        <p class="text-dense">
          <Link href={`/pairs/${pairId}/agreement`}>{wayThere(agreement !== null, endedOn !== null)}</Link>
        </p>
      </div>
      {agreement ? (
        <AgreementWords agreement={agreement} />
      ) : (
        <p class="mt-3 max-w-measure">
          Nothing is agreed in writing yet: how often, where, and what stays between you. It takes five minutes of a
          first meeting.
        </p>
      )}
    </section>
  )
}

function wayThere(isThere: boolean, hasEnded: boolean): string {
  if (hasEnded) return 'Its wordings'
  return isThere ? 'Change it together' : 'Write it down'
}
