import { type Context, within } from '../../runtime/context.ts'
import { hashOf } from '../../runtime/new-id.ts'
import { openSignInLink } from '../../store/sign-in-links.ts'

/** Whom a link would sign in, or null where it was used, is over, or never was. Looking spends nothing, and is no sign-in yet. */
export async function linkToSignIn(ctx: Context, input: { secret: string }): Promise<{ name: string } | null> {
  return within(ctx, async (tx) => {
    const now = ctx.machineClock.now()
    return (await openSignInLink(tx, ctx.organisationId, hashOf(input.secret), now, ctx.today)) ?? null
  })
}
