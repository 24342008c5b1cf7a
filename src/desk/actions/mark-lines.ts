import { addDays } from '../../calendar/days.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { findSeason } from '../../runtime/season.ts'
import { selfOf } from '../../runtime/self.ts'
import { removeMarks, saveMarks } from '../../store/desk.ts'
import { linesOf } from '../screens/lines-of-season.ts'

/** Days that a line may be put off by. */
export const PUT_OFF_DAYS = [1, 3, 7] as const
export type PutOffDays = (typeof PUT_OFF_DAYS)[number]
/** Lines of one season that are done together at most. */
export const MOST_AT_ONCE = 100
type Named = { readonly season: string; readonly keys: readonly string[] }
export type Marked = {
  /** Those that are off the desk now and were on it. */
  readonly keys: readonly string[]
  /** How many were off it already, or whose cause is gone: nothing was changed about them. */
  readonly already: number
}

/**
 * Takes lines off the desk: they are done, or come back after so many days. What another coordinator took off meanwhile stays
 * theirs, so the same again changes nothing.
 */
export async function markLines(ctx: Context, input: Named & { readonly days: PutOffDays | null }): Promise<Marked> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const { all, open } = await linesOf(ctx, tx, season)
    const named = all.filter((it) => input.keys.includes(it.key))
    const about = input.keys.length === 1 ? input.keys[0] : `${input.keys.length} lines`
    const people = [...new Set(named.flatMap((it) => it.people))]
    await permit(ctx, tx, 'desk.markLines', { seasonId: season.id, people, about })
    if (named.length === 0) throw new NotFound('There is no such line on the desk any more.')
    const keys = open.filter((it) => input.keys.includes(it.key)).map((it) => it.key)
    await saveMarks(tx, ctx.organisationId, keys, {
      seasonId: season.id,
      state: input.days === null ? 'done' : 'snoozed',
      until: input.days === null ? null : addDays(ctx.today, input.days),
      by: selfOf(ctx),
      on: ctx.today,
      at: ctx.clock.now(),
    })
    return { keys, already: input.keys.length - keys.length }
  })
}

/** Puts lines back where they stood. */
export async function putBackLines(ctx: Context, input: Named): Promise<void> {
  await within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const { all } = await linesOf(ctx, tx, season)
    const people = [...new Set(all.filter((it) => input.keys.includes(it.key)).flatMap((it) => it.people))]
    const about = input.keys.length === 1 ? input.keys[0] : `${input.keys.length} lines`
    await permit(ctx, tx, 'desk.putBackLines', { seasonId: season.id, people, about })
    await removeMarks(tx, ctx.organisationId, season.id, input.keys)
  })
}
