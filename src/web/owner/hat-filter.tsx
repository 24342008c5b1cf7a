import { HATS } from '../../model/hats.ts'
import type { HatsFilter, HatsScreen } from '../../office/screens/hats.ts'
import { hatName } from '../../texts/en/hats.ts'
import { Button } from '../../ui/button.tsx'
import { More } from '../../ui/disclosure.tsx'

type Choice = { readonly value: string; readonly text: string }
type Props = { filter: HatsFilter; seasons: HatsScreen['seasons']; isOpen: boolean }

const ORDERS: readonly Choice[] = [
  { value: 'name', text: 'By name' },
  { value: 'hat', text: 'By hat' },
  { value: 'until', text: 'Ending first' },
  { value: 'newest', text: 'Newest first' },
]
const WHEN: readonly Choice[] = [
  { value: 'now', text: 'Worn now' },
  { value: 'past', text: 'Taken off' },
]

/** Find, filter and sort the list of hats: all of it stands in the address. */
export function HatFilter({ filter, seasons, isOpen }: Props) {
  const hats = HATS.filter((hat) => hat !== 'manager').map((hat) => ({ value: hat, text: hatName(hat) }))
  const ofSeasons = seasons.map(({ key, name }) => ({ value: key, text: name }))
  return (
    <div class="mt-4">
      <More summary="Find, filter, sort" open={isOpen}>
        <search>
          <form class="flex flex-wrap items-end gap-3" action="/office/hats" method="get" aria-label="Hats">
            <div class="min-w-48 flex-1">
              <label class="block text-note font-semibold" for="q">
                Name or address
              </label>
              <input class="input mt-1 w-full" type="search" id="q" name="q" value={filter.search} maxLength={200} />
            </div>
            <Choose id="hat-shown" name="hat" label="Hat" value={filter.hat ?? ''} options={[ANY_HAT, ...hats]} />
            <Choose
              id="season-shown"
              name="season"
              label="Season"
              value={filter.season ?? ''}
              options={[ANY_SEASON, ...ofSeasons]}
            />
            <Choose id="when" name="when" label="When" value={filter.past ? 'past' : 'now'} options={WHEN} />
            <Choose id="order" name="order" label="Order" value={filter.order} options={ORDERS} />
            <Button>Show</Button>
          </form>
        </search>
      </More>
    </div>
  )
}

const ANY_HAT: Choice = { value: '', text: 'All hats' }
const ANY_SEASON: Choice = { value: '', text: 'All seasons' }

function Choose(props: { id: string; name: string; label: string; value: string; options: readonly Choice[] }) {
  return (
    <div class="w-40 max-w-full">
      <label class="block text-note font-semibold" for={props.id}>
        {props.label}
      </label>
      <select class="select mt-1 w-full" id={props.id} name={props.name}>
        {props.options.map((it) => (
          <option key={it.value} value={it.value} selected={it.value === props.value}>
            {it.text}
          </option>
        ))}
      </select>
    </div>
  )
}
