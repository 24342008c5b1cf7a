import { addDays } from '../../calendar/days.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { findSeason } from '../../runtime/season.ts'
import { selfOf } from '../../runtime/self.ts'
import { removeMark, saveMark } from '../../store/desk.ts'
import { linesOf } from '../screens/today.ts'

/** Days that a line may be put off by. */
export const PUT_OFF_DAYS = [1, 3, 7] as const
export type PutOffDays = (typeof PUT_OFF_DAYS)[number]
type Named = { readonly season: string; readonly key: string }

/** Takes a line off the desk: it is done, or comes back after so many days. The same again changes nothing. */
export async function markLine(ctx: Context, input: Named & { readonly days: PutOffDays | null }): Promise<void> {
  await within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const { all } = await linesOf(ctx, tx, season)
    const line = all.find((it) => it.key === input.key)
    await permit(ctx, tx, 'desk.markLine', { seasonId: season.id, people: line?.people ?? [], about: input.key })
    if (!line) throw new NotFound('There is no such line on the desk any more.')
    await saveMark(tx, ctx.organisationId, {
      seasonId: season.id,
      key: line.key,
      state: input.days === null ? 'done' : 'snoozed',
      until: input.days === null ? null : addDays(ctx.today, input.days),
      by: selfOf(ctx),
      on: ctx.today,
      at: ctx.clock.now(),
    })
  })
}

/** Puts a line back where it stood. */
export async function putBackLine(ctx: Context, input: Named): Promise<void> {
  await within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const { all } = await linesOf(ctx, tx, season)
    const line = all.find((it) => it.key === input.key)
    await permit(ctx, tx, 'desk.putBackLine', { seasonId: season.id, people: line?.people ?? [], about: input.key })
    await removeMark(tx, ctx.organisationId, season.id, input.key)
  })
}
