import { VERSIONS_PER_PAGE, type Versions } from '../../../journey/design/screens/versions.ts'
import { instantInWords, shortDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'
import { Pager } from '../../../ui/pager.tsx'

/** Who put which version of a season in force, when and why; and the decisions that its page tells everybody. */
export function VersionsPage({ it, page }: { it: Versions; page: number }) {
  return (
    <div class="wrap pt-6 md:pt-10">
      <p class="text-muted">
        <Link href="/desk/design">Design</Link>, {it.name}
      </p>
      <h1 class="mt-1 max-w-[26ch]">{countOf(it.found, 'version')}</h1>
      <ol class="mt-8 border-b border-rule">
        {it.versions.map((one) => (
          <li key={one.id} class="border-t border-rule py-3">
            <p>
              <Link href={`/desk/design/versions/${one.id}?season=${it.season}`}>{`Version ${one.number}`}</Link>,{' '}
              {instantInWords(one.recordedAt)}
              {one.by && `, by ${one.by}`}
            </p>
            <p class="max-w-measure wrap-anywhere text-muted">
              {one.because ?? 'Loaded from a file; no reason was given.'}
            </p>
          </li>
        ))}
      </ol>
      <Pager
        page={page}
        pages={Math.ceil(it.found / VERSIONS_PER_PAGE)}
        href={(to) => `/desk/design/versions?season=${it.season}&page=${to}`}
      />
      <HungSection id="decisions" heading="Told on the program page">
        {it.decisions.length === 0 ? (
          <p class="max-w-measure text-muted">
            No decision yet. What everybody should know about a change is written under Words in the draft.
          </p>
        ) : (
          <ul class="sheet sheet-narrow">
            {it.decisions.map((one) => (
              <li key={one.on + one.text}>
                <span class="when">{shortDay(one.on)}</span>
                <span>
                  {one.text} Because {one.because}.
                </span>
              </li>
            ))}
          </ul>
        )}
      </HungSection>
    </div>
  )
}
