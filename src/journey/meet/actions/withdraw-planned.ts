import { type Context, permit, within } from '../../../runtime/context.ts'
import type { Tx } from '../../../store/database.ts'
import { lockPair } from '../../../store/matches.ts'
import { meetingPair } from '../../../store/meeting-pairs.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import { cancelPlanned, endSeriesOn, type PlannedInDoubt, plannedInDoubt } from '../../../store/planned-meetings.ts'
import { planWithdrawal } from '../rules/plan-withdrawals.ts'
import { invite } from './invite.ts'

/** Meetings looked at in one run at most: the next minute goes on. */
const BATCH = 500

/**
 * Withdraws what pairs have planned for days on which they are none any more, or pause, whoever said so and by whichever door: the
 * calendars of those who are still here are told. Running it again finds nothing to do.
 */
export async function withdrawPlanned(ctx: Context): Promise<{ readonly withdrawn: number }> {
  const doubtful = await within(ctx, (tx) => plannedInDoubt(tx, ctx.organisationId, ctx.today, ctx.clock.now(), BATCH))
  let withdrawn = 0
  for (const planned of doubtful) if (await within(ctx, (tx) => settle(ctx, tx, planned))) withdrawn += 1
  return { withdrawn }
}

async function settle(ctx: Context, tx: Tx, planned: PlannedInDoubt): Promise<boolean> {
  await lockPair(tx, ctx.organisationId, planned.pairId)
  const pair = await meetingPair(tx, ctx.organisationId, planned.pairId)
  if (!pair) return false
  const at = ctx.clock.now()
  const fact = asPairFact(pair)
  const decided = planWithdrawal(planned, fact, planned.isAnybodyGone, pair.zone, at)
  if (decided.does === 'stays') return false
  await permit(ctx, tx, 'meet.withdrawPlanned', { seasonId: pair.seasonId, about: pair.id })
  const it = { id: planned.id, pairId: pair.id, at }
  const isCancelled = decided.does === 'withdrawn'
  const changed =
    decided.does === 'withdrawn'
      ? await cancelPlanned(tx, ctx.organisationId, it)
      : await endSeriesOn(tx, ctx.organisationId, { ...it, untilOn: decided.on })
  if (!changed) return false
  const mayMeetAgain = fact.endedOn === null && !planned.isAnybodyGone
  const page = mayMeetAgain ? `${ctx.publicUrl}/pairs/${pair.id}/meetings/times` : null
  await invite(ctx, tx, pair, changed, { isCancelled, page })
  return true
}
