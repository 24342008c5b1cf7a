import { type Context, isAllowed, within } from '../../runtime/context.ts'
import type { Tx } from '../../store/database.ts'
import { seasonsOf } from '../../store/seasons.ts'

/** Seasons that whoever looks may choose among on a page of the desk, the latest first. */
export type MySeason = { readonly key: string; readonly name: string; readonly closedOn: string | null }

export async function mySeasons(ctx: Context, tx: Tx, action: string): Promise<readonly MySeason[]> {
  const seasons = await seasonsOf(tx, ctx.organisationId)
  return seasons
    .filter(({ id }) => isAllowed(ctx.actor, action, { seasonId: id }))
    .toSorted((a, b) => (a.program.startsOn < b.program.startsOn ? 1 : -1))
    .map(({ key, program, closedOn = null }) => ({ key, name: `${program.name}, ${program.season}`, closedOn }))
}

/** The same, for what stands above a page: which seasons there are is public, so nothing is written down. */
export function seeMySeasons(ctx: Context, action: string): Promise<readonly MySeason[]> {
  return within(ctx, (tx) => mySeasons(ctx, tx, action))
}
