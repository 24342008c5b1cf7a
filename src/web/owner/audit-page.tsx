import { whatTheCheckFound } from '../../texts/en/audit.ts'
import { instantInWords } from '../../texts/en/days.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { Pager } from '../../ui/pager.tsx'
import { type AuditFilter, type AuditScreen, LINES_PER_PAGE, MOST_LINES } from '../../upkeep/screens/audit.ts'
import { AuditFilterForm } from './audit-filter-form.tsx'
import { AuditRow } from './audit-row.tsx'

type Props = { screen: AuditScreen; filter: AuditFilter; today: string }

/** Who did what, when and on what ground; and whether anybody has changed that since. */
export function AuditPage({ screen, filter, today }: Props) {
  const { lines, found, chain } = screen
  return (
    <div class="wrap grid gap-x-16 gap-y-section pt-8 md:pt-12 lg:grid-cols-[minmax(0,1fr)_var(--container-margin)]">
      <div class="min-w-0">
        <h1 class="max-w-[26ch]">{heading(found, filter)}</h1>
        <AuditFilterForm filter={filter} isOpen={found > 20 || isNarrow(filter)} />
        {lines.length === 0 ? (
          <p class="mt-6 max-w-measure">
            {isNarrow(filter)
              ? 'Look for less, or over more days.'
              : 'Everything that is done from now on stands here.'}{' '}
            {isNarrow(filter) && <Link href="/upkeep/audit">Show all lines</Link>}
          </p>
        ) : (
          <ol class="mt-6 border-t border-rule">
            {lines.map((line) => (
              <AuditRow key={line.id} line={line} year={today.slice(0, 4)} />
            ))}
          </ol>
        )}
        <Pager
          page={filter.page}
          pages={Math.ceil(found / LINES_PER_PAGE)}
          href={(page) => hrefOf({ ...filter, page })}
        />
        {lines.length > 0 && (
          <p class="mt-6 text-dense">
            <Link href={hrefOf({ ...filter, page: 1 }, '/upkeep/audit.csv')}>Download these lines as CSV</Link>
          </p>
        )}
      </div>
      <aside class="space-y-9" aria-label="About the audit">
        {chain && <Chain chain={chain} />}
        <section aria-labelledby="holds">
          <h2 id="holds" class="text-read">
            What stands here
          </h2>
          <ul class="mt-2 space-y-2 text-dense text-muted">
            <li>Everything that is done, and everything known people were refused. Never content.</li>
            <li>Whose content was shown: those people see by hat and day who looked.</li>
            <li>Your own looking, too.</li>
            <li>Not that somebody wrote a note or a report: the chain holds it, and no page lists it.</li>
            <li>Lines go after two years.</li>
          </ul>
        </section>
        <section aria-labelledby="beside">
          <h2 id="beside" class="text-read">
            Beside it
          </h2>
          <ul class="mt-2 space-y-2 text-dense">
            <li>
              <Link href="/upkeep/doctor">How every promise stands here</Link>
            </li>
            <li>
              <Link href="/upkeep/retention">What was deleted because it was kept long enough</Link>
            </li>
          </ul>
        </section>
      </aside>
    </div>
  )
}

function Chain({ chain }: { chain: NonNullable<AuditScreen['chain']> }) {
  return (
    <section id="chain" aria-labelledby="chain-heading">
      <h2 id="chain-heading" class="text-read">
        The chain
      </h2>
      <div class="mt-2 space-y-2 text-dense text-muted">
        <p>Each line is sealed with the one before it, so that none can be changed, moved or removed in silence.</p>
        <p>
          {chain.checkedAt
            ? `Checked on ${instantInWords(chain.checkedAt)}. ${whatTheCheckFound(chain.found)}`
            : 'Not checked yet.'}
        </p>
      </div>
      <Form action="/upkeep/audit/verify" class="mt-3">
        <Button>Check now</Button>
      </Form>
      <p class="mt-4 text-dense text-muted">
        Keep this away from this machine: a later check finds out by it whether the newest lines were cut off.
      </p>
      <p class="mt-1 font-mono text-note wrap-anywhere">{`${chain.number}:${chain.hash}`}</p>
    </section>
  )
}

function heading(found: number, filter: AuditFilter): string {
  const first = (filter.page - 1) * LINES_PER_PAGE + 1
  const range = found > LINES_PER_PAGE ? `, ${first} to ${Math.min(found, first + LINES_PER_PAGE - 1)}` : ''
  const many = found >= MOST_LINES ? 'More than 10,000 lines' : found === 1 ? '1 line' : `${found} lines`
  if (filter.refusedOnly) return found === 0 ? 'Nobody was refused' : `${many} of what was refused${range}`
  if (isNarrow(filter)) return found === 0 ? 'No line fits' : `${many} found${range}`
  return found === 0 ? 'Nothing was done yet' : `${many} of what was done${range}`
}

function isNarrow(filter: AuditFilter): boolean {
  return (
    filter.person !== '' || filter.what !== '' || filter.from !== null || filter.until !== null || filter.refusedOnly
  )
}

/** The address of a list: what is as it begins is left out. */
function hrefOf(filter: AuditFilter, path = '/upkeep/audit'): string {
  const query = new URLSearchParams({
    ...(filter.person && { person: filter.person }),
    ...(filter.what && { what: filter.what }),
    ...(filter.from && { from: filter.from }),
    ...(filter.until && { until: filter.until }),
    ...(filter.refusedOnly && { refused: 'yes' }),
    ...(filter.page > 1 && { page: String(filter.page) }),
  })
  return query.size === 0 ? path : `${path}?${query}`
}
