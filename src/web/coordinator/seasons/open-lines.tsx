import type { OpenCount } from '../../../desk/screens/hand-over.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Link } from '../../../ui/link.tsx'
import { ABOUT } from '../desk/desk-filter.tsx'

/** How many lines are open on the desk of a season, by what they are about, with the way to them. */
export function OpenLines({ open, season }: { open: readonly OpenCount[]; season: string }) {
  if (open.length === 0) return <p class="mt-2">Nothing is open today. What comes stands on the desk.</p>
  return (
    <ul class="mt-2 border-b border-rule">
      {open.map((it) => (
        <li key={it.subject} class="border-t border-rule py-2">
          <Link href={`/desk?${new URLSearchParams({ season, about: it.subject })}`}>
            {`${ABOUT[it.subject]}: ${countOf(it.lines, 'line')}`}
          </Link>
        </li>
      ))}
    </ul>
  )
}
