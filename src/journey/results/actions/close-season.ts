import { dayIn } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import { addClosing, closingThatStands, undoClosing } from '../../../store/season-closings.ts'
import { lockSeason } from '../../../store/seasons.ts'
import { decideClosing, decideReopening } from '../rules/closing.ts'

/** Closes a season that is over: what belongs to it rests from now on. Doing it twice is doing it once. */
export async function closeSeason(ctx: Context, input: { readonly season: string }): Promise<{ closed: boolean }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'results.closeSeason', { seasonId: season.id })
    await lockSeason(tx, ctx.organisationId, season.id)
    const decided = decideClosing(season.program, todayIn(ctx, season.program.zone))
    if (!decided.ok)
      throw new Refused(decided.code, decided.facts, 'A season is closed when it is over. Until then its days go on.')
    const it = { id: newId(), seasonId: season.id, on: decided.value, by: selfOf(ctx), at: ctx.clock.now() }
    return { closed: await addClosing(tx, ctx.organisationId, it) }
  })
}

/** Opens a season again that was closed too early, for some days after the close. */
export async function reopenSeason(ctx: Context, input: { readonly season: string }): Promise<{ opened: boolean }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'results.reopenSeason', { seasonId: season.id })
    await lockSeason(tx, ctx.organisationId, season.id)
    const closing = await closingThatStands(tx, ctx.organisationId, season.id)
    const decided = decideReopening(closing?.closedOn ?? null, todayIn(ctx, season.program.zone))
    if (!decided.ok) throw new Refused(decided.code, decided.facts, SAYS[decided.code])
    const it = { seasonId: season.id, on: decided.value, by: selfOf(ctx), at: ctx.clock.now() }
    return { opened: await undoClosing(tx, ctx.organisationId, it) }
  })
}

const SAYS: Readonly<Record<string, string>> = {
  'season-not-closed': 'This season is not closed, so there is nothing to open again.',
  'closed-for-good':
    'The days are over in which this season could be opened again. Figures and certificates stay open.',
}

function todayIn(ctx: Context, zone: string): Day {
  return ctx.on ?? dayIn(ctx.clock.now(), zone)
}
