import { type Context, isAllowed, permit, within } from '../../runtime/context.ts'
import { type TokenRow, tokensOf } from '../../store/tokens.ts'
import { readerOf } from './reader.ts'

/** `isOver` opens nothing any more. */
export type OwnToken = TokenRow & { readonly isOver: boolean }
export type OwnTokensScreen = { readonly tokens: readonly OwnToken[]; readonly mayMake: boolean }

/** One's own tokens, those that are over until they are revoked. A hat of one season is enough to make one. */
export async function ownTokens(ctx: Context): Promise<OwnTokensScreen> {
  return within(ctx, async (tx) => {
    const me = readerOf(ctx)
    await permit(ctx, tx, 'office.seeTokens', { people: [me] })
    const now = Date.parse(ctx.machineClock.now())
    const rows = await tokensOf(tx, ctx.organisationId, me)
    const tokens = rows.map((it) => ({ ...it, isOver: Date.parse(it.untilAt) <= now }))
    const hats = 'hats' in ctx.actor ? ctx.actor.hats : []
    const stepped = ctx.actor.kind === 'person' ? { ...ctx.actor, stepped: true } : ctx.actor
    const mayMake = hats.some((it) => isAllowed(stepped, 'office.makeToken', { seasonId: it.seasonId ?? undefined }))
    return { tokens, mayMake }
  })
}
