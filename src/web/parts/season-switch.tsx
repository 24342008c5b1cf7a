import { Button } from '../../ui/button.tsx'

type Props = {
  season: string
  seasons: readonly { readonly key: string; readonly name: string }[]
  /** The page that is opened for the season chosen. */
  path: string
}

/** Which season a page is of, and the way to the same page of another one; nothing where there is one. */
export function SeasonSwitch({ season, seasons, path }: Props) {
  if (seasons.length < 2) return null
  return (
    <form class="mt-4 flex flex-wrap items-end gap-3" method="get" action={path}>
      <div class="min-w-0 max-w-full">
        <label class="block text-note font-semibold" for="season-switch">
          Season
        </label>
        <select class="select mt-1 w-full truncate pr-8" id="season-switch" name="season">
          {seasons.map((it) => (
            <option key={it.key} value={it.key} selected={it.key === season}>
              {it.name}
            </option>
          ))}
        </select>
      </div>
      <Button>Switch</Button>
    </form>
  )
}
