import { LOOKS_PER_PAGE, type WhoLooked } from '../../../people/actions/who-looked.ts'
import { longDay } from '../../../texts/en/days.ts'
import { groundInWords } from '../../../texts/en/privacy.ts'
import { Link } from '../../../ui/link.tsx'
import { Pager } from '../../../ui/pager.tsx'

/** Who looked at one's own data, by hat and day; never a name. */
export function WhoLookedPage({ found, looks, page }: WhoLooked & { page: number }) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <p class="text-dense">
        <Link href="/me">My data</Link>
      </p>
      <h1 class="mt-4 max-w-[26ch]">{heading(found)}</h1>
      <p class="mt-4 max-w-measure">
        Each look at what is sensitive about you is written down, with the hat that opened it. Names are not told, and
        your own looks are not listed.
      </p>
      {looks.length > 0 && (
        <ol class="sheet mt-block border-b border-rule">
          {looks.map((it) => (
            <li key={`${it.day} ${it.as} ${it.what}`}>
              <p class="when">{longDay(it.day)}</p>
              <p>
                {groundInWords(it.as)}
                {it.times > 1 ? `, ${it.times} times` : ''}
                <span class="block text-dense text-muted">{it.what}</span>
              </p>
            </li>
          ))}
        </ol>
      )}
      <Pager page={page} pages={Math.ceil(found / LOOKS_PER_PAGE)} href={(to) => `/me/who-looked?page=${to}`} />
      <p class="mt-block text-dense text-muted">Kept for two years. Days are in UTC.</p>
    </div>
  )
}

function heading(found: number): string {
  if (found === 0) return 'Nobody has looked'
  return found === 1 ? 'Somebody looked once' : `Looks on record: ${found}`
}
