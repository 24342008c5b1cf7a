import type { VNode } from 'preact'
import { seeMySeasons } from '../desk/screens/my-seasons.ts'
import type { Context } from '../runtime/context.ts'
import { SeasonSwitch } from './parts/season-switch.tsx'

/** A page of one season, with the way to the same page of another above it; for whoever has one season the page alone. */
export async function inSeason(
  ctx: Context,
  it: { readonly action: string; readonly path: string; readonly season: string },
  page: VNode,
): Promise<VNode> {
  const seasons = await seeMySeasons(ctx, it.action)
  if (seasons.length < 2 && seasons.every((one) => one.closedOn === null)) return page
  return (
    <>
      <div class="wrap">
        <SeasonSwitch season={it.season} seasons={seasons} path={it.path} />
      </div>
      {page}
    </>
  )
}
