import { HATS_PER_PAGE, type HatsFilter, type HatsScreen } from '../../office/screens/hats.ts'
import { hatName } from '../../texts/en/hats.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Link } from '../../ui/link.tsx'
import { Pager } from '../../ui/pager.tsx'
import { FAULTY, summaryOf } from './form-faults.ts'
import { type GiveEntered, GiveHatForm } from './give-hat-form.tsx'
import { HatChangedNotice } from './hat-changed-notice.tsx'
import { HatFilter } from './hat-filter.tsx'
import { HatRow } from './hat-row.tsx'

type Props = {
  screen: HatsScreen
  filter: HatsFilter
  today: string
  entered: GiveEntered
  untilBefore: string | null
}

/** Who wears which hat, and how to give one. */
export function HatsPage({ screen, filter, today, entered, untilBefore }: Props) {
  const { lines, found, seasons, latest, mayChange } = screen
  return (
    <div class="wrap pt-8 md:pt-12">
      <ErrorSummary heading={FAULTY} errors={summaryOf(entered.errors)} />
      {latest && (
        <HatChangedNotice
          latest={latest}
          seasons={seasons}
          today={today}
          mayChange={mayChange}
          untilBefore={untilBefore}
        />
      )}
      <div class="mt-8 grid gap-x-16 gap-y-section first:mt-0 lg:grid-cols-[minmax(0,1fr)_var(--container-margin)]">
        <div class="min-w-0">
          <h1 class="max-w-[26ch]">{heading(found, filter)}</h1>
          {mayChange && (
            <p class="mt-3 text-dense lg:hidden">
              <a class="a" href="#give">
                Give a hat
              </a>
            </p>
          )}
          <HatFilter filter={filter} seasons={seasons} isOpen={found > 20 || isNarrow(filter)} />
          {lines.length === 0 ? (
            <Empty filter={filter} />
          ) : (
            <ul class="mt-6 border-t border-rule">
              {lines.map((line) => (
                <HatRow key={line.id} line={line} today={today} mayTake={mayChange && !filter.past} />
              ))}
            </ul>
          )}
          <Pager
            page={filter.page}
            pages={Math.ceil(found / HATS_PER_PAGE)}
            href={(page) => hrefOf({ ...filter, page })}
          />
        </div>
        <aside class="space-y-9" aria-label="About hats">
          {mayChange && <GiveHatForm seasons={seasons} today={today} entered={entered} />}
          <section aria-labelledby="rules">
            <h2 id="rules" class="text-read">
              What always holds
            </h2>
            <ul class="mt-2 space-y-2 text-dense text-muted">
              <li>
                The last owner stays, unless the directory service ends them; then whoever has the machine names one.
              </li>
              <li>Coordinator and people team are two persons, unless an owner has decided otherwise.</li>
              <li>A manager’s hat follows from the directory.</li>
              <li>A change counts from the person’s next request, and is written to the audit.</li>
            </ul>
          </section>
        </aside>
      </div>
    </div>
  )
}

function heading(found: number, filter: HatsFilter): string {
  const first = (filter.page - 1) * HATS_PER_PAGE + 1
  const range = found > HATS_PER_PAGE ? `, ${first} to ${Math.min(found, first + HATS_PER_PAGE - 1)}` : ''
  const hats = found === 1 ? '1 hat' : `${found} hats`
  if (filter.search !== '') return `${found === 0 ? 'No hat matches' : `${hats} found for`} “${filter.search}”${range}`
  if (filter.past) return found === 0 ? 'No hat was taken off yet' : `${hats} of earlier days${range}`
  return found === 0 ? 'Nobody wears this hat' : `${hats} ${found === 1 ? 'is' : 'are'} worn${range}`
}

function isNarrow(filter: HatsFilter): boolean {
  return filter.search !== '' || filter.hat !== null || filter.season !== null || filter.past
}

function Empty({ filter }: { filter: HatsFilter }) {
  const what = filter.hat ? `the hat ${hatName(filter.hat)}` : 'a hat'
  return (
    <p class="mt-6 max-w-measure">
      {filter.past ? 'Hats that end are kept here.' : `Give ${what} to somebody, or look wider.`}{' '}
      <Link href="/office/hats">Show all hats</Link>
    </p>
  )
}

/** The address of a list: what is as it begins is left out. */
function hrefOf(filter: HatsFilter): string {
  const query = new URLSearchParams({
    ...(filter.search && { q: filter.search }),
    ...(filter.hat && { hat: filter.hat }),
    ...(filter.season && { season: filter.season }),
    ...(filter.past && { when: 'past' }),
    ...(filter.order !== 'name' && { order: filter.order }),
    ...(filter.page > 1 && { page: String(filter.page) }),
  })
  return query.size === 0 ? '/office/hats' : `/office/hats?${query}`
}
