import { Link } from '../../../ui/link.tsx'
import { MatchCrumbs } from './match-crumbs.tsx'
import { matchLink } from './match-links.ts'
import type { PriceAsked } from './price-page.tsx'

/** Says why a change cannot be, with the way back. */
export function NotPossiblePage({ asked, why }: { asked: PriceAsked; why: string }) {
  const { season, run, mentee } = asked
  return (
    <div class="wrap pt-6 md:pt-10">
      <MatchCrumbs season={season} run={run} />
      <h1 class="mt-1 max-w-[26ch]">This cannot be done</h1>
      <p class="mt-3 max-w-measure">{why}</p>
      <p class="mt-6">
        <Link href={matchLink('/place', { season, run, mentee })}>Back to this mentee</Link>
      </p>
    </div>
  )
}
