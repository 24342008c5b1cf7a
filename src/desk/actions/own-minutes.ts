import { dayIn } from '../../calendar/days.ts'
import { type Context, isAllowed, permit, within } from '../../runtime/context.ts'
import { NotAllowed, NotFound } from '../../runtime/errors.ts'
import { selfOf } from '../../runtime/self.ts'
import {
  addMinute,
  beginCounting,
  countedSince,
  deleteMinutes,
  minutesOf,
  stopCounting,
} from '../../store/own-minutes.ts'
import { countWeeks, partOf, type WeekOfMinutes } from '../rules/own-minutes.ts'

/** Seconds that lie between two minutes at least: a little less than one, since a clock in a browser drifts. */
const APART_SECONDS = 55

export type OwnMinutes = {
  readonly since: string | null
  readonly weeks: readonly WeekOfMinutes[]
}

/** One’s own minutes, by week. Nobody else’s are anywhere to be seen. */
export async function seeMinutes(ctx: Context): Promise<OwnMinutes> {
  return within(ctx, async (tx) => {
    const me = selfOf(ctx)
    await permit(ctx, tx, 'desk.seeMinutes', { people: [me] })
    const since = (await countedSince(tx, ctx.organisationId, me))?.since ?? null
    const days = await minutesOf(tx, ctx.organisationId, me)
    if (!coordinates(ctx) && since === null && days.length === 0) throw new NotFound('only for coordinators')
    return { since, weeks: countWeeks(days) }
  })
}

/** Switches the counting of one’s own minutes on or off; what was counted stays until it is deleted. */
export async function turnMinutes(ctx: Context, input: { on: boolean }): Promise<void> {
  await within(ctx, async (tx) => {
    const me = selfOf(ctx)
    await permit(ctx, tx, 'desk.turnMinutes', { people: [me] })
    if (input.on && !coordinates(ctx)) throw new NotFound('only for coordinators')
    if (input.on) await beginCounting(tx, ctx.organisationId, me, ctx.machineClock.now())
    else await stopCounting(tx, ctx.organisationId, me)
  })
}

/** Counts one minute of a page that was in sight and in use, and says whether counting is on. */
export async function countMinute(ctx: Context, input: { path: string }): Promise<boolean> {
  return within(ctx, async (tx) => {
    const me = selfOf(ctx)
    // No line in the audit: it would hold every minute for years, for others to count and beyond deleting.
    if (!isAllowed(ctx.actor, 'desk.countMinute', { people: [me] })) throw new NotAllowed('not yours to do')
    const part = partOf(input.path)
    if (!part) return true
    const at = ctx.machineClock.now()
    return addMinute(tx, ctx.organisationId, { personId: me, onDay: dayIn(at, 'Etc/UTC'), part, at }, APART_SECONDS)
  })
}

/** Deletes every minute that was counted, at once. */
export async function forgetMinutes(ctx: Context): Promise<void> {
  await within(ctx, async (tx) => {
    const me = selfOf(ctx)
    await permit(ctx, tx, 'desk.forgetMinutes', { people: [me] })
    await deleteMinutes(tx, ctx.organisationId, me)
  })
}

function coordinates({ actor }: Context): boolean {
  return actor.kind === 'person' && actor.hats.some((it) => it.hat === 'coordinator')
}
