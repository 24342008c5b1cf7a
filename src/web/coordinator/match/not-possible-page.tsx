import { Link } from '../../../ui/link.tsx'
import { MatchCrumbs } from './match-crumbs.tsx'
import { type PriceAsked, wayBack } from './price-page.tsx'

/** Says why a change cannot be, with the way back. */
export function NotPossiblePage({ asked, why }: { asked: PriceAsked; why: string }) {
  const { season, run } = asked
  return (
    <div class="wrap pt-6 md:pt-10">
      <MatchCrumbs season={season} run={run} />
      <h1 class="mt-1 max-w-[26ch]">This cannot be done</h1>
      <p class="mt-3 max-w-measure">{why}</p>
      <p class="mt-6">
        <Link href={wayBack(asked)}>Go back</Link>
      </p>
    </div>
  )
}
