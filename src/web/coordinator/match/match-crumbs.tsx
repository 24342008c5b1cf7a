import { Link } from '../../../ui/link.tsx'
import { matchLink } from './match-links.ts'

/** Where on the desk a page of the match stands. */
export function MatchCrumbs({ season, run, spaced }: { season: string; run?: number; spaced?: boolean }) {
  return (
    <p class={spaced ? 'mt-8 text-muted' : 'text-muted'}>
      <Link href="/desk">Today</Link>, <Link href={`/desk/selection?season=${season}`}>selecting</Link>,{' '}
      <Link href={matchLink('', { season, run })}>{run === undefined ? 'match' : `run ${run}`}</Link>
    </p>
  )
}
