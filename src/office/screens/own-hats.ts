import type { Day } from '../../model/day.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { type HatLine, hatLinesOf } from '../../store/hats.ts'
import { LENT_HATS, latestLentDay } from '../rules/hats.ts'
import { readerOf } from './reader.ts'

export type OwnHat = HatLine & {
  /** Until which day it can be lent; null where it cannot. */
  readonly lentUntil: Day | null
}
export type OwnHatsScreen = { readonly worn: readonly OwnHat[]; readonly lent: readonly HatLine[] }

/** One's own hats, and those one lent to others. */
export async function ownHats(ctx: Context): Promise<OwnHatsScreen> {
  return within(ctx, async (tx) => {
    const me = readerOf(ctx)
    await permit(ctx, tx, 'office.seeOwnHats', { people: [me] })
    const lines = await hatLinesOf(tx, ctx.organisationId, me, ctx.today)
    const worn = lines.filter((it) => it.personId === me)
    return {
      worn: worn.map((it) => ({ ...it, lentUntil: mayLend(it, ctx.today) ? latestLentDay(ctx.today, it) : null })),
      lent: lines.filter((it) => it.lentBy === me),
    }
  })
}

function mayLend(it: HatLine, today: Day): boolean {
  return it.lentBy === null && it.fromOn <= today && LENT_HATS.includes(it.hat)
}
