import type { Database, Tx } from '../store/database.ts'
import { lockSeason, type Season, seasonByKey, seasonsOf } from '../store/seasons.ts'
import { type Context, refuseClosed } from './context.ts'
import { Invalid, NotFound } from './errors.ts'

/** The season somebody named, or the only one there is. */
export async function findSeason(ctx: Context, tx: Database, key: string | undefined): Promise<Season> {
  if (key) {
    const season = await seasonByKey(tx, ctx.organisationId, key)
    if (season) return season
    throw new NotFound(`There is no season "${key}". See the keys with: alongside design show`)
  }
  const all = await seasonsOf(tx, ctx.organisationId)
  const only = all[0]
  if (!only) throw new NotFound('There is no season yet. Load one with: alongside design load FILE')
  if (all.length > 1)
    throw new Invalid(`Say which season, with --season: ${all.map((season) => season.key).join(', ')}`)
  return only
}

/**
 * Locks a season for what rests once it is closed, and looks once more: it may have been closed since the permission was asked, by
 * whoever held the lock.
 */
export async function lockOpenSeason(ctx: Context, tx: Tx, seasonId: string): Promise<void> {
  await lockSeason(tx, ctx.organisationId, seasonId)
  await refuseClosed(ctx, tx, seasonId)
}
