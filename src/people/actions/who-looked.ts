import { HATS } from '../../model/hats.ts'
import { PERMISSIONS } from '../../permissions/all.ts'
import type { Permission } from '../../permissions/permission.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { selfOf } from '../../runtime/self.ts'
import { type Look, type LooksTold, looksAt } from '../../store/exports.ts'
import type { LookedAt } from '../shapes/export.ts'

export const LOOKS_PER_PAGE = 50

export type WhoLooked = { readonly found: number; readonly looks: readonly LookedAt[] }

/** Who looked at one's own data, by hat and day and never by name; one's own looks are none. */
export async function whoLooked(ctx: Context, input: { page: number }): Promise<WhoLooked> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.seeWhoLooked', { people: [me] })
    const offset = (input.page - 1) * LOOKS_PER_PAGE
    const page = { limit: LOOKS_PER_PAGE, offset }
    const { found, looks } = await looksAt(tx, ctx.organisationId, me, looksTold(ctx.today), page)
    return { found, looks: looks.map(sayLook) }
  })
}

/** Which looks are told to everybody of a season, and which once they have heard. */
export function looksTold(today: string): LooksTold {
  const named = (is: (it: Permission) => boolean) =>
    Object.entries(PERMISSIONS).flatMap(([action, it]) => (is(it) ? [action] : []))
  return { lists: named((it) => it.looksAtSeason === true), later: named((it) => it.toldLater === true), today }
}

/** What may let somebody look: a hat, the machine, the product itself, or that it is of their own pair. */
const GROUNDS: readonly string[] = [...HATS, 'operator', 'program', 'own', 'link']
const NOT_DONE_ANY_MORE = 'Something that this version does not do any more'

/** A look as its subject reads it: the day, the hat, and what was done in the words of the permissions. */
export function sayLook({ day, ground, action, times }: Look): LookedAt {
  const as = GROUNDS.find((it) => it === ground) ?? 'somebody'
  return { day, as, what: PERMISSIONS[action]?.does ?? NOT_DONE_ANY_MORE, times }
}
