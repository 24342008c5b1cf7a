import {
  APPLICATIONS_PER_PAGE,
  type ApplicationOfSeason,
  type ApplicationsOfSeason,
} from '../../../desk/screens/applications.ts'
import type { ApplicationsFilter } from '../../../journey/review/rules/select-applications.ts'
import { shortDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Offered } from '../../../ui/offered.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { writePath } from '../desk/group-in-words.ts'
import {
  applicationsQuery,
  divisionInWords,
  outcomeAsVerb,
  priorityInWords,
  standsInWords,
} from './application-words.ts'
import { ApplicationsFilterForm } from './applications-filter.tsx'
import { SavedFilters } from './saved-filters.tsx'
import { StepNotice } from './step-notice.tsx'

type Props = { list: ApplicationsOfSeason; filter: ApplicationsFilter; page: number; undone: string | null }
const OUTCOMES = ['pool', 'reserve', 'declined'] as const

/** The applications that reached the coordinator, to read one by one and to decide by hand, single or many. */
export function ApplicationsPage({ list, filter, page, undone }: Props) {
  const query = (at = 1) => applicationsQuery({ ...filter, season: list.season, page: at })
  return (
    <div class="wrap pt-6 md:pt-10">
      <StepNotice done={list.done} undone={undone} at={query(page)} announcedOn={list.announcedOn} />
      <p class={list.done || undone ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href={`/desk/selection?season=${list.season}`}>Selecting</Link>, {list.name}
      </p>
      <h1 class="mt-1 max-w-[26ch]">{heading(list, filter, page)}</h1>
      <p class="mt-3 max-w-measure text-muted">
        Those that are cleared and eligible.{' '}
        <Link href={`/desk/funnel?season=${list.season}`}>How many came how far</Link>;{' '}
        <Link href={`/desk/waiting-list?season=${list.season}`}>who waits</Link>;{' '}
        <Link href={writePath(list.season, { to: 'applied' })}>write to everyone who applied</Link>;{' '}
        <Link href={`/desk/applications/find?season=${list.season}`}>look up one by its address</Link>.
      </p>
      {list.all > 0 && <ApplicationsFilterForm season={list.season} filter={filter} divisions={list.divisions} />}
      {list.all > 0 && <SavedFilters season={list.season} filters={list.filters} query={query()} />}
      {list.applications.length === 0 ? (
        <p class="mt-6 max-w-measure">
          {list.all === 0 ? (
            'They stand here once the people team has cleared them, where the program asks for that.'
          ) : (
            <>
              Nothing fits. <Link href={`/desk/applications?season=${list.season}`}>Show all of them</Link>
            </>
          )}
        </p>
      ) : (
        <>
          <ListForm list={list} filter={filter} query={query()} />
          <Pager
            page={page}
            pages={Math.ceil(list.found / APPLICATIONS_PER_PAGE)}
            href={(at) => `/desk/applications?${query(at)}`}
          />
          <p class="mt-6">
            <Link href={`/desk/applications.csv?${query()}`}>Download as CSV</Link>
          </p>
        </>
      )}
    </div>
  )
}

/** Where decisions by hand are looked at before they are made. */
const DECIDE = '/desk/applications/preview'

function heading(list: ApplicationsOfSeason, filter: ApplicationsFilter, page: number): string {
  if (list.all === 0) return 'No application has reached you yet'
  const isFiltered = filter.q !== '' || filter.role !== null || filter.division !== null || filter.state !== null
  if (isFiltered) return `${countOf(list.found, 'application')} found`
  const first = (page - 1) * APPLICATIONS_PER_PAGE + 1
  return list.found > APPLICATIONS_PER_PAGE
    ? `${list.found} applications, ${first} to ${Math.min(page * APPLICATIONS_PER_PAGE, list.found)}`
    : countOf(list.found, 'application')
}

function ListForm({ list, filter, query }: { list: ApplicationsOfSeason; filter: ApplicationsFilter; query: string }) {
  return (
    <Form action={DECIDE} class="mt-6" isRead>
      <input type="hidden" name="season" value={list.season} />
      <input type="hidden" name="at" value={query} />
      <ul class="border-b border-rule">
        {list.applications.map((it) => (
          <Row key={it.id} it={it} query={query} mayDecide={list.isDecided} />
        ))}
      </ul>
      {list.isDecided ? (
        <Offered to={DECIDE}>
          <Deciding list={list} filter={filter} />
        </Offered>
      ) : (
        <p class="mt-4 max-w-measure text-muted">
          <Link href={`/desk/selection?season=${list.season}`}>Decide by the program’s rules</Link> first; then change
          single decisions here.
        </p>
      )}
    </Form>
  )
}

function Deciding({ list, filter }: { list: ApplicationsOfSeason; filter: ApplicationsFilter }) {
  const roles = filter.role ? [filter.role] : []
  return (
    <fieldset class="mt-5">
      <legend class="font-semibold">Decide by hand</legend>
      <p class="mt-1 max-w-measure text-dense text-muted">
        The next page says what would change before anything does. Nobody hears before everybody does.
      </p>
      <div class="mt-2 max-w-72">
        <label class="choice">
          <input class="radio radio-primary" type="radio" name="which" value="ticked" checked />
          <span>Those ticked</span>
        </label>
        <label class="choice">
          <input class="radio radio-primary" type="radio" name="which" value="found" />
          <span>All {list.found} found</span>
        </label>
      </div>
      <div class="mt-2 flex flex-wrap gap-3">
        {OUTCOMES.map((outcome) => (
          <Button key={outcome} name="outcome" value={outcome}>
            {outcomeAsVerb(outcome, roles)}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

function Row({ it, query, mayDecide }: { it: ApplicationOfSeason; query: string; mayDecide: boolean }) {
  return (
    <li class="flex items-start gap-3 border-t border-rule py-3">
      {mayDecide && (
        <Offered to={DECIDE}>
          <input
            class="checkbox checkbox-primary mt-0.5"
            type="checkbox"
            name="id"
            value={it.id}
            aria-label={`Tick ${it.name} as ${it.role}`}
          />
        </Offered>
      )}
      <div class="grid min-w-0 flex-1 grid-cols-2 gap-x-8 gap-y-0.5 md:grid-cols-[minmax(0,1fr)_11rem_12rem_7rem]">
        <p class="col-span-2 min-w-0 wrap-anywhere md:col-span-1">
          <Link href={`/desk/applications/${it.id}?${query}`}>{it.name}</Link>
          <span class="text-muted">
            , {it.role}
            {it.late && ', late'}
          </span>
        </p>
        <p class="min-w-0 text-muted wrap-anywhere">{divisionInWords(it.division)}</p>
        <p class="text-right md:text-left">
          {standsInWords(it.state, it.role)}
          {it.byHand && <span class="text-muted">, by hand</span>}
        </p>
        {it.priority === null ? (
          <p class="text-muted tabular-nums max-md:hidden md:text-right">{shortDay(it.sentOn)}</p>
        ) : (
          <p class="col-span-2 text-muted tabular-nums md:col-span-1 md:text-right">
            priority {priorityInWords(it.priority)}
          </p>
        )}
      </div>
    </li>
  )
}
