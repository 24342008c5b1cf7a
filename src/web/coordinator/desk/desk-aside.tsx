import type { Today } from '../../../desk/screens/today.ts'
import { shortDay } from '../../../texts/en/days.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'

/** Beside the desk: the seasons, and what comes next whoever does what. */
export function DeskAside({ desk }: { desk: Today }) {
  return (
    <aside class="space-y-9" aria-label="Your seasons">
      <section aria-labelledby="seasons">
        <h2 id="seasons" class="text-read">
          {desk.seasons.length === 1 ? 'The season' : 'Your seasons'}
        </h2>
        <ul class="mt-2 [&>li]:border-t [&>li]:border-rule [&>li]:py-1.5">
          {desk.seasons.map((it) => (
            <li key={it.key}>
              <p class="wrap-anywhere">{it.name}</p>
              <p class="flex flex-wrap gap-x-4">
                <Link href={`/desk/pairs?season=${it.key}`}>Pairs</Link>
                <Link href={`/desk/selection?season=${it.key}`}>Selecting</Link>
                <Link href={`/seasons/${it.key}/results`}>Figures</Link>
                <Link href={`/seasons/${it.key}`}>Page</Link>
              </p>
            </li>
          ))}
        </ul>
      </section>
      {desk.ahead.length > 0 && (
        <section aria-labelledby="ahead">
          <h2 id="ahead" class="pb-3 text-read">
            Ahead
          </h2>
          <ol class="rail">
            {desk.ahead.map((it) => (
              <li key={`${it.on} ${it.text}`}>
                <p class="text-muted">{shortDay(it.on, desk.today.slice(0, 4))}</p>
                <p>{it.text}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
      <p class="text-note text-muted">
        <Icon name="eye" />
        Only the coordinators of a season see its lines. Whoever a line is about sees by hat and day who looked.
      </p>
    </aside>
  )
}
