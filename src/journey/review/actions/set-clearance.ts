import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound, Refused } from '../../../runtime/errors.ts'
import { findSeason, lockOpenSeason } from '../../../runtime/season.ts'
import { applicationsOf, reviewsOf, saveDecisions } from '../../../store/applications.ts'
import {
  clearanceOf,
  removeClearance,
  removePendingDecisions,
  type Standing,
  saveClearance,
} from '../../../store/clearances.ts'
import type { Tx } from '../../../store/database.ts'
import { peopleOn } from '../../../store/people.ts'
import type { Season } from '../../../store/seasons.ts'
import { planDecisions } from '../admission.ts'

export type ClearanceSaid = {
  readonly season: string
  readonly person: string
  readonly standing: Standing
  /** What stood on the page it was answered from. */
  readonly seen: string
}

/**
 * One answer of the people team, for everything somebody has in the season. Until everyone has heard it moves a decision that is
 * pending; afterwards it moves nobody and only keeps from a new seat. Returns what stood before, so that it can be taken back.
 */
export async function setClearance(ctx: Context, input: ClearanceSaid): Promise<{ readonly before: Standing }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'review.setClearance', { seasonId: season.id, people: [input.person], about: input.person })
    await lockOpenSeason(ctx, tx, season.id)
    const found = await clearanceOf(tx, ctx.organisationId, season.id, input.person)
    if (!found) throw new NotFound('nobody who applied')
    if (found.seen !== input.seen) throw new Refused('changed-since', { by: found.saidBy, on: found.saidOn })
    const on = ctx.on ?? ctx.today
    const said = { by: 'personId' in ctx.actor ? ctx.actor.personId : null, on, at: ctx.clock.now() }
    const { person: personId } = input
    if (input.standing === 'open') await removeClearance(tx, ctx.organisationId, season.id, personId)
    else
      await saveClearance(tx, ctx.organisationId, season.id, {
        ...said,
        personId,
        cleared: input.standing === 'cleared',
      })
    await removePendingDecisions(tx, ctx.organisationId, season.id, personId)
    if (input.standing === 'cleared') await decideAsTheOthers(ctx, tx, season, personId)
    return { before: found.standing }
  })
}

/** Where the others of the season are decided already, so is whoever is cleared now, by the same rules. */
async function decideAsTheOthers(ctx: Context, tx: Tx, season: Season, personId: string): Promise<void> {
  const all = await applicationsOf(tx, ctx.organisationId, season.id)
  const isDecided = (late: boolean) => all.some((it) => it.late === late && it.outcome !== null)
  const own = all.filter((it) => it.person_id === personId && it.outcome === null && isDecided(it.late))
  if (own.length === 0) return
  const on = ctx.on ?? ctx.today
  const starts = new Map((await peopleOn(tx, ctx.organisationId, on)).map((it) => [it.id, it.started_on]))
  const records = planDecisions(season.program, own, starts, await reviewsOf(tx, ctx.organisationId, season.id))
  await saveDecisions(tx, ctx.organisationId, records, on, ctx.clock.now())
}
