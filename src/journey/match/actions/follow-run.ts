import { type Context, permit, within } from '../../../runtime/context.ts'
import { findSeason } from '../../../runtime/season.ts'
import type { Tx } from '../../../store/database.ts'
import { type MakingSoFar, makingOf } from '../../../store/match-makings.ts'
import type { Season } from '../../../store/seasons.ts'
import { isUnderWay, secondsBetween } from '../rules/under-way.ts'

/** A run while it is made, or one that stopped before it was kept. */
export type RunUnderWay = MakingSoFar & {
  readonly state: 'under-way' | 'stopped'
  readonly madeBy: string | null
  readonly mentees: number
  readonly mentors: number
  readonly seconds: number
  /** Why it stopped, where that is known. */
  readonly stoppedBecause: string | null
}
export type Followed = {
  readonly season: string
  readonly seasonName: string
  /** Null where no run is being made and the last one was kept. */
  readonly making: RunUnderWay | null
}

/** How far the run is that is being made, in numbers alone. */
export async function followRun(ctx: Context, input: { season?: string }): Promise<Followed> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'match.followRun', { seasonId: season.id })
    const seasonName = `${season.program.name}, ${season.program.season}`
    return { season: season.key, seasonName, making: await runUnderWay(ctx, tx, season) }
  })
}

export async function runUnderWay(ctx: Context, tx: Tx, season: Season): Promise<RunUnderWay | null> {
  const found = await makingOf(tx, ctx.organisationId, season.id)
  if (!found) return null
  const now = ctx.machineClock.now()
  const { id: _, begunAt, beatAt: __, ...it } = found
  return { ...it, state: isUnderWay(found, now) ? 'under-way' : 'stopped', seconds: secondsBetween(begunAt, now) }
}
