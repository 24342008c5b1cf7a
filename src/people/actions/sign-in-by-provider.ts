import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound, Refused } from '../../runtime/errors.ts'
import { newId } from '../../runtime/new-id.ts'
import { type Account, NoProvider, openProvider, readAnswer, wayTo } from '../../runtime/openid.ts'
import type { Outbound } from '../../runtime/outbound.ts'
import { countTry } from '../../runtime/rate-limit.ts'
import type { Tx } from '../../store/database.ts'
import { addIdentity, personOfAddress, personOfIdentity } from '../../store/identities.ts'
import { type Issuer, issuerByNumber } from '../../store/issuers.ts'
import { decideWho, PROVIDER_LIMIT, saysSeveralFactors, vouchedAddress } from '../rules/identity.ts'
import { issuerSecretPlace, returnAddress } from '../shapes/issuer.ts'
import { beginSignIn, type CameIn } from './begin-sign-in.ts'
import { askOnce, takeAnswerOnce } from './challenge.ts'

/** `clientAddress` is counted by, and not kept. */
type SetOut = { readonly number: number; readonly goesTo: string; readonly clientAddress: string }
type Back = { readonly number: number; readonly url: URL; readonly secret: string; readonly device: string }

/** Sets out to an identity provider. The browser keeps `secret`: only where it comes back with it does the answer count. */
export async function goToProvider(
  ctx: Context,
  outbound: Outbound,
  input: SetOut,
): Promise<{ name: string; url: string; secret: string }> {
  const issuer = await within(ctx, async (tx) => {
    // Who signs in is only known from the answer, so there is no permission to ask for yet.
    await countTry(ctx, tx, PROVIDER_LIMIT, input.clientAddress)
    return theIssuer(ctx, tx, input.number)
  })
  const provider = await open(ctx, outbound, issuer).catch((error: unknown) => {
    throw error instanceof NoProvider ? away(issuer) : error
  })
  const { url, kept } = await wayTo(provider, returnAddress(ctx.publicUrl, issuer.number))
  const all = { ...kept, issuerId: issuer.id, goesTo: input.goesTo }
  const secret = await within(ctx, (tx) =>
    askOnce(ctx, tx, { purpose: 'identity-provider', personId: null, kept: all }),
  )
  return { name: issuer.name, url, secret }
}

/** Signs in whom the provider says is there; null for every answer that does not hold, and for whoever is nobody here. */
export async function signInByProvider(ctx: Context, outbound: Outbound, input: Back): Promise<CameIn | null> {
  const asked = await takeAnswerOnce(ctx, 'identity-provider', input.secret)
  const issuer = await within(ctx, (tx) => issuerByNumber(tx, ctx.organisationId, input.number))
  // The answer of one provider at the address of another is nobody's.
  if (!asked || !issuer || asked.kept.issuerId !== issuer.id) return null
  const { state, nonce, verifier, goesTo } = asked.kept
  const provider = await open(ctx, outbound, issuer).catch((error: unknown) => {
    if (error instanceof NoProvider) return null
    throw error
  })
  const kept = { state: String(state), nonce: String(nonce), verifier: String(verifier) }
  const account = provider && (await readAnswer(provider, input.url, kept))
  if (!account) return null
  return within(ctx, async (tx) => {
    const who = await personOf(ctx, tx, issuer, account)
    if (!who) return null
    await permit(ctx, tx, 'people.signIn', { about: issuer.id })
    const stepped = issuer.countsAsStep && saysSeveralFactors(account.claims)
    const it = { personId: who, method: 'identity-provider', device: input.device, stepped } as const
    return { secret: await beginSignIn(ctx, tx, it), goesTo: String(goesTo) }
  })
}

/** Whose account it is, linked from now on where the rule says so. */
async function personOf(ctx: Context, tx: Tx, issuer: Issuer, { subject, claims }: Account): Promise<string | null> {
  const { organisationId, today } = ctx
  const address = vouchedAddress(claims)
  // The account comes last: a link that somebody else makes meanwhile must not look like another account of theirs.
  const addressed = address === null ? undefined : await personOfAddress(tx, organisationId, issuer.id, address, today)
  const linked = await personOfIdentity(tx, organisationId, issuer.id, subject, today)
  const who = decideWho(linked, addressed)
  if (!who.ok) return null
  const { personId, links } = who.value
  if (!links) return personId
  const identity = { id: newId(), personId, issuerId: issuer.id, subject, linkedAt: ctx.machineClock.now() }
  await addIdentity(tx, organisationId, identity)
  // Somebody may have been quicker: whose account it is now decides.
  const now = await personOfIdentity(tx, organisationId, issuer.id, subject, today)
  return now?.personId === personId ? personId : null
}

async function theIssuer(ctx: Context, tx: Tx, number: number): Promise<Issuer> {
  const issuer = await issuerByNumber(tx, ctx.organisationId, number)
  if (!issuer) throw new NotFound('There is no such identity provider.')
  return issuer
}

async function open(ctx: Context, outbound: Outbound, it: Issuer) {
  const owner = { organisationId: ctx.organisationId, kind: 'organisation', id: ctx.organisationId } as const
  const secret = it.sealedSecret && (await ctx.keyring.open(owner, issuerSecretPlace(it.id), it.sealedSecret))
  return openProvider(outbound, { url: it.url, clientId: it.clientId, secret }, ctx.machineClock.now())
}

function away(issuer: Issuer): Refused {
  const says = `${issuer.name} cannot be reached just now. Sign in by a link in a letter, or try again later.`
  return new Refused('provider-away', {}, says)
}
