import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'

type Props = {
  season: string
  seasons: readonly { readonly key: string; readonly name: string; readonly closedOn: string | null }[]
  /** The page that is opened for the season chosen. */
  path: string
}

/**
 * Which season a page is of, and the way to the same page of another one; nothing where there is one. Seasons that were closed stand
 * on a page of their own.
 */
export function SeasonSwitch({ season, seasons, path }: Props) {
  const listed = seasons.filter((it) => it.closedOn === null || it.key === season)
  const isEarlier = seasons.some((it) => it.closedOn !== null)
  if (listed.length < 2 && !isEarlier) return null
  return (
    <div class="mt-4 flex flex-wrap items-end gap-x-6 gap-y-3">
      {listed.length > 1 && (
        <form class="flex min-w-0 flex-wrap items-end gap-3" method="get" action={path}>
          <div class="min-w-0 max-w-full">
            <label class="block text-note font-semibold" for="season-switch">
              Season
            </label>
            <select class="select mt-1 w-full truncate pr-8" id="season-switch" name="season">
              {listed.map((it) => (
                <option key={it.key} value={it.key} selected={it.key === season}>
                  {it.name}
                </option>
              ))}
            </select>
          </div>
          <Button>Switch</Button>
        </form>
      )}
      {isEarlier && (
        <p class="py-2">
          <Link href="/desk/earlier">Earlier seasons</Link>
        </p>
      )}
    </div>
  )
}
