import { type Context, within } from '../../runtime/context.ts'
import { issuerNames } from '../../store/issuers.ts'

/** The identity providers that the page to sign in offers, to anybody who opens it. */
export function providersOffered(ctx: Context) {
  return within(ctx, (tx) => issuerNames(tx, ctx.organisationId))
}
