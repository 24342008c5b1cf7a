import { Button } from '../../ui/button.tsx'
import { More } from '../../ui/disclosure.tsx'
import type { AuditFilter } from '../../upkeep/screens/audit.ts'

/** Find in the audit by person, by what was done, by days: all of it stands in the address. */
export function AuditFilterForm({ filter, isOpen }: { filter: AuditFilter; isOpen: boolean }) {
  return (
    <div class="mt-4">
      <More summary="Find, filter" open={isOpen}>
        <search>
          <form
            class="flex flex-wrap items-end gap-3"
            action="/upkeep/audit"
            method="get"
            aria-label="Lines of the audit"
          >
            <Words id="person" label="Person, name or address" value={filter.person} />
            <Words id="what" label="What was done" value={filter.what} />
            <Day id="from" label="From" value={filter.from} />
            <Day id="until" label="Until" value={filter.until} />
            <label class="flex min-h-11 items-center gap-2 text-dense" for="refused">
              <input
                class="checkbox checkbox-primary"
                type="checkbox"
                id="refused"
                name="refused"
                value="yes"
                checked={filter.refusedOnly}
              />
              Refused only
            </label>
            <Button>Show</Button>
          </form>
        </search>
      </More>
    </div>
  )
}

const LABEL = 'block text-note font-semibold'

function Words({ id, label, value }: { id: string; label: string; value: string }) {
  return (
    <div class="min-w-48 flex-1">
      <label class={LABEL} for={id}>
        {label}
      </label>
      <input class="input mt-1 w-full" type="search" id={id} name={id} value={value} maxLength={200} />
    </div>
  )
}

function Day({ id, label, value }: { id: string; label: string; value: string | null }) {
  return (
    <div class="w-40 max-w-full">
      <label class={LABEL} for={id}>
        {label}
      </label>
      <input class="input mt-1 w-full" type="date" id={id} name={id} value={value ?? ''} />
    </div>
  )
}
