import { type Context, permit, within } from '../../runtime/context.ts'
import { Refused } from '../../runtime/errors.ts'
import { newSecret } from '../../runtime/new-id.ts'
import { countTry } from '../../runtime/rate-limit.ts'
import { askToUse, credentialOf, readUse, siteOf } from '../../runtime/webauthn.ts'
import type { Tx } from '../../store/database.ts'
import { markPasskeyUsed, type Passkey, passkeyByCredential, passkeysOf } from '../../store/passkeys.ts'
import { PASSKEY_LIMIT } from '../rules/passkeys.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { askOnce, takeAnswerOnce } from './challenge.ts'
import { signedIn } from './own.ts'
import { stepUp } from './step-up.ts'

type Answered = { readonly secret: string; readonly answer: unknown }
type Asked = Awaited<ReturnType<typeof takeAnswerOnce>>

/** Asks one of the passkeys of whoever is signed in to take the second step. */
export async function askPasskeyForStep(ctx: Context) {
  const me = signedIn(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.takeSecondStep', { people: [me.personId], about: 'asked' })
    const mine = await passkeysOf(tx, ctx.organisationId, me.personId)
    const challenge = newSecret()
    const kept = { challenge, signInId: me.signInId }
    const secret = await askOnce(ctx, tx, { purpose: 'use-passkey', personId: me.personId, kept })
    return { secret, options: await askToUse(siteOf(ctx.publicUrl), challenge, mine) }
  })
}

/** The second step of this sign-in, taken by a passkey of one's own. Answers with the sign-in's new secret. */
export async function takeStepByPasskey(ctx: Context, input: Answered): Promise<string | null> {
  const me = signedIn(ctx)
  const asked = await takeAnswerOnce(ctx, 'use-passkey', input.secret)
  const isMine = asked?.personId === me.personId && asked.kept.signInId === me.signInId
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.takeSecondStep', { people: [me.personId], about: 'passkey' })
    await usedBy(ctx, tx, isMine ? asked : undefined, input.answer, me.personId)
    return stepUp(ctx, tx)
  })
}

/** Asks any passkey of this site who is there. `client` is the address the question comes from, for the limit alone. */
export async function askPasskeyToSignIn(ctx: Context, input: { client: string }) {
  return within(ctx, async (tx) => {
    // Who signs in is only known from the answer, so there is no permission to ask for yet.
    await countTry(ctx, tx, PASSKEY_LIMIT, input.client)
    const challenge = newSecret()
    const secret = await askOnce(ctx, tx, { purpose: 'use-passkey', personId: null, kept: { challenge } })
    return { secret, options: await askToUse(siteOf(ctx.publicUrl), challenge, []) }
  })
}

/** Signs in whoever the passkey belongs to. It has checked the person itself, so the second step is taken with it. */
export async function signInByPasskey(ctx: Context, input: Answered & { device: string }): Promise<string> {
  const asked = await takeAnswerOnce(ctx, 'use-passkey', input.secret)
  return within(ctx, async (tx) => {
    const used = await usedBy(ctx, tx, asked?.personId === null ? asked : undefined, input.answer, null)
    await permit(ctx, tx, 'people.signIn', { about: used.id })
    const { personId } = used
    return beginSignIn(ctx, tx, { personId, method: 'passkey', device: input.device, stepped: true })
  })
}

/** The passkey that has answered what was asked. The same sentence for every fault, but for a counter that went back. */
async function usedBy(ctx: Context, tx: Tx, asked: Asked, answer: unknown, mustBe: string | null): Promise<Passkey> {
  const credentialId = credentialOf(answer)
  const known = credentialId ? await passkeyByCredential(tx, ctx.organisationId, credentialId, ctx.today) : undefined
  if (!asked || !known || (mustBe !== null && known.personId !== mustBe)) throw notThisPasskey()
  const use = await readUse(siteOf(ctx.publicUrl), String(asked.kept.challenge), known, answer)
  if (!use.ok && use.why === 'counter') throw wentBack()
  if (!use.ok) throw notThisPasskey()
  const written = await markPasskeyUsed(tx, ctx.organisationId, known, use.counter, ctx.machineClock.now())
  if (written === 0) throw notThisPasskey()
  return known
}

function notThisPasskey(): Refused {
  return new Refused(
    'passkey-not-known',
    {},
    'This passkey could not be used here, or its answer came too late. Try once more, or go on in another way.',
  )
}

function wentBack(): Refused {
  return new Refused(
    'passkey-counter-went-back',
    {},
    'This passkey has counted fewer uses than we know of, as a copy of it would. It was not accepted. ' +
      'Sign in by another way, remove it, and add it again.',
  )
}
