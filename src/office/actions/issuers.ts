import { issuerSecretPlace } from '../../people/shapes/issuer.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { Invalid, NotFound } from '../../runtime/errors.ts'
import { newId } from '../../runtime/new-id.ts'
import { NoProvider, openProvider } from '../../runtime/openid.ts'
import type { Outbound } from '../../runtime/outbound.ts'
import * as issuers from '../../store/issuers.ts'

export type NewIssuer = {
  readonly url: string
  readonly name: string
  readonly clientId: string
  readonly clientSecret: string
  readonly countsAsStep: boolean
  /** The number the page showed with the address that the provider was told; another may have been quicker. */
  readonly number: number
}

/** Names an identity provider people may sign in with. It is asked first: what does not answer as one is not kept. */
export async function setIssuer(ctx: Context, outbound: Outbound, input: NewIssuer): Promise<void> {
  await within(ctx, (tx) => permit(ctx, tx, 'office.setIssuer', { about: 'asked' }))
  const url = issuerUrl(input.url)
  const secret = input.clientSecret === '' ? null : input.clientSecret
  await ask(ctx, outbound, { url, clientId: input.clientId, secret })
  const id = newId()
  const owner = { organisationId: ctx.organisationId, kind: 'organisation', id: ctx.organisationId } as const
  const sealedSecret = secret === null ? null : await ctx.keyring.seal(owner, issuerSecretPlace(id), secret)
  await within(ctx, async (tx) => {
    await permit(ctx, tx, 'office.setIssuer', { about: id })
    if (input.number !== (await issuers.nextIssuerNumber(tx, ctx.organisationId))) throw numberTaken()
    const it = { ...input, id, url, sealedSecret }
    const added = await issuers.addIssuer(tx, ctx.organisationId, it, ctx.machineClock.now())
    if (added === 0) throw invalid('url', 'is named already.', 'End the one that is there first.')
  })
}

/** Asks a provider once more what it offers; says the reason where it does not answer as one, else null. */
export async function testIssuer(
  ctx: Context,
  outbound: Outbound,
  input: { number: number },
): Promise<{ name: string; problem: string | null }> {
  const it = await within(ctx, async (tx) => {
    await permit(ctx, tx, 'office.setIssuer', { about: 'tested' })
    return issuers.issuerByNumber(tx, ctx.organisationId, input.number)
  })
  if (!it) throw noSuchIssuer()
  try {
    await openProvider(outbound, { ...it, secret: null }, ctx.machineClock.now())
    return { name: it.name, problem: null }
  } catch (error) {
    if (error instanceof NoProvider) return { name: it.name, problem: error.message }
    throw error
  }
}

/** From now on nobody signs in with it; who did so stays signed in. Its secret is gone. */
export async function endIssuer(ctx: Context, input: { number: number }): Promise<void> {
  await within(ctx, async (tx) => {
    await permit(ctx, tx, 'office.setIssuer', { about: 'ended' })
    const ended = await issuers.endIssuer(tx, ctx.organisationId, input.number, ctx.machineClock.now())
    if (ended === 0) throw noSuchIssuer()
  })
}

/** The address as the provider writes it: people copy the one of its description, which only begins with it. */
function issuerUrl(text: string): string {
  return text.trim().replace(/\/\.well-known\/openid-configuration$/, '')
}

async function ask(ctx: Context, outbound: Outbound, it: Parameters<typeof openProvider>[1]): Promise<void> {
  const url = URL.canParse(it.url) ? new URL(it.url) : null
  if (!url || url.search || url.hash || !/^https?:$/.test(url.protocol))
    throw invalid('url', 'is not the address of a provider.', 'It begins with https:// and has no question mark.')
  try {
    await openProvider(outbound, it, ctx.machineClock.now())
  } catch (error) {
    if (!(error instanceof NoProvider)) throw error
    const inside = 'A server in your own network is named by whoever runs Alongside, in ALLOW_PRIVATE_OUTBOUND.'
    const remedy = /network|https/.test(error.message) ? inside : 'Compare it with what your provider calls the issuer.'
    throw invalid('url', `cannot be used: ${error.message}.`, remedy)
  }
}

function invalid(place: string, message: string, remedy: string): Invalid {
  return new Invalid('The identity provider was not added.', { fields: [{ place, message, remedy }] })
}

function numberTaken(): Invalid {
  const message = 'has changed, because another provider was added meanwhile.'
  return invalid('number', message, 'Tell your provider the new address below, then add it.')
}

function noSuchIssuer(): NotFound {
  return new NotFound('There is no such identity provider.')
}
