import type { ComponentChildren } from 'preact'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'

export type DirectoryQuery = {
  readonly search: string
  readonly division: string | null
  readonly kind: 'directory' | 'guest' | 'self-declared' | null
  readonly presence: 'here' | 'left' | 'all'
  readonly order: 'name' | 'division' | 'newest'
  readonly page: number
}

type Choice = { readonly value: string; readonly text: string }
type Props = { query: DirectoryQuery; divisions: readonly string[]; isOpen: boolean }

const PRESENCES: readonly Choice[] = [
  { value: 'here', text: 'Who is here' },
  { value: 'left', text: 'Who has left' },
  { value: 'all', text: 'Both' },
]
const KINDS: readonly Choice[] = [
  { value: '', text: 'Everybody' },
  { value: 'directory', text: 'In the directory' },
  { value: 'guest', text: 'Guests' },
  { value: 'self-declared', text: 'Self-declared' },
]
const ORDERS: readonly Choice[] = [
  { value: 'name', text: 'By name' },
  { value: 'division', text: 'By division' },
  { value: 'newest', text: 'Newest first' },
]
const ANY_DIVISION: Choice = { value: '', text: 'All divisions' }

/** Find, filter and sort the directory: all of it stands in the address. */
export function DirectoryFilter({ query, divisions, isOpen }: Props) {
  const named = divisions.map((division) => ({ value: division, text: division }))
  return (
    <div class="mt-4">
      <More summary="Find, filter, sort" open={isOpen}>
        <search>
          <form class="flex flex-wrap items-end gap-3" action="/people" method="get" aria-label="People">
            <Labelled id="q" label="Name, address or employee id" wide>
              <input class="input mt-1 w-full" type="search" id="q" name="q" value={query.search} maxLength={200} />
            </Labelled>
            {named.length > 0 && (
              <Choose id="division" label="Division" value={query.division ?? ''} options={[ANY_DIVISION, ...named]} />
            )}
            <Choose id="presence" label="Presence" value={query.presence} options={PRESENCES} />
            <Choose id="kind" label="Kind" value={query.kind ?? ''} options={KINDS} />
            <Choose id="order" label="Order" value={query.order} options={ORDERS} />
            <Button>Show</Button>
          </form>
        </search>
      </More>
    </div>
  )
}

function Choose(props: { id: string; label: string; value: string; options: readonly Choice[] }) {
  return (
    <Labelled id={props.id} label={props.label}>
      <select class="select mt-1 w-full" id={props.id} name={props.id}>
        {props.options.map((it) => (
          <option key={it.value} value={it.value} selected={it.value === props.value}>
            {it.text}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

function Labelled(props: { id: string; label: string; wide?: boolean; children: ComponentChildren }) {
  return (
    <div class={props.wide ? 'min-w-48 flex-1' : 'w-40 max-w-full'}>
      <label class="block text-note font-semibold" for={props.id}>
        {props.label}
      </label>
      {props.children}
    </div>
  )
}

export function isNarrow(query: DirectoryQuery): boolean {
  return query.search !== '' || query.division !== null || query.kind !== null || query.presence !== 'here'
}

/** The address of a list: what is as it begins is left out; a download has no pages. */
export function directoryHref(query: DirectoryQuery, { path = '/people' }: { path?: string } = {}): string {
  const asked = new URLSearchParams({
    ...(query.search && { q: query.search }),
    ...(query.division && { division: query.division }),
    ...(query.kind && { kind: query.kind }),
    ...(query.presence !== 'here' && { presence: query.presence }),
    ...(query.order !== 'name' && { order: query.order }),
    ...(path === '/people' && query.page > 1 && { page: String(query.page) }),
  })
  return asked.size === 0 ? path : `${path}?${asked}`
}
