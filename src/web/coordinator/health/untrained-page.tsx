import { UNTRAINED_PER_PAGE, type Untrained } from '../../../desk/screens/health.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Link } from '../../../ui/link.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { writePath } from '../desk/group-in-words.ts'

/** Who in a running pair has not completed a training yet. */
export function UntrainedPage({ it, page }: { it: Untrained; page: number }) {
  const query = new URLSearchParams({ season: it.season, training: it.key })
  return (
    <div class="wrap pt-6 md:pt-10">
      <p class="text-muted">
        <Link href="/desk">Today</Link>, <Link href={`/desk/health?season=${it.season}`}>how the season stands</Link>,{' '}
        {it.name}
      </p>
      <h1 class="mt-1 max-w-[26ch] wrap-anywhere">
        {it.found === 0 ? `Everybody has completed ${it.training}` : `${it.training}: ${it.found} not yet`}
      </h1>
      <p class="mt-3 max-w-measure">
        {countOf(it.people, 'person in a running pair is', 'people in running pairs are')} expected to complete it
        {it.dueOn ? `, by ${longDay(it.dueOn)}` : ''}. Each sees it on the page of their training.
      </p>
      {it.missing.length > 0 && (
        <ul class="mt-6 border-b border-rule">
          {it.missing.map((person) => (
            <li key={person.id} class="border-t border-rule py-2 wrap-anywhere">
              <Link href={`/desk/pairs?${new URLSearchParams({ season: it.season, q: person.name })}`}>
                {person.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Pager
        page={page}
        pages={Math.ceil(it.found / UNTRAINED_PER_PAGE)}
        href={(to) => `/desk/health/training?${query}&page=${to}`}
      />
      {it.found > 0 && (
        <p class="mt-6 flex flex-wrap gap-x-6 gap-y-2">
          <Link href={writePath(it.season, { to: 'training', of: it.key })}>Write to all of them</Link>
          <Link href={`/desk/health/training.csv?${query}`}>Download as CSV</Link>
        </p>
      )}
    </div>
  )
}
