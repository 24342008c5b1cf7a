import type { ComponentChildren } from 'preact'
import type { MentorsQuery } from '../../../journey/offer/actions/see-mentors.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'

type Choice = { readonly value: string; readonly text: string }
const HOURS: readonly Choice[] = [
  { value: '0', text: 'Any' },
  { value: '1', text: '1 hour or more' },
  { value: '2', text: '2 hours or more' },
  { value: '4', text: '4 hours or more' },
]
const ROOM: readonly Choice[] = [
  { value: '', text: 'All mentors' },
  { value: 'yes', text: 'Who has room' },
]
const ORDERS: readonly Choice[] = [
  { value: 'room', text: 'Most room first' },
  { value: 'hours', text: 'Most shared hours first' },
  { value: 'name', text: 'By name' },
]

/** Find, filter and sort the mentors: all of it stands in the address. */
export function MentorFilter({
  query,
  divisions,
  isOpen,
}: {
  query: MentorsQuery
  divisions: readonly string[]
  isOpen: boolean
}) {
  const named = [{ value: '', text: 'All divisions' }, ...divisions.map((it) => ({ value: it, text: it }))]
  return (
    <search class="mt-6 block">
      <form action="/mentors" method="get" aria-label="Mentors">
        <label class="block font-semibold" for="q">
          Topic, name or words
        </label>
        <div class="mt-1.5 flex flex-wrap gap-3">
          <input class="input min-w-48 flex-1" type="search" id="q" name="q" value={query.search} maxLength={60} />
          <Button>Find</Button>
        </div>
        <div class="mt-3">
          <More summary="Filter and sort" open={isOpen}>
            <div class="flex flex-wrap items-end gap-3">
              <Choose id="division" label="Division" value={query.division ?? ''} options={named} />
              <Choose id="hours" label="Working hours in common" value={String(query.hours)} options={HOURS} />
              <Choose id="room" label="Room" value={query.hasRoom ? 'yes' : ''} options={ROOM} />
              <Choose id="order" label="Order" value={query.order} options={ORDERS} />
              <Button>Show</Button>
            </div>
          </More>
        </div>
      </form>
    </search>
  )
}

function Choose(props: { id: string; label: ComponentChildren; value: string; options: readonly Choice[] }) {
  return (
    <div class="w-48 max-w-full">
      <label class="block text-note font-semibold" for={props.id}>
        {props.label}
      </label>
      <select class="select mt-1 w-full" id={props.id} name={props.id}>
        {props.options.map((it) => (
          <option key={it.value} value={it.value} selected={it.value === props.value}>
            {it.text}
          </option>
        ))}
      </select>
    </div>
  )
}

export function isNarrow(query: MentorsQuery): boolean {
  return query.division !== null || query.hours > 0 || query.hasRoom || query.order !== 'room'
}

/** The address of a list: what is as it begins is left out. */
export function mentorsHref(query: MentorsQuery): string {
  const asked = new URLSearchParams({
    ...(query.search && { q: query.search }),
    ...(query.division && { division: query.division }),
    ...(query.hours > 0 && { hours: String(query.hours) }),
    ...(query.hasRoom && { room: 'yes' }),
    ...(query.order !== 'room' && { order: query.order }),
    ...(query.page > 1 && { page: String(query.page) }),
  })
  return asked.size === 0 ? '/mentors' : `/mentors?${asked}`
}
