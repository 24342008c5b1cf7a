import { returnAddress } from '../../people/shapes/issuer.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { issuersOf, nextIssuerNumber } from '../../store/issuers.ts'

export type IssuerShown = {
  readonly number: number
  readonly name: string
  readonly url: string
  readonly clientId: string
  readonly countsAsStep: boolean
  readonly returnAddress: string
  /** How many people have signed in with it. */
  readonly people: number
}

/** The identity providers of the organisation, and the address that the next one is told. */
export async function seeIssuers(ctx: Context) {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'office.setIssuer', { about: 'seen' })
    const issuers = await issuersOf(tx, ctx.organisationId)
    const next = await nextIssuerNumber(tx, ctx.organisationId)
    return {
      issuers: issuers.map(
        ({ number, name, url, clientId, countsAsStep, people }): IssuerShown => ({
          ...{ number, name, url, clientId, countsAsStep, people },
          returnAddress: returnAddress(ctx.publicUrl, number),
        }),
      ),
      next: { number: next, returnAddress: returnAddress(ctx.publicUrl, next) },
    }
  })
}
