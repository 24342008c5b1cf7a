import { type Context, permit, within } from '../../../runtime/context.ts'
import { changeRequest, endLongAccepted, overdueRequests } from '../../../store/mentor-requests.ts'
import { keepUntil, overdueBefore } from '../rules.ts'
import { DAYS_OF_A_PLACE } from '../shapes.ts'
import { tellWhoElse } from './post.ts'

const BATCH = 200
const DAY_MS = 86_400_000

/** Moves on every request whose turn is over, and tells who asked whom else there is; running it again finds nothing to do. */
export async function moveRequestsOn(ctx: Context): Promise<{ readonly moved: number }> {
  return within(ctx, async (tx) => {
    const at = ctx.clock.now()
    const due = await overdueRequests(tx, ctx.organisationId, overdueBefore(at), ctx.today, BATCH)
    for (const it of due) {
      await permit(ctx, tx, 'offer.moveOn', { about: it.id })
      const from = { turn: it.turn, turnAt: it.turnAt }
      const { id, turn, question, answer } = it
      const done = {
        id,
        from,
        state: 'moved-on' as const,
        turn,
        question,
        answer,
        keepUntil: keepUntil('moved-on', at),
        at,
      }
      if (await changeRequest(tx, ctx.organisationId, done)) await tellWhoElse(ctx, tx, it)
    }
    await endLongAccepted(tx, ctx.organisationId, new Date(Date.parse(at) - DAYS_OF_A_PLACE * DAY_MS).toISOString(), at)
    return { moved: due.length }
  })
}
