import {
  APPLICATION_SORTS,
  APPLICATION_STATES,
  type ApplicationsFilter,
} from '../../../journey/review/rules/select-applications.ts'
import { ROLES } from '../../../model/role.ts'
import { Button } from '../../../ui/button.tsx'
import { divisionInWords, NO_DIVISION, stateInWords } from './application-words.ts'

const SORTS: Readonly<Record<(typeof APPLICATION_SORTS)[number], string>> = {
  priority: 'Priority',
  name: 'Name',
  sent: 'Day sent',
}
type Option = { readonly value: string; readonly text: string }

/** Which applications to show, kept in the address of the page. */
export function ApplicationsFilterForm(props: {
  season: string
  filter: ApplicationsFilter
  divisions: readonly string[]
}) {
  const { season, filter, divisions } = props
  return (
    <form
      class="mt-6 grid grid-cols-2 items-end gap-3 md:flex md:flex-wrap"
      method="get"
      action="/desk/applications"
      aria-label="Applications"
    >
      <input type="hidden" name="season" value={season} />
      <div class="col-span-2 min-w-48 flex-1 md:max-w-72">
        <label class="block text-note font-semibold" for="q">
          A name or address
        </label>
        <input class="input mt-1 w-full" id="q" name="q" type="search" value={filter.q} />
      </div>
      <Select
        id="role"
        label="Role"
        any="Both"
        chosen={filter.role}
        options={ROLES.map((it) => ({ value: it, text: it }))}
      />
      <Select
        id="state"
        label="State"
        any="All"
        chosen={filter.state}
        options={APPLICATION_STATES.map((it) => ({ value: it, text: stateInWords(it) }))}
      />
      <Select
        id="division"
        label="Division"
        any="All"
        chosen={filter.division === '' ? NO_DIVISION : filter.division}
        options={divisions.map((it) => ({ value: it || NO_DIVISION, text: divisionInWords(it) }))}
      />
      <Select
        id="sort"
        label="Order"
        any={null}
        chosen={filter.sort}
        options={APPLICATION_SORTS.map((it) => ({ value: it, text: SORTS[it] }))}
      />
      <Button>Show</Button>
    </form>
  )
}

function Select(props: {
  id: string
  label: string
  any: string | null
  chosen: string | null
  options: readonly Option[]
}) {
  return (
    <div class="min-w-0 md:w-44">
      <label class="block text-note font-semibold" for={props.id}>
        {props.label}
      </label>
      <select class="select mt-1 w-full" id={props.id} name={props.id}>
        {props.any && <option value="">{props.any}</option>}
        {props.options.map((it) => (
          <option key={it.value} value={it.value} selected={it.value === props.chosen}>
            {it.text}
          </option>
        ))}
      </select>
    </div>
  )
}
