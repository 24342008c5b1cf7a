import { type Context, permit, within } from '../../runtime/context.ts'
import { hashOf } from '../../runtime/new-id.ts'
import { spendSignInLink } from '../../store/sign-in-links.ts'
import { beginSignIn, type CameIn } from './begin-sign-in.ts'

/** Spends a link and signs its person in; null where it was used, is over, or never was. */
export async function signInByLink(ctx: Context, input: { secret: string; device: string }): Promise<CameIn | null> {
  return within(ctx, async (tx) => {
    const now = ctx.machineClock.now()
    const link = await spendSignInLink(tx, ctx.organisationId, hashOf(input.secret), now, ctx.today)
    if (!link) return null
    await permit(ctx, tx, 'people.signIn', { about: link.id })
    const { personId, goesTo } = link
    const secret = await beginSignIn(ctx, tx, { personId, method: 'link', device: input.device, stepped: false })
    return { secret, goesTo }
  })
}
