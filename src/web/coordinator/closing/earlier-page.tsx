import type { EarlierSeason } from '../../../desk/screens/earlier-seasons.ts'
import { dayRange, longDay } from '../../../texts/en/days.ts'
import { Link } from '../../../ui/link.tsx'

/** Seasons that were closed, with what stays open of each. */
export function EarlierPage({ seasons }: { seasons: readonly EarlierSeason[] }) {
  return (
    <div class="wrap pt-6 md:pt-10">
      <p class="text-muted">
        <Link href="/desk">Today</Link>
      </p>
      <h1 class="mt-1 max-w-[26ch]">Earlier seasons</h1>
      {seasons.length === 0 ? (
        <p class="mt-6 max-w-measure">
          No season was closed yet. A season that is over is closed on the page of its closing, which your desk leads
          to.
        </p>
      ) : (
        <ul class="mt-6 max-w-[46rem] border-b border-rule">
          {seasons.map((it) => (
            <li key={it.key} class="border-t border-rule py-4">
              <h2 class="text-read wrap-anywhere">{it.name}</h2>
              <p class="text-dense text-muted">
                {dayRange(it.startsOn, it.endsOn)}. Closed on {longDay(it.closedOn)}.
              </p>
              <p class="mt-2 flex flex-wrap gap-x-6 gap-y-1">
                <Link href={`/seasons/${it.key}/results`}>
                  Results<span class="sr-only"> of {it.name}</span>
                </Link>
                <Link href={`/desk/pairs?season=${it.key}`}>
                  Pairs<span class="sr-only"> of {it.name}</span>
                </Link>
                {it.givesCertificates && (
                  <Link href={`/desk/completed?season=${it.key}`}>
                    Who completed it<span class="sr-only">: {it.name}</span>
                  </Link>
                )}
                <Link href={`/desk/closing?season=${it.key}`}>
                  Its closing<span class="sr-only">: {it.name}</span>
                </Link>
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
