import { type Context, isAllowed, permit } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { findSeason } from '../../runtime/season.ts'
import type { Tx } from '../../store/database.ts'
import { type Season, seasonsOf } from '../../store/seasons.ts'

/** The season somebody named, or the latest of those for which they may take the action; one that is closed only where all are. */
export async function seasonAsked(ctx: Context, tx: Tx, action: string, key: string | undefined): Promise<Season> {
  if (key) return findSeason(ctx, tx, key)
  const seasons = await seasonsOf(tx, ctx.organisationId)
  const mine = seasons.filter(({ id }) => isAllowed(ctx.actor, action, { seasonId: id }))
  const open = mine.filter((it) => !it.closedOn)
  const latest = (open.length > 0 ? open : mine).toSorted((a, b) =>
    a.program.startsOn < b.program.startsOn ? 1 : -1,
  )[0]
  if (latest) return latest
  await permit(ctx, tx, action)
  throw new NotFound('There is no season yet. Load one with: alongside design load FILE')
}
